import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/load';
import type { Config } from '../../../src/config/schema';
import { Terms } from '../../../src/core/coverage/coverage';
import { readAccountPlan } from '../../../src/core/credits/account-plan';
import { combine } from '../../../src/core/credits/balance';
import type { Balance } from '../../../src/core/credits/credit';
import type { Finding, FindingArgs } from '../../../src/core/findings/finding';
import { zero } from '../../../src/core/money';
import { known, unknown } from '../../../src/core/reading';
import { findingWords } from '../../../src/words/findings';
import { wordsOf } from '../../../src/words/notices';
import { aBalance, aCredit, assessed, at, NOW, type Situation } from '../../support/inputs';
import { LATER, type ResourceSketch } from '../../support/resources';

const found = (rule: string, situation: Situation): Finding | undefined =>
  assessed(situation).findings.find((one) => one.rule === rule);
const told = (rule: string, situation: Situation): string => {
  const finding = found(rule, situation);
  if (finding === undefined) return '';
  const { headline, reason, remedy } = findingWords(finding);
  return `${headline}. ${reason} ${remedy}`;
};
const termsAt = (level: 'off' | 'warn' | 'block'): Config => ({ policies: { 'credit-outlook': { terms: level } } });

/** $32.85 to $37.35 a month. */
const nat = (name: string, properties: Record<string, unknown> = {}): ResourceSketch => ({
  type: 'aws:ec2/natGateway:NatGateway',
  name,
  properties,
});
/** Costs nothing. */
const ROLE: ResourceSketch = { type: 'aws:iam/role:Role', name: 'role', properties: { tagsAll: {} } };

