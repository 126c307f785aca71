import type { Properties } from '../../properties';
import { type Maybe, mapReading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { type Metering, priced, type Service } from '../service';
import { assume, fixed } from '../usage';

const TRAIL_USAGE = {
  extraManagementEvents: fixed(0, 0, 'management events a month that another trail delivers too'),
  managementEvents: assume(0, 1_000_000, 'management events a month, for a trail after the first in the plan'),
  dataEvents: assume(0, 1_000_000, 'data events a month'),
  analyzedEvents: assume(0, 1_000_000, 'events a month that Insights analyzes'),
};

/** AWS CloudTrail: copies of events that trails deliver, and event data stores. */
export const cloudtrail: Service = {
  product: 'AWS CloudTrail',
  pricingPage: 'https://aws.amazon.com/cloudtrail/pricing/',
  readOn: '2026-11-24',
  resources: {
    // The first copy of management events in a region is free; a second trail in the plan pays.
    'aws:cloudtrail/trail:Trail': priced(TRAIL_USAGE, (metering) => [
      metering.usage(
        'Further copies of management events',
        'cloudtrail/management-event-extra',
        isFirst(metering) ? 'extraManagementEvents' : 'managementEvents',
      ),
      ...dataEvents(metering),
      ...(metering.properties.any('insightSelectors').state === 'absent'
        ? []
        : [metering.usage('Events analyzed by Insights', 'cloudtrail/insights-event', 'analyzedEvents')]),
    ]),
    'aws:cloudtrail/eventDataStore:EventDataStore': priced(
      {
        ingestedGb: assume(0, 10, 'GB a month'),
        scannedGb: assume(0, 10, 'GB a month'),
        oldGb: assume(0, 100, 'GB that are older than a year'),
      },
      (metering) => [
        metering.usage('Lake ingestion', ingestion(metering.properties), 'ingestedGb'),
        metering.usage('Lake queries', 'cloudtrail/lake-scan.gb', 'scannedGb'),
        ...longRetention(metering),
      ],
    ),

    ...free('cloudtrail', 'organizationDelegatedAdminAccount'),
  },
};

/** The first year is part of the price of ingestion; retention is 2,557 days by the provider's default, in its fixed mode. */
function longRetention(metering: Metering<'oldGb'>): Charge[] {
  const { properties } = metering;
  const mode = withDefault(properties.text('billingMode'), 'EXTENDABLE_RETENTION_PRICING');
  if (mode.state === 'known' && mode.value === 'FIXED_RETENTION_PRICING') return [];
  const days = withDefault(properties.quantity('retentionPeriod'), 2557); // the provider's default
  if (days.state === 'known' && days.value <= 366) return [];
  return [metering.usage('Extended retention', 'cloudtrail/lake-extended-storage.gb-month', 'oldGb')];
}

const isFirst = (metering: Metering): boolean =>
  metering.others(metering.resource.type)[0]?.urn === metering.resource.urn;

/** Data events are only delivered when a selector asks for something besides management events. */
function dataEvents(metering: Metering<keyof typeof TRAIL_USAGE>): Charge[] {
  if (!mayHaveDataEvents(metering.properties)) return [];
  return [metering.usage('Data events', 'cloudtrail/data-event', 'dataEvents')];
}

function mayHaveDataEvents(trail: Properties): boolean {
  if (trail.any('advancedEventSelectors').state !== 'absent') return true;
  const selectors = trail.items('eventSelectors');
  if (selectors.state !== 'known') return selectors.state === 'unknown';
  return selectors.value.some((one) => one.state !== 'known' || one.value.any('dataResources').state !== 'absent');
}

/** One year of retention that can be extended is the provider's default; seven years at once cost more. */
const ingestion = (store: Properties): Maybe<string> =>
  mapReading(withDefault(store.text('billingMode'), 'EXTENDABLE_RETENTION_PRICING'), (mode) =>
    mode === 'FIXED_RETENTION_PRICING' ? 'cloudtrail/lake-ingest-7y-first5tb.gb' : 'cloudtrail/lake-ingest-1y.gb',
  );
