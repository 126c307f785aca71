import { describe, expect, test } from 'vitest';
import type { Config } from '../../../src/config/schema';
import type { Assessment } from '../../../src/core/assessment';
import type { Credit } from '../../../src/core/credits/credit';
import { unknown } from '../../../src/core/reading';
import { aBalance, aCredit, assessed, at, NOW } from '../../support/inputs';
import type { ResourceSketch } from '../../support/resources';

/** $32.85 to $37.35 a month of Amazon EC2. */
const NAT: ResourceSketch = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
const DATABASE: ResourceSketch = {
  type: 'aws:rds/instance:Instance',
  name: 'db',
  properties: { engine: 'postgres', instanceClass: 'db.t4g.medium', allocatedStorage: 20, storageType: 'gp3' },
};
const [OURS, THEIRS] = ['111122223333', '444455556666'];

const money = (range: { min: { toFixed(n: number): string }; max: { toFixed(n: number): string } } | undefined) =>
  range === undefined ? 'not known' : `${range.min.toFixed(2)}–${range.max.toFixed(2)}`;
const outlookOf = (resources: readonly ResourceSketch[], credits: readonly Credit[], config: Config = {}) =>
  assessed({ resources, balance: aBalance(credits), config, settings: { account: OURS } }).outlook;

const theirs = (parts: Parameters<typeof aCredit>[0] = {}) =>
  aCredit({ id: 'theirs', owner: THEIRS, sharing: { type: 'disabled', accounts: undefined, isOn: true }, ...parts });
const foreign = (parts: Partial<Credit> = {}): Credit => ({
  ...aCredit({ id: 'foreign' }),
  remaining: unknown('it is not in USD'),
  ...parts,
});

/** A credit that no face may count on, beside one for $500 that ends in June. */
const useless: readonly (readonly [string, Credit])[] = [
  ['of another account', theirs({ ends: at('2028-01-01') })],
  ['ended a year ago', aCredit({ id: 'old', ends: at('2025-12-01') })],
  ['that ends at this very instant', aCredit({ id: 'now', ends: NOW })],
  ['used up', aCredit({ id: 'empty', remaining: '0', ends: at('2028-01-01') })],
  ['switched off', aCredit({ id: 'off', status: 'disabled', ends: at('2028-01-01') })],
  ['paused', aCredit({ id: 'paused', status: 'paused', ends: at('2028-01-01') })],
];
const good = aCredit({ id: 'good', remaining: '500', ends: at('2027-06-01') });

describe('a credit that cannot be used', () => {
  test.each(useless)('%s: is no usable dollar and no last day', (_, credit) => {
    const beside = outlookOf([NAT], [credit, good]);
    expect([money(beside.usable), beside.lastEnd]).toEqual(['500.00–500.00', good.ends]);
    const alone = outlookOf([NAT], [credit]);
    expect([money(alone.usable), alone.lastEnd]).toEqual(['0.00–0.00', undefined]);
  });

  test.each(useless)('%s: covers nothing', (_, credit) => {
    const { estimate, outlook } = assessed({
      resources: [NAT],
      balance: aBalance([credit]),
      settings: { account: OURS },
    });
    expect([money(estimate.monthly.covered), money(estimate.monthly.cash)]).toEqual(['0.00–0.00', '32.85–37.35']);
    expect(outlook.dear.months[0]?.covered.toFixed(2)).toBe('0.00');
  });
});

