import type { Properties } from '../../properties';
import { type Maybe, mapReading, sameText, valueOr, withDefault } from '../../reading';
import { free } from '../classes';
import { meter, metered } from '../meters';
import { openAddresses } from '../parts/addresses';
import { averageSize, groupCharges } from '../parts/scaling';
import { LOGS, logs } from '../parts/telemetry';
import { fromTo, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

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
        ...LOGS,
      },
      (metering) => {
        const mode = storageMode(metering.properties);
        const charges = [
          metering.usage('Neptune storage', priceKey`neptune/storage-${shortName(mode)}.gb-month`, 'storageGb'),
          metering.usage('Backup storage', 'neptune/backup.gb-month', 'extraBackupGb'),
          ...logs(metering, metering.properties.list('enableCloudwatchLogsExports'), '/aws/neptune/'),
        ];
        // I/O-Optimized includes the requests.
        if (valueOr(mode, 'standard') === 'standard') {
          charges.push(
            metering.usage(
              'Neptune I/O requests',
              mapReading(mode, () => 'neptune/io.request'),
              'ioRequests',
            ),
          );
        }
        return charges;
      },
    ),

    'aws:neptune/clusterInstance:ClusterInstance': priced(
      averageSize('capacity units of a serverless instance'),
      (metering) => {
        const instanceClass = metering.properties.text('instanceClass');
        const cluster = metering.linked('clusterIdentifier', 'aws:neptune/cluster:Cluster')?.properties;
        const mode = cluster === undefined ? metering.missing('clusterIdentifier') : storageMode(cluster);
        if (instanceClass.state === 'known' && instanceClass.value === 'db.serverless') {
          const key = priceKey`neptune/serverless-${shortName(mode)}.ncu-hour`;
          const count = cluster === undefined ? metering.missing('clusterIdentifier') : scalingUnits(cluster);
          return groupCharges(metering, { count }, (units) => [metering.hourly('Neptune capacity units', key, units)]);
        }
        return [
          metering.hourly('Neptune instance', priceKey`neptune/${instanceClass}/${mode}.hour`),
          ...openAddresses(metering),
        ];
      },
    ),

    'aws:neptune/clusterSnapshot:ClusterSnapshot': metered({
      storedGb: meter('Cluster snapshot', 'neptune/backup.gb-month', assume(0, 100, 'GB beyond the database size')),
    }),
    'aws:neptune/globalCluster:GlobalCluster': metered({
      replicatedWrites: meter(
        'Replicated writes',
        'neptune/global-db-replicated-write',
        assume(0, 10_000_000, 'writes a month'),
      ),
    }),
    ...free('neptune', 'clusterEndpoint clusterParameterGroup eventSubscription parameterGroup subnetGroup'),
  },
};

/** Standard unless the cluster says I/O-Optimized: the provider's default. */
function storageMode(cluster: Properties): Maybe<string> {
  const type = withDefault(cluster.text('storageType'), 'standard');
  return mapReading(type, (name) => (sameText(name, 'iopt1') ? 'io-optimized' : 'standard'));
}

const shortName = (mode: Maybe<string>): Maybe<string> =>
  mapReading(mode, (name) => (name === 'standard' ? 'standard' : 'iopt'));

const scalingUnits = (cluster: Properties) =>
  fromTo(
    cluster.quantity('serverlessV2ScalingConfiguration.minCapacity'),
    cluster.quantity('serverlessV2ScalingConfiguration.maxCapacity'),
  );
