import { describe, expect, test } from 'vitest';
import type { Config } from '../../../src/config/schema';
import type { Rule } from '../../../src/core/coverage/rule';
import { rules } from '../../../src/core/coverage/rules';
import type { Credit } from '../../../src/core/credits/credit';
import type { Finding, FindingCode } from '../../../src/core/findings/finding';
import { sum, zero } from '../../../src/core/money';
import { known } from '../../../src/core/reading';
import { aBalance, aCredit, assessed, at, NOW, noBalance, type Situation } from '../../support/inputs';
import { LATER, type ResourceSketch, urnOf } from '../../support/resources';

const DOMAIN: ResourceSketch = {
  type: 'aws:route53domains/domain:Domain',
  name: 'shop',
  properties: { domainName: 'shop.com' },
};
/** $3,000 a month for twelve months, which a credit covers that lists AWS Shield. */
const SHIELD: ResourceSketch = { type: 'aws:shield/subscription:Subscription', name: 'shield' };
const ORGANIZATION: ResourceSketch = { type: 'aws:organizations/organization:Organization', name: 'acme' };
/** Third-party models, whose charges are tokens in and out. */
const AGENT: ResourceSketch = {
  type: 'aws:bedrock/agentAgent:AgentAgent',
  name: 'agent',
  properties: { foundationModel: 'anthropic.claude-3-5-sonnet-20241022-v2:0' },
};
const EXISTED = { existing: true, change: 'same' } as const;

const finding = (situation: Situation, rule: string): Finding | undefined =>
  assessed(situation).findings.find((one) => one.rule === rule);

describe('a finding says what it is about', () => {
  test('by URN, type and name, and whether it existed, where that is known', () => {
    const about = (parts: Partial<ResourceSketch>) =>
      finding({ resources: [{ ...DOMAIN, ...parts }] }, 'domain-registration');
    expect(about({})).toMatchObject({
      urn: urnOf(DOMAIN.type, 'shop'),
      type: DOMAIN.type,
      name: 'shop',
      existing: null,
      change: null,
    });
    expect(about({ existing: false, change: 'create' })).toMatchObject({ existing: false, change: 'create' });
    expect(about(EXISTED)).toMatchObject(EXISTED);
  });

  test('what all charges of its rule cost together; not known as soon as one of them is not', () => {
    let several = 0;
    for (const { id, examples } of rules) {
      if (examples.hit === undefined) continue;
      const { beside = [], ...hit } = examples.hit;
      const { findings, resources } = assessed({
        resources: [{ ...hit, name: 'it' }, ...beside],
        balance: aBalance([]),
      });
      const charges = resources.flatMap(({ judged }) =>
        judged.filter(({ eligibility }) => eligibility.rule?.id === id).map(({ charge }) => charge),
      );
      const found = findings.find(({ rule }) => rule === id);
      if (found === undefined || charges.length === 0) continue;
      const amounts = charges.map(({ usd }) => (usd.state === 'known' ? usd.value.max : undefined));
      const isKnown = amounts.every((amount) => amount !== undefined);
      const total = isKnown ? sum(amounts.map((amount) => amount ?? zero)).toFixed(6) : undefined;
      expect([id, found.charge?.usd?.max.toFixed(6)]).toEqual([id, total]);
      if (charges.length > 1) several++;
    }
    expect(several).toBeGreaterThan(0);
  });
});

const CODES: Readonly<Record<Rule['verdict'], FindingCode>> = {
  'not-covered': 'not-covered',
  unknown: 'coverage-not-known',
  'ends-credits': 'ends-credits',
  'shares-credits': 'shares-credits',
  'hides-credits': 'hides-credits',
  binds: 'goes-on',
};

