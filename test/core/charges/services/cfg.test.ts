import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('AWS Config', () => {
  const base = { type: 'aws:cfg/recorder:Recorder' };

  test('continuous recording by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['Configuration items', '0.00', '15.00']]);
  });

  test('daily recording', () => {
    expect(amounts(chargesOf({ ...base, properties: { recordingMode: { recordingFrequency: 'DAILY' } } }))).toEqual([
      ['Configuration items', '0.00', '60.00'],
    ]);
  });

  test('rule', () => {
    expect(amounts(chargesOf({ type: 'aws:cfg/rule:Rule' }))).toEqual([['Rule evaluations', '0.00', '1.00']]);
  });

  test('conformance pack', () => {
    expect(amounts(chargesOf({ type: 'aws:cfg/conformancePack:ConformancePack' }))).toEqual([
      ['Conformance pack evaluations', '0.00', '5.00'],
    ]);
  });
});
