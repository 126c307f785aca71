import { mapReading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free } from '../classes';
import { meter, metered } from '../meters';
import { type Metering, priced, priceKey, type Service, times } from '../service';
import { assume } from '../usage';

/** Amazon MemoryDB: nodes, data written and snapshots. */
export const memorydb: Service = {
  product: 'Amazon MemoryDB',
  pricingPage: 'https://aws.amazon.com/memorydb/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:memorydb/cluster:Cluster': priced(
      { writtenGb: assume(0, 100, 'GB written a month'), snapshotGb: assume(0, 10, 'GB of snapshots') },
      (metering) => {
        const { properties } = metering;
        const shards = withDefault(properties.quantity('numShards'), 1); // the provider's default
        const replicas = withDefault(properties.quantity('numReplicasPerShard'), 1); // the provider's default
        const key = priceKey`memorydb/${properties.text('nodeType')}/${properties.text('engine')}.hour`;
        const nodes = times(
          shards,
          mapReading(replicas, (count) => count + 1),
        );
        return [metering.hourly('MemoryDB node', key, nodes), ...dataWritten(metering), ...snapshots(metering)];
      },
    ),

    'aws:memorydb/multiRegionCluster:MultiRegionCluster': byUse(
      'writes and transfer between Regions, members are billed',
    ),
    'aws:memorydb/snapshot:Snapshot': metered({
      storedGb: meter('Snapshot', 'memorydb/snapshot.gb-month', assume(0, 10, 'GB')),
    }),
    ...free('memorydb', 'acl parameterGroup subnetGroup user'),
  },
};

/** Valkey includes the first 10 TB of data written in a month. */
function dataWritten(metering: Metering<'writtenGb'>): Charge[] {
  const engine = metering.properties.text('engine');
  if (engine.state === 'known' && engine.value === 'valkey') return [];
  return [metering.usage('Data written', priceKey`memorydb/data-written-${engine}.gb`, 'writtenGb')];
}

/** Snapshots are only kept when a retention is set. */
function snapshots(metering: Metering<'snapshotGb'>): Charge[] {
  const days = withDefault(metering.properties.quantity('snapshotRetentionLimit'), 0);
  if (days.state === 'known' && days.value === 0) return [];
  return [metering.usage('Snapshots', 'memorydb/snapshot.gb-month', 'snapshotGb')];
}
