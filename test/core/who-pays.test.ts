import { describe, expect, test } from 'vitest';
import { manualCredits, settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import type { Assessment } from '../../src/core/assessment';
import type { Credit } from '../../src/core/credits/credit';
import { isoDay, isoInstant } from '../../src/core/instant';
import { usd } from '../../src/core/money';
import { unknown } from '../../src/core/reading';
import { findingWords } from '../../src/words/findings';
import { wordsOf } from '../../src/words/notices';
import { verdictSentence } from '../../src/words/verdict';
import { aBalance, aCredit, assessed, at, NOW, noBalance, type Situation } from '../support/inputs';
import type { ResourceSketch } from '../support/resources';

const ASKED = at('2026-11-25T00:00:00Z');
const NAT: ResourceSketch = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
/** $1,460 a month: two of the dearest clusters there are. */
const CLUSTER: ResourceSketch = { type: 'aws:eks/cluster:Cluster', name: 'old', properties: { version: '1.20' } };
const DATABASE: ResourceSketch = {
  type: 'aws:rds/instance:Instance',
  name: 'db',
  properties: {
    engine: 'postgres',
    engineVersion: '17',
    instanceClass: 'db.t4g.medium',
    allocatedStorage: 20,
    storageType: 'gp3',
  },
};
const DB2: ResourceSketch = {
  type: 'aws:rds/instance:Instance',
  name: 'db2',
  properties: {
    engine: 'db2-se',
    instanceClass: 'db.m6i.large',
    licenseModel: 'marketplace-license',
    allocatedStorage: 100,
    storageType: 'gp3',
  },
};
const AGENT: ResourceSketch = {
  type: 'aws:bedrock/agentAgent:AgentAgent',
  name: 'agent',
  properties: { foundationModel: 'anthropic.claude-3-5-sonnet-20241022-v2:0' },
};

const limits = (outlook: NonNullable<NonNullable<Config['policies']>['credit-outlook']>): Config => ({
  policies: { 'credit-outlook': outlook },
});
const judged = (situation: Situation): Assessment => assessed({ now: ASKED, ...situation });
const findings = ({ findings: found }: Assessment): string[] => found.map(({ level, rule }) => `${level} ${rule}`);
const headline = ({ findings: found }: Assessment, rule: string): string => {
  const one = found.find((finding) => finding.rule === rule);
  return one === undefined ? '' : findingWords(one).headline;
};
const codes = ({ notes }: Assessment): string[] => notes.map(({ code }) => code);
const cashIn = ({ outlook }: Assessment): string[] => outlook.cheap.months.map(({ cash }) => cash.toFixed(2));

describe('who pays is read from the ledger alone', () => {
  test('a credit that starts in a year covers nothing today', () => {
    const balance = aBalance([aCredit({ remaining: '100000', starts: at('2027-11-25'), ends: at('2028-12-31') })]);
    const assessment = judged({ resources: [NAT, DATABASE], balance, config: limits({ maxMonthlyCash: '50' }) });
    expect(assessment.estimate.monthly.covered.max.toFixed(2)).toBe('0.00');
    expect(assessment.verdict.status).toBe('blocked');
    expect(findings(assessment)).toContain('block monthly-cash');
    expect(assessment.outlook.runway.cheap).toMatchObject({ state: 'ends', at: ASKED, because: 'not-yet' });
    expect(judged({ resources: [NAT], balance }).verdict.status).toBe('cash');
  });

  test('a cent against a thousand dollars is a cent', () => {
    const assessment = judged({ resources: [CLUSTER], balance: aBalance([aCredit({ remaining: '0.01' })]) });
    expect(assessment.verdict.status).toBe('cash');
    expect(assessment.estimate.monthly.covered.max.toFixed(2)).toBe('0.01');
  });

  test('eight months between two credits are eight months of cash', () => {
    const balance = aBalance([
      aCredit({ id: 'a', ends: at('2026-12-31T23:59:59Z') }),
      aCredit({ id: 'b', starts: at('2027-09-01'), ends: at('2028-09-01') }),
    ]);
    const assessment = judged({ resources: [NAT], balance, config: limits({ blockWithinDays: 60 }) });
    expect(findings(assessment)).toContain('block runway');
    expect(headline(assessment, 'runway')).toBe(
      'Credits stop covering this plan on 2026-12-31, in 36 days: the next credit has not started',
    );
    expect(cashIn(assessment).filter((cash) => Number(cash) > 30).length).toBe(9);
    expect(findings(judged({ resources: [NAT], balance }))).not.toContain('block runway');
  });

  test.each([
    ['no share of the pool', { pool: { share: 0 } }],
    ['everything reserved', { pool: { reserved: { 'other/prod': '10000' } } }],
  ])('%s: nothing is covered, and it says why', (_, config) => {
    const assessment = judged({ resources: [NAT], config });
    expect(assessment.verdict.status).toBe('cash');
    expect(assessment.products[0]?.end?.because).toBe('reserved');
    expect(assessment.outlook.usable?.max.toFixed()).toBe('0');
  });

  test('a licence without a price is cash', () => {
    const assessment = judged({ resources: [DB2], config: { program: 'other' } });
    expect(findings(assessment)).toContain('block rds-db2-marketplace-license');
    const accepted = judged({
      resources: [DB2],
      config: { accept: [{ policy: 'no-uncovered-marketplace', resource: '*', reason: 'Ours' }] },
    });
    expect(accepted.verdict.status).toBe('cash');
  });

  test('nothing priced at all is not known, and never nothing', () => {
    const assessment = judged({ resources: [{ type: 'aws:braket/quantumTask:QuantumTask', name: 'task' }] });
    expect(assessment.verdict.status).toBe('unknown');
    expect(verdictSentence(assessment)).toBe('shop/dev: 1 warning. The cost is not known.');
  });

  test('an empty plan has the status of its burn', () => {
    const burn = { monthly: { 'Amazon EC2': '166.33' } };
    const covered = assessed({ resources: [], config: { burn } });
    const short = assessed({ resources: [], config: { burn }, balance: aBalance([aCredit({ remaining: '20' })]) });
    expect([covered.verdict.status, short.verdict.status]).toEqual(['within-credits', 'cash']);
    expect(assessed({ resources: [] }).verdict.status).toBe('nothing-planned');
  });

  test('a balance that is not known leaves everything unknown but what no credit covers', () => {
    const domain = { type: 'aws:route53domains/domain:Domain', name: 'shop', properties: { domainName: 'shop.com' } };
    const { estimate } = judged({ resources: [NAT, domain], balance: noBalance });
    expect([estimate.monthly.unknown.min, estimate.monthly.cash.max].map((amount) => amount.toFixed(2))).toEqual([
      '32.85',
      '0.00',
    ]);
    expect(estimate.once.cash.min.gt(0)).toBe(true);
  });
});

describe('a product is told on its own', () => {
  const NOTEBOOK: ResourceSketch = {
    type: 'aws:sagemaker/notebookInstance:NotebookInstance',
    name: 'notebook',
    properties: { instanceType: 'ml.t3.medium', volumeSize: 5 },
  };
  const MACHINE: ResourceSketch = {
    type: 'aws:ec2/instance:Instance',
    name: 'machine',
    properties: { instanceType: 'm5.4xlarge', ami: 'ami-1', associatePublicIpAddress: false },
  };
  const big = aCredit({
    id: 'big',
    remaining: '50000',
    products: ['Amazon Elastic Compute Cloud', 'Amazon Virtual Private Cloud'],
    ends: at('2028-12-31T23:59:59Z'),
  });
  const small = aCredit({
    id: 'small',
    remaining: '10',
    products: ['Amazon SageMaker'],
    ends: at('2028-12-31T23:59:59Z'),
  });

  test('a small credit for a small product is a warning about that product, beside $50,000 for the rest', () => {
    const assessment = judged({
      resources: [MACHINE, NOTEBOOK],
      balance: aBalance([big, small]),
      config: limits({ blockWithinDays: 30 }),
    });
    expect(findings(assessment).filter((one) => one.startsWith('block'))).toEqual([]);
    expect(headline(assessment, 'coverage-ends')).toBe(
      'Credits stop covering Amazon SageMaker on 2026-12-03: the credit for it runs out',
    );
    expect(assessment.outlook.runway.dear).toMatchObject({ state: 'ends', because: 'ended' });
  });

  test('one that no usable credit lists is a finding, with amount and resources', () => {
    const assessment = judged({ resources: [MACHINE, DATABASE], balance: aBalance([big]) });
    const found = assessment.findings.find(({ rule }) => rule === 'product-not-covered');
    expect([found?.level, found?.charge?.product, found?.charge?.usd?.min.gt(40)]).toEqual([
      'warn',
      'Amazon RDS',
      true,
    ]);
    expect(found && findingWords(found)).toMatchObject({
      headline: expect.stringMatching(
        /^\$\d+\.\d\d(–\$\d+\.\d\d)? a month for Amazon RDS is not covered by your credits$/,
      ),
      reason: 'No usable credit lists Amazon RDS. Used by db.',
    });
    expect(
      findings(
        judged({ resources: [MACHINE, DATABASE], balance: aBalance([big]), config: limits({ coverage: 'off' }) }),
      ),
    ).not.toContain('warn product-not-covered');
  });

  test('a credit without a product list: not known, until its end', () => {
    const unlisted = aCredit({ products: 'unlisted', ends: at('2027-03-15T00:00:00Z') });
    const assessment = judged({ resources: [NAT], balance: aBalance([unlisted]) });
    const found = assessment.findings.find(({ rule }) => rule === 'product-coverage-unknown');
    expect(assessment.verdict.status).toBe('unknown');
    expect(found && findingWords(found).reason).toContain('After 2027-03-15 you pay it in any case.');
  });
});

describe('a credit that cannot cover today makes no exception', () => {
  const marketplace = (parts: Parameters<typeof aCredit>[0]) =>
    aCredit({ products: ['AWS Marketplace', 'Amazon RDS'], ...parts });

  test.each([
    ['of 2030', marketplace({ starts: at('2030-01-01'), ends: at('2031-01-01') })],
    ['of one cent', marketplace({ remaining: '0.01' })],
    ['that is paused', marketplace({ status: 'paused' })],
    [
      'of another account',
      marketplace({ owner: '999988887777', sharing: { type: 'disabled', accounts: undefined, isOn: undefined } }),
    ],
  ])('a Marketplace credit %s', (_, credit) => {
    const config = { account: '111122223333', program: 'other' as const };
    expect(findings(judged({ resources: [DB2], balance: aBalance([credit]), config }))).toContain(
      'block rds-db2-marketplace-license',
    );
  });

  test('one that can does', () => {
    const assessment = judged({ resources: [DB2], balance: aBalance([marketplace({})]), config: { program: 'other' } });
    expect(findings(assessment)).not.toContain('block rds-db2-marketplace-license');
  });

  test('purchase types restrict a credit, and add nothing', () => {
    const only = aCredit({ purchases: ['Marketplace'] });
    expect(judged({ resources: [NAT], balance: aBalance([only]) }).verdict.status).toBe('cash');
    const odd = aCredit({ purchases: ['OnDemand'] });
    expect(judged({ resources: [NAT], balance: aBalance([odd]) }).verdict.status).toBe('unknown');
  });
});

describe('a programme belongs to a credit', () => {
  test.each([
    ['an Activate credit covers it, whatever the default', [aCredit({ program: 'activate' })], 'event', []],
    [
      'a hackathon credit does not, whatever the default',
      [aCredit({ program: 'event' })],
      'activate',
      ['warn bedrock-third-party-model'],
    ],
    [
      'of both, the one that does',
      [aCredit({ id: 'a', program: 'event' }), aCredit({ id: 'b', program: 'activate' })],
      'other',
      [],
    ],
    ['the default is for a credit of which nothing is known', [aCredit()], 'activate', []],
  ] as const)('%s', (_, credits, program, expected) => {
    const assessment = judged({ resources: [AGENT], balance: aBalance([...credits]), config: { program } });
    expect(findings(assessment).filter((one) => one.includes('bedrock'))).toEqual(expected);
  });
});

describe('an account uses only credits that it is entitled to', () => {
  const OWN = '111122223333';
  const OTHER = '999988887777';
  const shared = (sharing: Partial<Credit['sharing']>) =>
    aCredit({ owner: OTHER, sharing: { type: 'default', accounts: undefined, isOn: undefined, ...sharing } });

  test.each([
    ['its own', aCredit({ owner: OWN }), 'within-credits'],
    ['shared by default', shared({ isOn: true }), 'within-credits'],
    ['sharing switched off', shared({ isOn: false }), 'cash'],
    ['DISABLED', shared({ type: 'disabled' }), 'cash'],
    ['CUSTOM with this account', shared({ type: 'custom', accounts: [OWN] }), 'within-credits'],
    ['CUSTOM without it', shared({ type: 'custom', accounts: [OTHER] }), 'cash'],
    ['by a cost category that names no account', shared({ type: 'cost-category' }), 'unknown'],
  ] as const)('%s', (_, credit, status) => {
    expect(judged({ resources: [NAT], balance: aBalance([credit]), config: { account: OWN } }).verdict.status).toBe(
      status,
    );
  });

  test('without a word on the account, several owners make a range from none to all', () => {
    const balance = aBalance([
      aCredit({ id: 'a', remaining: '100', owner: OWN }),
      aCredit({ id: 'b', remaining: '900', owner: OTHER }),
    ]);
    const { outlook, notes } = judged({ resources: [NAT], balance });
    expect(outlook.usable && [outlook.usable.min, outlook.usable.max].map(String)).toEqual(['0', '1000']);
    expect(notes.map(wordsOf).join(' ')).toContain(`${OWN} $100.00, ${OTHER} $900.00`);
  });

  test('one owner is this account, as far as anybody has said', () => {
    expect(judged({ resources: [NAT], balance: aBalance([aCredit({ owner: OTHER })]) }).verdict.status).toBe(
      'within-credits',
    );
  });
});

describe('the open month', () => {
  const credit = (asOf: Credit['asOf']) =>
    aBalance([aCredit({ remaining: '112.82', products: ['Amazon EC2'], ends: at('2027-08-31'), asOf })]);
  const config = { burn: { monthly: { 'Amazon EC2': '166.33' } } };

  test('what was used since the last bill is taken off', () => {
    const now = at('2026-04-20');
    const { outlook, notes } = assessed({ resources: [], balance: credit('last-bill'), config, now });
    expect(outlook.usable?.max.toFixed(2)).toBe('7.48');
    expect(isoInstant(outlook.dear.exhaustedAt ?? 0).slice(0, 16)).toBe('2026-04-21T08:22');
    expect(notes.map(wordsOf).join(' ')).toContain(
      'since the balance was valid, $105.34, is taken off (the open bill).',
    );
  });

  test('on the first of the month there is none yet', () => {
    const { outlook, notes } = assessed({ resources: [], balance: credit('last-bill'), config, now: at('2026-04-01') });
    expect([outlook.usable?.max.toFixed(2), isoDay(outlook.dear.exhaustedAt ?? 0)]).toEqual(['112.82', '2026-04-21']);
    expect(notes.some(({ code }) => code.startsWith('open-month'))).toBe(false);
  });

  test('with an estimate of AWS nothing is taken off', () => {
    const { outlook } = assessed({ resources: [], balance: credit('now'), config, now: at('2026-04-20') });
    expect(outlook.usable?.max.toFixed(2)).toBe('112.82');
  });

  test('a balance of sixty days ago has been drawn on since', () => {
    const { outlook } = assessed({ resources: [], balance: credit(at('2026-02-19')), config, now: at('2026-04-20') });
    expect(outlook.usable?.max.toFixed()).toBe('0');
  });

  test('the ranges of what exists make usable a range', () => {
    const resources = [{ ...NAT, existing: true, change: 'same' as const }];
    const balance = aBalance([aCredit({ remaining: '100', asOf: 'last-bill' })]);
    const { usable } = assessed({ resources, before: resources, balance, now: at('2026-11-16') }).outlook;
    expect([usable?.min.toFixed(2), usable?.max.toFixed(2)]).toEqual(['81.55', '83.80']);
  });

  test('where nothing of it is known it is said', () => {
    const assessment = assessed({ resources: [NAT], balance: credit('last-bill'), now: at('2026-04-20') });
    expect(assessment.outlook.usable?.max.toFixed(2)).toBe('112.82');
    expect(codes(assessment)).toContain('open-month-not-counted');
  });

  test('a day that is still to come is said, and that of another time zone is none', () => {
    const ahead = (asOf: string) =>
      codes(
        assessed({ resources: [NAT], balance: { ...credit(at(asOf)), readAt: undefined }, now: at('2026-04-20') }),
      ).includes('credit-dated-ahead');
    expect([ahead('2026-04-21'), ahead('2026-04-22'), ahead('2027-04-20')]).toEqual([false, true, true]);
  });
});

describe('the burn is judged like any charge', () => {
  const firstMonth = (monthly: Record<string, string>, credits = [aCredit({ remaining: '5000' })]) => {
    const [month] = assessed({ resources: [], balance: aBalance(credits), config: { burn: { monthly } } }).outlook.dear
      .months;
    return [month?.covered, month?.cash].map((amount) => amount?.toFixed(2));
  };

  test('Marketplace and tax are cash', () => {
    expect(firstMonth({ 'Amazon EC2': '400', 'AWS Marketplace': '500', Tax: '80' })).toEqual(['400.00', '580.00']);
  });

  test.each([
    ['Amazon Registrar'],
    ['AWS Support (Enterprise)'],
    ['AWS Professional Services'],
    ['AWS Training and Certification'],
    ['Amazon Mechanical Turk'],
    ['AWS Support (Business)'],
  ])('%s never draws on a credit for everything', (product) => {
    expect(firstMonth({ [product]: '100' })).toEqual(['0.00', '100.00']);
  });

  test('a credit that lists Business Support covers it', () => {
    expect(
      firstMonth({ 'AWS Support (Business)': '100' }, [aCredit({ products: ['AWS Support (Business)'] })]),
    ).toEqual(['100.00', '0.00']);
  });

  test('a name that nobody bills gets the nearest known one', () => {
    const { notes } = assessed({ resources: [], config: { burn: { monthly: { 'Amazon RDX': '10' } } } });
    expect(notes.map(wordsOf).join(' ')).toContain('did you mean Amazon RDS?');
  });

  test('zero is questioned, and so is less than what this stack alone costs', () => {
    const resources = [{ ...DATABASE, existing: true, change: 'same' as const }];
    const assessment = assessed({
      resources,
      before: resources,
      config: { burn: { monthly: { 'Amazon RDS': '0.00' } } },
    });
    expect(codes(assessment)).toEqual(expect.arrayContaining(['burn-zero', 'burn-below-plan']));
    expect(assessment.outlook.coverable.min.gt(40)).toBe(true);
  });
});

describe('names of products that are not known here', () => {
  const listed = (...products: string[]) =>
    assessed({ resources: [NAT], balance: aBalance([aCredit({ products })]) })
      .notes.filter(({ code }) => code === 'credit-products-unknown')
      .map(wordsOf);

  test('are told once, where they may be what the credit seems not to list', () => {
    expect(listed('Amazon Elastic Cloud', 'AWSDevOpsAgent', 'Amazon S3')).toEqual([
      'Your credits list 2 products under names that are not known here (AWSDevOpsAgent, Amazon Elastic Cloud); Amazon EC2 may be among them, and counts as not covered.',
    ]);
  });

  test('are none of a reader’s business where all that is planned is listed', () => {
    expect(listed('Amazon Elastic Compute Cloud', 'AWSDevOpsAgent')).toEqual([]);
  });

  test('a known name in other letters is known', () => {
    expect(listed('AmazonS3', 'aws glue', 'Amazon-RDS')).toEqual([]);
  });
});

describe('what else was wrong', () => {
  test('a paused credit that will end is a loss', () => {
    const paused = aCredit({ id: 'p', status: 'paused', remaining: '700', ends: at('2027-01-31') });
    const assessment = judged({ resources: [NAT], balance: aBalance([aCredit(), paused]) });
    expect(headline(assessment, 'expiring')).toBe('$700.00 of credit expires unused, from 2027-01-31 on');
    const strict = judged({
      resources: [NAT],
      balance: aBalance([aCredit(), paused]),
      config: limits({ expiring: 'block' }),
    });
    expect(findings(strict)).toContain('block expiring');
  });

  test('a stack’s own line under pool.reserved is its own', () => {
    const usable = (reserved: Record<string, string>) =>
      judged({ resources: [NAT], config: { pool: { reserved } } }).outlook.usable?.max.toFixed();
    expect([usable({ 'shop/dev': '300' }), usable({ 'other/prod': '300', 'shop/dev': '300' })]).toEqual([
      '10000',
      '9700',
    ]);
    // Only Pulumi Cloud and the pack know the organization.
    expect([usable({ 'acme/shop/dev': '300' }), usable({ 'shop/dev/dev': '300' })]).toEqual(['10000', '9700']);
  });

  test('reservations are taken once, from the credits in order of use', () => {
    const balance = aBalance([
      aCredit({ id: 'a', remaining: '1000' }),
      aCredit({ id: 'b', remaining: '1000', ends: at('2028-06-30') }),
    ]);
    const { outlook } = judged({ resources: [NAT], balance, config: { pool: { reserved: { 'other/prod': '300' } } } });
    expect(outlook.usable?.max.toFixed()).toBe('1700');
  });

  test('a plan that is not whole states dates only as the latest', () => {
    const strange = { type: 'aws:braket/quantumTask:QuantumTask', name: 'task' };
    const assessment = judged({ resources: [NAT, strange], balance: aBalance([aCredit({ remaining: '100' })]) });
    expect(headline(assessment, 'runway')).toMatch(
      /a month or more, your credits run out between .* and .* at the latest$/,
    );
    expect(verdictSentence(assessment)).toContain('at the latest');
  });

  test('a credit in a foreign currency may cover, and how much is not known', () => {
    const euros = aCredit({ id: 'eur' });
    const balance = aBalance([{ ...euros, remaining: unknown('it is in EUR, not in USD') }]);
    const assessment = judged({ resources: [NAT], balance });
    expect([assessment.verdict.status, assessment.outlook.usable]).toEqual(['unknown', undefined]);
  });

  test('one month has its own hours, and it is said', () => {
    const { outlook, notes } = assessed({ resources: [CLUSTER], now: NOW });
    const [month] = outlook.cheap.months;
    expect(month?.charged.toFixed(2)).toBe((0.6 * 744).toFixed(2));
    expect(notes.map(({ code }) => code)).toContain('month-has-its-hours');
  });

  test('credits written by hand are of the last bill, unless they say otherwise', () => {
    const manual = (parts: object) =>
      manualCredits(settingsOf({ credits: { manual: [{ description: 'Activate', remaining: '10', ...parts }] } }))?.[0];
    expect([manual({})?.asOf, manual({ asOf: '2026-11-24' })?.asOf]).toEqual(['last-bill', at('2026-11-24')]);
    expect([manual({})?.program, manual({ program: 'event' })?.program]).toEqual(['activate', 'event']);
  });

  test('what is accepted trips no limit', () => {
    const plan = {
      type: 'aws:savingsplans/savingsPlan:SavingsPlan',
      name: 'compute',
      properties: { commitment: '0.30', upfrontPaymentAmount: '1314.00' },
    };
    const config: Config = {
      ...limits({ maxOneTimeCash: '100' }),
      accept: [{ policy: 'no-uncovered-upfront-fees', resource: '*::compute', reason: 'Approved', maxUsd: '1314.00' }],
    };
    expect(findings(judged({ resources: [plan], config }))).not.toContain('block one-time-cash');
    expect(findings(judged({ resources: [plan], config: limits({ maxOneTimeCash: '100' }) }))).toContain(
      'block one-time-cash',
    );
  });

  test('a ceiling holds for every finding: one without an amount is not accepted by it', () => {
    const accept = (maxUsd?: string): Config => ({
      accept: [
        { policy: 'credit-outlook', resource: '*', reason: 'Known', ...(maxUsd === undefined ? {} : { maxUsd }) },
      ],
    });
    const balance = aBalance([aCredit({ remaining: '100' })]);
    const level = (config: Config) =>
      judged({ resources: [NAT], balance, config }).findings.find(({ rule }) => rule === 'runway')?.level;
    expect([level(accept('0.01')), level(accept())]).toEqual(['warn', 'info']);
  });

  test('how many exceptions were used, and how many never end', () => {
    const domain = { type: 'aws:route53domains/domain:Domain', name: 'shop', properties: { domainName: 'shop.com' } };
    const config: Config = {
      accept: [
        { policy: 'no-uncovered-services', resource: '*::shop', reason: 'Ours' },
        { policy: 'no-uncovered-services', resource: 'urn:pulumi:prod::other::*', reason: 'Theirs' },
      ],
    };
    const words = judged({ resources: [domain], config }).notes.map(wordsOf);
    expect(words).toContain('1 exception used; 1 of them never ends.');
    expect(words.join(' ')).not.toContain('Theirs');
  });

  test('a machine replaced by its like changes nothing', () => {
    const machine = (change: 'replace') => ({
      type: 'aws:ec2/instance:Instance',
      name: 'web',
      change,
      existing: true,
      properties: { instanceType: 't2.micro', ami: 'ami-1' },
    });
    const { estimate } = judged({ resources: [machine('replace')], before: [machine('replace')] });
    expect([estimate.change?.total.min, estimate.change?.total.max].map((amount) => amount?.toFixed(2))).toEqual([
      '0.00',
      '0.00',
    ]);
  });
});

test('the amounts of products are the estimate', () => {
  const { products, estimate } = assessed({ resources: [NAT, DATABASE, CLUSTER] });
  const total = products.reduce((all, { monthly }) => all.plus(monthly.total.max), usd(0));
  expect(total.eq(estimate.monthly.total.max)).toBe(true);
});
