import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, through } from '../classes';
import { meter, metered } from '../meters';
import { notPriced } from '../parts/not-priced';
import { scaled } from '../parts/scaling';
import { type Metering, priced, priceKey, type Quantity, type Service, times, total } from '../service';
import { asPlanned, assume } from '../usage';

const USAGE = {
  storageGb: assume(0, 25, 'GB'),
  monthlyReads: assume(0, 1_000_000, 'read units a month'),
  monthlyWrites: assume(0, 1_000_000, 'write units a month'),
};
const TABLE_USAGE = {
  ...USAGE,
  restoredGb: assume(0, 25, 'GB that are restored'),
  importedGb: assume(0, 25, 'GB that are imported'),
  averageReadCapacity: asPlanned('read capacity units on average', 'the capacity in the plan'),
  averageWriteCapacity: asPlanned('write capacity units on average', 'the capacity in the plan'),
};
type Field = keyof typeof USAGE;
type TableField = keyof typeof TABLE_USAGE;

/**
 * Amazon DynamoDB: provisioned or on-demand reads and writes, storage, point-in-time recovery and replicas. Auto scaling
 * may move provisioned capacity later; streams and backups on demand are not counted.
 */
export const dynamodb: Service = {
  product: 'Amazon DynamoDB',
  pricingPage: 'https://aws.amazon.com/dynamodb/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:dynamodb/table:Table': priced(TABLE_USAGE, (metering) => {
      const { properties } = metering;
      return [
        ...throughput(metering, tableClass(properties.text('tableClass'))),
        metering.usage('Data stored', storageKey(tableClass(properties.text('tableClass'))), 'storageGb'),
        ...recovery(metering, properties.flag('pointInTimeRecovery.enabled')),
        ...replicas(metering),
        ...restore(metering),
        ...imported(metering),
        ...notPriced(metering, 'Warm throughput', ['warmThroughput']),
      ];
    }),

    // A replica repeats every write of its table, and stores all of it.
    'aws:dynamodb/tableReplica:TableReplica': priced(USAGE, (metering) => {
      const table = metering.linked('globalTableArn', 'aws:dynamodb/table:Table')?.properties;
      const classOf = metering.properties.text('tableClassOverride');
      return [
        ...(table === undefined
          ? [metering.hourly('Replicated writes', metering.missing('globalTableArn'))]
          : replicatedWrites(metering, table, known(1))),
        metering.usage(
          'Replica data stored',
          storageKey(tableClass(classOf.state === 'absent' && table ? table.text('tableClass') : classOf)),
          'storageGb',
        ),
        ...recovery(metering, metering.properties.flag('pointInTimeRecovery')),
      ];
    }),

    'aws:dynamodb/contributorInsights:ContributorInsights': byUse('events by the most active keys'),
    'aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex': priced({}, (metering) => {
      const read = (name: string) => metering.properties.quantity(`provisionedThroughput.${name}`);
      if (metering.properties.any('provisionedThroughput').state === 'absent') return []; // on demand: the table's requests
      return [
        metering.hourly('Read capacity of an index', 'dynamodb/provisioned-rcu.hour', read('readCapacityUnits')),
        metering.hourly('Write capacity of an index', 'dynamodb/provisioned-wcu.hour', read('writeCapacityUnits')),
      ];
    }),
    'aws:dynamodb/globalTable:GlobalTable': through('aws:dynamodb/tableReplica:TableReplica', 'old form of replicas'),
    'aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination': metered({
      changeUnits: meter(
        'Changes sent to Kinesis',
        'dynamodb/kinesis-cdc.unit',
        assume(0, 1_000_000, 'change units a month'),
      ),
    }),
    'aws:dynamodb/tableExport:TableExport': priced({ exportedGb: assume(0, 25, 'GB') }, (metering) => [
      metering.onceByUse('Table export', 'dynamodb/export.gb', 'exportedGb'),
    ]),
    'aws:dynamodb/tableItem:TableItem': through('aws:dynamodb/table:Table', 'one write, and storage of the table'),
    ...free('dynamodb', 'resourcePolicy tag'),
  },
};

/** The end of a price key: Standard is the provider's default and has none. */
const tableClass = (reading: Reading<string>): Maybe<string> =>
  mapReading(withDefault(reading, 'STANDARD'), (name) => (name === 'STANDARD_INFREQUENT_ACCESS' ? '-ia' : ''));

const storageKey = (suffix: Maybe<string>): Maybe<string> =>
  mapReading(suffix, (end) => (end === '' ? 'dynamodb/storage-standard.gb-month' : `dynamodb/storage${end}.gb-month`));

/** The provider's default is provisioned capacity. */
const billingMode = (table: Properties): Maybe<string> => withDefault(table.text('billingMode'), 'PROVISIONED');

