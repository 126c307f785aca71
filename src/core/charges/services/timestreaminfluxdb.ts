import { mapReading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { openAddresses } from '../parts/addresses';
import { type Metering, priced, priceKey, type Service, times } from '../service';

/** Amazon Timestream for InfluxDB: instances and their storage. */
export const timestreaminfluxdb: Service = {
  product: 'Amazon Timestream',
  pricingPage: 'https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-rr-licensing.html',
  readOn: '2026-11-25',
  resources: {
    // A writer and a reader; the rule influxdb-read-replica-license adds the licence.
    'aws:timestreaminfluxdb/dbCluster:DbCluster': priced({}, (metering) => influx(metering, 2)),
    'aws:timestreaminfluxdb/dbInstance:DbInstance': priced({}, (metering) => influx(metering, 1)),
  },
};

/** IOPS that each kind of storage includes, as the price list names them. */
const STORAGE = new Map([
  ['InfluxIOIncludedT1', '3k'],
  ['InfluxIOIncludedT2', '12k'],
  ['InfluxIOIncludedT3', '16k'],
]);

function influx(metering: Metering, nodes: number): Charge[] {
  const { properties } = metering;
  const deployment = mapReading(withDefault(properties.text('deploymentType'), 'SINGLE_AZ'), (name) =>
    name === 'WITH_MULTIAZ_STANDBY' ? 'multi-az' : 'single-az',
  );
  const iops = mapReading(
    withDefault(properties.text('dbStorageType'), 'InfluxIOIncludedT1'),
    (name) => STORAGE.get(name) ?? name,
  );
  return [
    metering.hourly(
      'InfluxDB instance',
      priceKey`influxdb/${properties.text('dbInstanceType')}/${deployment}.hour`,
      nodes,
    ),
    metering.monthly(
      'InfluxDB storage',
      priceKey`timestream/influxdb-storage-${iops}-iops-${deployment}.gb-month`,
      times(properties.quantity('allocatedStorage'), nodes),
      'GB',
    ),
    ...openAddresses(metering, nodes),
  ];
}
