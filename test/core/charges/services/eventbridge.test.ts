import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

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

  test('pipe', () => {
    expect(amounts(chargesOf({ type: 'aws:pipes/pipe:Pipe' }))).toEqual([['Pipe requests', '0.00', '0.04']]);
  });

  test('schedule', () => {
    expect(amounts(chargesOf({ type: 'aws:scheduler/schedule:Schedule' }))).toEqual([
      ['Schedule invocations', '0.00', '0.04'],
    ]);
  });
});
