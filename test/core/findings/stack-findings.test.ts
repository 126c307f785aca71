import { describe, expect, test } from 'vitest';
import type { Config } from '../../../src/config/schema';
import type { Balance } from '../../../src/core/credits/credit';
import type { Finding, FindingArgs } from '../../../src/core/findings/finding';
import { MS_PER_DAY } from '../../../src/core/instant';
import { notice } from '../../../src/core/notice';
import { unknown } from '../../../src/core/reading';
import { A_ROW_LEFT_OUT, aBalance, aCredit, assessed, at, NOW, noBalance, type Situation } from '../../support/inputs';
import { LATER, urnOf } from '../../support/resources';

/** $32.85 to $37.35 a month. */
const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
/** $1,314.00 once, which credits never cover. */
const PLAN = {
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  name: 'compute',
  properties: { commitment: '0.30', upfrontPaymentAmount: '1314.00' },
};
const STRANGE = { type: 'aws:x/y:Z', name: 'strange' };

type Outlook = NonNullable<NonNullable<Config['policies']>['credit-outlook']>;

const limits = (outlook: Outlook): Config => ({ policies: { 'credit-outlook': outlook } });

/** The level of a check's finding; undefined when it says nothing. */
const level = (rule: string, situation: Situation) =>
  assessed(situation).findings.find((finding) => finding.rule === rule)?.level;

const inDays = (days: number): number => NOW + days * MS_PER_DAY;

describe('blockWithinDays', () => {
  const balance = aBalance([aCredit({ ends: inDays(30) })]);

  test.each([
    [31, 'block'],
    [30, undefined],
    [29, undefined],
    [0, undefined],
  ])('credits that end in 30 days, with a limit of %i days: %s', (blockWithinDays, expected) => {
    expect(level('runway', { resources: [NAT], balance, config: limits({ blockWithinDays }) })).toBe(expected);
  });

  test('without a limit an end that every credit has is no finding', () => {
    expect(level('runway', { resources: [NAT], balance })).toBeUndefined();
  });

  test('what is not covered any more is told as stopped, not as running out', () => {
    const situation = { resources: [NAT], balance: aBalance([]), config: limits({ blockWithinDays: 1 }) };
    const found = assessed(situation).findings.find(({ rule }) => rule === 'runway');
    expect(found?.says.code ?? 'none').not.toBe('credits-run-out');
  });

  test('the credit that begins later is named', () => {
    const later = aCredit({ id: 'later', starts: at('2027-02-01') });
    const held = aBalance([aCredit({ ends: inDays(30) }), later]);
    const found = assessed({ resources: [NAT], balance: held, config: limits({ blockWithinDays: 31 }) }).findings[0];
    expect(found?.says).toMatchObject({
      code: 'coverage-stops',
      args: { at: inDays(30), because: 'not-yet', backAt: at('2027-02-01'), days: 30 },
    });
  });
});

describe('the runway', () => {
  const balance = aBalance([aCredit({ ends: inDays(10) })]);

  test.each([
    ['off', undefined],
    ['warn', 'warn'],
    ['block', 'block'],
  ] as const)('the check at %s says %s', (runway, expected) => {
    const config = limits({ blockWithinDays: 20, runway });
    expect(level('runway', { resources: [NAT], balance, config })).toBe(expected);
  });
});

