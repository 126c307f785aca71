import type { Level } from '../core/policy-names';

/** What the command answers to its caller. */
export const EXIT = {
  fine: 0,
  /** Findings at or above --fail-on. */
  findings: 1,
  /** Wrong usage, configuration or input. */
  usage: 2,
  internal: 3,
  /** By Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const FAIL_ON = ['block', 'warn', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export function exitCodeFor(findings: readonly { readonly level: Level }[], failOn: FailOn): ExitCode {
  if (failOn === 'never') return EXIT.fine;
  const fails = findings.some(({ level }) => level === 'block' || (failOn === 'warn' && level === 'warn'));
  return fails ? EXIT.findings : EXIT.fine;
}
