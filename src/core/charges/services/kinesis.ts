import { known, type Maybe, type Reading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free, subscription } from '../classes';
import { SOME_ZONES, zoneCount } from '../parts/addresses';
import { notPriced } from '../parts/not-priced';
import { fromTo, type Metering, priced, type Service, times } from '../service';
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
    'aws:kinesis/stream:Stream': priced(STREAM_USAGE, (metering) => {
      const mode = streamMode(metering);
      if (mode.state === 'unknown') return [metering.hourly('Data stream', mode)];
      return mode.value === 'ON_DEMAND' ? onDemand(metering) : provisioned(metering);
    }),

    'aws:kinesis/streamConsumer:StreamConsumer': priced({ dataOutGb: assume(0, 100, 'GB a month') }, (metering) => {
      const stream = metering.linked('streamArn', 'aws:kinesis/stream:Stream')?.properties;
      const shards = stream === undefined ? metering.missing('streamArn') : stream.quantity('shardCount');
      return [
        metering.hourly('Enhanced fan-out', 'kinesis/efo-consumer.shard-hour', shards),
        metering.usage('Enhanced fan-out data', 'kinesis/efo-data.gb', 'dataOutGb'),
      ];
    }),

    'aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream': priced(
      { ingestedGb: assume(0, 100, 'GB a month') },
      (metering) => firehose(metering.under('Amazon Data Firehose')),
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
function streamMode({ properties }: Metering): Maybe<string> {
  return withDefault(properties.text('streamModeDetails.streamMode'), 'PROVISIONED');
}

function provisioned(metering: Metering<keyof typeof STREAM_USAGE>): Charge[] {
  const shards = metering.properties.quantity('shardCount');
  const charges = [
    metering.hourly('Shard', 'kinesis/shard.hour', shards),
    metering.usage('PUT payload units', 'kinesis/put-payload-unit', 'putUnits'),
  ];
  const hours = withDefault(metering.properties.quantity('retentionPeriod'), 24); // the provider's default
  const key = hours.state === 'known' ? known('kinesis/extended-retention.shard-hour') : hours;
  if (hours.state === 'unknown' || hours.value > 24) charges.push(metering.hourly('Extended retention', key, shards));
  if (hours.state === 'known' && hours.value > 168) {
    charges.push(metering.usage('Long-term retention', 'kinesis/long-retention.gb-month', 'longRetentionGb'));
  }
  return [
    ...charges,
    ...shardMetrics(metering, shards),
    ...notPriced(metering, 'Warm throughput', ['warmThroughputMibPs']),
  ];
}

/** Metrics of each shard, where they are asked for: `ALL` is seven of them. */
function shardMetrics(metering: Metering, shards: Reading<number>): Charge[] {
  const asked = metering.properties.list('shardLevelMetrics');
  if (asked.state === 'absent' || (asked.state === 'known' && asked.value.length === 0)) return [];
  const all = asked.state === 'known' && asked.value.some((one) => one.state === 'known' && one.value === 'ALL');
  const metrics = asked.state === 'unknown' ? asked : known(all ? 7 : asked.value.length);
  const key = 'cloudwatch/metric-first10k.metric-month';
  return [metering.under('Amazon CloudWatch').monthly('Shard metrics', key, times(shards, metrics), 'metrics')];
}

const onDemand = (metering: Metering<keyof typeof STREAM_USAGE>): Charge[] => [
  metering.hourly('On-demand stream', 'kinesis/ondemand-stream.hour'),
  metering.usage('On-demand data in', 'kinesis/ondemand-in.gb', 'dataInGb'),
  metering.usage('On-demand data out', 'kinesis/ondemand-out.gb', 'dataOutGb'),
  ...notPriced(metering, 'Warm throughput', ['warmThroughputMibPs']),
];

const DESTINATIONS = ['elasticsearchConfiguration', 'opensearchConfiguration', 'opensearchserverlessConfiguration'];

/** What is taken in, by its source, and what is done to it on the way. */
function firehose(metering: Metering<'ingestedGb'>): Charge[] {
  const { properties } = metering;
  const isSet = (path: string) => properties.any(path).state !== 'absent';
  const source = isSet('kinesisSourceConfiguration')
    ? 'firehose/kinesis-source-first500tb.gb'
    : isSet('mskSourceConfiguration')
      ? 'firehose/msk-source-first500tb.gb'
      : 'firehose/direct-put-first500tb.gb';
  const charges = [metering.usage('Data ingested', source, 'ingestedGb')];
  const s3 = 'extendedS3Configuration';
  if (isOn(metering, `${s3}.dataFormatConversionConfiguration`)) {
    charges.push(metering.usage('Format conversion', 'firehose/format-conversion.gb', 'ingestedGb'));
  }
  if (isOn(metering, `${s3}.dynamicPartitioningConfiguration`)) {
    charges.push(metering.usage('Dynamic partitioning', 'firehose/dynamic-partition.gb', 'ingestedGb'));
  }
  const inVpc = DESTINATIONS.find((name) => isSet(`${name}.vpcConfig`));
  if (inVpc !== undefined) {
    const zones = zoneCount(properties, [`${inVpc}.vpcConfig.subnetIds`]);
    const count = zones.state === 'known' ? zones : SOME_ZONES;
    const isSure = properties.any(`${inVpc}.vpcConfig`).state === 'known';
    charges.push(
      metering.hourly('Delivery into a VPC', 'firehose/vpc-delivery.az-hour', isSure ? count : fromTo(0, count)),
      metering.usage('Data delivered into a VPC', 'firehose/vpc-delivery.gb', 'ingestedGb'),
    );
  }
  return charges;
}

/** A block of settings that is there is on unless it says otherwise. */
function isOn(metering: Metering, path: string): boolean {
  if (metering.properties.any(path).state === 'absent') return false;
  const enabled = metering.properties.flag(`${path}.enabled`);
  return !(enabled.state === 'known' && !enabled.value);
}
