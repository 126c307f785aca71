import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('trail', () => {
  const base = { type: 'aws:cloudtrail/trail:Trail' };

  test('the first copy of management events is free', () => {
    expect(amounts(chargesOf(base))).toEqual([['Further copies of management events', '0.00', '0.00']]);
  });

  test('the owner knows that it is a second trail', () => {
    expect(
      amounts(
        chargesOf(base, {
          usage: [{ type: base.type, name: undefined, tag: undefined, figures: { extraManagementEvents: 1000000 } }],
        }),
      ),
    ).toEqual([['Further copies of management events', '20.00', '20.00']]);
  });

  test('data events', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { eventSelectors: [{ dataResources: [{ type: 'AWS::S3::Object' }] }] } }),
      ),
    ).toEqual([
      ['Further copies of management events', '0.00', '0.00'],
      ['Data events', '0.00', '1.00'],
    ]);
  });

  test('a selector without data events', () => {
    expect(amounts(chargesOf({ ...base, properties: { eventSelectors: [{ readWriteType: 'All' }] } }))).toEqual([
      ['Further copies of management events', '0.00', '0.00'],
    ]);
  });

  test('selectors decided later', () => {
    expect(amounts(chargesOf({ ...base, properties: { eventSelectors: LATER } }))).toEqual([
      ['Further copies of management events', '0.00', '0.00'],
      ['Data events', '0.00', '1.00'],
    ]);
  });

  test('event data store', () => {
    expect(amounts(chargesOf({ type: 'aws:cloudtrail/eventDataStore:EventDataStore' }))).toEqual([
      ['Lake ingestion', '0.00', '7.50'],
      ['Lake queries', '0.00', '0.05'],
      ['Extended retention', '0.00', '2.30'],
    ]);
    const year = { type: 'aws:cloudtrail/eventDataStore:EventDataStore', properties: { retentionPeriod: 365 } };
    expect(chargesOf(year)).toHaveLength(2);
  });
});
