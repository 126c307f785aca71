import { through } from '../classes';
import { perHour } from '../meters';
import type { Service } from '../service';

/** Amazon CloudWatch Network Monitoring: probes. */
export const networkmonitor: Service = {
  product: 'Amazon CloudWatch',
  pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:networkmonitor/monitor:Monitor': through('aws:networkmonitor/probe:Probe', 'each of its probes is billed'),
    'aws:networkmonitor/probe:Probe': perHour('Network monitor probe', 'cloudwatch/network-monitor.monitor-hour'),
  },
};