describe('what can be drawn today', () => {
  test('counts a credit in the whole month in which it starts', () => {
    const usable = (starts: string) => money(outlookOf([NAT], [aCredit({ starts: at(starts) })]).usable);
    expect(['2026-12-01', '2026-12-31T23:59:59Z', '2027-01-01'].map(usable)).toEqual([
      '10000.00–10000.00',
      '10000.00–10000.00',
      '0.00–0.00',
    ]);
  });

  test('is not known where an amount is not, unless that credit can cover nothing today', () => {
    const usable = (credit: Credit) => money(outlookOf([NAT], [credit, good]).usable);
    expect(usable(foreign())).toBe('not known');
    expect(usable(foreign({ starts: at('2027-01-01') }))).toBe('500.00–500.00');
    expect(usable(foreign({ ends: NOW }))).toBe('500.00–500.00');
  });

  test('leaves out what the account has used since the balance was struck, by what exists', () => {
    const since = aCredit({ remaining: '100', asOf: at('2026-11-01') });
    const left = (resources: readonly ResourceSketch[], before?: readonly ResourceSketch[]) =>
      money(assessed({ resources, balance: aBalance([since]), ...(before && { before }) }).outlook.usable);
    const kept = { ...NAT, existing: true, change: 'same' as const };
    const gone = { ...NAT, existing: true, change: 'delete' as const };
    // 30 days of November: 720 hours at $0.045, and 0 to 100 GB.
    expect(left([kept], [kept])).toBe('63.10–67.60');
    // What goes was used until today; what is new was not.
    expect(left([], [gone])).toBe('63.10–67.60');
    expect(left([{ ...NAT, existing: false, change: 'create' }], [])).toBe('100.00–100.00');
  });

  test('what was used since is told; a balance of today lacks nothing, whatever else is held', () => {
    const kept = { ...NAT, existing: true, change: 'same' as const };
    const of = (...credits: Credit[]) => {
      const { usable, holdings } = assessed({ resources: [kept], before: [kept], balance: aBalance(credits) }).outlook;
      return [
        money(usable),
        money(holdings.drawnSince),
        holdings.credits.map(({ credit, usd }) => `${credit.id} ${money(usd)}`),
      ];
    };
    const today = aCredit({ id: 'today', remaining: '100', ends: at('2027-02-01') });
    const old = aCredit({ id: 'old', remaining: '100', asOf: at('2026-11-01') });
    const small = aCredit({ id: 'small', remaining: '10', asOf: at('2026-11-01'), ends: at('2027-03-01') });
    expect(of(today)).toEqual(['100.00–100.00', 'not known', ['today 100.00–100.00']]);
    expect(of(today, old)).toEqual(['163.10–167.60', '32.40–36.90', ['today 100.00–100.00', 'old 63.10–67.60']]);
    // In the order of use: the one that ends soonest, as long as it lasts.
    expect(of(small, old)).toEqual(['73.10–77.60', '32.40–36.90', ['small 0.00–0.00', 'old 73.10–77.60']]);
    const ended = aCredit({ id: 'ended', remaining: '100', asOf: at('2026-11-01'), ends: at('2026-11-16') });
    expect(of(ended, old).slice(0, 2)).toEqual(['81.55–83.80', '32.40–36.90']);
    expect(of(foreign({ asOf: at('2026-11-01') }), old).slice(1)).toEqual([
      '32.40–36.90',
      ['foreign not known', 'old 63.10–67.60'],
    ]);
  });

  test('nothing is drawn from a credit before the month in which it starts', () => {
    const late = aCredit({ remaining: '100', asOf: at('2026-10-01'), starts: at('2026-11-16') });
    const kept = { ...NAT, existing: true, change: 'same' as const };
    const { outlook } = assessed({ resources: [kept], before: [kept], balance: aBalance([late]) });
    // November alone.
    expect(money(outlook.usable)).toBe('63.10–67.60');
  });

  test('a balance of the last bill lacks the open month, one of today lacks nothing', () => {
    const kept = { ...NAT, existing: true, change: 'same' as const };
    const left = (asOf: Credit['asOf']) =>
      money(
        assessed({
          resources: [kept],
          before: [kept],
          balance: aBalance([aCredit({ remaining: '100', asOf })]),
          now: at('2026-12-16'),
        }).outlook.usable,
      );
    expect(left('now')).toBe('100.00–100.00');
    expect(left('last-bill')).toBe(left(at('2026-12-01')));
    expect(left('last-bill')).not.toBe('100.00–100.00');
  });
});

