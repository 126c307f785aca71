import type { Metering } from '../../charges/service';
import { PROGRAMS } from '../../credits/program';
import { decidedLater, type Properties } from '../../properties';
import { type Reading, withDefault } from '../../reading';
import { type Match, no, type Rule, unsure, yes } from '../rule';

const HARMS = { judges: 'nothing', creditCanPay: 'never' } as const;

const FREE_PLAN = {
  ...HARMS,
  policy: 'keep-free-plan-credits',
  verdict: 'ends-credits',
  remedy: 'Use the credits first, or upgrade to the Paid plan on purpose.',
  url: 'https://aws.amazon.com/free/free-tier-faqs/',
  asOf: '2026-11-23',
  confidence: 'B',
  actsOnEmpty: true,
} as const;

const BUDGET = {
  ...HARMS,
  policy: 'budgets-see-credits',
  verdict: 'hides-credits',
  types: ['aws:budgets/budget:Budget'],
  what: 'credits counted in',
  confidence: 'A',
} as const;

/** Resources that cost nothing and harm credits all the same. */
export const trapRules: readonly Rule[] = [
  {
    ...FREE_PLAN,
    id: 'organization-ends-free-plan',
    types: ['aws:organizations/organization:Organization'],
    what: 'an AWS Organization',
    why: 'Creating an Organization upgrades a Free-plan account to the Paid plan, and its Free Tier credits expire immediately.',
    examples: {
      hit: { type: 'aws:organizations/organization:Organization', properties: { featureSet: 'ALL' } },
      miss: { type: 'aws:organizations/account:Account', properties: { email: 'shop@example.com' } },
    },
    find: () => yes(),
  },
  {
    ...FREE_PLAN,
    id: 'landing-zone-ends-free-plan',
    types: ['aws:controltower/landingZone:LandingZone'],
    what: 'a Control Tower landing zone',
    why: 'Setting up a landing zone upgrades a Free-plan account to the Paid plan, and its Free Tier credits expire immediately.',
    examples: {
      hit: { type: 'aws:controltower/landingZone:LandingZone', properties: { version: '3.3' } },
      miss: {
        type: 'aws:controltower/controlTowerControl:ControlTowerControl',
        properties: { controlIdentifier: 'a-control' },
      },
    },
    find: () => yes(),
  },
  {
    ...HARMS,
    id: 'organization-shares-credits',
    policy: 'keep-free-plan-credits',
    verdict: 'shares-credits',
    types: ['aws:organizations/organization:Organization'],
    what: 'an AWS Organization',
    why: "The account's credits cover its own bill up to the day it joins, nothing for the rest of that month, and the organization's consolidated bill from the next month; sharing is on by default.",
    remedy: 'Create it at the end of a month, and decide on credit sharing in the Billing console first.',
    url: 'https://repost.aws/knowledge-center/consolidated-billing-credits',
    asOf: '2026-11-25',
    confidence: 'A',
    coveredUnder: PROGRAMS, // it harms no charge
    actsOnEmpty: true,
    examples: {
      hit: { type: 'aws:organizations/organization:Organization', properties: { featureSet: 'ALL' } },
      miss: { type: 'aws:organizations/organizationalUnit:OrganizationalUnit', properties: { name: 'shop' } },
    },
    find: () => yes(),
  },
  {
    ...BUDGET,
    id: 'budget-includes-credits',
    why: 'AWS subtracts credits from a cost budget unless told otherwise, so it fires only when the credits are gone.',
    remedy: 'Set costTypes.includeCredit to false.',
    url: 'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CostTypes.html',
    asOf: '2026-11-23',
    canRemediate: true,
    examples: {
      hit: { type: 'aws:budgets/budget:Budget', properties: { budgetType: 'COST', limitAmount: '100' } },
      miss: {
        type: 'aws:budgets/budget:Budget',
        properties: { budgetType: 'COST', limitAmount: '100', costTypes: { includeCredit: false } },
      },
      unknown: {
        type: 'aws:budgets/budget:Budget',
        properties: { budgetType: 'COST', limitAmount: '100', costTypes: { includeCredit: decidedLater } },
      },
    },
    find: (metering) => (isFiltered(metering) ? no : whenCost(metering, includesCredit(metering))),
  },
  {
    ...BUDGET,
    id: 'budget-filter-includes-credits',
    why: 'AWS subtracts credits from a cost budget unless its filter leaves them out, so it fires only when the credits are gone.',
    remedy:
      'Leave out the RECORD_TYPE "Credit" in its filterExpression: a "not" with that dimension, joined by "ands".',
    url: 'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_ExpressionDimensionValues.html',
    asOf: '2026-11-25',
    examples: {
      hit: {
        type: 'aws:budgets/budget:Budget',
        properties: {
          budgetType: 'COST',
          metrics: 'UnblendedCost',
          filterExpression: { dimensions: { key: 'REGION', values: ['us-east-1'] } },
        },
      },
      miss: {
        type: 'aws:budgets/budget:Budget',
        properties: {
          budgetType: 'COST',
          metrics: 'UnblendedCost',
          filterExpression: { not: { dimensions: { key: 'RECORD_TYPE', values: ['Credit', 'Refund'] } } },
        },
      },
      unknown: {
        type: 'aws:budgets/budget:Budget',
        properties: { budgetType: 'COST', metrics: 'UnblendedCost', filterExpression: decidedLater },
      },
    },
    find: (metering) => (isFiltered(metering) ? whenCost(metering, countsCredits(filterOf(metering))) : no),
  },
];

