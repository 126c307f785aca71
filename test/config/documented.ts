/** The shape that the README documents and that others rely on. */
export const DOCUMENTED = `
program: activate
account: "111122223333"
credits:
  snapshot: credits.json
  accountPlan: account-plan.json
  maxAgeDays: 7
  manual:
    - { description: Activate, remaining: "8500.00", asOf: 2026-11-24, starts: 2026-04-01,
        ends: 2027-03-31T23:59:59Z, products: all, program: activate }
burn:
  monthly: { Amazon EC2: "400.00", Amazon RDS: 120.5 }
policies:
  credit-outlook: { blockWithinDays: 30, runwayShare: 0.6, coverage: block }
usage:
  - { type: "aws:lambda/function:Function", monthlyRequests: 2000000, averageDurationMs: { min: 100, max: 120 } }
pool: { share: 0.5, reserved: { other-project/prod: "300.00" } }
accept:
  - { policy: no-uncovered-services, resource: "urn:pulumi:*", reason: Our domain, until: 2027-06-30, maxUsd: "15.00" }
reports: { json: credit-guard.json }
`;
