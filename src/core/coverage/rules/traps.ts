import { withDefault } from '../../reading';
import { maybe, no, type Rule, yes } from '../rule';

const OWN_FILTER = 'its filter expression may leave credits out';

/** Resources that cost nothing and harm credits all the same. */
export const trapRules: readonly Rule[] = [
  {
    id: 'organization-ends-free-plan',
    policy: 'keep-free-plan-credits',
    verdict: 'ends-credits',
    types: ['aws:organizations/organization:Organization'],
    what: 'an AWS Organization',
    why: 'Creating an Organization on a Free-plan account upgrades it to the Paid plan, and its Free Tier credits expire immediately.',
    remedy: 'Use the credits up first, or upgrade on purpose.',
    url: 'https://aws.amazon.com/free/free-tier-faqs/',
    asOf: '2026-11-23',
    confidence: 'B',
    creditCanPay: 'never',
    find: () => yes(),
  },
  {
    id: 'landing-zone-ends-free-plan',
    policy: 'keep-free-plan-credits',
    verdict: 'ends-credits',
    types: ['aws:controltower/landingZone:LandingZone'],
    what: 'a Control Tower landing zone',
    why: 'Setting up a landing zone on a Free-plan account upgrades it to the Paid plan, and its Free Tier credits expire immediately.',
    remedy: 'Use the credits up first, or upgrade on purpose.',
    url: 'https://aws.amazon.com/free/free-tier-faqs/',
    asOf: '2026-11-23',
    confidence: 'B',
    creditCanPay: 'never',
    find: () => yes(),
  },
  {
    id: 'budget-includes-credits',
    policy: 'budgets-see-credits',
    verdict: 'hides-credits',
    types: ['aws:budgets/budget:Budget'],
    what: 'credits counted in',
    why: 'AWS subtracts credits from a cost budget unless told otherwise, so it fires only when the credits are gone.',
    remedy: 'Set costTypes.includeCredit to false.',
    url: 'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CostTypes.html',
    asOf: '2026-11-23',
    confidence: 'A',
    creditCanPay: 'never',
    find(bill) {
      const type = bill.properties.text('budgetType');
      if (type.state === 'known' && type.value !== 'COST') return no; // only cost budgets count dollars
      const included = withDefault(bill.properties.flag('costTypes.includeCredit'), true); // AWS's default
      if (included.state === 'known' && !included.value) return no;
      if (included.state === 'unknown') return maybe(included.because);
      if (type.state !== 'known') return maybe(type.state === 'unknown' ? type.because : 'budgetType is not set');
      // The newer kind of filter takes the place of costTypes, and may leave credits out.
      return bill.properties.any('filterExpression').state === 'absent' ? yes() : maybe(OWN_FILTER);
    },
  },
];
