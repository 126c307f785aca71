import { meter, metered } from '../meters';
import { TRACES, traces } from '../parts/telemetry';
import { priced, type Service } from '../service';
import { assume, fixed } from '../usage';

/** Amazon CloudWatch RUM: events of the sampled sessions, and metrics made of them. */
export const rum: Service = {
  product: 'Amazon CloudWatch RUM',
  pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:rum/appMonitor:AppMonitor': priced({ events: assume(0, 100_000, 'events a month'), ...TRACES }, (metering) => [
      metering.usage('RUM events', 'cloudwatch/rum.event', 'events'),
      ...traces(metering, metering.properties.flag('appMonitorConfiguration.enableXray')),
    ]),
    'aws:rum/metricsDestination:MetricsDestination': metered({
      metrics: meter('Extended metrics', 'cloudwatch/metric-first10k.metric-month', fixed(0, 10, 'metrics')),
    }),
  },
};
