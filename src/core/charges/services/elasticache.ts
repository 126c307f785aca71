import { known, type Maybe, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, once } from '../classes';
import { scaled } from '../parts/scaling';
import { type Bill, priced, priceKey, type Quantity, type Service, times } from '../service';
import { assume } from '../usage';

const BACKUP = { backupGb: assume(0, 10, 'GB') };

/** Amazon ElastiCache: nodes of clusters and replication groups, serverless caches and backups. */
export const elasticache: Service = {
  product: 'Amazon ElastiCache',
  pricingPage: 'https://aws.amazon.com/elasticache/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:elasticache/cluster:Cluster': priced(BACKUP, (bill) => {
      // A cluster that joins a replication group is one more replica, with the group's engine and node type.
      const group = bill.linked('replicationGroupId')?.properties;
      const read = (name: string): Reading<string> => {
        const own = bill.properties.text(name);
        return own.state === 'absent' && group !== undefined ? group.text(name) : own;
      };
      const joins = bill.properties.any('replicationGroupId').state !== 'absent';
      const engine = joins ? withDefault(read('engine'), 'redis') : read('engine');
      const nodes = bill.properties.quantity('numCacheNodes');
      return [
        bill.hourly(
          'Cache node',
          priceKey`elasticache/${read('nodeType')}/${engine}.hour`,
          joins ? withDefault(nodes, 1) : nodes,
        ),
        ...extendedSupport(
          bill,
          read('nodeType'),
          engine,
          read('engineVersion'),
          joins ? withDefault(nodes, 1) : nodes,
        ),
        ...backups(bill),
      ];
    }),

    'aws:elasticache/replicationGroup:ReplicationGroup': priced(BACKUP, (bill) => {
      const engine = withDefault(bill.properties.text('engine'), 'redis'); // the provider's default
      return [
        bill.hourly(
          'Cache node',
          priceKey`elasticache/${bill.properties.text('nodeType')}/${engine}.hour`,
          nodeCount(bill),
        ),
        ...extendedSupport(
          bill,
          bill.properties.text('nodeType'),
          engine,
          bill.properties.text('engineVersion'),
          nodeCount(bill),
        ),
        ...backups(bill),
      ];
    }),

    'aws:elasticache/serverlessCache:ServerlessCache': priced(
      {
        storedGb: assume(0.1, 1, 'GB stored on average'),
        ecpus: assume(0, 100_000_000, 'ElastiCache processing units a month'),
        ...BACKUP,
      },
      (bill) => {
        const engine = bill.properties.text('engine');
        return [
          bill.usage(
            'Serverless data stored',
            priceKey`elasticache/serverless-${engine}-data.gb-hour`,
            'storedGb',
            730,
          ),
          bill.usage('Serverless processing units', priceKey`elasticache/serverless-${engine}.ecpu`, 'ecpus'),
          ...backups(bill),
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

/** Either a number of nodes, or shards with replicas each. */
function nodeCount(bill: Bill): Quantity {
  return scaled(bill, 'elasticache:replication-group:NodeGroups', ownNodeCount(bill));
}

function ownNodeCount({ properties }: Bill): Maybe<number> {
  const shards = properties.quantity('numNodeGroups');
  if (shards.state === 'absent') return withDefault(properties.quantity('numCacheClusters'), 1); // the provider's default
  if (shards.state === 'unknown') return shards;
  const replicas = properties.quantity('replicasPerNodeGroup');
  if (replicas.state === 'absent') return unknown('replicasPerNodeGroup is not set');
  return replicas.state === 'known' ? known(shards.value * (1 + replicas.value)) : replicas;
}

/** Snapshots are only kept when a retention is set. */
function backups(bill: Bill<'backupGb'>): Charge[] {
  const days = withDefault(bill.properties.quantity('snapshotRetentionLimit'), 0);
  if (days.state === 'known' && days.value === 0) return [];
  return [bill.usage('Backup storage', 'elasticache/backup.gb-month', 'backupGb')];
}

/** AWS charges a share of the node's price for an old version of Redis OSS. */
function extendedSupport(
  bill: Bill,
  nodeType: Reading<string>,
  engine: Reading<string>,
  version: Reading<string>,
  nodes: Quantity,
): Charge[] {
  if (engine.state !== 'known' || engine.value !== 'redis' || version.state === 'absent') return [];
  const what = 'Extended support of an old engine version';
  if (version.state === 'unknown') return [bill.hourly(what, version)];
  const old = bill.oldVersion('elasticache', 'redis', version.value);
  if (old === undefined) return [];
  const third = old.thirdYearFrom !== undefined && bill.reached(old.thirdYearFrom) === 'yes';
  const share = Number(third ? old.thirdYear : old.firstYears);
  return [bill.hourly(what, priceKey`elasticache/${nodeType}/redis.hour`, times(nodes, share))];
}
