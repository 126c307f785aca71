import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf } from '../../../support/resources';

const FUNCTION = 'aws:lambda/function:Function';

describe('function', () => {
  const charges = (properties: Record<string, unknown>, figures?: Record<string, number>) =>
    chargesOf(
      { type: FUNCTION, properties },
      { usage: figures === undefined ? [] : [{ type: FUNCTION, name: undefined, tag: undefined, figures }] },
    );
  const of = (...args: Parameters<typeof charges>) => amounts(charges(...args));

  test('nothing to about a dollar, by what is assumed', () => {
    expect(of({})).toEqual([
      ['Lambda requests', '0.00', '0.20'],
      ['Lambda duration', '0.00', '1.04'],
    ]);
    expect(charges({})[1]?.quantity).toBe('0 to 1000000 requests a month × 100 to 500 ms on average');
  });

  test('the owner knows both figures', () => {
    const known = { monthlyRequests: 10_000_000, averageDurationMs: 200 };
    expect(of({ memorySize: 1024 }, known)).toEqual([
      ['Lambda requests', '2.00', '2.00'],
      ['Lambda duration', '33.33', '33.33'],
    ]);
    expect(charges({}, known).map(({ assumed }) => assumed)).toEqual([false, false]);
  });

  test('one figure of two is still assumed', () => {
    expect(charges({}, { monthlyRequests: 1 }).map(({ assumed }) => assumed)).toEqual([false, true]);
  });

  test('on ARM', () => {
    expect(of({ architectures: ['arm64'] })[1]).toEqual(['Lambda duration', '0.00', '0.83']);
  });

  test('on instances of its own', () => {
    expect(of({ capacityProviderConfig: {} })[2]).toEqual([
      'Lambda managed instances',
      'no price for capacityProviderConfig',
    ]);
  });

  test('a region without a list', () => {
    expect(amounts(chargesOf({ type: FUNCTION, region: 'xx-test-1' }))[0]).toEqual([
      'Lambda requests',
      'no prices for the region xx-test-1',
    ]);
  });
});

describe('provisioned concurrency', () => {
  const lambda = aResource({ type: FUNCTION, name: 'fn', properties: { memorySize: 512 } });
  const of = (count: unknown, others = [lambda]) =>
    amounts(
      chargesOf(
        {
          type: 'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
          properties: { provisionedConcurrentExecutions: count },
          dependencies: { functionName: [lambda.urn] },
        },
        { others },
      ),
    );

  test('memory kept ready around the clock', () => {
    expect(of(2)).toEqual([['Provisioned concurrency', '10.95', '10.95']]);
  });

  test('a function of another stack', () => {
    expect(of(2, [])).toEqual([['Provisioned concurrency', 'functionName is not set']]);
  });
});

describe('event source mapping', () => {
  const type = 'aws:lambda/eventSourceMapping:EventSourceMapping';

  test('free', () => {
    expect(chargesOf({ type })).toEqual([]);
  });

  test('with provisioned pollers', () => {
    const properties = { provisionedPollerConfig: { minimumPollers: 1 } };
    expect(amounts(chargesOf({ type, properties }))).toEqual([
      ['Provisioned event pollers', 'no price for provisionedPollerConfig'],
    ]);
  });
});
