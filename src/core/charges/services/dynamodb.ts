import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, through } from '../classes';
import { meter, metered } from '../meters';
import { type Bill, priced, priceKey, type Service, times, total } from '../service';
import { assume } from '../usage';

const USAGE = {
  storageGb: assume(0, 25, 'GB'),
  monthlyReads: assume(0, 1_000_000, 'read units a month'),
  monthlyWrites: assume(0, 1_000_000, 'write units a month'),
};
type Field = keyof typeof USAGE;

/**
 * Amazon DynamoDB: provisioned or on-demand reads and writes, storage, point-in-time recovery and replicas. Auto scaling
 * may move provisioned capacity later; streams and backups on demand are not counted.
 */
export const dynamodb: Service = {
  product: 'Amazon DynamoDB',
  pricingPage: 'https://aws.amazon.com/dynamodb/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:dynamodb/table:Table': priced(USAGE, (bill) => {
      const { properties } = bill;
      return [
        ...throughput(bill, tableClass(properties.text('tableClass'))),
        bill.usage('Data stored', storageKey(tableClass(properties.text('tableClass'))), 'storageGb'),
        ...recovery(bill, properties.flag('pointInTimeRecovery.enabled')),
        ...replicas(bill),
      ];
    }),

    // A replica repeats every write of its table, and stores all of it.
    'aws:dynamodb/tableReplica:TableReplica': priced(USAGE, (bill) => {
      const table = bill.linked('globalTableArn')?.properties;
      const classOf = bill.properties.text('tableClassOverride');
      return [
        ...(table === undefined
          ? [bill.hourly('Replicated writes', bill.missing('globalTableArn'))]
          : replicatedWrites(bill, table, known(1))),
        bill.usage(
          'Replica data stored',
          storageKey(tableClass(classOf.state === 'absent' && table ? table.text('tableClass') : classOf)),
          'storageGb',
        ),
        ...recovery(bill, bill.properties.flag('pointInTimeRecovery')),
      ];
    }),

    'aws:dynamodb/contributorInsights:ContributorInsights': byUse('events by the most active keys'),
    'aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex': priced({}, (bill) => {
      const read = (name: string) => bill.properties.quantity(`provisionedThroughput.${name}`);
      if (bill.properties.any('provisionedThroughput').state === 'absent') return []; // on demand: the table's requests
      return [
        bill.hourly('Read capacity of an index', 'dynamodb/provisioned-rcu.hour', read('readCapacityUnits')),
        bill.hourly('Write capacity of an index', 'dynamodb/provisioned-wcu.hour', read('writeCapacityUnits')),
      ];
    }),
    'aws:dynamodb/globalTable:GlobalTable': through('aws:dynamodb/tableReplica:TableReplica', 'old form of replicas'),
    'aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination': metered({
      changeUnits: meter('Changes sent to Kinesis', 'dynamodb/kinesis-cdc.unit', 0, 1_000_000, 'change units a month'),
    }),
    'aws:dynamodb/tableExport:TableExport': priced({ exportedGb: assume(0, 25, 'GB') }, (bill) => {
      const amount = { key: 'dynamodb/export.gb', count: known(bill.figure('exportedGb').range) };
      return [bill.once('once', 'Table export', amount)];
    }),
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

function throughput(bill: Bill<Field>, suffix: Maybe<string>): Charge[] {
  const mode = billingMode(bill.properties);
  if (mode.state === 'unknown') return [bill.hourly('Reads and writes', mode)];
  if (mode.value === 'PAY_PER_REQUEST') {
    return [
      bill.usage('On-demand reads', priceKey`dynamodb/ondemand-read${suffix}.rru`, 'monthlyReads'),
      bill.usage('On-demand writes', priceKey`dynamodb/ondemand-write${suffix}.wru`, 'monthlyWrites'),
    ];
  }
  return [
    bill.hourly(
      'Read capacity',
      priceKey`dynamodb/provisioned-rcu${suffix}.hour`,
      capacity(bill.properties, 'readCapacity'),
    ),
    bill.hourly(
      'Write capacity',
      priceKey`dynamodb/provisioned-wcu${suffix}.hour`,
      capacity(bill.properties, 'writeCapacity'),
    ),
  ];
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

function recovery(bill: Bill<Field>, flag: Reading<boolean>): Charge[] {
  const enabled = withDefault(flag, false);
  if (enabled.state === 'known' && !enabled.value) return [];
  const key = mapReading(enabled, () => 'dynamodb/backup-pitr.gb-month');
  return [bill.usage('Point-in-time recovery', key, 'storageGb')];
}

/** Replicas in other regions, at the prices of the table's own region: other regions differ a little. */
function replicas(bill: Bill<Field>): Charge[] {
  const list = bill.properties.list('replicas');
  if (list.state === 'absent' || (list.state === 'known' && list.value.length === 0)) return [];
  const count = mapReading(list, (items) => items.length);
  return [
    ...replicatedWrites(bill, bill.properties, count),
    bill.usage('Replica data stored', storageKey(tableClass(bill.properties.text('tableClass'))), 'storageGb', count),
  ];
}

/** The list has one price for replicated writes: a table of the infrequent-access class has another, which is not kept. */
function replicatedWrites(bill: Bill<Field>, table: Properties, count: Maybe<number>): Charge[] {
  const what = 'Replicated writes';
  const mode = billingMode(table);
  const suffix = tableClass(table.text('tableClass'));
  if (mode.state === 'unknown') return [bill.hourly(what, mode)];
  if (mode.value === 'PAY_PER_REQUEST') {
    return [bill.usage(what, priceKey`dynamodb/ondemand-replicated-write${suffix}.rwru`, 'monthlyWrites', count)];
  }
  return [
    bill.hourly(
      what,
      priceKey`dynamodb/provisioned-rwcu${suffix}.hour`,
      times(capacity(table, 'writeCapacity'), count),
    ),
  ];
}