describe('MAP: the tag that earns credits', () => {
  const map = aBalance([aCredit({ program: 'map' })]);
  const args = (...resources: ResourceSketch[]) => {
    const says = found('map-tag', { resources, balance: map })?.says;
    return says?.code === 'map-tag-missing' ? says.args : undefined;
  };
  const TAGGED = { 'map-migrated': 'mig1234567890' };

  test.each<[string, Record<string, unknown>, Partial<FindingArgs['map-tag-missing']> | undefined]>([
    ['tagged by itself', { tags: TAGGED }, undefined],
    ['tagged by its provider', { tags: { Name: 'a' }, tagsAll: { Name: 'a', ...TAGGED } }, undefined],
    ['with a value that is decided later', { tagsAll: { 'map-migrated': LATER } }, undefined],
    ['without any tag', { tagsAll: {} }, { missing: ['it'], notKnown: 0, taggable: 1 }],
    ['with another tag', { tags: { Name: 'a' }, tagsAll: { Name: 'a' } }, { missing: ['it'], notKnown: 0 }],
    ['in another case', { tagsAll: { 'Map-Migrated': 'mig1' } }, { missing: ['it'], notKnown: 0 }],
    ['with tags that are decided later', { tagsAll: LATER }, { missing: [], notKnown: 1, taggable: 1 }],
    ['tagged, with others that are decided later', { tags: TAGGED, tagsAll: LATER }, undefined],
    ['of a provider whose defaults are not shown', { tags: { Name: 'a' } }, { missing: [], notKnown: 1 }],
    ['of a provider that shows no tags', {}, { missing: [], notKnown: 1, taggable: 1 }],
    ['with tags that are no tags', { tagsAll: 3 }, { missing: ['it'], notKnown: 0 }],
  ])('a resource %s', (_, properties, expected) => {
    const got = args(nat('it', properties));
    expect(got === undefined).toBe(expected === undefined);
    if (expected !== undefined) expect(got).toMatchObject(expected);
  });

  test('what has no tags where others show theirs takes none', () => {
    expect(args(nat('it', {}), nat('tagged', { tagsAll: TAGGED }))).toBeUndefined();
    expect(args(nat('it', {}), ROLE)).toBeUndefined();
    // A preview that shows the tags of what exists alone.
    expect(args(nat('it', {}), { ...ROLE, existing: true })).toMatchObject({ missing: [], notKnown: 1 });
  });

  test('a group lists its tags, and its template may have others', () => {
    const group = (key: string): ResourceSketch => ({
      type: 'aws:autoscaling/group:Group',
      name: 'group',
      properties: { tags: [{ key, value: 'mig1', propagateAtLaunch: true }], minSize: 1, maxSize: 2 },
    });
    expect(args(group('map-migrated'))).toBeUndefined();
    expect(args(group('Name'))).toMatchObject({ missing: [], notKnown: 1 });
  });

  test('what is free earns nothing, and what credits never cover neither', () => {
    const plan: ResourceSketch = {
      type: 'aws:savingsplans/savingsPlan:SavingsPlan',
      name: 'plan',
      properties: { commitment: '1', paymentOption: 'All Upfront', tagsAll: {} },
    };
    const domain: ResourceSketch = {
      type: 'aws:route53domains/registeredDomain:RegisteredDomain',
      name: 'domain',
      properties: { domainName: 'shop.com', tagsAll: {} },
    };
    expect(args(ROLE, domain)).toBeUndefined();
    // Its hourly part, which is prepaid, is nothing.
    expect(args(plan)).toBeUndefined();
  });

  test('it is told with all names, and a remedy', () => {
    const resources = [nat('a', { tagsAll: {} }), nat('b', { tagsAll: {} }), nat('c', { tagsAll: LATER }), ROLE];
    const text = told('map-tag', { resources, balance: map });
    expect(text).toMatch(/^2 of 3 resources that cost money lack the tag map-migrated\. /);
    expect(text).toContain('Without it: a, b. Of 1 more it is not known. Tag what you migrate with map-migrated');
    expect(told('map-tag', { resources: [nat('a', { tagsAll: LATER })], balance: map })).toMatch(
      /^Whether 1 resource that costs money carries the tag map-migrated is not known\./,
    );
  });

  test('only under MAP: by a credit with money, or by the configuration', () => {
    const resources = [nat('a', { tagsAll: {} })];
    const rule = (parts: Parameters<typeof aCredit>[0], config: Config = {}) =>
      found('map-tag', { resources, balance: aBalance([aCredit(parts)]), config })?.rule;
    expect(rule({ program: 'activate' })).toBeUndefined();
    expect(rule({ program: 'map' })).toBe('map-tag');
    expect(rule({ program: 'map', ends: at('2026-11-01') })).toBeUndefined();
    expect(rule({ program: 'map', starts: at('2027-01-01') })).toBe('map-tag');
    expect(rule({ program: 'activate' }, { program: 'map' })).toBe('map-tag');
    expect(rule({}, { credits: { programs: { 'AWS Acti*': 'map' } } })).toBe('map-tag');
  });

  test.each([
    ['off', undefined],
    ['warn', 'warn'],
    ['block', 'block'],
  ] as const)('terms: %s', (level, expected) => {
    const resources = [nat('a', { tagsAll: {} })];
    expect(found('map-tag', { resources, balance: map, config: termsAt(level) })?.level).toBe(expected);
  });

  test('what is not known blocks nothing', () => {
    const resources = [nat('a', { tagsAll: LATER })];
    expect(found('map-tag', { resources, balance: map, config: termsAt('block') })?.level).toBe('warn');
  });
});