function throughput(metering: Metering<TableField>, suffix: Maybe<string>): Charge[] {
  const mode = billingMode(metering.properties);
  if (mode.state === 'unknown') return [metering.hourly('Reads and writes', mode)];
  if (mode.value === 'PAY_PER_REQUEST') {
    return [
      metering.usage('On-demand reads', priceKey`dynamodb/ondemand-read${suffix}.rru`, 'monthlyReads'),
      metering.usage('On-demand writes', priceKey`dynamodb/ondemand-write${suffix}.wru`, 'monthlyWrites'),
    ];
  }
  return [
    {
      ...metering.hourly(
        'Read capacity',
        priceKey`dynamodb/provisioned-rcu${suffix}.hour`,
        scaledCapacity(metering, 'read'),
      ),
      usage: ['averageReadCapacity'],
    },
    {
      ...metering.hourly(
        'Write capacity',
        priceKey`dynamodb/provisioned-wcu${suffix}.hour`,
        scaledCapacity(metering, 'write'),
      ),
      usage: ['averageWriteCapacity'],
    },
  ];
}

/** What the table and each of its indexes have, as far as Application Auto Scaling leaves it; the owner's word decides. */
function scaledCapacity(metering: Metering<TableField>, kind: 'read' | 'write'): Quantity {
  const owned = metering.figure(kind === 'read' ? 'averageReadCapacity' : 'averageWriteCapacity');
  if (!owned.assumed) return owned.range;
  const name = `${kind}Capacity` as const;
  const unit = kind === 'read' ? 'ReadCapacityUnits' : 'WriteCapacityUnits';
  const own = scaled(metering, `dynamodb:table:${unit}`, metering.properties.quantity(name));
  const indexes = metering.properties.items('globalSecondaryIndexes');
  if (indexes.state === 'absent') return own;
  if (indexes.state === 'unknown') return indexes;
  const more = indexes.value.map((index): Quantity => {
    if (index.state !== 'known') return index;
    const part = valueOr(index.value.text('name'), undefined);
    return scaled(metering, `dynamodb:index:${unit}`, index.value.quantity(name), { part });
  });
  return total([own, ...more]);
}

/** The capacity of the table and of each of its global secondary indexes. */
function capacity(table: Properties, name: 'readCapacity' | 'writeCapacity') {
  const own = table.quantity(name);
  const indexes = table.items('globalSecondaryIndexes');
  if (indexes.state === 'absent') return total([own]);
  if (indexes.state === 'unknown') return indexes;
  const more = indexes.value.map((index) => (index.state === 'known' ? index.value.quantity(name) : index));
  return total([own, ...more]);
}

function recovery(metering: Metering<Field>, flag: Reading<boolean>): Charge[] {
  const enabled = withDefault(flag, false);
  if (enabled.state === 'known' && !enabled.value) return [];
  const key = mapReading(enabled, () => 'dynamodb/backup-pitr.gb-month');
  return [metering.usage('Point-in-time recovery', key, 'storageGb')];
}

/** A table that is filled from a bucket when it is made. */
function imported(metering: Metering<TableField>): Charge[] {
  if (metering.properties.any('importTable').state === 'absent') return [];
  return [metering.onceByUse('Import', 'dynamodb/import.gb', 'importedGb')];
}

/** A table made from a backup or from another table pays for what is restored. */
function restore(metering: Metering<TableField>): Charge[] {
  const sources = ['restoreBackupArn', 'restoreSourceName', 'restoreSourceTableArn'];
  if (sources.every((path) => metering.properties.any(path).state === 'absent')) return [];
  return [metering.onceByUse('Restore', 'dynamodb/restore.gb', 'restoredGb')];
}

/** Replicas in other regions, each at the prices of its own: writes are repeated, reads are its own, all is stored. */
function replicas(metering: Metering<Field>): Charge[] {
  const list = metering.properties.items('replicas');
  if (list.state === 'absent') return [];
  if (list.state === 'unknown') return [metering.hourly('Replicated writes', list)];
  const suffix = tableClass(metering.properties.text('tableClass'));
  return list.value.flatMap((replica) => {
    const region = replica.state === 'known' ? replica.value.text('regionName') : replica;
    const there = metering.inRegion(region);
    return [
      ...replicatedWrites(there, metering.properties, known(1)),
      ...replicaReads(there, suffix),
      there.usage('Replica data stored', storageKey(suffix), 'storageGb'),
    ];
  });
}

function replicaReads(metering: Metering<Field>, suffix: Maybe<string>): Charge[] {
  const mode = billingMode(metering.properties);
  if (mode.state === 'unknown') return [];
  if (mode.value === 'PAY_PER_REQUEST') {
    return [metering.usage('Replica reads', priceKey`dynamodb/ondemand-read${suffix}.rru`, 'monthlyReads')];
  }
  const reads = capacity(metering.properties, 'readCapacity');
  return [metering.hourly('Replica read capacity', priceKey`dynamodb/provisioned-rcu${suffix}.hour`, reads)];
}

/** The list has one price for replicated writes: a table of the infrequent-access class has another, which is not kept. */
function replicatedWrites(metering: Metering<Field>, table: Properties, count: Maybe<number>): Charge[] {
  const what = 'Replicated writes';
  const mode = billingMode(table);
  const suffix = tableClass(table.text('tableClass'));
  if (mode.state === 'unknown') return [metering.hourly(what, mode)];
  if (mode.value === 'PAY_PER_REQUEST') {
    return [metering.usage(what, priceKey`dynamodb/ondemand-replicated-write${suffix}.rwru`, 'monthlyWrites', count)];
  }
  return [
    metering.hourly(
      what,
      priceKey`dynamodb/provisioned-rwcu${suffix}.hour`,
      times(capacity(table, 'writeCapacity'), count),
    ),
  ];
}
