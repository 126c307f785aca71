import { mapReading, withDefault } from '../../reading';
import { meter, metered } from '../meters';
import { fromTo, priced, type Service, times, total } from '../service';
import { assume } from '../usage';

/** Amazon Managed Service for Apache Flink: processing units with their storage, and backups. Scaling may add units later. */
export const kinesisanalyticsv2: Service = {
  product: 'Amazon Managed Service for Apache Flink',
  pricingPage: 'https://aws.amazon.com/managed-service-apache-flink/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:kinesisanalyticsv2/application:Application': priced({}, (metering) => {
      const parallelism = 'applicationConfiguration.flinkApplicationConfiguration.parallelismConfiguration';
      const asked = metering.properties.quantity(`${parallelism}.parallelism`);
      const perUnit = withDefault(metering.properties.quantity(`${parallelism}.parallelismPerKpu`), 1); // AWS's default
      const mode = withDefault(metering.properties.text('applicationMode'), 'STREAMING');
      const units = times(
        withDefault(asked, 1),
        mapReading(perUnit, (count) => 1 / count),
      );
      // One unit more runs each application, and another one an interactive notebook.
      const all = total([units, mode.state === 'unknown' ? fromTo(1, 2) : mode.value === 'INTERACTIVE' ? 2 : 1]);
      return [
        metering.hourly('Flink processing units', 'managed-flink/kpu.hour', all),
        // 50 GB of running storage come with each unit.
        metering.monthly('Running application storage', 'managed-flink/app-storage.gb-month', times(units, 50), 'GB'),
      ];
    }),
    'aws:kinesisanalyticsv2/applicationSnapshot:ApplicationSnapshot': metered({
      storedGb: meter('Application backup', 'managed-flink/backup.gb-month', assume(0, 10, 'GB')),
    }),
  },
};
