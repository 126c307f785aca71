import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { assessTogether } from '../../src/core/assess';
import type { Assessment } from '../../src/core/assessment';
import type { History } from '../../src/core/credits/burn-answers';
import type { Credit } from '../../src/core/credits/credit';
import { addMonths, isoInstant, isoMonth } from '../../src/core/instant';
import { usd } from '../../src/core/money';
import type { Plan } from '../../src/core/plan';
import { drawDownReport } from '../../src/reports/model/draw-down-report';
import { table } from '../docs/rule-pages';
import { aBalance, aCredit, aPlan, at } from '../support/inputs';
import { prices, type ResourceSketch } from '../support/resources';

/**
 * Examples of the draw-down, each worked by hand: the test holds what the program says against it, and docs/draw-down.md
 * shows what the program says.
 */
interface Example {
  readonly title: string;
  /** What AWS does, or what we assume. */
  readonly rule: string;
  readonly source: string;
  readonly from: string;
  readonly credits: readonly (Partial<Omit<Credit, 'remaining'>> & { id: string; remaining: string })[];
  readonly spends?: Readonly<Record<string, string>>;
  /** What other accounts spend, by account. */
  readonly others?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What credits covered of EC2 in past months, the last one before today; the burn follows their trend. */
  readonly past?: readonly string[];
  /** What is planned, by stack. */
  readonly plans?: Readonly<Record<string, readonly ResourceSketch[]>>;
  readonly config?: Pick<Config, 'account' | 'pool' | 'usage' | 'discounts' | 'tax' | 'support'>;
  /** The credits and the charges in words. */
  readonly situation: string;
  /** The arithmetic by hand. */
  readonly arithmetic: string;
  /** Of part of it nobody can say who pays: a column more. */
  readonly hasUnknown?: true;
  /** By hand: the month, what each credit covers, cash, what is unknown, tax, what others draw, what is left, what expires unused. */
  readonly months: readonly (readonly string[])[];
  /** By hand: when all credits are used up, to the second. */
  readonly usedUp?: string;
  /** By hand, for several stacks: the month, then what credits cover and what is cash of each. */
  readonly stacks?: readonly (readonly string[])[];
}

const GUIDE =
  'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/useconsolidatedbilling-credits.html (2026-11-25)';
const TERMS = 'https://aws.amazon.com/awscredits/ (2024-12-16)';
const OURS = 'Our assumption: AWS publishes no rule within a month.';
const [THIS_ACCOUNT, ANOTHER, A_THIRD] = ['111122223333', '444455556666', '777788889999'];
const SHARED = { accounts: undefined, isOn: true };
const [MID_YEAR, YEAR_END] = [at('2027-06-30T23:59:59Z'), at('2027-12-31T23:59:59Z')];
const NAT: ResourceSketch = { type: 'aws:ec2/natGateway:NatGateway' };
const volume = (name: string): ResourceSketch => ({
  type: 'aws:ebs/volume:Volume',
  name,
  properties: { availabilityZone: 'us-east-1a', size: 100, type: 'gp3' },
});

