import { mapReading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free, through } from '../classes';
import { meter, metered } from '../meters';
import { openAddresses } from '../parts/addresses';
import { averageSize, groupCharges } from '../parts/scaling';
import { beyond, fromTo, type Metering, priced, priceKey, type Service, times } from '../service';
import { assume } from '../usage';

/** AWS Database Migration Service: replication instances and their storage beyond the included. */
export const dms: Service = {
  product: 'AWS Database Migration Service',
  pricingPage: 'https://aws.amazon.com/dms/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:dms/replicationInstance:ReplicationInstance': priced({}, (metering) => {
      const type = metering.properties.text('replicationInstanceClass');
      const zones = deployment(metering);
      return [
        metering.hourly('Replication instance', priceKey`dms/${type}/${zones}.hour`),
        ...storage(metering),
        ...openAddresses(metering),
      ];
    }),

    'aws:dms/migrationProject:MigrationProject': metered({
      migrationHours: meter(
        'Homogeneous data migration',
        'dms/serverless-or-homogeneous.hour',
        assume(0, 24, 'hours of data migrations a month', 730),
      ),
    }),
    'aws:dms/replicationConfig:ReplicationConfig': priced(averageSize('capacity units'), (metering) => {
      const units = (name: string) => metering.properties.quantity(`computeConfig.${name}`);
      const zones = mapReading(withDefault(metering.properties.flag('computeConfig.multiAz'), false), (both) =>
        both ? 2 : 1,
      );
      const least = withDefault(units('minCapacityUnits'), 1); // the least that AWS offers
      return groupCharges(metering, { count: fromTo(least, units('maxCapacityUnits')) }, (count) => [
        metering.hourly('Serverless capacity units', 'dms/serverless-or-homogeneous.hour', times(count, zones)),
      ]);
    }),
    'aws:dms/replicationTask:ReplicationTask': through(
      'aws:dms/replicationInstance:ReplicationInstance',
      'runs on the instance',
    ),
    ...free(
      'dms',
      `
        certificate dataProvider endpoint eventSubscription instanceProfile replicationSubnetGroup s3Endpoint
      `,
    ),
  },
};

/** In one zone unless asked otherwise, as CreateReplicationInstance documents. */
const deployment = ({ properties }: Metering) =>
  mapReading(withDefault(properties.flag('multiAz'), false), (both) => (both ? 'multi-az' : 'single-az'));

/** Each instance includes storage: 50 GB the burstable classes, 100 GB the others. AWS's default is no more than that. */
function storage(metering: Metering): Charge[] {
  const size = metering.properties.quantity('allocatedStorage');
  if (size.state === 'absent') return [];
  const type = metering.properties.text('replicationInstanceClass');
  if (type.state !== 'known') return [];
  const extra = beyond(size, type.value.startsWith('dms.t') ? 50 : 100);
  if (extra.state === 'known' && extra.value === 0) return [];
  return [
    metering.monthly(
      'Storage beyond the included',
      priceKey`dms/storage-${deployment(metering)}.gb-month`,
      extra,
      'GB',
    ),
  ];
}
