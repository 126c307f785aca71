import type { Source } from '../coverage/rule';

/** An AWS Support plan: the greater of a minimum and of shares of the month's usage, step by step. USD a month. */
export interface SupportPlan extends Source {
  /** As it stands on the bill. */
  readonly product: string;
  readonly minimum: number;
  /** Up to which usage, and the share of what is in that step. */
  readonly steps: readonly (readonly [upTo: number, share: number])[];
  /** The day from which AWS does not offer it any more, and the plan whose rates are counted then. */
  readonly until?: { readonly day: string; readonly next: SupportPlanName };
}

export const SUPPORT_PLAN_NAMES = [
  'developer',
  'business',
  'business-plus',
  'enterprise',
  'unified-operations',
] as const;
export type SupportPlanName = (typeof SUPPORT_PLAN_NAMES)[number];

const PRICING = { url: 'https://aws.amazon.com/premiumsupport/pricing/', confidence: 'B' } as const;
const REST = Number.POSITIVE_INFINITY;
/** Developer and Business Support end: https://docs.aws.amazon.com/awssupport/latest/user/aws-support-plans.html. */
const LAST_YEAR = { day: '2027-01-01', next: 'business-plus' } as const;

export const SUPPORT_PLANS: Readonly<Record<SupportPlanName, SupportPlan>> = {
  developer: {
    product: 'AWS Support (Developer)',
    minimum: 29,
    steps: [[REST, 0.03]],
    until: LAST_YEAR,
    ...PRICING,
    asOf: '2025-11-01',
  },
  business: {
    product: 'AWS Support (Business)',
    minimum: 100,
    steps: [
      [10_000, 0.1],
      [80_000, 0.07],
      [250_000, 0.05],
      [REST, 0.03],
    ],
    until: LAST_YEAR,
    ...PRICING,
    asOf: '2025-11-01',
  },
  'business-plus': {
    product: 'AWS Business Support+',
    minimum: 29,
    steps: [
      [10_000, 0.09],
      [80_000, 0.07],
      [250_000, 0.05],
      [REST, 0.03],
    ],
    ...PRICING,
    asOf: '2026-10-04',
  },
  enterprise: {
    product: 'AWS Support (Enterprise)',
    minimum: 5_000,
    steps: [
      [150_000, 0.1],
      [500_000, 0.07],
      [1_000_000, 0.05],
      [REST, 0.03],
    ],
    ...PRICING,
    asOf: '2026-10-04',
  },
  'unified-operations': {
    product: 'AWS Unified Operations',
    minimum: 50_000,
    steps: [
      [1_000_000, 0.1],
      [5_000_000, 0.06],
      [REST, 0.05],
    ],
    ...PRICING,
    asOf: '2026-10-04',
  },
};