describe('the last day', () => {
  const lastEnd = (...credits: Credit[]) => outlookOf([NAT], credits).lastEnd;
  const early = aCredit({ id: 'early', ends: at('2027-02-01') });

  test('is that of the credit that ends last, in any order', () => {
    expect([lastEnd(early, good), lastEnd(good, early)]).toEqual([good.ends, good.ends]);
  });

  test('there is none while a credit has no end, and none without credit', () => {
    expect([lastEnd(early, aCredit({ id: 'endless', ends: undefined })), lastEnd()]).toEqual([undefined, undefined]);
  });

  test('a credit that others have reserved whole has none', () => {
    const config = { pool: { reserved: { 'other/prod': '10000' } } };
    expect(outlookOf([NAT], [early, good], config).lastEnd).toBe(good.ends);
  });
});

describe('what credits cover of a month', () => {
  const coverable = (resources: readonly ResourceSketch[], ...credits: Credit[]) =>
    money(outlookOf(resources, credits).coverable);
  const compute = aCredit({ id: 'compute', products: ['Amazon EC2'] });
  const data = aCredit({ id: 'data', products: ['Amazon RDS'] });

  test('is what any of them covers', () => {
    expect(coverable([NAT, DATABASE], compute)).toBe('32.85–37.35');
    expect(coverable([NAT, DATABASE], compute, data)).toBe(coverable([NAT, DATABASE], aCredit()));
    expect(coverable([NAT], data)).toBe('0.00–0.00');
  });

  test('a credit that is no one’s to use, or of which no amount is known, covers nothing for certain', () => {
    expect(coverable([NAT], theirs())).toBe('0.00–0.00');
    expect(coverable([NAT], foreign())).toBe('0.00–0.00');
  });

  test('of a credit that is no one’s to use it is told that it is another’s', () => {
    expect(outlookOf([NAT], [theirs()]).dear.coverageEnds.map(({ because }) => because)).toEqual(['not-entitled']);
  });

  test('the money of a credit counts where it is plain what it covers and whose it is', () => {
    const opening = (credit: Credit, unlistedProducts: 'covered' | 'unknown' = 'unknown') => {
      const settings = { account: OURS, unlistedProducts };
      const { cheap, dear } = assessed({ resources: [NAT], balance: aBalance([credit]), settings }).outlook;
      return [cheap, dear].map(({ months }) => months[0]?.opening.toFixed(2));
    };
    const unlisted = aCredit({ products: 'unlisted' });
    expect([opening(unlisted), opening(unlisted, 'covered')]).toEqual([
      ['0.00', '0.00'],
      ['10000.00', '10000.00'],
    ]);
    // Where nobody knows whether this account may use it, the best case counts it.
    expect(opening(theirs({ sharing: { type: 'default', accounts: undefined, isOn: undefined } }))).toEqual([
      '10000.00',
      '0.00',
    ]);
  });

  test('a credit without a product list covers all of it where the owner says so', () => {
    const unlisted = aCredit({ products: 'unlisted' });
    const covered = (unlistedProducts: 'covered' | 'unknown') =>
      money(
        assessed({ resources: [NAT], balance: aBalance([unlisted]), settings: { unlistedProducts } }).estimate.monthly
          .covered,
      );
    expect([covered('covered'), covered('unknown')]).toEqual(['32.85–37.35', '0.00–0.00']);
  });
});

