import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/core/assessment';
import { blankMetering, priceResource } from '../../src/core/charges/charges';
import { pricedTypes } from '../../src/core/charges/services';
import { rules, rulesFor, typesOf } from '../../src/core/coverage/rules';
import type { Buckets } from '../../src/core/outlook/who-pays';
import { known } from '../../src/core/reading';
import { findingWords } from '../../src/words/findings';
import { wordsOf } from '../../src/words/notices';
import { verdictSentence } from '../../src/words/verdict';
import fc from '../support/fast-check';
import { aBalance, aCredit, assessed, at, NOW, noBalance } from '../support/inputs';
import { aResource, contextFor, LATER, type ResourceSketch } from '../support/resources';

const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
const DATABASE = {
  type: 'aws:rds/instance:Instance',
  name: 'db',
  properties: { engine: 'postgres', instanceClass: 'db.t4g.medium', allocatedStorage: 20, storageType: 'gp3' },
};
const PLAN = {
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  name: 'compute',
  properties: { commitment: '0.30', upfrontPaymentAmount: '1314.00' },
};
const DOMAIN = { type: 'aws:route53domains/domain:Domain', name: 'shop', properties: { domainName: 'shop.com' } };
const OLD_CLUSTER = { type: 'aws:eks/cluster:Cluster', name: 'jobs', properties: { version: '1.34' } };
const ORGANIZATION = { type: 'aws:organizations/organization:Organization', name: 'acme' };
const AGENT = {
  type: 'aws:bedrock/agentAgent:AgentAgent',
  name: 'agent',
  properties: { foundationModel: 'anthropic.claude-3-5-sonnet-20241022-v2:0' },
};

const rulesOf = ({ findings }: Assessment) => findings.map((finding) => [finding.level, finding.rule]);
/** All of it as text. */
const told = (assessment: Assessment): string =>
  JSON.stringify(assessment, (_, value) => (typeof value === 'bigint' ? String(value) : value));
const finding = ({ findings }: Assessment, rule: string) => findings.find((one) => one.rule === rule);
const amounts = ({ total, covered, cash, unknown }: Buckets) =>
  [total, covered, cash, unknown].map(({ min, max }) => `${min.toFixed(2)}–${max.toFixed(2)}`);

describe('a charge that begins on a day ahead', () => {
  // Standard support of Kubernetes 1.34 ends on 2026-12-02.
  const now = at('2026-11-20');
  const sees = (resources: ResourceSketch[]) =>
    assessed({ resources, balance: aBalance([aCredit({ remaining: '1000' })]), now });

  test('is in the draw-down from then on, and in no figure of today', () => {
    const { estimate, outlook, products } = sees([OLD_CLUSTER]);
    expect(amounts(estimate.monthly)[0]).toBe('73.00–73.00');
    expect(products.map(({ monthly }) => monthly.total.max.toFixed(2))).toEqual(['73.00']);
    const december = outlook.dear.months[1];
    // 744 hours at $0.10, and 30 days at $0.50 an hour.
    expect([december?.month, december?.charged.toFixed(2)]).toEqual(['2026-12', '434.40']);
  });

  test('is said with its day, and by the verdict', () => {
    const assessment = sees([OLD_CLUSTER]);
    const note = assessment.notes.find(({ code }) => code === 'charges-begin');
    expect(note && wordsOf(note)).toBe(
      '2026-12-02: Extended support of an old Kubernetes version begins, $365.00 a month (jobs). It is in the forecast from then on, and in no monthly figure.',
    );
    expect(verdictSentence(assessment)).toContain('$73.00 a month (and more from 2026-12-02)');
  });

  // AWS bills extended support by the vCPU, and nothing says how many this class has.
  test('of an amount that is not known keeps every date from being a promise', () => {
    const database = {
      ...DATABASE,
      properties: { ...DATABASE.properties, engineVersion: '14.20', instanceClass: 'db.t2.micro' },
    };
    const { estimate, isPartial, verdict } = sees([database]);
    expect([estimate.complete, isPartial, verdict.status]).toEqual([true, true, 'unknown']);
    expect(verdictSentence(sees([database]))).toContain('or more');
  });

  test('is in no burn: what exists already is not taken off it twice', () => {
    const burn = { monthly: { 'Amazon EKS': '73.00' } };
    const { outlook, notes } = assessed({
      resources: [{ ...OLD_CLUSTER, existing: true }],
      balance: aBalance([aCredit({ remaining: '1000' })]),
      config: { burn },
      now,
    });
    expect(notes.map(({ code }) => code)).not.toContain('burn-below-plan');
    expect(outlook.dear.months[1]?.charged.toFixed(2)).toBe('434.40');
  });
});

