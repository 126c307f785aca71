import { describe, expect, it } from 'vitest';
import { type Layers, layer, strictestOf } from '../../src/config/layers';
import { parseConfig } from '../../src/config/load';
import { settingsOf } from '../../src/config/read-settings';
import { wordsOf } from '../../src/words/notices';

function layered(text: string, layers: Partial<Layers> = {}) {
  const { config, origins, problems } = layer({
    file: parseConfig(text, 'f').config,
    policy: {},
    stack: {},
    ...layers,
  });
  return { config, origins, problems: problems.map(wordsOf), outlook: config.policies?.['credit-outlook'] };
}

const FILE = 'policies: { credit-outlook: { blockWithinDays: 30, maxMonthlyCash: 50, onUnknown: block } }';

describe('who wins', () => {
  it('policy configuration over the file, setting by setting', () => {
    const { outlook, origins, problems } = layered(FILE, { policy: { 'credit-outlook': { blockWithinDays: 10 } } });
    expect(outlook).toEqual({ blockWithinDays: 10, maxMonthlyCash: 50, onUnknown: 'block' });
    expect([...origins]).toEqual([['credit-outlook.blockWithinDays', 'policy']]);
    expect(problems).toEqual([]);
  });

  it('a wrong value is one line and takes no right one with it', () => {
    const policy = { 'credit-outlook': { blockWithinDay: 10, cash: 'stop', maxMonthlyCash: '20' } };
    const { outlook, problems } = layered('', { policy });
    expect(outlook).toEqual({ maxMonthlyCash: '20' });
    expect(problems).toEqual([
      'policy configuration of credit-outlook: cash: "stop" is not valid; use one of off, warn, block.',
      'policy configuration of credit-outlook: blockWithinDay: no such setting; did you mean blockWithinDays?',
    ]);
    const stack = layered('', { stack: { blockWithinDays: 'soon', minimumPricedShare: '0.5', blokWithinDays: '3' } });
    expect(stack.outlook).toEqual({ minimumPricedShare: 0.5 });
    expect(stack.problems).toEqual([
      'stack configuration: blockWithinDays: write a number of days from 0 to 36500.',
      'stack configuration: blokWithinDays: no such setting; did you mean blockWithinDays?',
    ]);
  });

  it("a level in Pulumi's words is ours, beside a mistake too", () => {
    const policy = { 'credit-outlook': { cash: 'mandatory', coverage: 'disabled', runway: 'stop' } };
    expect(layered('', { policy }).outlook).toEqual({ cash: 'block', coverage: 'off' });
    const stack = layered('', { stack: { expiring: 'mandatory', coverage: 'disabled' } });
    expect(stack.outlook).toEqual({ expiring: 'block' });
    expect(stack.problems).toEqual([
      'stack configuration: credit-guard:coverage = off is looser than warn, so warn applies. A stack may only tighten.',
    ]);
    expect(strictestOf([{ cash: 'advisory' }, { cash: 'mandatory' }, { cash: 'off' }], new Set())).toEqual({
      cash: 'mandatory',
    });
  });

  it('a slip in policy configuration is told, for Pulumi does not', () => {
    expect(layered('', { policy: { 'coverage-known': { onUnknwon: 'block', configFile: 5 } } }).problems).toEqual([
      'policy configuration of coverage-known: configFile: write a text that is not empty.',
      'policy configuration of coverage-known: onUnknwon: no such setting; did you mean onUnknown?',
    ]);
  });
});

describe('a stack may only tighten', () => {
  const file =
    'policies: { credit-outlook: { blockWithinDays: 30, maxMonthlyCash: 50, minimumPricedShare: 0.8, runwayShare: 0.6 } }';

  it.each([
    ['blockWithinDays', '60', '10', '30'],
    ['maxMonthlyCash', '20', '80.50', '50'],
    ['minimumPricedShare', '0.9', '0.5', '0.8'],
    ['runwayShare', '0.8', '0.5', '0.6'],
    ['expiringWithinDays', '120', '30', '90'],
    ['expiring', 'block', 'off', 'warn'],
    ['coverage', 'block', 'off', 'warn'],
  ])('%s: %s is followed, %s is not', (key, tight, loose, current) => {
    const tightened = layered(file, { stack: { [key]: tight } });
    expect(tightened.problems).toEqual([]);
    expect(String({ ...tightened.outlook }[key as 'runway'])).toBe(tight);
    expect([...tightened.origins]).toEqual([[`credit-outlook.${key}`, 'stack']]);
    const loosened = layered(file, { stack: { [key]: loose } });
    expect(settingsOf(loosened.config)).toEqual(settingsOf(parseConfig(file, 'f').config));
    expect(loosened.problems).toEqual([
      `stack configuration: credit-guard:${key} = ${Number(loose) || loose} is looser than ${current}, so ${current} applies. A stack may only tighten.`,
    ]);
  });

  it.each([
    ['runway', 'warn'],
    ['estimate', 'off'],
    ['balance', 'warn'],
    ['cash', 'off'],
  ])('nobody wrote %s, so its default applies and not %s', (key, loose) => {
    const { config, problems } = layered('', { stack: { [key]: loose } });
    expect([settingsOf(config), problems.length]).toEqual([settingsOf({}), 1]);
  });

  it('what is the same already is not worth a word', () => {
    const same = { onUnknownBalance: 'warn', blockWithinDays: ' 30 ', maxMonthlyCash: '50.00' };
    const { outlook, origins, problems } = layered(FILE, { stack: same });
    expect([outlook, [...origins], problems]).toEqual([layered(FILE).outlook, [], []]);
  });

  it('a limit that nobody has set may be set', () => {
    expect(layered('', { stack: { maxOneTimeCash: '5' } }).outlook).toEqual({ maxOneTimeCash: 5 });
  });

  it('what all policies have goes to each, and is told once', () => {
    const { config, outlook, problems } = layered(FILE, { stack: { onUnknown: 'assume-max' } });
    expect(config.policies?.['no-uncovered-services']).toEqual({ onUnknown: 'assume-max' });
    expect(outlook?.onUnknown).toBe('block');
    expect(problems).toHaveLength(1);
  });

  it.each(['accept', 'level', 'configFile', 'onInvalidConfig', 'program'])('it has no %s', (key) => {
    const { config, problems } = layered('', { stack: { [key]: 'x' } });
    expect(settingsOf(config)).toEqual(settingsOf({}));
    expect(problems).toEqual([expect.stringContaining(`stack configuration: ${key}: no such setting`)]);
  });
});