describe('cash limits, by what is certain and by what is possible', () => {
  test.each([
    ['37.36', undefined],
    ['37.35', undefined],
    ['37.34', 'warn'],
    ['32.85', 'warn'],
    ['32.84', 'block'],
    ['0', 'block'],
  ])('maxMonthlyCash %s against $32.85 to $37.35: %s', (maxMonthlyCash, expected) => {
    const config = limits({ maxMonthlyCash });
    expect(level('monthly-cash', { resources: [NAT], balance: aBalance([]), config })).toBe(expected);
  });

  test.each([
    ['1314.00', undefined],
    ['1313.99', 'block'],
  ])('maxOneTimeCash %s against $1,314.00: %s', (maxOneTimeCash, expected) => {
    expect(level('one-time-cash', { resources: [PLAN], config: limits({ maxOneTimeCash }) })).toBe(expected);
  });

  test('what the owner has accepted counts against no limit', () => {
    const accept = [
      { policy: 'no-uncovered-upfront-fees' as const, resource: 'urn:pulumi:*::compute', reason: 'Ours' },
    ];
    const config = { ...limits({ maxOneTimeCash: '0' }), accept };
    expect(level('one-time-cash', { resources: [PLAN], config })).toBeUndefined();
  });

  test('cash that begins within blockWithinDays counts, later cash does not', () => {
    const balance = aBalance([aCredit({ ends: inDays(60) })]);
    const within = (blockWithinDays: number) =>
      level('monthly-cash', { resources: [NAT], balance, config: limits({ maxMonthlyCash: '1', blockWithinDays }) });
    expect([within(60), within(61)]).toEqual([undefined, 'block']);
  });

  test.each([
    ['off', undefined],
    ['warn', 'warn'],
    ['block', 'block'],
  ] as const)('the check at %s says %s', (cash, expected) => {
    const config = limits({ maxMonthlyCash: '1', cash });
    expect(level('monthly-cash', { resources: [NAT], balance: aBalance([]), config })).toBe(expected);
  });
});

describe('credit that expires unused', () => {
  const paused = (parts: Parameters<typeof aCredit>[0]) => aBalance([aCredit({ status: 'paused', ...parts })]);
  const told = (balance: Balance, expiringWithinDays = 60) =>
    level('expiring', { resources: [], balance, config: limits({ expiringWithinDays }) });

  test.each([
    ['1.00', 'warn'],
    ['0.99', undefined],
  ])('of $%s: %s', (remaining, expected) => {
    expect(told(paused({ remaining, ends: inDays(10) }))).toBe(expected);
  });

  test.each([
    ['before now', NOW - 1, undefined],
    ['now', NOW, undefined],
    ['at once', NOW + 1, 'warn'],
    ['on the last day', inDays(60), 'warn'],
    ['after it', inDays(60) + 1, undefined],
  ])('that ends %s', (_, ends, expected) => {
    expect(told(paused({ ends }))).toBe(expected);
  });

  test('counts each credit that loses, from the first end on, and those that are paused', () => {
    const balance = aBalance([
      aCredit({ id: 'a', remaining: '5.00', ends: inDays(20), status: 'paused' }),
      aCredit({ id: 'b', remaining: '7.00', ends: inDays(10) }),
      aCredit({ id: 'c', remaining: '0', ends: inDays(5) }),
    ]);
    const { findings } = assessed({ resources: [], balance });
    const says = findings.find(({ rule }) => rule === 'expiring')?.says;
    expect(says?.args).toMatchObject({ from: inDays(10), credits: 2, paused: 1 });
    expect(JSON.stringify(says)).toContain('"12"');
  });

  test('the check may be off', () => {
    const balance = paused({ ends: inDays(10) });
    expect(level('expiring', { resources: [], balance, config: limits({ expiring: 'off' }) })).toBeUndefined();
  });
});

describe('minimumPricedShare', () => {
  test.each([
    [0.5, 'warn'],
    [0.51, 'block'],
  ])('%d of two resources of which one is priced: %s', (minimumPricedShare, expected) => {
    expect(level('estimate', { resources: [NAT, STRANGE], config: limits({ minimumPricedShare }) })).toBe(expected);
  });

  test('what costs nothing counts as priced', () => {
    const free = { type: 'aws:iam/role:Role', name: 'role' };
    const config = limits({ minimumPricedShare: 0.66 });
    expect(level('estimate', { resources: [NAT, free, STRANGE], config })).toBe('warn');
  });

  test('the one that is dearest so far is named first', () => {
    const database = {
      type: 'aws:rds/instance:Instance',
      name: 'db',
      properties: { engine: 'postgres', instanceClass: 'db.unheard.of', allocatedStorage: 100, storageType: 'gp3' },
    };
    const { findings } = assessed({ resources: [{ ...STRANGE, name: 'a' }, database] });
    expect(findings.find(({ rule }) => rule === 'estimate')?.says.args).toMatchObject({
      unpriced: 2,
      total: 2,
      first: { name: 'db' },
    });
  });
});

