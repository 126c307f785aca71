import { contents, free, through } from '../classes';
import { meter, metered } from '../meters';
import { priced, type Service } from '../service';

/** Amazon Athena: data scanned by the queries of a workgroup, and reserved capacity. */
export const athena: Service = {
  product: 'Amazon Athena',
  pricingPage: 'https://aws.amazon.com/athena/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:athena/capacityReservation:CapacityReservation': priced({}, (metering) => [
      metering.hourly('Reserved capacity', 'athena/provisioned.dpu-hour', metering.properties.quantity('targetDpus')),
    ]),
    'aws:athena/dataCatalog:DataCatalog': contents('a federated catalog creates a connection and a function', 'C'),
    'aws:athena/database:Database': through(
      'aws:glue/catalogDatabase:CatalogDatabase',
      'an object in the Glue catalog',
    ),
    'aws:athena/workgroup:Workgroup': metered({
      scannedTb: meter('Data scanned by queries', 'athena/query.tb-scanned', 0, 1, 'TB a month'),
    }),
    ...free('athena', 'namedQuery preparedStatement'),
  },
};
