import { mapReading, withDefault } from '../../reading';
import { byUse, free } from '../classes';
import { meter, metered } from '../meters';
import { priced, priceKey, type Service, times } from '../service';

/** Amazon MemoryDB: nodes. Data written and snapshots are not counted. */
export const memorydb: Service = {
  product: 'Amazon MemoryDB',
  pricingPage: 'https://aws.amazon.com/memorydb/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:memorydb/cluster:Cluster': priced({}, (bill) => {
      const { properties } = bill;
      const shards = withDefault(properties.quantity('numShards'), 1); // the provider's default
      const replicas = withDefault(properties.quantity('numReplicasPerShard'), 1); // the provider's default
      const key = priceKey`memorydb/${properties.text('nodeType')}/${properties.text('engine')}.hour`;
      const nodes = times(
        shards,
        mapReading(replicas, (count) => count + 1),
      );
      return [bill.hourly('MemoryDB node', key, nodes)];
    }),

    'aws:memorydb/multiRegionCluster:MultiRegionCluster': byUse(
      'writes and transfer between Regions, members are billed',
    ),
    'aws:memorydb/snapshot:Snapshot': metered({
      storedGb: meter('Snapshot', 'memorydb/snapshot.gb-month', 0, 10, 'GB'),
    }),
    ...free('memorydb', 'acl parameterGroup subnetGroup user'),
  },
};