describe('the balance', () => {
  const stale: Balance = {
    ...aBalance(),
    problems: [notice('balance-stale', 'warn', { source: 'credits.json', age: 9, allowed: 7, isFileTime: false })],
  };
  const partial: Balance = { ...aBalance(), problems: [A_ROW_LEFT_OUT] };

  test.each([
    ['missing', noBalance, 'warn', 'warn'],
    ['missing', noBalance, 'block', 'block'],
    ['stale', stale, 'warn', 'warn'],
    ['stale', stale, 'block', 'block'],
    ['partial', partial, 'block', 'warn'],
  ] as const)('%s, under onUnknownBalance %#', (code, balance, onUnknownBalance, expected) => {
    expect(level(`balance-${code}`, { resources: [NAT], balance, config: limits({ onUnknownBalance }) })).toBe(
      expected,
    );
  });

  test('no credit is usable: told, except where nothing is known or the list is empty', () => {
    const used = aBalance([aCredit({ remaining: '0' })]);
    expect(level('balance-none-usable', { resources: [NAT], balance: used })).toBe('warn');
    expect(level('balance-none-usable', { resources: [NAT] })).toBeUndefined();
    expect(level('balance-none-usable', { resources: [NAT], balance: noBalance })).toBeUndefined();
    const empty: Balance = {
      ...aBalance([]),
      problems: [notice('balance-empty', 'warn', { source: 'credits.json', by: 'answer' })],
    };
    expect(level('balance-none-usable', { resources: [NAT], balance: empty })).toBeUndefined();
    const foreign = aBalance([{ ...aCredit(), remaining: unknown('EUR') }]);
    expect(level('balance-none-usable', { resources: [NAT], balance: foreign })).toBeUndefined();
  });
});

describe('a product that loses its coverage before the rest', () => {
  const database = {
    type: 'aws:rds/instance:Instance',
    name: 'db',
    properties: { engine: 'postgres', instanceClass: 'db.m5.large', allocatedStorage: 20, storageType: 'gp3' },
  };
  const held = (ends: number) =>
    aBalance([
      aCredit({ id: 'ec2', products: ['Amazon Elastic Compute Cloud'], ends }),
      aCredit({ id: 'rds', products: ['Amazon Relational Database Service'] }),
    ]);

  test('is told with its end', () => {
    const { findings } = assessed({ resources: [NAT, database], balance: held(inDays(90)) });
    const found = findings.find(({ rule }) => rule === 'coverage-ends');
    expect([found?.level, found?.says.args]).toMatchObject(['warn', { at: inDays(90), because: 'ended' }]);
  });

  test('is not told again where it is the end of the whole', () => {
    expect(level('coverage-ends', { resources: [NAT], balance: held(inDays(90)) })).toBeUndefined();
  });

  test('a product that no credit lists is told, unless no credit is usable at all', () => {
    const resources = [NAT, database];
    const balance = aBalance([aCredit({ products: ['Amazon Elastic Compute Cloud'] })]);
    expect(level('product-not-covered', { resources, balance })).toBe('warn');
    expect(level('product-not-covered', { resources, balance, config: limits({ coverage: 'block' }) })).toBe('block');
    expect(level('product-not-covered', { resources, balance, config: limits({ coverage: 'off' }) })).toBeUndefined();
    expect(level('product-not-covered', { resources, balance: aBalance([]) })).toBeUndefined();
  });

  test('a credit without a product list: those that may cover it, and the last end of them', () => {
    const balance = aBalance([
      aCredit({ id: 'a', description: 'A', products: 'unlisted', ends: inDays(10) }),
      aCredit({ id: 'b', description: 'B', products: 'unlisted', ends: inDays(400) }),
      aCredit({ id: 'c', description: 'C', products: 'unlisted', ends: NOW }),
    ]);
    const { findings } = assessed({ resources: [NAT], balance });
    const found = findings.find(({ rule }) => rule === 'product-coverage-unknown');
    expect(found?.says.args).toMatchObject({ credits: ['A', 'B'], creditsEnd: inDays(400) });
  });
});

test('a policy that only warns never blocks, and one that is off says nothing', () => {
  const situation = (outlook: Outlook) => ({
    resources: [NAT],
    balance: aBalance([]),
    config: limits({ maxMonthlyCash: '1', ...outlook }),
  });
  expect(level('monthly-cash', situation({ level: 'warn' }))).toBe('warn');
  expect(assessed(situation({ level: 'off' })).findings).toEqual([]);
});

