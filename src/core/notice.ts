import type { NotChecked } from './coverage/not-checked';
import type { Instant } from './instant';
import type { Range, Usd } from './money';
import type { Level, PolicyName } from './policies';

/**
 * Everything that may be told beside findings, as a code with its arguments. Decisions read the code; the words stand in
 * `src/words/notices.ts`, where a code without words does not compile.
 */
export interface NoticeArgs {
  // The plan
  /** Anything that could not be read, in words of the reader. */
  readonly 'plan-unread': { readonly text: string };
  /** The document is of another kind. */
  readonly 'not-a-plan': Record<string, never>;
  readonly 'no-list': { readonly what: 'steps' | 'resources' };
  readonly 'several-plans': { readonly count: number; readonly stacks: readonly string[] };
  /** The preview or update that the document tells of failed, so its steps are not all there is. */
  readonly 'run-failed': {
    readonly of: 'preview' | 'update';
    readonly errors: number;
    readonly first: string | undefined;
  };
  /** It counts more steps than it lists. */
  readonly 'preview-cut': { readonly missing: number };
  /** The events end before their summary. */
  readonly 'events-cut': Record<string, never>;
  /** Pulumi's own mark: a resource may be in an invalid state. */
  readonly 'maybe-corrupt': Record<string, never>;
  /** A step of a preview without a URN, or with an operation that is not known. */
  readonly 'step-unread': { readonly step: number };
  readonly 'resource-unread': { readonly resource: number };
  /** Two entries of one URN that differ. */
  readonly 'listed-twice': { readonly urn: string };
  /** The preview counts unchanged resources that it does not list. */
  readonly 'unchanged-unlisted': { readonly count: number };
  /** New resources that `--target` or `--exclude` leaves out of this deployment. */
  readonly 'not-targeted': { readonly count: number };
  /** `retainOnDelete`: they leave the stack, and AWS goes on billing them. */
  readonly 'kept-in-aws': { readonly urns: readonly string[] };
  /** Replaced in an earlier deployment and not deleted yet. */
  readonly 'waits-for-deletion': { readonly urns: readonly string[] };
  /** Deleted for a replacement that was interrupted. */
  readonly 'deleted-already': { readonly urns: readonly string[] };
  /** Operations of an earlier deployment that was stopped: nobody knows whether AWS did them. */
  readonly interrupted: {
    readonly operation: 'creating' | 'updating' | 'deleting';
    readonly urns: readonly string[];
  };
  /** AWS bills these resources of another package, and no figure holds them. */
  readonly 'aws-unread': { readonly package: string; readonly count: number; readonly types: readonly string[] };

  // The burn
  readonly 'burn-product-unknown': { readonly product: string; readonly nearest: string | undefined };
  /** All of it is zero: Cost Explorer answers net of credits unless told otherwise. */
  readonly 'burn-zero': Record<never, never>;
  /** Less than what this stack alone costs; its own charges are used. USD a month. */
  readonly 'burn-below-plan': { readonly product: string; readonly stated: Usd; readonly own: Usd };

  // The credits
  /** Used since the balance was struck, and taken off it. */
  readonly 'open-month-drawn': { readonly usd: Range };
  readonly 'open-month-not-counted': Record<never, never>;
  /** Between 0 and 1. */
  readonly 'pool-share': { readonly share: number };
  readonly 'pool-reserved': { readonly usd: Usd };
  /** Credits that this account may not use, or perhaps not. `account` undefined: nobody has said which it is. */
  readonly 'credits-of-other-accounts': {
    readonly account: string | undefined;
    readonly credits: readonly { readonly owner: string; readonly usd: Range | undefined }[];
  };
  readonly 'unlisted-taken-as-covered': Record<never, never>;
  readonly horizon: { readonly months: number };

  // The figures
  readonly 'other-spending-unknown': Record<never, never>;
  readonly 'amounts-left-out': { readonly count: number };
  readonly 'usage-assumed': { readonly count: number };
  readonly 'month-has-its-hours': Record<never, never>;
  readonly 'tax-on-cash': Record<never, never>;
  readonly 'ledger-fault': { readonly fault: string };

  // What was not looked at
  readonly 'not-checked': { readonly row: NotChecked; readonly count: number };
  readonly 'only-read': { readonly count: number };
  readonly 'outside-aws': { readonly package: string; readonly count: number };

  // The clock
  /** Everything is judged as of a day that somebody stated, by --date or CREDIT_GUARD_DATE. */
  readonly 'date-fixed': { readonly at: Instant };

  // Exceptions
  /** `unseen`: for what exists, used where nobody can tell whether a deployment replaces it. */
  readonly 'exceptions-used': { readonly used: number; readonly endless: number; readonly unseen: number };
  readonly 'exceptions-unused': {
    readonly lines: readonly { readonly policy: PolicyName; readonly resource: string; readonly reason: string }[];
  };
}

export type NoticeCode = keyof NoticeArgs;

/** `warn`: something is not known because of it. `info`: worth a line, and nothing is missing. `block`: it must stop a deployment. */
export type NoticeLevel = Level;

/** One thing to tell. `about`: the file, URN or product it speaks of. */
export type Notice = {
  readonly [C in NoticeCode]: {
    readonly code: C;
    readonly args: NoticeArgs[C];
    readonly level: NoticeLevel;
    readonly about?: string | undefined;
  };
}[NoticeCode];

export const notice = <C extends NoticeCode>(
  code: C,
  level: NoticeLevel,
  args: NoticeArgs[C],
  about?: string,
): Notice => ({ code, args, level, about }) as Notice;