describe('every row of the table, by its own examples', () => {
  const told = new Set<Rule['verdict']>();

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const { hit, unknown } = rule.examples;
    for (const [example, isCertain] of [
      [hit, true],
      [unknown, false],
    ] as const) {
      if (example === undefined) continue;
      const { beside = [], ...sketch } = example;
      const plan = rule.verdict === 'shares-credits' ? 'PAID' : 'FREE';
      const balance = aBalance([], known(plan));
      const situation: Situation = {
        resources: [{ ...sketch, name: 'it' }, ...beside],
        balance,
        config: { program: 'other' },
      };
      const found = finding(situation, id);
      // What binds for a term is told by what is left of it after the credits.
      if (found === undefined) {
        expect([id, finding(situation, 'commitment-outlives-credits')?.charge?.kind]).toEqual([id, 'commitment']);
        continue;
      }
      told.add(rule.verdict);
      expect(found.says).toMatchObject({ code: CODES[rule.verdict], args: { rule } });
      if ('because' in found.says.args) expect(found.says.args.because !== undefined).toBe(!isCertain);
      if (rule.verdict === 'ends-credits') expect(found.says.args).toMatchObject({ isCertain: true });
      const { url, asOf, confidence } = rule;
      expect(found.source).toEqual({ url, asOf, confidence });
      if (rule.verdict === 'not-covered') expect(found.coverage).toBe(isCertain ? 'not-covered' : 'unknown');
      if (rule.verdict === 'binds') expect(found.coverage).toBe('covered');
      if (rule.verdict === 'unknown') expect(found.coverage).toBe('unknown');
    }
  });

  test('shows each verdict', () => expect([...told].sort()).toEqual(Object.keys(CODES).sort()));
});

describe('how serious it is', () => {
  const levelOf = (resource: ResourceSketch, rule: string, config: Config = {}) =>
    finding({ resources: [resource], config, balance: aBalance([aCredit()], known('FREE')) }, rule)?.level;

  test.each<[string, ResourceSketch, string, Config, string | undefined]>([
    ['an official text blocks', DOMAIN, 'domain-registration', {}, 'block'],
    [
      'no more than the policy allows',
      DOMAIN,
      'domain-registration',
      { policies: { 'no-uncovered-services': { level: 'warn' } } },
      'warn',
    ],
    ['what was paid before is history', { ...DOMAIN, ...EXISTED }, 'domain-registration', {}, 'info'],
    [
      'what ended the credits already is history',
      { ...ORGANIZATION, ...EXISTED },
      'organization-ends-free-plan',
      {},
      'info',
    ],
    ['what ends them now blocks', ORGANIZATION, 'organization-ends-free-plan', {}, 'block'],
    ['a text of nobody official warns', AGENT, 'bedrock-third-party-model', { program: 'other' }, 'warn'],
    [
      'unless the owner wants it to block',
      AGENT,
      'bedrock-third-party-model',
      { program: 'other', policies: { 'no-uncovered-marketplace': { uncertain: 'block' } } },
      'block',
    ],
    [
      'and even then what was there before is no more than a warning',
      { ...AGENT, ...EXISTED },
      'bedrock-third-party-model',
      { program: 'other', policies: { 'no-uncovered-marketplace': { uncertain: 'block' } } },
      'warn',
    ],
  ])('%s', (_, resource, rule, config, expected) => expect(levelOf(resource, rule, config)).toBe(expected));

  test('sharing credits loses none: a warning, whatever the policy allows', () => {
    const shares = (parts: Partial<ResourceSketch>) =>
      finding(
        { resources: [{ ...ORGANIZATION, ...parts }], balance: aBalance([aCredit()], known('PAID')) },
        'organization-shares-credits',
      );
    expect([shares({})?.level, shares(EXISTED)?.level]).toEqual(['warn', 'info']);
    // From the month after this one on.
    expect(shares({})?.says).toMatchObject({ code: 'shares-credits', args: { from: at('2027-01-01') } });
  });

  test('on a plan that is not known it may end them; it is not told to share them', () => {
    const found = assessed({ resources: [ORGANIZATION], balance: noBalance }).findings.filter(
      ({ urn }) => urn !== null,
    );
    expect(found.map(({ rule, level, says }) => [rule, level, says.code])).toEqual([
      ['organization-ends-free-plan', 'warn', 'ends-credits'],
    ]);
    expect(found[0]?.says.args).toMatchObject({ isCertain: false });
  });

  test('paid before is another sentence than not covered', () => {
    const code = (parts: Partial<ResourceSketch>) =>
      finding({ resources: [{ ...DOMAIN, ...parts }] }, 'domain-registration')?.says.code;
    expect([code({}), code(EXISTED), code({ existing: true, change: 'replace' })]).toEqual([
      'not-covered',
      'paid-before',
      'not-covered',
    ]);
  });
});

