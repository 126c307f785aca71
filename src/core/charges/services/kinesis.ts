import { known, type Maybe, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free, subscription } from '../classes';
import { type Bill, priced, type Service } from '../service';
import { assume } from '../usage';

const STREAM_USAGE = {
  dataInGb: assume(0, 100, 'GB a month'),
  dataOutGb: assume(0, 100, 'GB a month'),
  putUnits: assume(0, 10_000_000, 'PUT payload units a month'),
  longRetentionGb: assume(0, 100, 'GB kept longer than a week'),
};

/** Amazon Kinesis: data streams and their consumers, and Firehose. */
export const kinesis: Service = {
  product: 'Amazon Kinesis',
  pricingPage: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:kinesis/stream:Stream': priced(STREAM_USAGE, (bill) => {
      const mode = streamMode(bill);
      if (mode.state === 'unknown') return [bill.hourly('Data stream', mode)];
      return mode.value === 'ON_DEMAND' ? onDemand(bill) : provisioned(bill);
    }),

    'aws:kinesis/streamConsumer:StreamConsumer': priced({ dataOutGb: assume(0, 100, 'GB a month') }, (bill) => {
      const stream = bill.linked('streamArn')?.properties;
      const shards = stream === undefined ? bill.missing('streamArn') : stream.quantity('shardCount');
      return [
        bill.hourly('Enhanced fan-out', 'kinesis/efo-consumer.shard-hour', shards),
        bill.usage('Enhanced fan-out data', 'kinesis/efo-data.gb', 'dataOutGb'),
      ];
    }),

    'aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream': priced(
      { ingestedGb: assume(0, 100, 'GB a month') },
      (bill) => [
        bill.under('Amazon Data Firehose').usage('Data ingested', 'firehose/direct-put-first500tb.gb', 'ingestedGb'),
      ],
    ),

    'aws:kinesis/accountSettings:AccountSettings': subscription(
      'ENABLED commits the account to a minimum throughput for at least 24 hours, it stays after destroy',
    ),
    'aws:kinesis/analyticsApplication:AnalyticsApplication': byTime('processing units (service ended 2026-01)'),
    'aws:kinesis/videoStream:VideoStream': byUse('GB in, out and stored'),
    ...free('kinesis', 'resourcePolicy'),
  },
};

/** Provisioned unless asked otherwise: a stream without a mode has a number of shards. */
function streamMode({ properties }: Bill): Maybe<string> {
  return withDefault(properties.text('streamModeDetails.streamMode'), 'PROVISIONED');
}

function provisioned(bill: Bill<keyof typeof STREAM_USAGE>): Charge[] {
  const shards = bill.properties.quantity('shardCount');
  const charges = [
    bill.hourly('Shard', 'kinesis/shard.hour', shards),
    bill.usage('PUT payload units', 'kinesis/put-payload-unit', 'putUnits'),
  ];
  const hours = withDefault(bill.properties.quantity('retentionPeriod'), 24); // the provider's default
  const key = hours.state === 'known' ? known('kinesis/extended-retention.shard-hour') : hours;
  if (hours.state === 'unknown' || hours.value > 24) charges.push(bill.hourly('Extended retention', key, shards));
  if (hours.state === 'known' && hours.value > 168) {
    charges.push(bill.usage('Long-term retention', 'kinesis/long-retention.gb-month', 'longRetentionGb'));
  }
  return charges;
}

const onDemand = (bill: Bill<keyof typeof STREAM_USAGE>): Charge[] => [
  bill.hourly('On-demand stream', 'kinesis/ondemand-stream.hour'),
  bill.usage('On-demand data in', 'kinesis/ondemand-in.gb', 'dataInGb'),
  bill.usage('On-demand data out', 'kinesis/ondemand-out.gb', 'dataOutGb'),
];
