import { SUPPORT_PLAN_NAMES } from './charges/support-plans';
import { PROGRAMS } from './credits/program';
import type { Field, Row, Type, Written } from './setting-row';

const row = <const T extends Type, const D extends Written<T> | undefined>(one: Row<T, D>): Row<T, D> => one;
const field = <const T extends Field['type'], const R extends boolean>(type: T, required: R, description: string) => ({
  type,
  required,
  description,
});

export const MANUAL_CREDIT = {
  description: field('text', true, 'What the credit is called in the Billing console.'),
  remaining: field('amount', true, 'USD left.'),
  asOf: field('start', false, 'When you read that amount.'),
  starts: field('start', false, 'When it starts; that whole month is covered.'),
  ends: field('end', false, 'When it stops; a bare day is all of it.'),
  products: field('products', false, '`all`, or the names of the products that it covers.'),
  owner: field(
    'account',
    false,
    'The account that owns it, where it shares it with the one that is billed (`account`).',
  ),
  program: field({ choice: PROGRAMS }, false, 'Whose terms apply to it, if not those of `program`.'),
} as const;

export const ACCEPTANCE = {
  policy: field('policy', true, 'The policy that would report it.'),
  resource: field('text', true, 'A URN; `*` stands for any characters.'),
  reason: field('text', true, 'Why it is accepted; every report shows it.'),
  until: field('end', false, 'The exception ends then; a bare day is all of it.'),
  maxUsd: field('amount', false, 'USD; a finding above it is not accepted.'),
  only: field(
    { choice: ['existing'] },
    false,
    'Does not apply to what a deployment creates or replaces, where the plan shows that.',
  ),
} as const;

export const PLANNED_PURCHASE = {
  what: field('text', true, 'What you call it.'),
  product: field('text', true, 'The billed product, such as Amazon SageMaker.'),
  usd: field('amount', true, 'USD, once.'),
  from: field('start', true, 'The day that it is planned for.'),
} as const;

/** At the top of the file. */
export const GENERAL = {
  program: row({
    type: { choice: PROGRAMS },
    default: 'unknown',
    stricter: 'none',
    description: 'Whose terms apply to credits whose description names no programme.',
    example: 'activate',
  }),
  account: row({
    type: 'account',
    default: undefined,
    stricter: 'none',
    description: 'The AWS account that is billed for this stack; default: the one that owns all credits.',
    example: '111122223333',
  }),
  extends: row({
    type: 'text',
    default: undefined,
    stricter: 'none',
    onBase: 'own',
    description:
      'Another file whose settings apply, and which this one may only tighten: a path (`../guard.yaml`), a file of an installed package (`@acme/guard/credit-guard.yaml`), or an address with its checksum (`https://…#sha256=…`).',
    example: '../platform/credit-guard.yaml',
  }),
  exceptions: row({
    type: { choice: ['anywhere', 'base'] },
    default: 'anywhere',
    stricter: 'later',
    description: 'Who may write `accept:`: files that extend this one too, or this one alone (`base`).',
    example: 'base',
  }),
  usage: row({
    type: 'usage',
    default: [],
    stricter: 'none',
    onBase: 'adds',
    description:
      'Real usage, by type, name pattern or tag: figures, or `size: small`, `medium` or `large`. Each type has its own fields. `usage: medium` is for everything.',
    example: [{ type: 'aws:lambda/function:Function', monthlyRequests: 2_000_000, averageDurationMs: 120 }],
  }),
  discounts: row({
    type: 'shares',
    default: {},
    stricter: 'none',
    onBase: 'adds',
    description:
      'What AWS gives you off its list prices, by billed product: 0.1 is 10 %. `all` is for every other product, `EC2 Spot` for Spot instances.',
    example: { 'Amazon EC2': 0.1, all: 0.05 },
  }),
  tax: row({
    type: 'share',
    default: undefined,
    stricter: 'none',
    description:
      'The tax on what you pay in cash: 0.19 is 19 %. Reports add it up beside cash; `maxMonthlyCash` and `maxOneTimeCash` compare cash without it.',
    example: 0.19,
  }),
  freeTier: row({
    type: { choice: ['always-free', 'none'] },
    default: 'none',
    stricter: 'none',
    description:
      'What AWS never bills, such as the first 1,000,000 requests to Lambda: `always-free` takes it off, once for the account. Only where nothing else in the account or its organization uses it. The free tier of the first 12 months has ended.',
    example: 'always-free',
  }),
  support: row({
    type: { choice: SUPPORT_PLAN_NAMES },
    default: undefined,
    stricter: 'none',
    description:
      'Your AWS Support plan. Its fee, a share of the usage before credits, joins the forecast in place of the Support rows of `burn`. No limit counts it.',
    example: 'business-plus',
  }),
  planned: row({
    type: { listOf: PLANNED_PURCHASE },
    default: [],
    stricter: 'none',
    onBase: 'adds',
    description:
      'One-time usage that you plan for a later day anyway: `expiring` says which of it a credit that expires unused would cover. It is in no other figure.',
    example: [{ what: 'Model training', product: 'Amazon SageMaker', usd: '250.00', from: '2027-05-01' }],
  }),
  prices: row({
    type: 'text',
    isPath: true,
    default: undefined,
    stricter: 'none',
    description:
      'Your own price book, which `credit-guard prices refresh` writes. Its prices count where they are newer than those of the package.',
    example: 'prices.tsv',
  }),
  confirmed: row({
    type: 'files',
    default: [],
    stricter: 'none',
    onBase: 'adds',
    description:
      'Saved answers of AWS that settle a doubt: who sells an image, an add-on or a model, whether an offering has an upfront fee and what it costs without one, and the fee of a Capacity Block. Findings and "Not checked" lines print the command.',
    example: ['images.json', 'addons.json'],
  }),
  accept: row({
    type: { listOf: ACCEPTANCE },
    default: [],
    stricter: 'none',
    keptBy: { setting: 'exceptions', value: 'base' },
    onBase: 'adds',
    description: 'Written exceptions.',
    example: [
      {
        policy: 'no-uncovered-services',
        resource: 'urn:pulumi:*::shop',
        reason: 'Our domain',
        until: '2027-06-30',
        maxUsd: '15.00',
      },
    ],
  }),
  reports: row({
    type: 'reports',
    default: {},
    stricter: 'none',
    onBase: 'adds',
    description: 'Report files to write, by format.',
    example: { json: 'credit-guard.json' },
  }),
} as const;

