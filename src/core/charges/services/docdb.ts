import type { Properties } from '../../properties';
import { type Maybe, mapReading, type Reading, unknown, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { meter, metered } from '../meters';
import { type Bill, priced, priceKey, type Service, times } from '../service';
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
      },
      (bill) => {
        const mode = storageMode(bill.properties);
        const short = mapReading(mode, (name) => (name === 'standard' ? 'standard' : 'iopt'));
        const charges = [
          bill.usage('DocumentDB storage', priceKey`docdb/storage-${short}.gb-month`, 'storageGb'),
          bill.usage('Backup storage', 'docdb/backup.gb-month', 'extraBackupGb'),
        ];
        // I/O-Optimized includes the requests.
        if (valueOr(mode, 'standard') === 'standard') {
          charges.push(
            bill.usage(
              'DocumentDB I/O requests',
              mapReading(mode, () => 'docdb/io.request'),
              'ioRequests',
            ),
          );
        }
        return charges;
      },
    ),

    'aws:docdb/clusterInstance:ClusterInstance': priced({}, (bill) => {
      const instanceClass = bill.properties.text('instanceClass');
      const disk = mapReading(instanceClass, (name) => (/^db\.r\d+gd\./.test(name) ? 'nvme-' : ''));
      const cluster = bill.linked('clusterIdentifier')?.properties;
      const mode = cluster === undefined ? bill.missing('clusterIdentifier') : storageMode(cluster);
      return [
        bill.hourly('DocumentDB instance', priceKey`docdb/${instanceClass}/${disk}${mode}.hour`),
        ...extendedSupport(bill, cluster?.text('engineVersion') ?? bill.properties.text('engineVersion')),
      ];
    }),

    'aws:docdb/elasticCluster:ElasticCluster': priced({ storageGb: assume(0, 100, 'GB') }, (bill) => {
      const shards = times(bill.properties.quantity('shardCapacity'), bill.properties.quantity('shardCount'));
      const instances = withDefault(bill.properties.quantity('shardInstanceCount'), 2); // the provider's default
      return [
        bill.hourly('Elastic cluster vCPUs', 'docdb/elastic-cluster.vcpu-hour', times(shards, instances)),
        bill.usage('Elastic cluster storage', 'docdb/elastic-cluster-storage.gb-month', 'storageGb'),
      ];
    }),

    'aws:docdb/clusterSnapshot:ClusterSnapshot': metered({
      storedGb: meter('Cluster snapshot', 'docdb/backup.gb-month', 0, 100, 'GB beyond the database size'),
    }),
    'aws:docdb/globalCluster:GlobalCluster': metered({
      replicatedWrites: meter(
        'Replicated writes',
        'docdb/global-cluster-replicated-io.request',
        0,
        10_000_000,
        'writes a month',
      ),
    }),
    ...free('docdb', 'clusterParameterGroup eventSubscription subnetGroup'),
  },
};

/** Standard unless the cluster says I/O-Optimized, as CreateDBCluster documents. */
function storageMode(cluster: Properties): Maybe<string> {
  const type: Reading<string> = cluster.text('storageType');
  return mapReading(withDefault(type, 'standard'), (name) => (name === 'iopt1' ? 'io-optimized' : 'standard'));
}

/** Old versions are charged for by the vCPU; no figure was found. */
function extendedSupport(bill: Bill, version: Reading<string>): Charge[] {
  if (version.state === 'absent') return []; // AWS takes a current one
  const what = 'Extended support of an old engine version';
  if (version.state === 'unknown') return [bill.hourly(what, version)];
  if (bill.oldVersion('docdb', 'docdb', version.value) === undefined) return [];
  return [bill.hourly(what, unknown('no price for extended support of this engineVersion'))];
}