const found = (rule: string, situation: Situation): Finding | undefined =>
  assessed(situation).findings.find((finding) => finding.rule === rule);
const dollars = (finding: Finding | undefined): string =>
  finding?.charge?.usd ? `${finding.charge.usd.min.toFixed(2)}–${finding.charge.usd.max.toFixed(2)}` : 'not known';

const DATABASE = {
  type: 'aws:rds/instance:Instance',
  name: 'db',
  properties: { engine: 'postgres', instanceClass: 'db.m5.large', allocatedStorage: 20, storageType: 'gp3' },
};
/** $1.00, once. */
const EXPORT = { type: 'aws:rds/exportTask:ExportTask', name: 'copy' };
const EXPORTED = { usage: [{ type: EXPORT.type, exportedGb: 100 }] };

describe('what is said of credits that run out', () => {
  const runsOut = (credit: Parameters<typeof aCredit>[0], outlook: Outlook = {}) =>
    found('runway', { resources: [NAT], balance: aBalance([aCredit(credit)]), config: limits(outlook) });

  test('for certain, where both ends of the ranges use them up: between two days', () => {
    const finding = runsOut({ remaining: '100' });
    expect(finding).toMatchObject({ level: 'warn', coverage: 'not-covered', says: { code: 'credits-run-out' } });
    const args = finding?.says.args as FindingArgs['credits-run-out'];
    // $100 at $37.35 and at $32.85 a month of 730 hours: 81 to 93 days.
    expect([args.days, Math.floor(((args.latest ?? 0) - NOW) / MS_PER_DAY)]).toEqual([81, 92]);
    expect([args.isPartial, args.setting, args.lastEnd]).toEqual([false, undefined, aCredit().ends]);
  });

  test('perhaps, where the cheap end does not use them up before they expire', () => {
    const finding = runsOut({ remaining: '100', ends: inDays(85) });
    expect(finding).toMatchObject({
      coverage: 'unknown',
      says: { code: 'credits-run-out', args: { latest: undefined } },
    });
  });

  test('with the limit that it breaks, and without one that it keeps', () => {
    const setting = (blockWithinDays: number) => runsOut({ remaining: '100' }, { blockWithinDays })?.says.args;
    expect(setting(120)).toMatchObject({ setting: { name: 'blockWithinDays', days: 120 } });
    expect(setting(80)).toMatchObject({ setting: undefined });
  });

  test('credit that is used up already has stopped, and does not run out', () => {
    expect(runsOut({ remaining: '0' })).toBeUndefined();
    expect(runsOut({ remaining: '0' }, { blockWithinDays: 1 })?.says).toMatchObject({
      code: 'coverage-stops',
      args: { at: NOW, because: 'used-up', days: 0 },
    });
  });

  test('nothing, where they last', () => {
    expect(runsOut({ remaining: '1000000', ends: undefined }, { blockWithinDays: 3650 })).toBeUndefined();
  });

  test('when it comes back is asked of what stops then, and not of what stopped before', () => {
    const balance = aBalance([
      aCredit({ id: 'a', products: ['Amazon EC2'], ends: inDays(10) }),
      aCredit({ id: 'b', products: ['Amazon RDS'], ends: inDays(30) }),
      aCredit({ id: 'c', products: ['Amazon RDS'], starts: at('2027-02-01') }),
    ]);
    const config = limits({ blockWithinDays: 40 });
    const finding = found('runway', { resources: [NAT, DATABASE], balance, config });
    expect(finding?.says.args).toMatchObject({ at: inDays(30), because: 'not-yet', backAt: at('2027-02-01') });
  });
});

