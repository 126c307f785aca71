import type { Properties } from '../../properties';
import { type Maybe, mapReading, type Reading, sameText, unknown, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { meter, metered } from '../meters';
import { LOGS, logs } from '../parts/telemetry';
import { type Metering, priced, priceKey, type Service, times } from '../service';
import { assume } from '../usage';

/** Amazon DocumentDB: instances, storage and I/O of clusters, and elastic clusters. */
export const docdb: Service = {
  product: 'Amazon DocumentDB',
  pricingPage: 'https://aws.amazon.com/documentdb/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:docdb/cluster:Cluster': priced(
      {
        storageGb: assume(10, 100, 'GB'),
        ioRequests: assume(0, 10_000_000, 'requests a month'),
        extraBackupGb: assume(0, 20, 'GB a month beyond the database size'),
        ...LOGS,
      },
      (metering) => {
        const mode = storageMode(metering.properties);
        const short = mapReading(mode, (name) => (name === 'standard' ? 'standard' : 'iopt'));
        const charges = [
          metering.usage('DocumentDB storage', priceKey`docdb/storage-${short}.gb-month`, 'storageGb'),
          metering.usage('Backup storage', 'docdb/backup.gb-month', 'extraBackupGb'),
          ...logs(metering, metering.properties.list('enabledCloudwatchLogsExports'), '/aws/docdb/'),
        ];
        // I/O-Optimized includes the requests.
        if (valueOr(mode, 'standard') === 'standard') {
          charges.push(
            metering.usage(
              'DocumentDB I/O requests',
              mapReading(mode, () => 'docdb/io.request'),
              'ioRequests',
            ),
          );
        }
        return charges;
      },
    ),

    'aws:docdb/clusterInstance:ClusterInstance': priced({}, (metering) => {
      const instanceClass = metering.properties.text('instanceClass');
      const disk = mapReading(instanceClass, (name) => (/^db\.r\d+gd\./.test(name) ? 'nvme-' : ''));
      const cluster = metering.linked('clusterIdentifier', 'aws:docdb/cluster:Cluster')?.properties;
      const mode = cluster === undefined ? metering.missing('clusterIdentifier') : storageMode(cluster);
      return [
        metering.hourly('DocumentDB instance', priceKey`docdb/${instanceClass}/${disk}${mode}.hour`),
        ...extendedSupport(metering, cluster?.text('engineVersion') ?? metering.properties.text('engineVersion')),
      ];
    }),

    'aws:docdb/elasticCluster:ElasticCluster': priced({ storageGb: assume(0, 100, 'GB') }, (metering) => {
      const shards = times(metering.properties.quantity('shardCapacity'), metering.properties.quantity('shardCount'));
      const instances = withDefault(metering.properties.quantity('shardInstanceCount'), 2); // the provider's default
      return [
        metering.hourly('Elastic cluster vCPUs', 'docdb/elastic-cluster.vcpu-hour', times(shards, instances)),
        metering.usage('Elastic cluster storage', 'docdb/elastic-cluster-storage.gb-month', 'storageGb'),
      ];
    }),

    'aws:docdb/clusterSnapshot:ClusterSnapshot': metered({
      storedGb: meter('Cluster snapshot', 'docdb/backup.gb-month', assume(0, 100, 'GB beyond the database size')),
    }),
    'aws:docdb/globalCluster:GlobalCluster': metered({
      replicatedWrites: meter(
        'Replicated writes',
        'docdb/global-cluster-replicated-io.request',
        assume(0, 10_000_000, 'writes a month'),
      ),
    }),
    ...free('docdb', 'clusterParameterGroup eventSubscription subnetGroup'),
  },
};

/** Standard unless the cluster says I/O-Optimized, as CreateDBCluster documents. */
function storageMode(cluster: Properties): Maybe<string> {
  const type: Reading<string> = cluster.text('storageType');
  return mapReading(withDefault(type, 'standard'), (name) => (sameText(name, 'iopt1') ? 'io-optimized' : 'standard'));
}

/** Old versions are charged for by the vCPU; no figure was found. */
function extendedSupport(metering: Metering, version: Reading<string>): Charge[] {
  if (version.state === 'absent') return []; // AWS takes a current one
  const what = 'Extended support of an old engine version';
  if (version.state === 'unknown') return [metering.hourly(what, version)];
  const old = metering.oldVersion('docdb', 'docdb', version.value);
  if (old === undefined) return [];
  const charge = metering.hourly(what, unknown('no price for extended support of this engineVersion'));
  return metering.within(charge, old.chargedFrom);
}
