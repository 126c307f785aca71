import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, urnOf } from '../../../support/resources';

describe('stream', () => {
  const base = { type: 'aws:kinesis/stream:Stream', properties: { shardCount: 2 } };

  test('shards', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Shard', '21.90', '21.90'],
      ['PUT payload units', '0.00', '0.14'],
    ]);
  });

  test('kept for a week', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, retentionPeriod: 168 } }))).toEqual([
      ['Shard', '21.90', '21.90'],
      ['PUT payload units', '0.00', '0.14'],
      ['Extended retention', '29.20', '29.20'],
    ]);
  });

  test('kept for a month', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, retentionPeriod: 720 } }))).toEqual([
      ['Shard', '21.90', '21.90'],
      ['PUT payload units', '0.00', '0.14'],
      ['Extended retention', '29.20', '29.20'],
      ['Long-term retention', '0.00', '2.30'],
    ]);
  });

  test('on demand', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, shardCount: undefined, streamModeDetails: { streamMode: 'ON_DEMAND' } },
        }),
      ),
    ).toEqual([
      ['On-demand stream', '29.20', '29.20'],
      ['On-demand data in', '0.00', '8.00'],
      ['On-demand data out', '0.00', '4.00'],
    ]);
  });
});

describe('consumer', () => {
  const base = { type: 'aws:kinesis/streamConsumer:StreamConsumer', properties: { streamArn: LATER } };

  test('for each shard', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { streamArn: [urnOf('aws:kinesis/stream:Stream', 'source')] } },
          { others: [aResource({ type: 'aws:kinesis/stream:Stream', name: 'source', properties: { shardCount: 2 } })] },
        ),
      ),
    ).toEqual([
      ['Enhanced fan-out', '21.90', '21.90'],
      ['Enhanced fan-out data', '0.00', '1.30'],
    ]);
  });

  test('of a stream that is not in the plan', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Enhanced fan-out', 'streamArn: which one is not known before deployment'],
      ['Enhanced fan-out data', '0.00', '1.30'],
    ]);
  });
});

describe('Firehose', () => {
  const base = { type: 'aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream' };

  test('data ingested', () => {
    expect(amounts(chargesOf(base))).toEqual([['Data ingested', '0.00', '2.90']]);
  });
});