describe('who pays', () => {
  test('credits for everything pay ordinary usage', () => {
    const { estimate, findings } = assessed({ resources: [NAT] });
    expect(amounts(estimate.monthly)).toEqual(['32.85–37.35', '32.85–37.35', '0.00–0.00', '0.00–0.00']);
    expect([estimate.complete, findings]).toEqual([true, []]);
  });

  test('a credit for one product leaves the others to cash', () => {
    const balance = aBalance([aCredit({ products: ['Amazon Elastic Compute Cloud'] })]);
    const { estimate } = assessed({ resources: [NAT, DATABASE], balance });
    expect(estimate.monthly.covered.min.toFixed(2)).toBe('32.85');
    expect(estimate.monthly.cash.min.gt(0)).toBe(true);
    expect(estimate.monthly.unknown.max.toFixed()).toBe('0');
  });

  test('a credit without a product list: nobody can tell', () => {
    const { estimate, outlook } = assessed({
      resources: [NAT],
      balance: aBalance([aCredit({ products: 'unlisted' })]),
    });
    expect(amounts(estimate.monthly)).toEqual(['32.85–37.35', '0.00–0.00', '0.00–0.00', '32.85–37.35']);
    expect(outlook.dear.months[0]?.covered.toFixed()).toBe('0');
  });

  test('unless the owner says what it pays', () => {
    const { estimate } = assessed({
      resources: [NAT],
      balance: aBalance([aCredit({ products: 'unlisted' })]),
      config: { credits: { unlistedProducts: 'covered' } },
    });
    expect(estimate.monthly.covered.min.toFixed(2)).toBe('32.85');
  });

  test('a balance that is not known is unknown, not covered and not cash', () => {
    const { estimate, outlook } = assessed({ resources: [NAT], balance: noBalance });
    expect(amounts(estimate.monthly)[3]).toBe('32.85–37.35');
    expect([outlook.usable, outlook.runway.dear.state]).toEqual([undefined, 'unknown']);
  });

  test('no credit at all: everything is cash', () => {
    expect(assessed({ resources: [NAT], balance: aBalance([]) }).estimate.monthly.cash.min.toFixed(2)).toBe('32.85');
  });
});

