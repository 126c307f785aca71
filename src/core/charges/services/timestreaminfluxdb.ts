import { mapReading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { publicAddresses } from '../parts/addresses';
import { type Bill, fromTo, priced, priceKey, type Service, times } from '../service';

/** Amazon Timestream for InfluxDB: instances and their storage. */
export const timestreaminfluxdb: Service = {
  product: 'Amazon Timestream',
  pricingPage: 'https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-rr-licensing.html',
  readOn: '2026-11-25',
  resources: {
    'aws:timestreaminfluxdb/dbCluster:DbCluster': priced({}, (bill) => {
      const licence = bill.under('AWS Marketplace');
      return [
        ...influx(bill, 2), // a writer and a reader
        licence.stated(
          'hourly',
          'Read replica licence',
          unknown('no price is kept for this licence of AWS Marketplace'),
        ),
      ];
    }),
    'aws:timestreaminfluxdb/dbInstance:DbInstance': priced({}, (bill) => influx(bill, 1)),
  },
};

/** IOPS that each kind of storage includes, as the price list names them. */
const STORAGE = new Map([
  ['InfluxIOIncludedT1', '3k'],
  ['InfluxIOIncludedT2', '12k'],
  ['InfluxIOIncludedT3', '16k'],
]);

function influx(bill: Bill, nodes: number): Charge[] {
  const { properties } = bill;
  const deployment = mapReading(withDefault(properties.text('deploymentType'), 'SINGLE_AZ'), (name) =>
    name === 'WITH_MULTIAZ_STANDBY' ? 'multi-az' : 'single-az',
  );
  const iops = mapReading(
    withDefault(properties.text('dbStorageType'), 'InfluxIOIncludedT1'),
    (name) => STORAGE.get(name) ?? name,
  );
  const open = withDefault(properties.flag('publiclyAccessible'), false); // the provider's default
  const charges = [
    bill.hourly('InfluxDB instance', priceKey`influxdb/${properties.text('dbInstanceType')}/${deployment}.hour`, nodes),
    bill.monthly(
      'InfluxDB storage',
      priceKey`timestream/influxdb-storage-${iops}-iops-${deployment}.gb-month`,
      times(properties.quantity('allocatedStorage'), nodes),
      'GB',
    ),
  ];
  if (open.state === 'known' && !open.value) return charges;
  return [...charges, publicAddresses(bill, open.state === 'known' ? nodes : fromTo(0, nodes))];
}