const EXAMPLES: readonly Example[] = [
  {
    title: 'The credit that ends first',
    rule: 'AWS applies the credit that expires soonest, then the one with the fewest products, then the oldest. Each covers only products that it lists.',
    source: GUIDE,
    from: '2027-01-01',
    credits: [
      { id: 'A', remaining: '100', products: ['Amazon EC2'], ends: at('2027-06-30T23:59:59Z') },
      { id: 'B', remaining: '1000', ends: at('2027-12-31T23:59:59Z') },
    ],
    spends: { 'Amazon EC2': '80.00', 'Amazon RDS': '50.00' },
    situation: 'A: $100 for EC2 until June. B: $1,000 for everything until December. EC2 costs $80 a month, RDS $50.',
    arithmetic: 'In February A has $20 left for EC2, so B covers the other $60 and the $50 of RDS.',
    months: [
      ['2027-01', '80.00', '50.00', '0.00', '970.00', '0.00'],
      ['2027-02', '20.00', '110.00', '0.00', '840.00', '0.00'],
      ['2027-03', '0.00', '130.00', '0.00', '710.00', '0.00'],
    ],
  },
  {
    title: 'A narrow credit before a broad one',
    rule: 'Of two that expire together, the one with fewer products goes first.',
    source: GUIDE,
    from: '2027-01-01',
    credits: [
      { id: 'A', remaining: '1000', ends: at('2027-12-31T23:59:59Z') },
      { id: 'B', remaining: '60', products: ['Amazon EC2'], ends: at('2027-12-31T23:59:59Z') },
    ],
    spends: { 'Amazon EC2': '40.00' },
    situation: 'A: $1,000 for everything. B: $60 for EC2. Both expire on the same day. EC2 costs $40 a month.',
    arithmetic: 'B covers $40 in January and its last $20 in February; A covers the rest.',
    months: [
      ['2027-01', '0.00', '40.00', '0.00', '1020.00', '0.00'],
      ['2027-02', '20.00', '20.00', '0.00', '980.00', '0.00'],
      ['2027-03', '40.00', '0.00', '0.00', '940.00', '0.00'],
    ],
  },
  {
    title: 'Used up within a month',
    rule: 'Charges accrue evenly within a month, so a credit runs out at an instant.',
    source: OURS,
    from: '2027-02-01',
    credits: [{ id: 'A', remaining: '100', ends: at('2027-12-31T23:59:59Z') }],
    spends: { 'Amazon EC2': '80.00' },
    situation: 'A: $100 for everything. EC2 costs $80 a month.',
    arithmetic: 'March begins with $20: a quarter of its $80, so a quarter of its 31 days, which is 7.75 days.',
    usedUp: '2027-03-08T18:00:00Z',
    months: [
      ['2027-02', '80.00', '0.00', '20.00', '0.00'],
      ['2027-03', '20.00', '60.00', '0.00', '0.00'],
    ],
  },
  {
    title: 'Expired within a month',
    rule: 'A credit stops at the instant of its `endDate`; what is left of it is forfeited.',
    source: `${TERMS} for the forfeit. ${OURS}`,
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '1000', ends: at('2027-01-11T00:00:00Z') }],
    spends: { 'Amazon EC2': '310.00' },
    situation: 'A: $1,000 for everything until 2027-01-11T00:00Z. EC2 costs $310 a month.',
    arithmetic: '10 of 31 days are $100. The other $210 are cash, and $900 expire unused.',
    months: [['2027-01', '100.00', '210.00', '0.00', '900.00']],
  },
  {
    title: 'A charge that begins on a day ahead',
    rule: 'AWS bills extended support of a Kubernetes version from the day on which its standard support ends.',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html (2026-11-24)',
    from: '2027-03-01',
    credits: [{ id: 'A', remaining: '1000', ends: at('2027-12-31T23:59:59Z') }],
    plans: { prod: [{ type: 'aws:eks/cluster:Cluster', properties: { version: '1.35' } }] },
    situation:
      'A: $1,000 for everything. A cluster costs $0.10 an hour; standard support of its version, 1.35, ends on 2027-03-27, and extended support costs $0.50 an hour more.',
    arithmetic: 'March has 744 hours at $0.10, and from the 27th on 120 hours at $0.50. April has 720 hours at $0.60.',
    months: [
      ['2027-03', '134.40', '0.00', '865.60', '0.00'],
      ['2027-04', '432.00', '0.00', '433.60', '0.00'],
    ],
  },
  {
    title: 'A gap between two credits',
    rule: 'A credit covers nothing before the month in which it starts.',
    source: GUIDE,
    from: '2027-01-01',
    credits: [
      { id: 'A', remaining: '100', ends: at('2027-02-01T00:00:00Z') },
      { id: 'B', remaining: '200', starts: at('2027-03-01T00:00:00Z'), ends: at('2027-12-31T23:59:59Z') },
    ],
    spends: { 'Amazon EC2': '50.00' },
    situation: 'A: $100 until the end of January. B: $200 from March on. EC2 costs $50 a month.',
    arithmetic: 'In January $50 of A are covered and $50 expire; February is cash.',
    months: [
      ['2027-01', '50.00', '0.00', '0.00', '0.00', '50.00'],
      ['2027-02', '0.00', '0.00', '50.00', '0.00', '0.00'],
      ['2027-03', '0.00', '50.00', '0.00', '150.00', '0.00'],
    ],
  },
  {
    title: 'The month in which a credit starts',
    rule: 'AWS applies a credit to the whole bill of the month in which it starts, and never to a closed one.',
    source: GUIDE,
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '90', starts: at('2027-02-20'), ends: at('2027-12-31T23:59:59Z') }],
    spends: { 'Amazon EC2': '50.00' },
    situation: 'A: $90 from 20 February on. EC2 costs $50 a month.',
    arithmetic: 'January is cash. February is covered from its first day: $50 of $90.',
    months: [
      ['2027-01', '0.00', '50.00', '0.00', '0.00'],
      ['2027-02', '50.00', '0.00', '40.00', '0.00'],
    ],
  },
  {
    title: 'What no credit covers',
    rule: "AWS's terms exclude Marketplace, domains, upfront fees and others; tax comes on what is left. A product that the credit does not list is cash too.",
    source: TERMS,
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '5000', products: ['Amazon EC2', 'AWS Lambda'], ends: at('2028-12-31T23:59:59Z') }],
    spends: { 'Amazon EC2': '400.00', 'Amazon S3': '15.00', 'AWS Marketplace': '500.00', Tax: '80.00' },
    situation:
      'A: $5,000 for EC2 and Lambda. A month costs $400 of EC2, $15 of S3, $500 of Marketplace and $80 of tax.',
    arithmetic: '$15 + $500 + $80 = $595 are cash.',
    months: [['2027-01', '400.00', '595.00', '4600.00', '0.00']],
  },
  {
    title: 'Tax on what is left',
    rule: 'AWS charges tax on what credits do not cover. `tax:` adds it up beside cash, and takes the place of the Tax row of the bill.',
    source: 'https://github.com/femiwiki/femiwiki/issues/520 (2026-09-20): one account, not confirmed by AWS',
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '500', products: ['Amazon EC2'], ends: at('2028-12-31T23:59:59Z') }],
    spends: { 'Amazon EC2': '400.00', 'AWS Marketplace': '50.00', Tax: '5.00' },
    config: { tax: 0.1 },
    situation: 'A: $500 for EC2. A month costs $400 of EC2 and $50 of Marketplace; tax is 10 %.',
    arithmetic:
      'January: 10 % of $50 are $5.00. In February A has $100 left, so $300 of EC2 are cash too: 10 % of $350 are $35.00.',
    months: [
      ['2027-01', '400.00', '50.00', '5.00', '100.00', '0.00'],
      ['2027-02', '100.00', '350.00', '35.00', '0.00', '0.00'],
    ],
  },
  {
    title: 'Credits before or after a discount',
    rule: 'Each credit says whether AWS applies it before or after discounts across services (`applicationType`). Before them it covers list prices, and the discount is lost on what it covers.',
    source:
      'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_billing_CreditData.html (2026-11-30)',
    from: '2027-01-01',
    credits: [
      { id: 'A', remaining: '150', isBeforeDiscounts: true, ends: MID_YEAR },
      { id: 'B', remaining: '150', ends: YEAR_END },
    ],
    spends: { 'Amazon EC2': '90.00' },
    config: { discounts: { all: 0.1 } },
    situation:
      'A and B: $150 each; A applies before the discount of 10 %. EC2 costs $100 a month at list prices, $90 with it.',
    arithmetic:
      'A covers $100 in January, and the half of February with its other $50. B covers the other half at $45; in March $90, and in April its last $15.',
    months: [
      ['2027-01', '100.00', '0.00', '0.00', '200.00', '0.00'],
      ['2027-02', '50.00', '45.00', '0.00', '105.00', '0.00'],
      ['2027-03', '0.00', '90.00', '0.00', '15.00', '0.00'],
      ['2027-04', '0.00', '15.00', '75.00', '0.00', '0.00'],
    ],
  },
  {
    title: 'A burn that grows',
    rule: '`burn: forecast: trend` lets the burn follow a straight line through the closed months of Cost Explorer, or else of the allocation history, for as many months; then it stays.',
    source: OURS,
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '1000', ends: YEAR_END }],
    spends: { 'Amazon EC2': '130.00' },
    past: ['100', '110', '120'],
    situation:
      'A: $1,000 for everything. EC2 costs $130 a month; credits covered $100, $110 and $120 of the last three.',
    arithmetic: '$10 more each month, for three months: $130, $140, $150 and $160; then $160.',
    months: [
      ['2027-01', '130.00', '0.00', '870.00', '0.00'],
      ['2027-02', '140.00', '0.00', '730.00', '0.00'],
      ['2027-03', '150.00', '0.00', '580.00', '0.00'],
      ['2027-04', '160.00', '0.00', '420.00', '0.00'],
      ['2027-05', '160.00', '0.00', '260.00', '0.00'],
    ],
  },
  {
    title: 'Support on gross usage',
    rule: 'A support plan costs a share of the usage before credits, in steps: it stays the same while credits cover that usage.',
    source: 'https://aws.amazon.com/premiumsupport/pricing/ (2026-10-04)',
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '20000', products: ['Amazon EC2'], ends: at('2028-12-31T23:59:59Z') }],
    spends: { 'Amazon EC2': '12000.00' },
    config: { support: 'business-plus' },
    situation: 'A: $20,000 for EC2. EC2 costs $12,000 a month; the plan is Business Support+.',
    arithmetic:
      '9 % of the first $10,000 and 7 % of the other $2,000 are $1,040, in January and in February, when A covers $8,000 of EC2 and $4,000 are cash.',
    months: [
      ['2027-01', '12000.00', '1040.00', '8000.00', '0.00'],
      ['2027-02', '8000.00', '5040.00', '0.00', '0.00'],
    ],
  },
  {
    title: 'A month has its own hours',
    rule: 'What is billed by the hour costs more in a long month. Monthly figures elsewhere count 730 hours, as AWS does.',
    source: 'https://aws.amazon.com/vpc/pricing/',
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '500', ends: at('2028-12-31T23:59:59Z') }],
    plans: { dev: [NAT] },
    config: { usage: [{ type: NAT.type, dataProcessedGb: 0 }] },
    situation: 'A: $500 for everything. A NAT gateway costs $0.045 an hour.',
    arithmetic: '744 hours are $33.48, the 672 hours of February $30.24.',
    months: [
      ['2027-01', '33.48', '0.00', '466.52', '0.00'],
      ['2027-02', '30.24', '0.00', '436.28', '0.00'],
    ],
  },
  {
    title: 'A credit of another account',
    rule: 'Without sharing a credit covers the account that owns it. With a list of accounts it covers those. By a cost category it covers the accounts of a rule that `get-credits` does not list: whether this one is among them is not known.',
    source: `${GUIDE}; the names of the values: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_billing_CreditData.html`,
    from: '2027-01-01',
    credits: [
      { id: 'A', remaining: '1000', owner: ANOTHER, sharing: { ...SHARED, type: 'disabled' }, ends: MID_YEAR },
      {
        id: 'B',
        remaining: '70',
        owner: ANOTHER,
        sharing: { ...SHARED, type: 'custom', accounts: [THIS_ACCOUNT] },
        ends: MID_YEAR,
      },
      { id: 'C', remaining: '1000', owner: ANOTHER, sharing: { ...SHARED, type: 'cost-category' }, ends: YEAR_END },
    ],
    spends: { 'Amazon EC2': '50.00' },
    config: { account: THIS_ACCOUNT },
    hasUnknown: true,
    situation:
      'All three belong to another account: A ($1,000) is not shared, B ($70) is shared with this one, C ($1,000) by a cost category. EC2 costs $50 a month.',
    arithmetic: 'B covers January, and $20 of February. Whether C covers the other $30 is not known; A never does.',
    months: [
      ['2027-01', '0.00', '50.00', '0.00', '0.00', '0.00', '20.00', '0.00'],
      ['2027-02', '0.00', '20.00', '0.00', '0.00', '30.00', '0.00', '0.00'],
    ],
  },
  {
    title: 'The open month',
    rule: '`remainingAmount` is as of the last closed bill. What was used since then is taken off first.',
    source: 'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_billing_GetCredits.html',
    from: '2026-04-20',
    credits: [
      {
        id: 'A',
        remaining: '112.82',
        ends: at('2027-12-31T23:59:59Z'),
        starts: at('2025-01-01'),
        asOf: 'last-bill',
      },
    ],
    spends: { 'Amazon EC2': '166.33' },
    situation: 'A: $112.82 as of the last bill. EC2 costs $166.33 a month. Today is 20 April.',
    arithmetic:
      '19 of 30 days have used $105.34, so $7.48 are left. The other 11 days cost $60.99: $7.48 are covered, $53.51 are cash.',
    usedUp: '2026-04-21T08:22:00Z',
    months: [['2026-04', '7.48', '53.51', '0.00', '0.00']],
  },
  {
    title: 'What other stacks have reserved',
    rule: 'Reservations are taken from the credits in their order, once, and not from each.',
    source: 'Ours: `pool: reserved:`',
    from: '2027-01-01',
    credits: [
      { id: 'A', remaining: '1000', ends: at('2027-06-30T23:59:59Z') },
      { id: 'B', remaining: '1000', ends: at('2027-12-31T23:59:59Z') },
    ],
    spends: { 'Amazon EC2': '100.00' },
    config: { pool: { reserved: { 'other-project/prod': '300.00' } } },
    situation: 'A and B: $1,000 each. Another stack has reserved $300. EC2 costs $100 a month.',
    arithmetic: 'A holds $700 for this stack and B $1,000; $1,700 less $100 are $1,600.',
    months: [['2027-01', '100.00', '0.00', '0.00', '1600.00', '0.00']],
  },
  {
    title: 'A credit of another account, shared',
    rule: 'In an organization that shares credits, AWS covers the account that owns the credit first.',
    source: `${GUIDE} for the order. ${OURS}`,
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '1000', owner: ANOTHER, sharing: { ...SHARED, type: 'default' }, ends: YEAR_END }],
    spends: { 'Amazon EC2': '310.00' },
    others: { [ANOTHER]: { 'Amazon RDS': '550.00' } },
    config: { account: THIS_ACCOUNT },
    situation: `A: $1,000 for everything, owned by ${ANOTHER}, which spends $550 a month. This account, ${THIS_ACCOUNT}, spends $310.`,
    arithmetic:
      'January: 550 and 310 of the 1,000. February begins with $140, and all of it is for the owner, who needs 550: this account pays from the first day.',
    months: [
      ['2027-01', '310.00', '0.00', '550.00', '140.00', '0.00'],
      ['2027-02', '0.00', '310.00', '140.00', '0.00', '0.00'],
    ],
  },
  {
    title: 'A shared credit in the month in which it runs out',
    rule: 'After the account that owns a credit AWS covers the one that spends most.',
    source: `${GUIDE} for the order. ${OURS}`,
    from: '2027-01-01',
    credits: [{ id: 'A', remaining: '1000', owner: ANOTHER, sharing: { ...SHARED, type: 'default' }, ends: YEAR_END }],
    spends: { 'Amazon EC2': '310.00' },
    others: { [ANOTHER]: { 'Amazon RDS': '800.00' }, [A_THIRD]: { 'Amazon EC2': '155.00' } },
    config: { account: THIS_ACCOUNT },
    situation: `A: $1,000 for everything, owned by ${ANOTHER}, which spends $800 a month. This account spends $310, a third one $155.`,
    arithmetic:
      'The owner needs 800 of the 1,000 in January. $200 are left for this account, which spends more than the third: 20 of 31 days at $10 a day. The third gets nothing.',
    months: [['2027-01', '200.00', '110.00', '800.00', '0.00', '0.00']],
  },
  {
    title: 'An account with credits of its own',
    rule: 'Credits are used in their own order, each by the accounts that may use it.',
    source: `${GUIDE} for the order. ${OURS}`,
    from: '2027-01-01',
    credits: [
      { id: 'A', remaining: '300', owner: ANOTHER, sharing: { ...SHARED, type: 'disabled' }, ends: MID_YEAR },
      { id: 'B', remaining: '1000', owner: THIS_ACCOUNT, sharing: { ...SHARED, type: 'default' }, ends: YEAR_END },
    ],
    spends: { 'Amazon EC2': '310.00' },
    others: { [ANOTHER]: { 'Amazon RDS': '200.00' } },
    config: { account: THIS_ACCOUNT },
    situation: `A: $300 until June, for ${ANOTHER} alone, which spends $200 a month. B: $1,000 of this account, which shares it and spends $310.`,
    arithmetic:
      'In January A covers the other account. In February A has its last $100 for it, and B gives it the other $100. A is in no figure here: this account may not use it. March begins with $280, all of it for this account, which owns B: 28 of 31 days.',
    months: [
      ['2027-01', '0.00', '310.00', '0.00', '0.00', '690.00', '0.00'],
      ['2027-02', '0.00', '310.00', '0.00', '100.00', '280.00', '0.00'],
      ['2027-03', '0.00', '280.00', '30.00', '0.00', '0.00', '0.00'],
    ],
  },
  {
    title: 'Two stacks on one pool',
    rule: 'AWS covers a product of an account, whichever stack it is of: each stack has its share of what is covered by its share of what is charged.',
    source: OURS,
    from: '2027-02-01',
    credits: [{ id: 'A', remaining: '40', ends: at('2027-12-31T23:59:59Z') }],
    plans: { dev: [volume('a')], prod: [volume('a'), volume('b'), volume('c')] },
    situation: 'A: $40 for everything. A volume of 100 GB costs $8.00 a month; shop/dev has one, shop/prod three.',
    arithmetic:
      'February costs $32. In March $8 of $32 are covered: a quarter of the $8 of shop/dev, and of the $24 of shop/prod.',
    usedUp: '2027-03-08T18:00:00Z',
    months: [
      ['2027-02', '32.00', '0.00', '8.00', '0.00'],
      ['2027-03', '8.00', '24.00', '0.00', '0.00'],
    ],
    stacks: [
      ['2027-02', '8.00', '0.00', '24.00', '0.00'],
      ['2027-03', '2.00', '6.00', '6.00', '18.00'],
    ],
  },
];

