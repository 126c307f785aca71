import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, type Unknown, unknown, withDefault } from '../../reading';
import { free } from '../classes';
import { openAddresses } from '../parts/addresses';
import { LOGS, logs } from '../parts/telemetry';
import { type Metering, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

/** How the price list names a deployment: the price is for all of its brokers. */
const DEPLOYMENTS = new Map([
  ['SINGLE_INSTANCE', 'single'],
  ['ACTIVE_STANDBY_MULTI_AZ', 'active-standby'],
  ['CLUSTER_MULTI_AZ', 'cluster-3-nodes'],
]);

/** Amazon MQ: brokers and their storage. */
export const mq: Service = {
  product: 'Amazon MQ',
  pricingPage: 'https://aws.amazon.com/amazon-mq/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:mq/broker:Broker': priced({ storageGb: assume(0, 20, 'GB'), ...LOGS }, (metering) => {
      const engine = mapReading(metering.properties.text('engineType'), (name) => name.toLowerCase());
      const type = metering.properties.text('hostInstanceType');
      const asked = withDefault(metering.properties.text('deploymentMode'), 'SINGLE_INSTANCE'); // the provider's default
      const mode = mapReading(asked, (name) => name.toUpperCase());
      const deployment = mapReading(mode, (name) => DEPLOYMENTS.get(name) ?? name);
      // Every node of a cluster keeps its own copy.
      const copies = mapReading(mode, (name) => (name === 'CLUSTER_MULTI_AZ' ? 3 : 1));
      return [
        metering.hourly('Message broker', priceKey`mq/${type}/${engine}/${deployment}.hour`),
        metering.usage('Broker storage', storage(metering), 'storageGb', copies),
        ...openAddresses(
          metering,
          mapReading(mode, (name) => NODES.get(name) ?? 1),
        ),
        ...logs(metering, loggedKinds(metering.properties), '/aws/amazonmq/'),
      ];
    }),

    ...free('mq', 'configuration'),
  },
};

function loggedKinds(broker: Properties): Reading<readonly unknown[]> {
  const flags = ['logs.general', 'logs.audit'].map((path) => broker.flag(path));
  return (
    (flags.find(({ state }) => state === 'unknown') as Unknown | undefined) ??
    known(flags.filter((flag) => flag.state === 'known' && flag.value))
  );
}

/** Brokers of each deployment. */
const NODES = new Map([
  ['ACTIVE_STANDBY_MULTI_AZ', 2],
  ['CLUSTER_MULTI_AZ', 3],
]);

/** ActiveMQ uses EFS unless asked otherwise, RabbitMQ always EBS, as the provider documents. */
function storage({ properties }: Metering): Maybe<string> {
  const engine = properties.text('engineType');
  if (engine.state !== 'known') return engine.state === 'unknown' ? engine : unknown('engineType is not set');
  const rabbit = engine.value.toLowerCase() === 'rabbitmq';
  const type = withDefault(properties.text('storageType'), rabbit ? 'ebs' : 'efs');
  return mapReading(type, (name) =>
    name.toLowerCase() === 'ebs' ? 'mq/storage-ebs-single-az.gb-month' : 'mq/storage-efs.gb-month',
  );
}
