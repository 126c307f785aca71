import { describe, expect, test } from 'vitest';
import { costInSteps, STEPPED, stepsOf } from '../../../src/core/charges/steps';
import { between, exactly, usd } from '../../../src/core/money';
import { amounts, chargesOf, prices } from '../../support/resources';

/** Keys of the book whose names say that they are one step of several. */
const named = new Set(
  ['global', ...prices.regions()].flatMap((region) =>
    [...prices.rows(region)]
      .map(({ service, key }) => `${service}/${key}`)
      .filter((key) => /(first|next|over)-?[\d.]+(b|m|k|h|tb|pb|gb)?\b|-next-next|tier[23]/.test(key)),
  ),
);
const listed = new Set(STEPPED.flatMap((steps) => steps.map(({ key }) => key)));

/** Steps that are in no list, and why. */
const SPARE = new Map([
  ['cloudfront/invalidation-over-1k.path', 'nothing bills the first thousand'],
  ['cloudwatch/application-signals-first100m.signal', 'not read'],
  ['config/proactive-rule-evaluation-next400k', 'not read'],
  ['config/proactive-rule-evaluation-over500k', 'not read'],
  ['datatransfer/internet-out-first10tb.gb', 'data transfer belongs to no resource'],
  ['datatransfer/internet-out-next100tb.gb', 'data transfer belongs to no resource'],
  ['datatransfer/internet-out-next40tb.gb', 'data transfer belongs to no resource'],
  ['datatransfer/internet-out-over150tb.gb', 'data transfer belongs to no resource'],
  ['detective/ingest-first1000.gb', 'the only step of the book'],
  ['ebs/io2-iops-tier2.iops-month', 'of each volume by itself'],
  ['ebs/io2-iops-tier3.iops-month', 'of each volume by itself'],
  ['firehose/iceberg-first250tb.gb', 'not read'],
  ['guardduty/lambda-network-first500gb.gb', 'the only step of the book'],
  ['iot/message-first1b', 'the only step of the book'],
  ['macie/sensitive-data-first50tb.gb', 'the only step of the book'],
  ['prometheus/ingest-first2b.sample', 'the only step of the book'],
  ['s3/storage-lens-first25b.object-month', 'the only step of the book'],
  ['waf/bot-control-common-over10m.request', 'what goes beyond the included'],
  ['waf/bot-control-targeted-over1m.request', 'what goes beyond the included'],
  ['waf/fraud-control-over30m.request', 'not read'],
]);

describe('prices that go down with the quantity', () => {
  test('have every step that the book names', () => {
    const left = [...named].filter((key) => !listed.has(key));
    const spare = left.filter(
      (key) => !/^(bedrock|guardduty\/vpc-flow|firehose\/vended|firehose\/iceberg|shield)/.test(key),
    );
    expect(spare.sort()).toEqual([...SPARE.keys()].filter((key) => !key.startsWith('firehose/')).sort());
    expect([...listed].filter((key) => prices.find('us-east-1', ...split(key)) === undefined)).toEqual([]);
  });

  const SIZES = new Map([
    ['', 1],
    ['k', 1e3],
    ['m', 1e6],
    ['b', 1e9],
    ['h', 3600],
    ['gb', 1],
    ['tb', 1024],
    ['pb', 1024 * 1024],
  ]);
  test('end where the names of their rows say', () => {
    // Two are named otherwise: what the first 50,000 users cost begins after those that were free.
    const others = STEPPED.filter(([first]) => !/mau-lite|lambda|interface-endpoint/.test(first?.key ?? ''));
    for (const steps of others) {
      let end = 0;
      for (const { key, upTo } of steps.slice(0, -1)) {
        const [, number = '', unit = ''] = /(?:first|next)([\d.]+)(k|m|b|h|gb|tb|pb|)\b/.exec(key) ?? [];
        end += Number(number) * (SIZES.get(unit) ?? Number.NaN);
        expect(upTo, key).toBe(end);
      }
      expect(steps.at(-1)?.upTo).toBe(Number.POSITIVE_INFINITY);
    }
  });

  test('never rise', () => {
    for (const steps of STEPPED) {
      const figures = steps.map(({ key }) => Number(prices.find('us-east-1', ...split(key))?.usd));
      expect(figures, steps[0]?.key).toEqual([...figures].sort((a, b) => b - a));
    }
  });

  test('price each part at its own step', () => {
    const steps = (stepsOf('acmpca/certificate-first1000') ?? []).map(({ key, upTo }) => {
      const price = prices.find('us-east-1', ...split(key));
      if (price === undefined) throw new Error(key);
      return { upTo, price };
    });
    // 1,000 × 0.75 + 9,000 × 0.35 + 2,000 × 0.001
    expect(costInSteps(exactly(usd(12_000)), steps).max.toFixed(2)).toBe('3902.00');
    expect(costInSteps(between(usd(0), usd(1000)), steps).max.toFixed(2)).toBe('750.00');
    expect(costInSteps(exactly(usd(0)), steps).max.toFixed(2)).toBe('0.00');
  });
});

const split = (key: string): [string, string] => [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];

test.each<[string, string, Record<string, unknown>, Record<string, number>, string]>([
  // 51,200 × 0.023 + 48,800 × 0.022
  ['storage', 'aws:s3/bucket:Bucket', {}, { storageGb: 100_000 }, '2251.20'],
  // 333 million × 0.0000035 + 167 million × 0.0000028
  ['REST requests', 'aws:apigateway/restApi:RestApi', {}, { monthlyRequests: 500e6 }, '1633.10'],
  // 300 million × 0.000001 + 100 million × 0.0000009
  ['HTTP requests', 'aws:apigatewayv2/api:Api', { protocolType: 'HTTP' }, { monthlyRequests: 400e6 }, '390.00'],
  // 10,240 × 0.085 + 9,760 × 0.08
  ['data to viewers', 'aws:cloudfront/distribution:Distribution', {}, { dataOutGb: 20_000 }, '1651.20'],
  // 100,000 × 0.001 + 50,000 × 0.0008
  ['evaluations', 'aws:cfg/rule:Rule', {}, { evaluations: 150_000 }, '140.00'],
])('%s beyond the first step', (_, type, properties, figures, amount) => {
  const usage = [{ type, name: undefined, tag: undefined, figures }];
  const charges = chargesOf({ type, properties }, { usage });
  expect(amounts(charges).map((line) => (line as string[])[2])).toContain(amount);
});

test('a function beyond 6 thousand million GB-seconds', () => {
  const type = 'aws:lambda/function:Function';
  const figures = { monthlyRequests: 8e9, averageDurationMs: 1000 };
  const usage = [{ type, name: undefined, tag: undefined, figures }];
  const [, duration] = chargesOf({ type, properties: { memorySize: 1024 } }, { usage });
  // 6e9 × 0.0000166667 + 2e9 × 0.000015
  expect(amounts(duration === undefined ? [] : [duration])).toEqual([['Lambda duration', '130000.20', '130000.20']]);
});