function assessed({ from, credits, spends, others, past, plans = {}, config }: Example): Assessment {
  const forecast = past === undefined ? ('flat' as const) : ('trend' as const);
  const burn = spends && { monthly: spends, forecast, accounts: others };
  const settings = settingsOf({ ...(burn === undefined ? {} : { burn }), ...config });
  const stacks = Object.entries(plans).map(([name, resources]) => ofStack(name, resources));
  return assessTogether({
    plans: (stacks.length === 0 ? [aPlan([])] : stacks).map((plan) => ({ plan, settings })),
    balance: {
      ...aBalance(credits.map((credit) => aCredit({ description: credit.id, ...credit }))),
      history: past && historyOf(past, from),
    },
    settings,
    prices,
    now: at(from),
  });
}

const historyOf = (past: readonly string[], from: string): History => ({
  allocations: past.map((amount, i) => ({
    creditId: 'A',
    account: undefined,
    month: isoMonth(addMonths(at(from), i - past.length)),
    service: 'Amazon EC2',
    usd: usd(amount),
    isEstimated: false,
  })),
  failedMonths: [],
  isPartial: false,
});

function ofStack(name: string, resources: readonly ResourceSketch[]): Plan {
  const plan = aPlan(resources);
  return {
    ...plan,
    stack: { ...plan.stack, name },
    resources: plan.resources.map((one) => ({ ...one, urn: one.urn.replace(':dev::', `:${name}::`) })),
  };
}