describe('what credits never pay', () => {
  test('an upfront fee blocks, with its dollars, its source and a way out', () => {
    const assessment = assessed({ resources: [PLAN] });
    const found = finding(assessment, 'savings-plan-upfront');
    expect(found?.level).toBe('block');
    expect(found && findingWords(found).headline).toBe('$1,314.00 upfront is not covered by your credits');
    expect(found?.source).toEqual({ url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16', confidence: 'A' });
    expect(assessment.estimate.once.cash.max.toFixed(2)).toBe('1314.00');
  });

  test('the commitment that outlives the credits is told with its tail', () => {
    const found = finding(assessed({ resources: [PLAN] }), 'commitment-outlives-credits');
    expect(found?.level).toBe('warn');
    expect(found && findingWords(found).headline).toMatch(
      /^This commitment outlasts your credits: you pay \$.* after 2027-12-31$/,
    );
  });

  test('a credit without an end leaves no tail', () => {
    const balance = aBalance([aCredit({ ends: undefined })]);
    expect(finding(assessed({ resources: [PLAN], balance }), 'commitment-outlives-credits')).toBeUndefined();
  });

  test('what existed before is history: told, and no new cash', () => {
    const { findings, estimate } = assessed({ resources: [{ ...DOMAIN, existing: true, change: 'same' }] });
    expect(findings.map((one) => one.level)).toEqual(['info']);
    expect(estimate.once.total.max.toFixed()).toBe('0');
  });

  test('a replacement buys it again', () => {
    expect(rulesOf(assessed({ resources: [{ ...DOMAIN, existing: true, change: 'replace' }] }))).toEqual([
      ['block', 'domain-registration'],
    ]);
  });

  test('an unknown amount is told as unknown', () => {
    const resources = [{ ...PLAN, properties: { upfrontPaymentAmount: LATER } }];
    const found = finding(assessed({ resources }), 'savings-plan-upfront');
    expect([found?.level, found?.charge?.usd]).toEqual(['warn', null]);
  });

  test('the owner may want the dearer answer taken as true', () => {
    const resources = [{ ...PLAN, properties: { upfrontPaymentAmount: LATER } }];
    const config = { policies: { 'no-uncovered-upfront-fees': { onUnknown: 'block' as const } } };
    expect(finding(assessed({ resources, config }), 'savings-plan-upfront')?.level).toBe('block');
  });

  test('a policy that is off says nothing', () => {
    const config = { policies: { 'no-uncovered-services': { level: 'off' as const } } };
    expect(assessed({ resources: [DOMAIN], config }).findings).toEqual([]);
  });
});

describe('exceptions of programme and credit', () => {
  test.each([
    ['activate', undefined],
    ['other', 'warn'],
    ['unknown', 'warn'],
  ] as const)('a third-party Bedrock model under %s: %s', (program, level) => {
    expect(finding(assessed({ resources: [AGENT], config: { program } }), 'bedrock-third-party-model')?.level).toBe(
      level,
    );
  });

  test('an owner who wants unconfirmed rules to block gets it', () => {
    const config = {
      program: 'other' as const,
      policies: { 'no-uncovered-marketplace': { uncertain: 'block' as const } },
    };
    expect(finding(assessed({ resources: [AGENT], config }), 'bedrock-third-party-model')?.level).toBe('block');
  });

  test('a credit whose own fields name Marketplace pays it', () => {
    const balance = aBalance([aCredit({ products: ['AWS Marketplace'] })]);
    expect(
      finding(assessed({ resources: [AGENT], balance, config: { program: 'other' } }), 'bedrock-third-party-model'),
    ).toBeUndefined();
  });

  test('a credit that lists the product settles what the terms leave open', () => {
    const shield = { type: 'aws:shield/subscription:Subscription', name: 'shield' };
    expect(finding(assessed({ resources: [shield] }), 'shield-advanced')?.level).toBe('warn');
    const balance = aBalance([aCredit({ products: ['AWS Shield'] })]);
    expect(finding(assessed({ resources: [shield], balance }), 'shield-advanced')).toBeUndefined();
  });

  test('a list does not override what the terms exclude', () => {
    const balance = aBalance([aCredit({ products: ['Amazon Registrar', 'AWS Savings Plans'] })]);
    expect(rulesOf(assessed({ resources: [DOMAIN], balance }))[0]).toEqual(['block', 'domain-registration']);
  });
});

describe('the Free plan', () => {
  test.each([
    ['FREE', [['block', 'organization-ends-free-plan']]],
    ['PAID', [['warn', 'organization-shares-credits']]],
  ] as const)('an Organization on a %s plan', (plan, expected) => {
    expect(rulesOf(assessed({ resources: [ORGANIZATION], balance: aBalance([aCredit()], known(plan)) }))).toEqual(
      expected,
    );
  });

  test('on a plan that is not known it is a warning', () => {
    expect(
      finding(assessed({ resources: [ORGANIZATION], balance: noBalance }), 'organization-ends-free-plan')?.level,
    ).toBe('warn');
  });
});

describe('exceptions that an owner wrote', () => {
  const accept = (parts: Record<string, string>) => ({
    accept: [{ policy: 'no-uncovered-services', resource: 'urn:pulumi:*::shop', reason: 'Our domain', ...parts }],
  });

  test('make a finding information, with the reason', () => {
    const [found] = assessed({ resources: [DOMAIN], config: accept({}) }).findings;
    expect([found?.level, found?.accepted]).toEqual(['info', { reason: 'Our domain', until: null }]);
  });

  test('end on their day, and say so', () => {
    const assessment = assessed({ resources: [DOMAIN], config: accept({ until: '2026-11-30' }) });
    expect(rulesOf(assessment)).toEqual([
      ['block', 'domain-registration'],
      ['warn', 'exception-ended'],
    ]);
  });

  test('hold to the end of their day', () => {
    expect(assessed({ resources: [DOMAIN], config: accept({ until: '2026-12-01' }) }).findings[0]?.level).toBe('info');
  });

  test('stop at their dollars', () => {
    const assessment = assessed({ resources: [DOMAIN], config: accept({ maxUsd: '5.00' }) });
    expect(assessment.findings[0]?.level).toBe('block');
    const [first] = assessment.findings;
    expect(first && findingWords(first).reason).toContain('It exceeds the $5.00 accepted for "Our domain".');
  });

  test('that match nothing are told', () => {
    const { findings, notes } = assessed({ resources: [NAT], config: accept({}) });
    expect([findings, notes.map(({ code }) => code)]).toEqual([[], expect.arrayContaining(['exceptions-unused'])]);
  });
});

describe('the outlook', () => {
  test('credits that are used up before they end are a warning with the day', () => {
    const assessment = assessed({ resources: [NAT], balance: aBalance([aCredit({ remaining: '100' })]) });
    const found = finding(assessment, 'runway');
    expect(found?.level).toBe('warn');
    expect(found && findingWords(found).headline).toMatch(
      /^At \$32\.85–\$37\.35 a month, your credits run out between 2027-02-\d\d and 2027-03-\d\d$/,
    );
  });

  test('and block within the days that the owner allows', () => {
    const config = { policies: { 'credit-outlook': { blockWithinDays: 120 } } };
    const balance = aBalance([aCredit({ remaining: '100' })]);
    expect(finding(assessed({ resources: [NAT], balance, config }), 'runway')?.level).toBe('block');
    const mild = { policies: { 'credit-outlook': { blockWithinDays: 120, runway: 'warn' as const } } };
    expect(finding(assessed({ resources: [NAT], balance, config: mild }), 'runway')?.level).toBe('warn');
  });

  test('what is only possible warns', () => {
    const config = { policies: { 'credit-outlook': { blockWithinDays: 95 } } };
    const balance = aBalance([aCredit({ remaining: '110' })]);
    expect(finding(assessed({ resources: [NAT], balance, config }), 'runway')?.level).toBe('warn');
  });

  test('the account’s burn counts, and what exists is in it already', () => {
    const config = { burn: { monthly: { 'Amazon EC2': '400.00' } } };
    const existing = assessed({
      resources: [{ ...NAT, existing: true, change: 'same' }],
      before: [{ ...NAT, change: 'same' }],
      config,
    });
    const created = assessed({ resources: [{ ...NAT, existing: false, change: 'create' }], before: [], config });
    expect(existing.outlook.coverable.min.toFixed(2)).toBe('400.00');
    expect(created.outlook.coverable.min.toFixed(2)).toBe('432.85');
  });

  test('what a deployment removes is taken from the burn', () => {
    const config = { burn: { monthly: { 'Amazon EC2': '400.00' } } };
    const { outlook } = assessed({ resources: [], before: [{ ...NAT, existing: true, change: 'delete' }], config });
    expect(outlook.coverable.max.toFixed(2)).toBe('367.15');
  });

  test('a share of the pool, less what others have reserved', () => {
    const config = { pool: { share: 0.5, reserved: { 'other/prod': '1000' } } };
    const { outlook } = assessed({ resources: [NAT], config });
    expect(outlook.dear.months[0]?.opening.toFixed(2)).toBe('4000.00');
  });

  test('cash above the owner’s limit blocks', () => {
    const config = {
      policies: {
        'credit-outlook': { maxOneTimeCash: '1000' },
        'no-uncovered-upfront-fees': { level: 'off' as const },
      },
    };
    expect(finding(assessed({ resources: [PLAN], config }), 'one-time-cash')?.level).toBe('block');
  });

  test('credit that will be lost soon is said, as much as is known of other spending', () => {
    const balance = aBalance([aCredit({ ends: at('2027-01-31T23:59:59Z') })]);
    const wordsWith = (config: object) => {
      const found = finding(assessed({ resources: [NAT], balance, config }), 'expiring');
      return found && findingWords(found);
    };
    const alone = wordsWith({});
    expect(alone?.headline).toMatch(/^Up to \$9,9\d\d\.\d\d of credit expires unused, from 2027-01-31 on$/);
    expect(alone?.reason).toContain('set burn: to add what else');
    const counted = wordsWith({ burn: { monthly: { 'Amazon EC2': '400.00' } } });
    expect(counted?.headline).toMatch(/^\$9,\d\d\d\.\d\d–\$9,\d\d\d\.\d\d of credit expires unused/);
    expect(counted?.reason).not.toContain('burn:');
  });

  test('a burn that is only what credits covered says so', () => {
    const config = { burn: { monthly: { 'Amazon EC2': '400.00' } } };
    const codes = (isBurnCoveredOnly: boolean) =>
      assessed({ resources: [NAT], config, settings: { isBurnCoveredOnly } }).notes.map(({ code }) => code);
    expect(codes(true)).toContain('burn-covered-only');
    expect(codes(false)).not.toContain('burn-covered-only');
  });

  test('the same input gives the same assessment', () => {
    const resources = [NAT, DATABASE, PLAN, DOMAIN, AGENT];
    const one = assessed({ resources });
    expect(told(assessed({ resources }))).toBe(told(one));
    expect(rulesOf(assessed({ resources: [...resources].reverse() }))).toEqual(rulesOf(one));
  });
});

describe('what is not priced', () => {
  test('is counted, and never silent', () => {
    const strange = { type: 'aws:braket/quantumTask:QuantumTask' };
    const assessment = assessed({ resources: [NAT, strange] });
    expect(assessment.estimate.complete).toBe(false);
    expect(assessment.estimate.unpriced).toEqual([
      { type: strange.type, count: 1, reason: 'the price list does not know this type' },
    ]);
    expect(finding(assessment, 'estimate')?.level).toBe('warn');
  });

  test('blocks below the share that the owner wants', () => {
    const config = { policies: { 'credit-outlook': { minimumPricedShare: 0.9 } } };
    expect(finding(assessed({ resources: [NAT, { type: 'aws:x/y:Z' }], config }), 'estimate')?.level).toBe('block');
  });
});

describe('whatever is planned', () => {
  const types = [
    NAT,
    DATABASE,
    PLAN,
    DOMAIN,
    AGENT,
    ORGANIZATION,
    { type: 'aws:shield/subscription:Subscription' },
    { type: 'aws:x/y:Z' },
  ];
  const sketches = fc.uniqueArray(
    fc.record({
      base: fc.constantFrom<ResourceSketch>(...types),
      name: fc.stringMatching(/^[a-z]{1,8}$/),
      existing: fc.constantFrom(true, false, undefined),
      properties: fc.dictionary(
        fc.constantFrom('allocatedStorage', 'upfrontPaymentAmount', 'commitment', 'domainName'),
        fc.jsonValue(),
        { maxKeys: 2 },
      ),
    }),
    { maxLength: 8, selector: (one) => `${one.base.type}${one.name}` },
  );
  const credits = fc.array(
    fc.record({
      remaining: fc.integer({ min: 0, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2)),
      ends: fc.option(
        fc.integer({ min: 1, max: 900 }).map((days) => NOW + days * 86_400_000),
        { nil: undefined },
      ),
      products: fc.constantFrom<'all' | 'unlisted' | string[]>('all', 'unlisted', ['Amazon EC2'], ['Amazon RDS']),
    }),
    { maxLength: 3 },
  );

  test('covered, cash and unknown are the whole, to the last digit', () => {
    fc.assert(
      fc.property(sketches, credits, (resources, held) => {
        const { estimate, outlook } = assessed({
          resources: resources.map(
            ({ base, properties, ...rest }) =>
              ({ ...base, ...rest, properties: { ...base.properties, ...properties } }) as ResourceSketch,
          ),
          balance: aBalance(held.map((parts, i) => aCredit({ ...parts, id: String(i) }))),
        });
        for (const { total, covered, cash, unknown } of [estimate.monthly, estimate.once]) {
          for (const bound of ['min', 'max'] as const) {
            expect(covered[bound].plus(cash[bound]).plus(unknown[bound]).eq(total[bound])).toBe(true);
          }
        }
        expect(outlook.faults).toEqual([]);
        expect(estimate.resources.priced + estimate.resources.free + estimate.resources.unpriced).toBe(
          estimate.resources.total,
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('every type that states a commitment is one that the commitment policy looks at', () => {
  const properties = { commitment: '1', commitmentDuration: 'OneMonth', modelArn: 'amazon.titan', modelUnits: 1 };
  const binding = [...new Set([...pricedTypes(), ...rules.flatMap((rule) => rule.types)])].filter((type) => {
    const resource = aResource({ type, properties });
    const context = contextFor(resource);
    const pricing = priceResource(resource, context);
    const found = rulesFor(type).map((rule) => rule.find(blankMetering(resource, 'AWS', context)));
    const stated = found.flatMap((match) => (match.match === 'no' ? [] : match.charges));
    return [...(pricing.status === 'priced' ? pricing.charges : []), ...stated].some(
      ({ kind }) => kind === 'commitment',
    );
  });
  expect(binding.filter((type) => !typesOf('commitments-end-with-credits').has(type))).toEqual([]);
  expect(binding).toContain('aws:savingsplans/savingsPlan:SavingsPlan');
});
