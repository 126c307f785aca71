import { free } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon EventBridge schemas: events that a discoverer looks at. */
export const schemas: Service = {
  product: 'Amazon EventBridge',
  pricingPage: 'https://aws.amazon.com/eventbridge/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:schemas/discoverer:Discoverer': metered({
      events: meter('Schema discovery', 'eventbridge/schema-discovery.event', assume(0, 1_000_000, 'events a month')),
    }),
    ...free('schemas', 'registry registryPolicy schema'),
  },
};
