import { type Instant, MS_PER_DAY, startOfDay } from '../instant';
import { type Usd, usd } from '../money';

/** AWS takes a start of at most one year back; public clients use 364 days. */
const LONGEST_BACK = 364 * MS_PER_DAY;

/** The earliest `startDate` that GetCredits takes. */
export const creditsSince = (asked: Instant): Instant => startOfDay(asked - LONGEST_BACK);

/** GetCostAndUsage, each page of it. https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/ (2026-11-25) */
export const COST_OF_PAID_CALL: Usd = usd('0.01');

/** Every call that asks for the credits of an account: all of them read. `undefined`: it needs no permission. */
export const AWS_PERMISSIONS = {
  GetCallerIdentity: undefined,
  GetCredits: 'billing:GetCredits',
  GetAccountPlanState: 'freetier:GetAccountPlanState',
  GetCreditAllocationHistory: 'billing:GetCreditAllocationHistory',
  GetCostAndUsage: 'ce:GetCostAndUsage',
  GetProducts: 'pricing:GetProducts',
} as const;

export type LiveCall = keyof typeof AWS_PERMISSIONS;

/** The calls for a shared pool file in a bucket: what it needs of whom may read it, and of whom may reserve. */
export const POOL_PERMISSIONS = { GetObject: 's3:GetObject', PutObject: 's3:PutObject' } as const;

export type PoolCall = keyof typeof POOL_PERMISSIONS;

/** `GET`: any other server, without credentials. */
export type AnyCall = LiveCall | PoolCall | 'GET';

/** Undefined: it needs none. */
export const permissionOf = (call: AnyCall): string | undefined =>
  call === 'GET' ? undefined : { ...AWS_PERMISSIONS, ...POOL_PERMISSIONS }[call];
