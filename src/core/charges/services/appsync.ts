import { type Maybe, mapReading, type Reading } from '../../reading';
import { free } from '../classes';
import { meter, metered, readMeters, usageOfMeters } from '../meters';
import { TRACES, traces } from '../parts/telemetry';
import { priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

const GRAPHQL = {
  queries: meter('Queries and data modifications', 'appsync/query.request', assume(0, 1_000_000, 'operations a month')),
  realtimeUpdates: meter('Real-time updates', 'appsync/realtime-update', assume(0, 100_000, 'updates a month')),
  connectionMinutes: meter(
    'Real-time connections',
    'appsync/realtime-connection.minute',
    assume(0, 1_000_000, 'minutes a month'),
  ),
};

const EVENTS = {
  operations: meter('Event operations', 'appsync/realtime-operation', assume(0, 1_000_000, 'operations a month')),
  connectionMinutes: meter(
    'Event connections',
    'appsync/realtime-connection.minute',
    assume(0, 1_000_000, 'minutes a month'),
  ),
};

/** AWS AppSync: operations, real-time updates and connections of APIs, and their caches. */
export const appsync: Service = {
  product: 'AWS AppSync',
  pricingPage: 'https://aws.amazon.com/appsync/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:appsync/api:Api': metered(EVENTS),
    'aws:appsync/apiCache:ApiCache': priced({}, (metering) => [
      metering.hourly('API cache', cachePrice(metering.properties.text('type'))),
    ]),
    'aws:appsync/graphQLApi:GraphQLApi': priced({ ...usageOfMeters(GRAPHQL), ...TRACES }, (metering) => [
      ...readMeters(metering, GRAPHQL),
      ...traces(metering, metering.properties.flag('xrayEnabled')),
    ]),
    ...free(
      'appsync',
      `
      apiKey channelNamespace dataSource domainName domainNameApiAssociation function resolver
      sourceApiAssociation type
    `,
    ),
  },
};

/** Memory of each size of cache, as the price list names it. */
const CACHES = new Map([
  ['SMALL', '1.55'],
  ['MEDIUM', '3.22'],
  ['LARGE', '12.3'],
  ['XLARGE', '25.05'],
  ['LARGE_2X', '50.47'],
  ['LARGE_4X', '101.38'],
  ['LARGE_8X', '203.26'],
  ['LARGE_12X', '317.77'],
]);

const cachePrice = (type: Reading<string>): Maybe<string> =>
  priceKey`appsync/cache-${mapReading(type, (name) => CACHES.get(name) ?? name)}gb.hour`;