describe('what the account spends contains what exists', () => {
  const BURN: Config = { burn: { monthly: { 'Amazon EC2': '100' } } };
  /** USD a month of Amazon EC2 from now on, where the account spends $100 of it today. */
  const from = (resources: readonly ResourceSketch[], before?: readonly ResourceSketch[], config: Config = BURN) =>
    money(assessed({ resources, config, ...(before && { before }) }).outlook.coverable);
  const was = { ...NAT, existing: true, change: 'same' as const };

  test.each<[string, ResourceSketch[], ResourceSketch[] | undefined, string]>([
    ['what stays is in it', [was], [was], '100.00–100.00'],
    ['what is new comes on top', [{ ...NAT, existing: false, change: 'create' }], [], '132.85–137.35'],
    ['what perhaps exists is in it, or on top', [NAT], undefined, '100.00–137.35'],
    ['what goes is taken off, at its other end', [], [{ ...was, change: 'delete' }], '62.65–67.15'],
    [
      'what changes is taken off as it was and put on as it will be',
      [{ ...NAT, existing: true, change: 'update' }],
      [{ ...was, change: 'update' }],
      '95.50–104.50',
    ],
    [
      'so is what is replaced',
      [{ ...NAT, existing: true, change: 'replace' }],
      [{ ...was, change: 'replace' }],
      '95.50–104.50',
    ],
  ])('%s', (_, resources, before, expected) => expect(from(resources, before)).toBe(expected));

  test('where it is less than what exists, what exists counts, and that is said', () => {
    const below = (resources: readonly ResourceSketch[], before: readonly ResourceSketch[], burn: string) => {
      const config = { burn: { monthly: { 'Amazon EC2': burn } } };
      return assessed({ resources, before, config }).notes.some(({ code }) => code === 'burn-below-plan');
    };
    const gone = { ...was, change: 'delete' as const };
    expect(from([was], [was], { burn: { monthly: { 'Amazon EC2': '30' } } })).toBe('32.85–37.35');
    expect([below([was], [was], '32.84'), below([was], [was], '32.85')]).toEqual([true, false]);
    expect(below([], [gone], '30')).toBe(true);
    expect(below([{ ...NAT, existing: false, change: 'create' }], [], '30')).toBe(false);
  });
});

describe('what begins later', () => {
  // Extended support of Kubernetes 1.34 begins on 2026-12-02.
  const cluster: ResourceSketch = { type: 'aws:eks/cluster:Cluster', name: 'jobs', properties: { version: '1.34' } };
  const from = (resources: readonly ResourceSketch[], now?: number, credits = [aCredit()]) =>
    assessed({ resources, balance: aBalance(credits), ...(now !== undefined && { now }) }).outlook;

  test('is told with its day, and is in no figure of today', () => {
    const { moreFrom, coverable } = from([cluster], at('2026-11-20'));
    expect([moreFrom, money(coverable)]).toEqual([at('2026-12-02'), '73.00–73.00']);
    expect(from([NAT], at('2026-11-20')).moreFrom).toBeUndefined();
    expect(from([cluster], at('2026-12-03')).moreFrom).toBeUndefined();
  });

  test('not where the draw-down ends before', () => {
    expect(from([cluster], at('2026-10-31'), []).moreFrom).toBeUndefined();
    expect(from([cluster], at('2026-11-02'), []).moreFrom).toBe(at('2026-12-02'));
  });
});

describe('how far cash looks', () => {
  test.each([
    [undefined, '2026-12-31'],
    [29, '2026-12-31'],
    [31, '2027-01-01'],
  ])('blockWithinDays of %s', (blockWithinDays, until) => {
    const config = blockWithinDays === undefined ? {} : { policies: { 'credit-outlook': { blockWithinDays } } };
    expect(outlookOf([NAT], [good], config).cashUntil).toBe(at(until));
  });
});

describe('what the owner has accepted', () => {
  const domain = (name: string, parts: Partial<ResourceSketch>): ResourceSketch => ({
    type: 'aws:route53domains/domain:Domain',
    name,
    properties: { domainName: `${name}.com` },
    ...parts,
  });
  const accept = (resource: string): Config => ({
    policies: { 'credit-outlook': { maxOneTimeCash: '15' } },
    accept: [{ policy: 'no-uncovered-services', resource: `*::${resource}`, reason: 'Ours' }],
  });
  const isOver = ({ findings }: Assessment) => findings.some(({ rule }) => rule === 'one-time-cash');
  const fresh = domain('shop', { existing: false, change: 'create' });
  const paid = domain('blog', { existing: true, change: 'same' });

  test('counts against no limit', () => {
    expect(isOver(assessed({ resources: [fresh], config: accept('other') }))).toBe(true);
    expect(isOver(assessed({ resources: [fresh], config: accept('shop') }))).toBe(false);
  });

  test('of what was paid long ago takes nothing off what is due today', () => {
    expect(isOver(assessed({ resources: [fresh, paid], before: [paid], config: accept('blog') }))).toBe(true);
  });
});
