import { creditsSince } from '../../core/credits/aws-calls';
import type { Balance } from '../../core/credits/credit';
import { entitlement } from '../../core/credits/entitlement';
import { readSnapshot, unreadBalance } from '../../core/credits/snapshot';
import { isoInstant } from '../../core/instant';
import { type Notice, notice } from '../../core/notice';
import type { Aws } from '../aws/aws';
import { ReadFailure, whyNotRead } from '../aws/failure';
import type { Source } from './source';

const NAME = 'AWS';

/** `account`: the one that is billed, where its owner has said; `asked`: the moment of asking, by the clock. */
export interface AwsContext {
  readonly account: string | undefined;
  readonly asked: number;
  readonly maxAgeDays: number;
}

/** Every credit that the account of the credentials sees: GetCredits. */
export const awsCredits = (open: () => Promise<Aws>, context: AwsContext): Source => ({
  name: NAME,
  read: async () => {
    try {
      return { live: balanceOf(await askCredits(await open(), context.asked), context) };
    } catch (error) {
      return { live: notReadBecause(whyNotRead(error)) };
    }
  },
});

/** The answer as a snapshot file holds it. */
export interface CreditsAnswer {
  readonly caller: string;
  /** AWS refused to answer for the whole family, so these are the credits of this account alone. */
  readonly isOwnOnly: boolean;
  readonly document: Readonly<Record<string, unknown>>;
}

/** @throws ReadFailure */
export async function askCredits(aws: Aws, asked: number): Promise<CreditsAnswer> {
  const { account } = await aws.identity();
  const startDate = creditsSince(asked) / 1000;
  const ask = (family: object) => aws.ask('GetCredits', { accountId: account, startDate, ...family });
  // The whole family in its management account; any other account gets its own, or is refused the flag.
  let isOwnOnly = false;
  const answer = await ask({ payerAccountFlag: true }).catch((error: unknown) => {
    isOwnOnly = error instanceof ReadFailure && error.notice.code === 'aws-error' && isValidation(error.notice.args);
    return isOwnOnly ? ask({}) : Promise.reject(error);
  });
  if (!Array.isArray(answer['credits']))
    throw new ReadFailure(
      notice('aws-answer-malformed', 'warn', { call: 'GetCredits', what: 'it has no list "credits"' }),
    );
  return { caller: account, isOwnOnly, document: { readAt: isoInstant(asked), ...answer } };
}

const isValidation = ({ type }: { type: string }): boolean => /Validation/.test(type);

/** The answer as a balance; unknown where it is of another account than the one that is billed. */
export function balanceOf(
  { caller, isOwnOnly, document }: CreditsAnswer,
  { account, asked, maxAgeDays }: AwsContext,
): Balance {
  const read = readSnapshot(document, { source: NAME, writtenAt: undefined, now: asked, maxAgeDays });
  const member = notice('balance-own-only', 'warn', { source: NAME, account: caller });
  const balance = isOwnOnly ? { ...read, problems: [member, ...read.problems] } : read;
  if (account === undefined || account === caller || balance.credits.state === 'unknown') return balance;
  if (balance.credits.value.some((credit) => entitlement(credit, account) === 'yes')) return balance;
  // Whether the account has none, or this login does not see them, is not in the answer.
  return notReadBecause(notice('aws-other-account', 'warn', { caller, account }));
}

const notReadBecause = (why: Notice): Balance =>
  unreadBalance(NAME, notice('balance-not-read', 'warn', { source: NAME, why }));
