import type { Size, UsageOverride } from './charges/usage';
import type { Program } from './credits/program';
import type { Instant } from './instant';
import type { Usd } from './money';
import type { PolicyName } from './policy-names';

/**
 * Every setting is one row: those of the policies in `policy-settings.ts`, the others in `file-settings.ts`. From the rows
 * come the schemas of the file, of editors and of Pulumi, the types and defaults of `settings.ts`, what a stack may
 * tighten, `credit-guard config` and docs/settings.md. They are plain data: the pack's boot reads those of the policies,
 * and loads no schema library for it.
 */

/** What an owner writes for each kind of value, and what the core makes of it. */
interface Kinds {
  readonly text: { written: string; value: string };
  readonly account: { written: string; value: string };
  readonly amount: { written: string | number; value: Usd };
  readonly days: { written: number; value: number };
  readonly share: { written: number; value: number };
  /** A bare day is its first moment. */
  readonly start: { written: string | number; value: Instant };
  /** A bare day is all of it. */
  readonly end: { written: string | number; value: Instant };
  readonly policy: { written: string; value: PolicyName };
  readonly products: { written: 'all' | readonly string[]; value: 'all' | readonly string[] };
  /** USD by name. */
  readonly amounts: { written: Readonly<Record<string, string | number>>; value: ReadonlyMap<string, Usd> };
  /** USD by name, of each account. */
  readonly accounts: {
    written: Readonly<Record<string, Kinds['amounts']['written']>>;
    value: ReadonlyMap<string, Kinds['amounts']['value']>;
  };
  /** Shares from 0 to 1 by name. */
  readonly shares: { written: Readonly<Record<string, number>>; value: ReadonlyMap<string, number> };
  /** Programmes by the id or the description of a credit. */
  readonly programs: { written: Readonly<Record<string, Program>>; value: ReadonlyMap<string, Program> };
  /** A size, or lines with a size or figures. */
  readonly usage: { written: Size | readonly WrittenUsage[]; value: readonly UsageOverride[] };
  /** Paths, from the folder of the configuration. */
  readonly files: { written: readonly string[]; value: readonly string[] };
  readonly reports: { written: Readonly<Record<string, string>>; value: Readonly<Record<string, string>> };
}

export interface WrittenUsage {
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  readonly tag?: string | undefined;
  readonly size?: Size | undefined;
  readonly [figure: string]: string | number | { readonly min: number; readonly max: number } | undefined;
}

export type Kind = keyof Kinds;

/** A choice names its values from the loosest to the strictest. */
export type Type = Kind | { readonly choice: readonly string[] } | { readonly listOf: Fields };

/** What one entry of a list holds. */
export interface Field {
  readonly type: Kind | { readonly choice: readonly string[] };
  readonly required: boolean;
  readonly description: string;
}
export type Fields = Readonly<Record<string, Field>>;

export type Written<T> = T extends { readonly choice: readonly (infer C)[] }
  ? C
  : T extends { readonly listOf: infer F }
    ? readonly WrittenEntry<F>[]
    : T extends Kind
      ? Kinds[T]['written']
      : never;

export type Value<T> = T extends { readonly choice: readonly (infer C)[] }
  ? C
  : T extends { readonly listOf: infer F }
    ? readonly Entry<F>[]
    : T extends Kind
      ? Kinds[T]['value']
      : never;

type TypeOf<F> = F extends { readonly type: infer T } ? T : never;
type RequiredIn<F> = { [K in keyof F]: F[K] extends { readonly required: true } ? K : never }[keyof F];
type WrittenEntry<F> = { readonly [K in RequiredIn<F>]: Written<TypeOf<F[K]>> } & {
  readonly [K in Exclude<keyof F, RequiredIn<F>>]?: Written<TypeOf<F[K]>> | undefined;
};

/** An entry of a list: what is not required and not written is undefined. */
export type Entry<F> = {
  readonly [K in keyof F]: Value<TypeOf<F[K]>> | (K extends RequiredIn<F> ? never : undefined);
};

/**
 * Which of two values is the stricter one: a stack may only tighten, and so may a file that extends another. `none`: a
 * stack may not set it at all. Lists, maps and texts have no order.
 */
type Order<T> = T extends { readonly choice: readonly string[] }
  ? 'later' | 'none'
  : T extends 'amount' | 'days' | 'share'
    ? 'larger' | 'smaller' | 'none'
    : 'none';

/** Kinds with entries, to which a file can add its own. */
type Entries =
  | 'usage'
  | 'files'
  | 'amounts'
  | 'accounts'
  | 'shares'
  | 'programs'
  | 'reports'
  | { readonly listOf: Fields };

export interface Row<T extends Type = Type, D = unknown> {
  readonly type: T;
  /** What applies when nobody writes anything. */
  readonly default: D;
  readonly stricter: Order<T>;
  /**
   * What a file that extends another may do to it where it has no order. Left out: say it where the base does not ·
   * `adds`: add entries; those of the base stay as they are, and count where both speak of one thing · `own`: each file has its own.
   */
  readonly onBase?: T extends Entries ? 'adds' : 'own';
  /** The base keeps it to itself where it says this of another setting. */
  readonly keptBy?: { readonly setting: string; readonly value: string };
  /** Settings with the same word here replace each other: a base that says one of them has said them all. */
  readonly oneOf?: string;
  /** It names a file that is read. */
  readonly isPath?: true;
  /** One sentence. */
  readonly description: string;
  /** As it is written. */
  readonly example: Written<T>;
}

/** A setting of a policy may stand in the file, in Pulumi's policy configuration, or in both. */
export interface PolicyRow<T extends Type = Type, D = unknown> extends Row<T, D> {
  readonly places: readonly ('file' | 'policy')[];
}

export type Rows = Readonly<Record<string, Row>>;
export type PolicyRows = Readonly<Record<string, PolicyRow<PolicyType>>>;
/** What Pulumi's policy configuration can hold. */
export type PolicyType = 'text' | 'amount' | 'days' | 'share' | { readonly choice: readonly string[] };
