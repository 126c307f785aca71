import type { Properties } from '../../properties';
import { type Maybe, mapReading, unknown, valueOr, withDefault } from '../../reading';
import { byUse, free } from '../classes';
import { fromTo, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

const notInPlan = unknown('its cluster is not part of this plan');

/** Amazon Neptune: instances, capacity units of serverless instances, storage and I/O. */
export const neptune: Service = {
  product: 'Amazon Neptune',
  pricingPage: 'https://aws.amazon.com/neptune/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:neptune/cluster:Cluster': priced(
      {
        storageGb: assume(10, 100, 'GB'),
        ioRequests: assume(0, 10_000_000, 'requests a month'),
        extraBackupGb: assume(0, 20, 'GB a month beyond the database size'),
      },
      (bill) => {
        const mode = storageMode(bill.properties);
        const charges = [
          bill.usage('Neptune storage', priceKey`neptune/storage-${shortName(mode)}.gb-month`, 'storageGb'),
          bill.usage('Backup storage', 'neptune/backup.gb-month', 'extraBackupGb'),
        ];
        // I/O-Optimized includes the requests.
        if (valueOr(mode, 'standard') === 'standard') {
          charges.push(
            bill.usage(
              'Neptune I/O requests',
              mapReading(mode, () => 'neptune/io.request'),
              'ioRequests',
            ),
          );
        }
        return charges;
      },
    ),

    'aws:neptune/clusterInstance:ClusterInstance': priced({}, (bill) => {
      const instanceClass = bill.properties.text('instanceClass');
      const cluster = bill.linked('clusterIdentifier')?.properties;
      const mode = storageMode(cluster);
      if (instanceClass.state === 'known' && instanceClass.value === 'db.serverless') {
        const key = priceKey`neptune/serverless-${shortName(mode)}.ncu-hour`;
        return [bill.hourly('Neptune capacity units', key, cluster === undefined ? notInPlan : scalingUnits(cluster))];
      }
      return [bill.hourly('Neptune instance', priceKey`neptune/${instanceClass}/${mode}.hour`)];
    }),

    'aws:neptune/clusterSnapshot:ClusterSnapshot': byUse('GB of snapshots'),
    'aws:neptune/globalCluster:GlobalCluster': byUse('replicated writes'),
    ...free('neptune', 'clusterEndpoint clusterParameterGroup eventSubscription parameterGroup subnetGroup'),
  },
};

/** Standard unless the cluster says I/O-Optimized: the provider's default. */
function storageMode(cluster: Properties | undefined): Maybe<string> {
  if (cluster === undefined) return notInPlan;
  const type = withDefault(cluster.text('storageType'), 'standard');
  return mapReading(type, (name) => (name === 'iopt1' ? 'io-optimized' : 'standard'));
}

const shortName = (mode: Maybe<string>): Maybe<string> =>
  mapReading(mode, (name) => (name === 'standard' ? 'standard' : 'iopt'));

const scalingUnits = (cluster: Properties) =>
  fromTo(
    cluster.quantity('serverlessV2ScalingConfiguration.minCapacity'),
    cluster.quantity('serverlessV2ScalingConfiguration.maxCapacity'),
  );
