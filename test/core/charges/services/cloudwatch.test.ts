import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('log group', () => {
  const base = { type: 'aws:cloudwatch/logGroup:LogGroup' };

  test('ingestion and storage', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Log ingestion', '0.00', '5.00'],
      ['Log storage', '0.00', '0.30'],
    ]);
  });

  test('the infrequent-access class', () => {
    expect(amounts(chargesOf({ ...base, properties: { logGroupClass: 'INFREQUENT_ACCESS' } }))).toEqual([
      ['Log ingestion', '0.00', '2.50'],
      ['Log storage', '0.00', '0.30'],
    ]);
  });

  test('the delivery class', () => {
    expect(amounts(chargesOf({ ...base, properties: { logGroupClass: 'DELIVERY' } }))).toEqual([
      ['Log ingestion', 'no price for the Delivery log class'],
      ['Log storage', '0.00', '0.30'],
    ]);
  });

  test('the owner knows the volume', () => {
    expect(
      amounts(
        chargesOf(base, {
          usage: [{ type: base.type, name: undefined, tag: undefined, figures: { ingestedGb: 100 } }],
        }),
      ),
    ).toEqual([
      ['Log ingestion', '50.00', '50.00'],
      ['Log storage', '0.00', '0.30'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['Log ingestion', '0.00', '5.70'],
      ['Log storage', '0.00', '0.30'],
    ]);
  });
});

describe('alarm', () => {
  const base = {
    type: 'aws:cloudwatch/metricAlarm:MetricAlarm',
    properties: { metricName: 'CPUUtilization', period: 300 },
  };

  test('a standard alarm', () => {
    expect(amounts(chargesOf(base))).toEqual([['Alarm', '0.10', '0.10']]);
  });

  test('high resolution', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, period: 10 } }))).toEqual([
      ['Alarm', '0.30', '0.30'],
    ]);
  });

  test('metric math counts its metrics', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            metricName: undefined,
            period: undefined,
            metricQueries: [
              { id: 'e', expression: 'a/b' },
              { id: 'a', metric: { period: 60 } },
              { id: 'b', metric: { period: 60 } },
            ],
          },
        }),
      ),
    ).toEqual([['Alarm', '0.20', '0.20']]);
  });

  test('metric math of high resolution', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            metricName: undefined,
            period: undefined,
            metricQueries: [{ id: 'a', metric: { period: 10 } }],
          },
        }),
      ),
    ).toEqual([['Alarm', '0.30', '0.30']]);
  });

  test('anomaly detection', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            metricName: undefined,
            period: undefined,
            metricQueries: [
              { id: 'e', expression: 'ANOMALY_DETECTION_BAND(a)' },
              { id: 'a', metric: { period: 60 } },
            ],
          },
        }),
      ),
    ).toEqual([['Alarm', '0.30', '0.30']]);
  });

  test('a query decides what it looks at', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            metricName: undefined,
            period: undefined,
            metricQueries: [{ id: 'q', expression: 'SELECT AVG(x) FROM y', period: 60 }],
          },
        }),
      ),
    ).toEqual([['Alarm', 'its query decides how many metrics it looks at']]);
  });

  test('one query decided later', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, period: undefined, metricQueries: [LATER] } })),
    ).toEqual([['Alarm', 'one of metricQueries is not known']]);
  });
});

describe('composite alarm', () => {
  const base = { type: 'aws:cloudwatch/compositeAlarm:CompositeAlarm' };

  test('by the month', () => {
    expect(amounts(chargesOf(base))).toEqual([['Composite alarm', '0.50', '0.50']]);
  });
});

describe('dashboard', () => {
  const base = { type: 'aws:cloudwatch/dashboard:Dashboard' };

  test('may be one of the free ones', () => {
    expect(amounts(chargesOf(base))).toEqual([['Dashboard', '0.00', '3.00']]);
  });
});

describe('metric stream', () => {
  const base = { type: 'aws:cloudwatch/metricStream:MetricStream' };

  test('by updates', () => {
    expect(amounts(chargesOf(base))).toEqual([['Metric stream', '0.00', '30.00']]);
  });
});

describe('events', () => {
  const base = { type: 'aws:cloudwatch/eventBus:EventBus' };

  test('custom events of a bus', () => {
    expect(amounts(chargesOf(base))).toEqual([['Custom events', '0.00', '0.10']]);
  });

  test('archive', () => {
    expect(amounts(chargesOf({ type: 'aws:cloudwatch/eventArchive:EventArchive' }))).toEqual([
      ['Events archived', '0.00', '1.00'],
      ['Archive storage', '0.00', '0.23'],
    ]);
  });

  test('API destination', () => {
    expect(amounts(chargesOf({ type: 'aws:cloudwatch/eventApiDestination:EventApiDestination' }))).toEqual([
      ['API destination', '0.00', '0.02'],
    ]);
  });
});
