import { byTime } from '../classes';
import { interfaceEndpoint } from '../parts/addresses';
import type { Service } from '../service';

/** Amazon Neptune Analytics: private endpoints of graphs. */
export const neptunegraph: Service = {
  product: 'Amazon Neptune Analytics',
  pricingPage: 'https://aws.amazon.com/neptune/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:neptunegraph/graph:Graph': byTime('memory units an hour'),
    'aws:neptunegraph/privateGraphEndpoint:PrivateGraphEndpoint': interfaceEndpoint(['subnetIds']),
  },
};
