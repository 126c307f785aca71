import { describe, expect, it } from 'vitest';
import { type Layers, layer } from '../../src/config/layers';
import { parseConfig } from '../../src/config/load';
import { settingsOf } from '../../src/config/settings';

const layered = (text: string, layers: Partial<Layers> = {}) =>
  layer({ file: parseConfig(text, 'f').config, fileName: 'credit-guard.yaml', policy: {}, stack: {}, ...layers });

const FILE = 'policies: { credit-outlook: { blockWithinDays: 30, maxMonthlyCash: 50, onUnknown: block } }';

describe('who wins', () => {
  it('policy configuration over the file, setting by setting', () => {
    const { config, origins, problems } = layered(FILE, { policy: { 'credit-outlook': { blockWithinDays: 10 } } });
    expect(config.policies?.['credit-outlook']).toMatchObject({ blockWithinDays: 10, maxMonthlyCash: 50 });
    expect(origins.get('credit-outlook.blockWithinDays')).toBe('policy configuration');
    expect(origins.get('credit-outlook.maxMonthlyCash')).toBe('credit-guard.yaml');
    expect(problems).toEqual([]);
  });

  it('a wrong value is said and takes no right one with it', () => {
    const { config, problems } = layered('', {
      policy: { 'credit-outlook': { blockWithinDay: 10, cash: 'stop', maxMonthlyCash: '20' } },
    });
    expect(config.policies?.['credit-outlook']).toEqual({ maxMonthlyCash: '20' });
    expect(problems).toHaveLength(2);
    expect(problems.join('\n')).toContain('did you mean blockWithinDays?');
  });
});

describe('a stack may only tighten', () => {
  it.each([
    ['blockWithinDays', '60', '10'],
    ['maxMonthlyCash', '20', '80.50'],
    ['minimumPricedShare', '0.9', '0.5'],
    ['expiringWithinDays', '120', '30'],
    ['expiring', 'block', 'off'],
    ['onUnknownBalance', 'block', 'warn'],
  ])('%s: %s is followed, %s is not', (key, tight, loose) => {
    const file = 'policies: { credit-outlook: { blockWithinDays: 30, maxMonthlyCash: 50, minimumPricedShare: 0.8 } }';
    const tightened = layered(file, { stack: { [key]: tight } });
    const settings: Record<string, unknown> = tightened.config.policies?.['credit-outlook'] ?? {};
    expect(tightened.problems).toEqual([]);
    expect(String(settings[key])).toBe(tight);
    expect(tightened.origins.get(`credit-outlook.${key}`)).toBe('stack configuration');
    const loosened = layered(file, { stack: { [key]: loose } });
    expect(settingsOf(loosened.config)).toEqual(settingsOf(parseConfig(file, 'f').config));
    expect(loosened.problems.length).toBe(loose === 'warn' ? 0 : 1);
  });

  it('a limit that nobody has set may be set', () => {
    expect(layered('', { stack: { maxOneTimeCash: '5' } }).config.policies?.['credit-outlook']).toEqual({
      maxOneTimeCash: 5,
    });
  });

  it('what all policies have goes to each, and is said once', () => {
    const { config, problems } = layered(FILE, { stack: { onUnknown: 'assume-max' } });
    expect(config.policies?.['no-uncovered-services']).toEqual({ onUnknown: 'assume-max' });
    expect(config.policies?.['credit-outlook']?.onUnknown).toBe('block');
    expect(problems).toHaveLength(1);
  });

  it('no acceptance comes from a stack', () => {
    const { config, problems } = layered('', { stack: { accept: '[]' } });
    expect(config.accept).toBeUndefined();
    expect(problems[0]).toContain('accept: no such setting');
  });
});
