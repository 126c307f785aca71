import { mapReading, sameText, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { type Metering, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

/** Amazon Keyspaces: reads and writes, storage and point-in-time recovery of tables. */
export const keyspaces: Service = {
  product: 'Amazon Keyspaces',
  pricingPage: 'https://aws.amazon.com/keyspaces/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:keyspaces/table:Table': priced(
      {
        storageGb: assume(0, 25, 'GB'),
        monthlyReads: assume(0, 1_000_000, 'reads a month'),
        monthlyWrites: assume(0, 1_000_000, 'writes a month'),
      },
      table,
    ),
    ...free('keyspaces', 'keyspace'),
  },
};

/** On demand unless the table says otherwise, as AWS documents. */
function table(metering: Metering<'storageGb' | 'monthlyReads' | 'monthlyWrites'>): Charge[] {
  const { properties } = metering;
  const mode = withDefault(properties.text('capacitySpecification.throughputMode'), 'PAY_PER_REQUEST');
  const storage = metering.usage('Table storage', 'keyspaces/storage.gb-month', 'storageGb');
  const recovery = withDefault(properties.text('pointInTimeRecovery.status'), 'DISABLED');
  const backups =
    recovery.state === 'known' && recovery.value === 'DISABLED'
      ? []
      : [
          metering.usage(
            'Point-in-time recovery',
            priceKey`${mapReading(recovery, () => 'keyspaces/backup-pitr.gb-month')}`,
            'storageGb',
          ),
        ];
  if (mode.state === 'unknown') return [metering.hourly('Reads and writes', mode), storage, ...backups];
  const capacity = sameText(mode.value, 'PROVISIONED')
    ? [
        metering.hourly(
          'Read capacity',
          'keyspaces/provisioned-rcu.hour',
          properties.quantity('capacitySpecification.readCapacityUnits'),
        ),
        metering.hourly(
          'Write capacity',
          'keyspaces/provisioned-wcu.hour',
          properties.quantity('capacitySpecification.writeCapacityUnits'),
        ),
      ]
    : [
        metering.usage('On-demand reads', 'keyspaces/ondemand-read.rru', 'monthlyReads'),
        metering.usage('On-demand writes', 'keyspaces/ondemand-write.wru', 'monthlyWrites'),
      ];
  return [...capacity, storage, ...backups];
}