describe('what is said of a product', () => {
  const without = (...products: string[]) => aBalance([aCredit({ products })]);
  const uncovered = (resources: Situation['resources'], balance: Balance, config: Config = {}) =>
    found('product-not-covered', { resources, balance, config });

  test('that no credit covers: what it costs a month, or once where that is all', () => {
    const monthly = uncovered([NAT], without('Amazon RDS'));
    expect(monthly).toMatchObject({ charge: { product: 'Amazon EC2', kind: 'usage', per: 'month' } });
    expect(monthly?.says.args).toMatchObject({ because: 'not-listed', resources: [urnOf(NAT.type, NAT.name)] });
    expect(dollars(monthly)).toBe('32.85–37.35');
    const once = uncovered([EXPORT], without('Amazon EC2'), EXPORTED);
    expect([once?.charge?.per, dollars(once)]).toEqual(['once', '1.00–1.00']);
    const both = uncovered([EXPORT, DATABASE], without('Amazon EC2'), EXPORTED);
    expect(both?.charge?.per).toBe('month');
  });

  test('with what is known of the amount, and none where nothing is', () => {
    const open = (properties: object) =>
      uncovered([{ ...DATABASE, properties: { ...DATABASE.properties, ...properties } }], without('Amazon EC2'));
    expect(dollars(open({ instanceClass: LATER }))).not.toBe('not known');
    const gateway = { type: 'aws:directoryservice/directory:Directory', name: 'd', properties: { type: LATER } };
    const unknownAmount = uncovered([gateway], without('Amazon EC2'));
    expect([unknownAmount?.rule, dollars(unknownAmount)]).toEqual(['product-not-covered', 'not known']);
  });

  test('nothing, where all that it costs is nothing', () => {
    const monitor = { type: 'aws:rum/appMonitor:AppMonitor', name: 'pages' };
    const usage = (events: number) => ({ usage: [{ type: monitor.type, events, metrics: 0 }] });
    expect(uncovered([monitor], without('Amazon EC2'), usage(0))).toBeUndefined();
    expect(uncovered([monitor], without('Amazon EC2'), usage(1000))).toBeDefined();
    expect(uncovered([NAT, monitor], without('Amazon EC2'), usage(0))).toBeUndefined();
  });

  test('whose credit has ended: that, and not that none lists it', () => {
    const balance = aBalance([
      aCredit({ id: 'a', products: ['Amazon EC2'], ends: NOW - 1 }),
      aCredit({ id: 'b', products: ['Amazon RDS'] }),
    ]);
    expect(uncovered([NAT], balance)?.says.args).toMatchObject({ because: 'ended' });
  });

  test('that loses its coverage first: what it costs a month', () => {
    const balance = aBalance([
      aCredit({ id: 'a', products: ['Amazon EC2'], ends: inDays(90) }),
      aCredit({ id: 'b', products: ['Amazon RDS'] }),
    ]);
    const finding = found('coverage-ends', { resources: [NAT, DATABASE], balance });
    expect(finding).toMatchObject({ charge: { product: 'Amazon EC2', kind: 'usage', per: 'month' } });
    expect(dollars(finding)).toBe('32.85–37.35');
  });

  test('that a credit without a list may cover: no credit for something else, and no last day where one has none', () => {
    const balance = aBalance([
      aCredit({ id: 'a', description: 'A', products: 'unlisted', ends: inDays(10) }),
      aCredit({ id: 'b', description: 'B', products: 'unlisted', ends: undefined }),
      aCredit({ id: 'c', description: 'C', products: ['Amazon RDS'] }),
    ]);
    const finding = found('product-coverage-unknown', { resources: [NAT], balance });
    expect(finding?.says.args).toMatchObject({ credits: ['A', 'B'], creditsEnd: undefined });
  });
});

describe('what is said of cash over a limit', () => {
  test('of a month, and once: the amount, the limit and the setting', () => {
    const config = limits({ maxMonthlyCash: '1', maxOneTimeCash: '1000' });
    const monthly = found('monthly-cash', { resources: [NAT], balance: aBalance([]), config });
    expect(monthly).toMatchObject({
      coverage: 'not-covered',
      charge: { product: 'AWS', kind: 'hourly', per: 'month' },
    });
    expect(monthly?.says.args).toMatchObject({
      per: 'month',
      isCertain: true,
      from: undefined,
      setting: 'maxMonthlyCash',
    });
    expect(dollars(monthly)).toBe('32.85–37.35');
    const once = found('one-time-cash', { resources: [PLAN], config });
    expect(once).toMatchObject({ charge: { product: 'AWS', kind: 'once', per: 'once' } });
    expect(once?.says.args).toMatchObject({ per: 'once', isCertain: true, setting: 'maxOneTimeCash' });
    expect(dollars(once)).toBe('1314.00–1314.00');
  });

  test('that comes later: from which day on', () => {
    const balance = aBalance([aCredit({ ends: inDays(40) })]);
    const config = limits({ maxMonthlyCash: '1', blockWithinDays: 60 });
    expect(found('monthly-cash', { resources: [NAT], balance, config })?.says.args).toMatchObject({ from: inDays(40) });
  });

  test('nothing of what credits perhaps cover', () => {
    const balance = aBalance([aCredit({ products: 'unlisted' })]);
    const config = limits({ maxMonthlyCash: '1', blockWithinDays: 60 });
    expect(found('monthly-cash', { resources: [NAT], balance, config })).toBeUndefined();
  });
});

