import type { Notice } from './notice';
import type { Properties } from './properties';
import type { Reading } from './reading';

/** What the deployment does to a resource, where the plan says. A saved state and a policy call do not. */
export type Change = 'create' | 'update' | 'replace' | 'same' | 'delete';

/** One AWS resource that a deployment wants. */
export interface PlannedResource {
  /** Canonical type token, such as `aws:ec2/natGateway:NatGateway`. */
  readonly type: string;
  /** The token that the program writes, where it is one of another provider than `type`. */
  readonly writtenType?: string | undefined;
  readonly name: string;
  readonly urn: string;
  readonly properties: Properties;
  /** The region of the resource's own provider. */
  readonly region: Reading<string>;
  /** The profile of the AWS configuration file that its provider names: it may hold the region. */
  readonly profile?: string | undefined;
  /** Did it exist before this deployment? Undefined where that is not known. */
  readonly existing: boolean | undefined;
  /** What the deployment does with it; undefined where the document does not say. */
  readonly change: Change | undefined;
  /** Where the program declares it, where the plan says so. */
  readonly source?: SourcePosition | undefined;
  /** URNs of the resources that a property takes its value from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** A place in the program. */
export interface SourcePosition {
  /** From the folder of the project, with slashes. */
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number | undefined;
}

/** Where a plan belongs, as Pulumi names it; null for what the document does not say. */
export interface Stack {
  readonly organization: string | null;
  readonly project: string | null;
  readonly name: string | null;
}

/** Everything one deployment wants, read from the engine or from a file. Resources are in URN order. */
export interface Plan {
  readonly stack: Stack;
  readonly resources: readonly PlannedResource[];
  /** What the stack had before; present only when the plan says what changes. */
  readonly before: readonly PlannedResource[] | undefined;
  /** Resources that this stack only reads, by type: another stack or person pays for them. */
  readonly external: ReadonlyMap<string, number>;
  /** Resources of other clouds and tools, by package: AWS credits have no say in them. */
  readonly outside: ReadonlyMap<string, number>;
  /** What the stack's own configuration says to the guard, without the prefix `credit-guard:`. */
  readonly stackConfiguration: Readonly<Record<string, string>>;
  /** What has to be reported of the input: what could not be read, what was left out, what stays behind. */
  readonly problems: readonly Notice[];
}

/** Was its one-time price paid before this deployment? A replacement buys it again. */
export const isPaidAlready = ({ existing, change }: PlannedResource): boolean =>
  existing === true && change !== 'replace';
