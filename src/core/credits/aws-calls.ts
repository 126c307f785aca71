/** Every call to AWS that this package can make: all of them read. `undefined`: it needs no permission. */
export const AWS_PERMISSIONS = {
  GetCallerIdentity: undefined,
  GetCredits: 'billing:GetCredits',
  GetAccountPlanState: 'freetier:GetAccountPlanState',
  GetCreditAllocationHistory: 'billing:GetCreditAllocationHistory',
  GetCostAndUsage: 'ce:GetCostAndUsage',
} as const;

export type LiveCall = keyof typeof AWS_PERMISSIONS;