describe('what is said of the rest', () => {
  test('a paused credit of which no amount is known loses none that could be named', () => {
    const balance = aBalance([{ ...aCredit({ status: 'paused', ends: inDays(10) }), remaining: unknown('EUR') }]);
    expect(found('expiring', { resources: [], balance })).toBeUndefined();
  });

  test('nothing of a plan that is priced in full; else what is dearest so far, wherever it stands', () => {
    expect(found('estimate', { resources: [NAT] })).toBeUndefined();
    const open = { ...DATABASE, name: 'a', properties: { ...DATABASE.properties, instanceClass: 'db.unheard.of' } };
    const finding = found('estimate', { resources: [open, { ...DATABASE, name: 'b' }, STRANGE] });
    expect(finding?.says.args).toMatchObject({
      unpriced: 2,
      total: 3,
      first: { name: 'a', type: DATABASE.type },
      minimumShare: undefined,
    });
  });

  test('a balance: each thing that is wrong with it, and whether it is known at all', () => {
    const stale = notice('balance-stale', 'warn', { source: 'credits.json', age: 9, allowed: 7, isFileTime: false });
    const balance: Balance = { ...aBalance([aCredit({ remaining: '0' })]), problems: [stale, A_ROW_LEFT_OUT] };
    const situation = { resources: [NAT], balance, config: limits({ onUnknownBalance: 'block' }) };
    expect(found('balance-stale', situation)).toMatchObject({
      level: 'block',
      says: { code: 'balance', args: { problem: stale, isUnknown: false } },
    });
    expect(found('balance-partial', situation)?.level).toBe('block');
    expect(found('balance-none-usable', situation)?.says.args).toEqual({ credits: 1 });
    expect(found('balance-missing', { resources: [NAT], balance: noBalance })?.says.args).toMatchObject({
      isUnknown: true,
    });
    const off = limits({ balance: 'off' });
    expect(assessed({ ...situation, config: off }).findings.filter(({ rule }) => rule.startsWith('balance'))).toEqual(
      [],
    );
  });

  test('without a balance, nothing of runway and coverage', () => {
    const { findings } = assessed({ resources: [NAT], balance: noBalance, config: limits({ blockWithinDays: 30 }) });
    expect(findings.map(({ rule }) => rule)).toEqual(['balance-missing']);
  });

  test.each(['runway', 'coverage', 'cash', 'expiring', 'terms', 'estimate', 'balance'] as const)(
    '%s may be off: nothing else is said in its place',
    (check) => {
      const balance = aBalance([
        aCredit({ remaining: '100', products: ['Amazon EC2'], ends: inDays(50) }),
        aCredit({ id: 'p', status: 'paused', ends: inDays(10) }),
        aCredit({ id: 't', program: 'third-party', products: ['Amazon EC2'] }),
      ]);
      const resources = [NAT, DATABASE, PLAN, STRANGE];
      const outlook = { blockWithinDays: 60, maxMonthlyCash: '1', maxOneTimeCash: '1' };
      const all = assessed({ resources, balance, config: limits(outlook) }).findings;
      const less = assessed({ resources, balance, config: limits({ ...outlook, [check]: 'off' }) }).findings;
      expect(all).toEqual(expect.arrayContaining(less.map((finding) => finding)));
      expect(less.every((finding) => finding.says !== undefined)).toBe(true);
    },
  );
});
