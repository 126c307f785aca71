import { creditsSince } from '../core/credits/aws-calls';
import { type Instant, isoDay } from '../core/instant';

/** Asks AWS which account the login is of, in a POSIX shell and in PowerShell alike. */
const OWN_ACCOUNT = '$(aws sts get-caller-identity --query Account --output text)';

/** The command that saves the credits of an account, as it can be run today: AWS wants a start within one year. */
export const creditsCommand = (now: Instant, account?: string): string =>
  `aws billing get-credits --account-id ${account ?? OWN_ACCOUNT} \\\n  --start-date ${isoDay(creditsSince(now))} --output json > credits.json`;

export const ACCOUNT_PLAN_COMMAND = 'aws freetier get-account-plan-state --output json > account-plan.json';