/** What the program says, in the columns of the example. */
function told(example: Example) {
  const assessment = assessed(example);
  const { forecast, stacks } = drawDownReport(assessment, example.months.length);
  const usedUp = assessment.outlook.dear.exhaustedAt;
  const byName = [...stacks].filter(({ stack }) => stack !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    months: (forecast?.months ?? []).map((month) => [
      month.month,
      ...example.credits.map(({ id }) => (month.credits.find((one) => one.id === id)?.covered ?? 0).toFixed(2)),
      month.cash.toFixed(2),
      ...(example.hasUnknown ? [month.unknown.toFixed(2)] : []),
      ...(month.tax === undefined ? [] : [month.tax.toFixed(2)]),
      ...(example.others === undefined ? [] : [month.byOthers.toFixed(2)]),
      month.left.toFixed(2),
      month.forfeited.toFixed(2),
    ]),
    stacks: (forecast?.months ?? []).map(({ month }, i) => [
      month,
      ...byName.flatMap(({ months }) => [months[i]?.covered.toFixed(2) ?? '', months[i]?.cash.toFixed(2) ?? '']),
    ]),
    names: byName.map(({ name }) => name),
    usedUp: usedUp === undefined ? undefined : isoInstant(usedUp),
  };
}

describe.each(EXAMPLES)('$title', (example) => {
  test('is as it was worked by hand', () => {
    const { months, stacks, usedUp } = told(example);
    expect(months).toEqual(example.months);
    if (example.stacks !== undefined) expect(stacks).toEqual(example.stacks);
    // By hand to the minute.
    if (example.usedUp !== undefined) expect(usedUp?.slice(0, 16)).toBe(example.usedUp.slice(0, 16));
  });
});