describe('credits bought from a third party: with them, and without', () => {
  const own = aCredit({ id: 'own', remaining: '100', ends: at('2028-01-01') });
  const bought = aCredit({
    id: 'bought',
    description: 'Resale',
    remaining: '500',
    program: 'third-party',
    ends: at('2028-06-01'),
  });
  const resources = [nat('a')];
  const args = (situation: Situation) => {
    const says = found('credits-at-risk', situation)?.says;
    return says?.code === 'credits-at-risk' ? says.args : undefined;
  };

  test('two days, and what is at risk', () => {
    // $0.045 an hour at least, and at most 100 GB more of $0.045 each: the dear end counts.
    const balance = aBalance([own, bought]);
    const got = args({ resources, balance });
    const alone = assessed({ resources, balance: aBalance([own]) }).outlook.runway.dear;
    const together = assessed({ resources, balance }).outlook.runway.dear;
    if (alone.state !== 'ends' || together.state !== 'ends') throw new Error('credits last');
    expect(got).toMatchObject({ credits: ['Resale'], all: together, others: alone });
    expect(got?.usd.toFixed(2)).toBe('500.00');
    expect(alone.at).toBeLessThan(together.at);
    expect(told('credits-at-risk', { resources, balance })).toMatch(
      /^\$500\.00 of credit is at risk: .* With "Resale", credits cover it until 20\d\d-\d\d-\d\d; without, credits cover it until 2027-02-\d\d\. Look under Credits/,
    );
  });

  test('without it nothing is covered', () => {
    const situation = { resources, balance: aBalance([bought]) };
    expect(args(situation)?.others).toMatchObject({ state: 'ends', at: NOW });
    expect(told('credits-at-risk', situation)).toContain('without, credits cover nothing of this plan today.');
  });

  test('without it all goes on', () => {
    const lasting = aCredit({ id: 'own', remaining: '1000000', ends: undefined });
    expect(told('credits-at-risk', { resources, balance: aBalance([lasting, bought]) })).toContain(
      'credits last as long as the forecast looks; without, credits last as long as the forecast looks.',
    );
  });

  test('what is not known is not called lasting', () => {
    const balance = aBalance([{ ...own, products: 'unlisted' }, bought]);
    expect(told('credits-at-risk', { resources, balance })).toContain(
      'without, whether credits cover it is not known.',
    );
    expect(told('credits-at-risk', { resources: [], balance })).toContain('without, nothing is charged by the month.');
    const strange = { type: 'aws:x/y:Z', name: 'strange' };
    const partly = { resources: [...resources, strange], balance: aBalance([own, bought]) };
    expect(told('credits-at-risk', partly)).toMatch(/without, credits cover it until [\d-]+ at the latest\./);
  });

  test('the figures count it, as AWS does', () => {
    const { outlook, findings } = assessed({ resources, balance: aBalance([own, bought]) });
    expect(outlook.usable?.max.toFixed(2)).toBe('600.00');
    expect(findings.find(({ rule }) => rule === 'credits-at-risk')).toMatchObject({
      level: 'warn',
      source: { confidence: 'B' },
    });
  });

  test.each<[string, Situation['balance'], Config, boolean]>([
    ['by the default of the file', aBalance([{ ...own, program: undefined }]), { program: 'third-party' }, true],
    ['by its id', aBalance([own]), { credits: { programs: { own: 'third-party' } } }, true],
    ['by its description', aBalance([own]), { credits: { programs: { 'AWS A*': 'third-party' } } }, true],
    ['by another description', aBalance([own]), { credits: { programs: { 'AWS B*': 'third-party' } } }, false],
    ['used up', aBalance([own, { ...bought, remaining: known(zero) }]), {}, false],
    ['paused', aBalance([own, { ...bought, status: 'paused' }]), {}, false],
    ['with another programme', aBalance([{ ...own, program: 'activate' }]), { program: 'third-party' }, false],
    [
      'a balance that is not known',
      { ...aBalance(), credits: unknown('it was not read') },
      { program: 'third-party' },
      false,
    ],
  ])('%s', (_, balance, config, expected) => {
    expect(args({ resources, config, ...(balance && { balance }) }) !== undefined).toBe(expected);
  });

  test('the account of the others is that of all: one of two owners is still not known', () => {
    const mine = { ...own, owner: '111122223333' };
    const other = { ...bought, owner: '444455556666' };
    const terms = new Terms(aBalance([mine, other]), { ...assessed({ resources: [] }).settings }, NOW);
    expect([terms.account, terms.without([other]).account]).toEqual([undefined, '111122223333']);
  });
});

