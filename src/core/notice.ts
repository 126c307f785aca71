import type { Level, PolicyName } from './policies';
import type { Kind } from './settings-table';

/**
 * Everything that may be told beside findings, as a code with its arguments. Decisions read the code; the words stand in
 * `src/words/notices.ts`, where a code without words does not compile.
 */
export interface NoticeArgs {
  // The plan
  /** Anything of the plan that could not be read, in words of the reader. */
  readonly 'plan-unread': { readonly text: string };

  // The configuration
  /** The whole file counts as if it were not there. */
  readonly 'config-ignored': { readonly file: string };
  readonly 'config-unreadable': { readonly file: string; readonly because: UnreadableConfig };
  readonly 'config-no-yaml': { readonly at: SettingPlace; readonly parser: string };
  /** Two files in one folder: the second one, here without its folder, is not read. */
  readonly 'config-rival': { readonly file: string; readonly rival: string };
  readonly 'setting-unknown': {
    readonly at: SettingPlace;
    readonly setting: string;
    readonly written: string;
    readonly valid: readonly string[];
  };
  readonly 'setting-missing': { readonly at: SettingPlace; readonly setting: string };
  readonly 'setting-no-choice': {
    readonly at: SettingPlace;
    readonly setting: string;
    /** Undefined when no plain value was written. */
    readonly written: string | undefined;
    readonly valid: readonly string[];
  };
  readonly 'setting-malformed': { readonly at: SettingPlace; readonly setting: string; readonly needs: Needed };
  /** A stack may only tighten, so what it says is not followed. */
  readonly 'setting-looser': { readonly setting: string; readonly written: string; readonly current: string };
  readonly 'usage-without-effect': { readonly at: SettingPlace; readonly setting: string; readonly type: string };
  readonly 'usage-unknown': {
    readonly at: SettingPlace;
    readonly setting: string;
    readonly type: string;
    readonly written: string;
    readonly valid: readonly string[];
  };
}

/** Where a setting is written: a file with its line, Pulumi's policy configuration of a policy, or that of the stack. */
export type SettingPlace =
  | { readonly file: string; readonly line?: number | undefined }
  | { readonly policy: PolicyName }
  | 'stack';

export type UnreadableConfig = 'missing' | 'no-file' | 'too-large' | 'forbidden' | 'too-deep' | 'too-many-aliases';

/** What has to be written in place of something else. */
export type Needed = Kind | 'list' | 'settings' | 'name' | 'figure' | 'bounds-in-order' | 'selector' | 'another-value';

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