test('docs/draw-down.md (npm run update)', async () => {
  const page = [
    '# The draw-down, by examples',
    '',
    'How credits are counted down, in amounts that fit on a hand. Each example was worked by hand, and a test holds what the',
    'program says against it; the tables show what the program says. `credit-guard forecast` draws your own,',
    '`credit-guard forecast --backtest` holds the rules against what AWS did.',
    ...EXAMPLES.flatMap((example) => section(example)),
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot(join(__dirname, '../../docs/draw-down.md'));
});

function section(example: Example): string[] {
  const { title, rule, source, situation, arithmetic, credits, config } = example;
  const { months, stacks, names, usedUp } = told(example);
  const columns = [
    'month',
    ...credits.map(({ id }) => `${id} covers`),
    'cash',
    ...(example.hasUnknown ? ['not known'] : []),
    ...(config?.tax === undefined ? [] : ['tax']),
    ...(example.others === undefined ? [] : ['other accounts']),
    'left',
    'expires unused',
  ];
  return [
    '',
    `## ${title}`,
    '',
    `${rule} Source: ${source}`,
    '',
    situation,
    '',
    table(columns, months),
    '',
    arithmetic + (example.usedUp === undefined ? '' : ` The credit is used up at ${usedUp?.slice(0, 16)}Z.`),
    ...(example.stacks === undefined
      ? []
      : ['', table(['month', ...names.flatMap((name) => [`${name}: credits`, `${name}: cash`])], stacks)]),
  ];
}
