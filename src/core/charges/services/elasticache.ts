import { between, larger, type Range, usd } from '../../money';
import type { Properties } from '../../properties';
import { type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, once } from '../classes';
import { averageSize, groupCharges, scaled } from '../parts/scaling';
import { type Metering, priced, priceKey, type Quantity, type Service, times, total } from '../service';
import { assume } from '../usage';

const SECONDS_PER_MONTH = 730 * 3600;

const BACKUP = { backupGb: assume(0, 10, 'GB') };

/** Amazon ElastiCache: nodes of clusters and replication groups, serverless caches and backups. */
export const elasticache: Service = {
  product: 'Amazon ElastiCache',
  pricingPage: 'https://aws.amazon.com/elasticache/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:elasticache/cluster:Cluster': priced(BACKUP, (metering) => {
      // A cluster that joins a replication group is one more replica, with the group's engine and node type.
      const group = metering.linked(
        'replicationGroupId',
        'aws:elasticache/replicationGroup:ReplicationGroup',
      )?.properties;
      const read = (name: string): Reading<string> => {
        const own = metering.properties.text(name);
        return own.state === 'absent' && group !== undefined ? group.text(name) : own;
      };
      const joins = metering.properties.any('replicationGroupId').state !== 'absent';
      const engine = joins ? withDefault(read('engine'), 'redis') : read('engine');
      const stated = metering.properties.quantity('numCacheNodes');
      const count = joins ? withDefault(stated, 1) : stated;
      const nodes = { type: read('nodeType'), engine, version: read('engineVersion'), count };
      return [...cacheNodes(metering, nodes), ...backups(metering)];
    }),

    'aws:elasticache/replicationGroup:ReplicationGroup': priced({ ...BACKUP, ...averageSize('nodes') }, (metering) => {
      const { properties } = metering;
      const engine = withDefault(properties.text('engine'), 'redis'); // the provider's default
      const [type, version] = [properties.text('nodeType'), properties.text('engineVersion')];
      const nodes = groupCharges(metering, { count: nodeCount(metering) }, (count) =>
        cacheNodes(metering, { type, engine, version, count }),
      );
      return [...nodes, ...backups(metering)];
    }),

    'aws:elasticache/serverlessCache:ServerlessCache': priced(
      {
        storedGb: assume(0.1, 1, 'GB stored on average'),
        ecpus: assume(0, 100_000_000, 'ElastiCache processing units a month'),
        ...BACKUP,
      },
      (metering) => {
        const engine = metering.properties.text('engine');
        const [stored, units] = [metering.figure('storedGb'), metering.figure('ecpus')];
        const leastUnits = mapReading(
          metering.properties.quantity('cacheUsageLimits.ecpuPerSeconds.minimum'),
          (perSecond) => perSecond * SECONDS_PER_MONTH,
        );
        return [
          {
            ...metering.hourly(
              'Serverless data stored',
              priceKey`elasticache/serverless-${engine}-data.gb-hour`,
              atLeast(stored.range, metering.properties.quantity('cacheUsageLimits.dataStorage.minimum')),
            ),
            kind: 'usage' as const,
            assumed: stored.assumed,
            usage: ['storedGb'],
          },
          {
            ...metering.monthly(
              'Serverless processing units',
              priceKey`elasticache/serverless-${engine}.ecpu`,
              atLeast(units.range, leastUnits),
              units.unit,
            ),
            kind: 'usage' as const,
            assumed: units.assumed,
            usage: ['ecpus'],
          },
          ...backups(metering),
        ];
      },
    ),

    'aws:elasticache/globalReplicationGroup:GlobalReplicationGroup': byUse(
      'transfer between Regions, its members are billed',
    ),
    'aws:elasticache/reservedCacheNode:ReservedCacheNode': once(
      'the fixed part of a reservation is charged at once, the rest an hour',
    ),
    ...free('elasticache', 'parameterGroup subnetGroup user userGroup userGroupAssociation'),
  },
};

/** Either a number of nodes, or shards with replicas each; shards and replicas may each be scaled. */
function nodeCount(metering: Metering): Quantity {
  const { properties } = metering;
  const shards = properties.quantity('numNodeGroups');
  const listed = properties.items('nodeGroupConfigurations');
  if (shards.state === 'absent' && listed.state !== 'absent') return listedNodes(listed);
  if (shards.state === 'absent') return withDefault(properties.quantity('numCacheClusters'), 1); // the provider's default
  if (shards.state === 'unknown') return shards;
  const replicas = properties.quantity('replicasPerNodeGroup');
  if (replicas.state === 'absent') return unknown('replicasPerNodeGroup is not set');
  return times(
    scaled(metering, 'elasticache:replication-group:NodeGroups', shards),
    total([1, scaled(metering, 'elasticache:replication-group:Replicas', replicas)]),
  );
}

/** Shards that are stated one by one, each with replicas of its own. */
function listedNodes(shards: Maybe<Reading<Properties>[]>): Quantity {
  if (shards.state === 'unknown') return shards;
  return total(
    shards.value.flatMap((shard): Quantity[] =>
      shard.state === 'known' ? [1, withDefault(shard.value.quantity('replicaCount'), 0)] : [shard],
    ),
  );
}

/** Least size that is kept ready, and billed whether it is used or not. */
const atLeast = (used: Range, least: Reading<number>): Maybe<Range> =>
  mapReading(withDefault(least, 0), (size) => between(larger(used.min, usd(size)), larger(used.max, usd(size))));

/** Snapshots are only kept when a retention is set. */
function backups(metering: Metering<'backupGb'>): Charge[] {
  const days = withDefault(metering.properties.quantity('snapshotRetentionLimit'), 0);
  if (days.state === 'known' && days.value === 0) return [];
  return [metering.usage('Backup storage', 'elasticache/backup.gb-month', 'backupGb')];
}

interface Nodes {
  readonly type: Reading<string>;
  readonly engine: Reading<string>;
  readonly version: Reading<string>;
  readonly count: Quantity;
}

function cacheNodes(metering: Metering, nodes: Nodes): Charge[] {
  const key = priceKey`elasticache/${nodes.type}/${nodes.engine}.hour`;
  return [metering.hourly('Cache node', key, nodes.count), ...extendedSupport(metering, nodes)];
}

/** AWS charges a share of the node's price for an old version of Redis OSS. */
function extendedSupport(metering: Metering, { type, engine, version, count }: Nodes): Charge[] {
  if (engine.state !== 'known' || engine.value !== 'redis' || version.state === 'absent') return [];
  const what = 'Extended support of an old engine version';
  if (version.state === 'unknown') return [metering.hourly(what, version)];
  const old = metering.oldVersion('elasticache', 'redis', version.value);
  if (old === undefined) return [];
  const at = (share: string | undefined) =>
    share === undefined
      ? metering.hourly(what, unknown('no price for extended support of this engineVersion'))
      : metering.hourly(what, priceKey`elasticache/${type}/redis.hour`, times(count, Number(share)));
  const { chargedFrom, thirdYearFrom, firstYears, thirdYear } = old;
  const first = metering.within(at(firstYears), chargedFrom, thirdYearFrom);
  return thirdYearFrom === undefined ? first : [...first, ...metering.within(at(thirdYear), thirdYearFrom)];
}
