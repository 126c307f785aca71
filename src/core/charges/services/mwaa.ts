import { absent, type Maybe, mapReading, type Reading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { beyond, fromTo, type Metering, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

/** Amazon MWAA: environments with what they include, and workers beyond the first. Defaults are the provider's own. */
export const mwaa: Service = {
  product: 'Amazon Managed Workflows for Apache Airflow',
  pricingPage: 'https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:mwaa/environment:Environment': priced({ metadataGb: assume(1, 10, 'GB') }, (metering) => {
      const { properties } = metering;
      const name = withDefault(properties.text('environmentClass'), 'mw1.small');
      const size = mapReading(name, (text) => text.replace(/^mw1\./, ''));
      // An environment includes one worker, two web servers and two schedulers.
      const fewest = beyond(withDefault(properties.quantity('minWorkers'), 1), 1);
      const most = beyond(withDefault(properties.quantity('maxWorkers'), 10), 1);
      const schedulers = beyond(withDefault(properties.quantity('schedulers'), 2), 2);
      return [
        metering.hourly('Airflow environment', priceKey`mwaa/environment-${size}.hour`),
        metering.hourly('Additional workers', priceKey`mwaa/worker-${size}.hour`, fromTo(fewest, most)),
        ...webServers(metering, size),
        metering.hourly('Additional schedulers', priceKey`mwaa/scheduler-${size}.hour`, schedulers),
        metering.usage('Metadata database', 'mwaa/metadata-db.gb-month', 'metadataGb'),
      ];
    }),
  },
};

/** Two come with the environment. */
function webServers(metering: Metering, size: Maybe<string>): Charge[] {
  const [fewest, most] = ['minWebservers', 'maxWebservers'].map((name) => metering.properties.quantity(name));
  if (fewest?.state === 'absent' && most?.state === 'absent') return [];
  const extra = (count: Reading<number> = absent) => beyond(withDefault(count, 2), 2);
  const key = priceKey`mwaa/webserver-${size}.hour`;
  return [metering.hourly('Additional web servers', key, fromTo(extra(fewest), extra(most)))];
}