describe('a commitment that outlives the credits', () => {
  const listed = (parts: Partial<Omit<Credit, 'remaining'>>) =>
    aCredit({ remaining: '100000', products: ['AWS Shield'], ...parts });
  const outlives = (balance: Situation['balance'], parts: Partial<ResourceSketch> = {}, config: Config = {}) =>
    finding(
      { resources: [{ ...SHIELD, ...parts }], config, ...(balance && { balance }) },
      'commitment-outlives-credits',
    );
  const usd = (found: Finding | undefined) => found?.charge?.usd?.max.toFixed(2);
  const termEnd = at('2027-12-01');

  test('is cash from the last end of a credit that covers it to the end of its term', () => {
    // 183 days of 24 hours, at $3,000 for 730 hours.
    const until = aBalance([listed({ id: 'a', ends: at('2027-02-01') }), listed({ id: 'b', ends: at('2027-06-01') })]);
    expect(usd(outlives(until))).toBe('18049.32');
    // Other credits cover none of it.
    const beside = aBalance([listed({ ends: at('2027-06-01') }), aCredit({ id: 'rds', products: ['Amazon RDS'] })]);
    expect(usd(outlives(beside))).toBe('18049.32');
  });

  test('is none where a credit lasts as long, or has no end', () => {
    expect(outlives(aBalance([listed({ ends: termEnd - 1000 })]))).toBeDefined();
    expect(outlives(aBalance([listed({ ends: termEnd })]))).toBeUndefined();
    expect(outlives(aBalance([listed({ ends: undefined }), listed({ id: 'b', ends: NOW + 1 })]))).toBeUndefined();
  });

  test('without a credit, or with a balance that is not known, it is the whole term', () => {
    const none = outlives(aBalance([]));
    const unread = outlives(noBalance);
    // 365 days of 24 hours are twelve months of 730.
    expect([usd(none), usd(unread)]).toEqual(['36000.00', '36000.00']);
    expect([none?.coverage, unread?.coverage]).toEqual(['not-covered', 'unknown']);
    expect([none?.says.args, unread?.says.args]).toMatchObject([
      { creditsEnd: undefined, isBalanceKnown: true, termMonths: 12 },
      { creditsEnd: undefined, isBalanceKnown: false, termMonths: 12 },
    ]);
  });

  test('cites the text that binds, and not that on what credits cover', () => {
    expect(outlives(aBalance([]))?.source?.url).toContain('API_CreateSubscription');
  });

  test('a term that is not known is one year at least and three at most', () => {
    const plan = { type: 'aws:savingsplans/savingsPlan:SavingsPlan', name: 'p', properties: { commitment: '1' } };
    const found = finding({ resources: [plan], balance: aBalance([]) }, 'commitment-outlives-credits');
    // $1 an hour for 365 days, and for 1,096.
    expect([found?.charge?.usd?.min.toFixed(2), found?.charge?.usd?.max.toFixed(2)]).toEqual(['8760.00', '26304.00']);
    const later = { ...plan, properties: { commitment: LATER } };
    expect(
      finding({ resources: [later], balance: aBalance([]) }, 'commitment-outlives-credits')?.charge?.usd,
    ).toBeNull();
  });

  test('what is bound already is information; a policy that is off says nothing', () => {
    const config = (policy: object): Config => ({ policies: { 'commitments-end-with-credits': policy } });
    const none = aBalance([]);
    expect([outlives(none)?.level, outlives(none, EXISTED)?.level]).toEqual(['warn', 'info']);
    expect(outlives(none, {}, config({ level: 'block', onUnknown: 'block' }))?.level).toBe('block');
    expect(outlives(none, {}, config({ level: 'off' }))).toBeUndefined();
  });
});
