import type { Level } from './policies';

/**
 * Everything that may be told beside findings, as a code with its arguments. Decisions read the code; the words stand in
 * `src/words/notices.ts`, where a code without words does not compile.
 */
export interface NoticeArgs {
  // The plan
  /** Anything of the plan that could not be read, in words of the reader. */
  readonly 'plan-unread': { readonly text: string };

  // The prices
  /** No row of the price book is newer than `asOf`. */
  readonly 'price-book-old': { readonly asOf: string; readonly days: number };
  /** Resources of another partition: `aws-cn` or `aws-us-gov`. */
  readonly 'other-partition': { readonly partition: 'aws-cn' | 'aws-us-gov'; readonly resources: number };
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
