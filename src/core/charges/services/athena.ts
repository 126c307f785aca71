import { contents, free, through } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

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
    'aws:athena/workgroup:Workgroup': priced(
      { scannedTb: assume(0, 1, 'TB a month'), dpuHours: assume(0, 20, 'DPU-hours a month of Spark sessions') },
      (metering) => {
        const engine = metering.properties.text('configuration.engineVersion.selectedEngineVersion');
        return engine.state === 'known' && /spark/i.test(engine.value)
          ? [metering.usage('Spark sessions', 'athena/spark.dpu-hour', 'dpuHours')]
          : [metering.usage('Data scanned by queries', 'athena/query.tb-scanned', 'scannedTb')];
      },
    ),
    ...free('athena', 'namedQuery preparedStatement'),
  },
};
