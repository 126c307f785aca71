import { unknown, withDefault } from '../../reading';
import { free } from '../classes';
import { fromTo, type Metering, priced, type Service, times } from '../service';

/** Amazon MSK Connect: capacity units of connectors. */
export const mskconnect: Service = {
  product: 'Amazon Managed Streaming for Apache Kafka',
  pricingPage: 'https://aws.amazon.com/msk/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:mskconnect/connector:Connector': priced({}, (metering) => [
      metering.hourly('Connector capacity units', 'msk/connect.mcu-hour', connectorUnits(metering)),
    ]),

    ...free('mskconnect', 'customPlugin workerConfiguration'),
  },
};

/** Units of each worker (one by the provider's default) × workers, which may scale. */
function connectorUnits({ properties }: Metering) {
  const capacity = (path: string) => properties.quantity(`capacity.${path}`);
  const scaling = properties.any('capacity.autoscaling');
  if (scaling.state === 'unknown') return scaling;
  if (scaling.state === 'known') {
    const workers = fromTo(capacity('autoscaling.minWorkerCount'), capacity('autoscaling.maxWorkerCount'));
    return times(workers, withDefault(capacity('autoscaling.mcuCount'), 1));
  }
  const fixed = properties.any('capacity.provisionedCapacity');
  if (fixed.state !== 'known') return fixed.state === 'unknown' ? fixed : unknown('its capacity is not set');
  return times(capacity('provisionedCapacity.workerCount'), withDefault(capacity('provisionedCapacity.mcuCount'), 1));
}