const CREDITS = {
  source: row({
    type: { choice: ['files', 'aws'] },
    default: 'files',
    stricter: 'none',
    oneOf: 'balance',
    description:
      'Where credits are read: `files` (and `manual`), or `aws` with your credentials. With `aws`, the others are the fall-back.',
    example: 'aws',
  }),
  snapshot: row({
    type: 'text',
    default: undefined,
    isPath: true,
    stricter: 'none',
    oneOf: 'balance',
    description: 'The file that `aws billing get-credits` wrote.',
    example: 'credits.json',
  }),
  accountPlan: row({
    type: 'text',
    default: undefined,
    isPath: true,
    stricter: 'none',
    description: 'The file that `aws freetier get-account-plan-state` wrote.',
    example: 'account-plan.json',
  }),
  history: row({
    type: 'text',
    default: undefined,
    isPath: true,
    stricter: 'none',
    description:
      'The file that `aws billing get-credit-allocation-history` wrote: a finding says where AWS applied credits otherwise than the rules.',
    example: 'history.json',
  }),
  programs: row({
    type: 'programs',
    default: {},
    stricter: 'none',
    onBase: 'adds',
    description:
      'Which programme a credit comes from, by its id or description (`*` stands for any characters), where that differs from `program` or from what its description says.',
    example: { 'EDU_ENG_FY2026_*': 'educate', 'AWS promo resale': 'third-party' },
  }),
  maxAgeDays: row({
    type: 'days',
    default: 7,
    stricter: 'smaller',
    description: 'An older balance is reported as old.',
    example: 3,
  }),
  unlistedProducts: row({
    type: { choice: ['covered', 'unknown'] },
    default: 'unknown',
    stricter: 'later',
    description: 'What a credit without a product list covers.',
    example: 'covered',
  }),
  manual: row({
    type: { listOf: MANUAL_CREDIT },
    default: undefined,
    stricter: 'none',
    oneOf: 'balance',
    description: 'Credits written by hand, instead of a snapshot.',
    example: [
      { description: 'Activate', remaining: '8500.00', asOf: '2026-11-24', ends: '2027-03-31', products: 'all' },
    ],
  }),
} as const;

const BURN = {
  source: row({
    type: { choice: ['monthly', 'cost-explorer', 'allocation-history'] },
    default: 'monthly',
    stricter: 'none',
    oneOf: 'burn',
    description:
      'Where the burn is read: `monthly`; `cost-explorer` (last month before credits; AWS charges $0.01 a call, and an answer is kept for 24 hours); `allocation-history` (what credits covered last month). Both tell accounts apart; a management account sees all of them.',
    example: 'cost-explorer',
  }),
  forecast: row({
    type: { choice: ['flat', 'trend'] },
    default: 'flat',
    stricter: 'none',
    description:
      'How the burn goes on: `flat`; or by the `trend` of the last three to six closed months, product by product, for as many months, and flat from then on. The months are those of `burn.source`, which are asked for with the same call, or of a snapshot that was fetched with this setting; else those of `credits.history`. What other accounts spend stays flat.',
    example: 'trend',
  }),
  monthly: row({
    type: 'amounts',
    default: undefined,
    stricter: 'none',
    oneOf: 'burn',
    onBase: 'adds',
    description: 'What the account already spends, before credits: USD a month by billed product.',
    example: { 'Amazon EC2': '400.00', 'Amazon RDS': '120.50' },
  }),
  accounts: row({
    type: 'accounts',
    default: {},
    stricter: 'none',
    onBase: 'adds',
    description:
      'What other accounts of your organization spend, before credits: a shared credit covers the account that owns it first, then the one that spends most.',
    example: { '444455556666': { 'Amazon EC2': '900.00' } },
  }),
  maxDailyCost: row({
    type: 'amount',
    default: '0.10',
    stricter: 'smaller',
    description: 'USD that calls to Cost Explorer may cost a UTC day, for one caller on one machine.',
    example: '0.02',
  }),
} as const;

const POOL = {
  share: row({
    type: 'share',
    default: 1,
    stricter: 'smaller',
    description: 'The share of the credits that this stack may draw on.',
    example: 0.5,
  }),
  reserved: row({
    type: 'amounts',
    default: {},
    stricter: 'none',
    onBase: 'adds',
    description: 'USD that other stacks have reserved, by `project/stack`.',
    example: { 'other-project/prod': '300.00' },
  }),
  file: row({
    type: 'text',
    isPath: true,
    default: undefined,
    stricter: 'none',
    description:
      'The shared pool file, in which deployments reserve credits: a path, `s3://bucket/key`, or `https://…` to read only.',
    example: 's3://acme-credits/pool.json',
  }),
} as const;

/** What stands in a section of its own in the file. */
export const SECTIONS = { credits: CREDITS, burn: BURN, pool: POOL } as const;