/** The newer kind of budget names a metric and a filter, and takes no cost types. */
const isFiltered = (metering: Metering): boolean =>
  ['filterExpression', 'metrics'].some((path) => metering.properties.any(path).state !== 'absent');

/** Only cost budgets count dollars. */
function whenCost(metering: Metering, counted: Match): Match {
  const type = metering.properties.text('budgetType');
  if (type.state === 'known' && type.value.toUpperCase() !== 'COST') return no;
  if (type.state === 'known' || counted.match !== 'yes') return counted;
  return unsure(type.state === 'unknown' ? type.because : 'budgetType is not set');
}

function includesCredit(metering: Metering): Match {
  const included = withDefault(metering.properties.flag('costTypes.includeCredit'), true); // AWS's default
  if (included.state === 'unknown') return unsure(included.because);
  return included.value ? yes() : no;
}

const filterOf = (metering: Metering): Reading<Properties> => metering.properties.object('filterExpression');

/** A filter leaves credits out by a "not", or by a list of record types without them: itself, or in one of its "ands". */
function countsCredits(filter: Reading<Properties>): Match {
  if (filter.state === 'absent') return yes();
  if (filter.state === 'unknown') return unsure(filter.because);
  const own = [leavesOut(filter.value, 'dimensions', false), leavesOut(filter.value, 'not.dimensions', true)];
  const ands = filter.value.items('ands');
  const parts = ands.state === 'known' ? ands.value.map(countsCredits) : [];
  const answers = [...own, ...parts, ...(ands.state === 'unknown' ? [unsure(ands.because)] : [])];
  return answers.find(({ match }) => match === 'no') ?? answers.find(({ match }) => match === 'unknown') ?? yes();
}

/** `named`: the values are those that the filter leaves out; else those that it lets in. */
function leavesOut(filter: Properties, path: string, named: boolean): Match {
  const dimensions = filter.object(path);
  if (dimensions.state === 'absent') return yes();
  if (dimensions.state === 'unknown') return unsure(dimensions.because);
  const key = dimensions.value.text('key');
  if (key.state === 'known' && key.value.toUpperCase() !== 'RECORD_TYPE') return yes();
  const values = dimensions.value.list('values');
  if (key.state !== 'known' || values.state !== 'known') return unsure('what its filter leaves out is not known');
  const hasCredit = values.value.map((value) =>
    value.state === 'known' && typeof value.value === 'string' ? value.value.toLowerCase() === 'credit' : undefined,
  );
  if (hasCredit.includes(true)) return named ? no : yes();
  if (hasCredit.includes(undefined)) return unsure('what its filter leaves out is not known');
  return named ? yes() : no;
}