describe('the Free plan closes the account', () => {
  const state = (parts: object = {}): Balance =>
    combine({
      snapshot: undefined,
      manual: undefined,
      manualSource: '',
      accountPlan: readAccountPlan(
        {
          accountId: '111122223333',
          accountPlanType: 'FREE',
          accountPlanStatus: 'ACTIVE',
          accountPlanRemainingCredits: { amount: 140, unit: 'USD' },
          accountPlanExpirationDate: '2027-01-15T00:00:00Z',
          ...parts,
        },
        { source: 'account-plan.json', writtenAt: NOW, now: NOW, maxAgeDays: 7 },
      ),
    });
  const cheap: ResourceSketch = { type: 'aws:secretsmanager/secret:Secret', name: 'secret' };

  test('on the day that AWS names', () => {
    expect(told('free-plan-ends', { resources: [cheap], balance: state() })).toMatch(
      /^AWS closes this account on 2027-01-15: its Free plan ends\. On the Free plan nothing is charged: .* keeps its contents for 90 days\. Upgrade to the Paid plan before that day: unused credits stay\./,
    );
  });

  test('earlier, when its credits run out', () => {
    // $140 at $0.05 x 4 an hour: long before the plan ends.
    const resources = [{ type: 'aws:eks/cluster:Cluster', name: 'a' }, nat('b'), nat('c'), nat('d')];
    const finding = found('free-plan-ends', { resources, balance: state({ accountPlanExpirationDate: '2027-05-15' }) });
    expect(finding?.level).toBe('warn');
    expect(finding && findingWords(finding).headline).toMatch(
      /^AWS closes this account as early as 202[67]-\d\d-\d\d: its credits run out$/,
    );
    expect(finding && findingWords(finding).reason).toContain('The plan ends on 2027-05-15.');
    const { findings } = assessed({ resources, balance: state({ accountPlanExpirationDate: '2027-05-15' }) });
    const runsOut = findings.find(({ says }) => says.code === 'credits-run-out');
    expect(runsOut && findingWords(runsOut).reason).toContain('On the Free plan AWS closes the account when');
  });

  test.each<[string, object, boolean]>([
    ['far ahead', { accountPlanExpirationDate: '2027-05-15T00:00:00Z' }, false],
    ['90 days ahead', { accountPlanExpirationDate: '2027-03-01T00:00:00Z' }, true],
    ['a moment later', { accountPlanExpirationDate: '2027-03-01T00:00:01Z' }, false],
    ['not said', { accountPlanExpirationDate: undefined }, false],
    ['the Paid plan', { accountPlanType: 'PAID' }, false],
    ['without its credits', { accountPlanRemainingCredits: undefined }, true],
  ])('%s', (_, parts, expected) => {
    expect(found('free-plan-ends', { resources: [cheap], balance: state(parts) }) !== undefined).toBe(expected);
  });

  test('it may be over', () => {
    const balance = state({ accountPlanExpirationDate: '2026-11-15T00:00:00Z', accountPlanStatus: 'EXPIRED' });
    expect(told('free-plan-ends', { resources: [], balance })).toMatch(/^The Free plan of this account is over: AWS/);
  });

  test('an owner may be stopped by it', () => {
    expect(found('free-plan-ends', { resources: [], balance: state(), config: termsAt('block') })?.level).toBe('block');
  });

  test('the trap says until when the plan would last', () => {
    const organization: ResourceSketch = { type: 'aws:organizations/organization:Organization', name: 'acme' };
    const text = told('organization-ends-free-plan', { resources: [organization], balance: state() });
    expect(text).toContain('Without it the plan ends on 2027-01-15.');
  });
});

describe('several programmes in one account', () => {
  const credits = [
    aCredit({ id: '1', description: 'AWS Activate', program: 'activate', remaining: '8500' }),
    aCredit({ id: '2', description: 'EDU_ENG_FY2026_x', remaining: '100' }),
    aCredit({ id: '3', description: 'EDU_ENG_FY2026_y', remaining: '50' }),
  ];
  const notes = (config: Config, balance = aBalance(credits)) =>
    assessed({ resources: [], balance, config }).notes.map(wordsOf).join('\n');

  test('each is told with what is left of it', () => {
    expect(notes({ credits: { programs: { 'EDU_*': 'educate' } } })).toContain(
      'Your credits come from 2 programmes: AWS Activate (Founders, Portfolio) $8,500.00, Educate and student credits $150.00. The terms of each hold for its own credits alone;',
    );
    expect(notes({})).toContain('not known which $150.00');
    expect(notes({ program: 'activate' })).not.toContain('programmes');
  });

  test('the first line that fits counts, and wins over the description', () => {
    const config: Config = { credits: { programs: { '1': 'event', 'EDU_*x': 'research', '*': 'educate' } } };
    const { balance } = assessed({ resources: [], balance: aBalance(credits), config });
    expect(balance.credits.state === 'known' && balance.credits.value.map(({ program }) => program)).toEqual([
      'event',
      'research',
      'educate',
    ]);
  });

  test('a line that speaks of no credit is told', () => {
    expect(notes({ credits: { programs: { 'edu_*': 'educate' } } })).toContain(
      'No credit has the id or description "edu_*" (credits: programs:).',
    );
  });

  test("Activate's exception holds for its own credit alone", () => {
    const agent: ResourceSketch = {
      type: 'aws:bedrock/agentAgent:AgentAgent',
      name: 'agent',
      properties: { foundationModel: 'anthropic.claude-3-5-sonnet-20241022-v2:0' },
    };
    const [, ...others] = credits;
    const config: Config = { credits: { programs: { 'EDU_*': 'educate' } } };
    const policies = (balance: Balance) =>
      assessed({ resources: [agent], balance, config }).findings.map(({ policy }) => policy);
    expect(policies(aBalance(credits))).not.toContain('no-uncovered-marketplace');
    expect(policies(aBalance(others))).toContain('no-uncovered-marketplace');
  });

  test('it is read from the file, and a programme that is none is refused', () => {
    const read = (program: string) =>
      parseConfig(`credits:\n  programs:\n    "EDU_*": ${program}\n`, 'credit-guard.yaml');
    expect(read('educate')).toMatchObject({ config: { credits: { programs: { 'EDU_*': 'educate' } } } });
    expect(JSON.stringify(read('edu'))).toContain('educate');
  });
});

describe('a credit of which nobody knows how much is left', () => {
  const lost = (program: 'map' | 'third-party') => ({
    ...aCredit({ id: program, description: program, program }),
    remaining: unknown('it is not written'),
  });

  test("keeps its programme's terms", () => {
    expect(told('map-tag', { resources: [nat('it', { tagsAll: {} })], balance: aBalance([lost('map')]) })).not.toBe('');
  });

  test('is at risk, and never as $0.00', () => {
    const risk = (...more: Parameters<typeof aCredit>) =>
      told('credits-at-risk', {
        resources: [nat('it')],
        balance: aBalance([lost('third-party'), aCredit(...more)]),
      });
    expect(risk({})).toMatch(/^An unknown amount of credit is at risk/);
    expect(risk({ id: 'lot', program: 'third-party', remaining: '50' })).toMatch(
      /^\$50\.00 or more of credit is at risk/,
    );
  });

  test('is named among the programmes', () => {
    const { notes } = assessed({ resources: [], balance: aBalance([aCredit({ program: 'activate' }), lost('map')]) });
    const several = notes.find(({ code }) => code === 'programs-several');
    expect(several && wordsOf(several)).toContain('of an unknown amount');
  });
});
