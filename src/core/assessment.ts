import type { PriceBook } from './charges/prices';
import type { Confirmed } from './coverage/confirmed';
import type { Balance } from './credits/credit';
import type { Estimate } from './estimate';
import type { Finding } from './findings/finding';
import type { Instant } from './instant';
import type { JudgedResource } from './judge';
import type { Notice } from './notice';
import type { Outlook } from './outlook/outlook';
import type { ProductLine } from './outlook/product-lines';
import type { Sum } from './outlook/streams';
import type { Plan, Stack } from './plan';
import type { Settings } from './settings';
import type { JudgedStack, PlanOfStack } from './stacks';
import type { CoveredUntil, Verdict } from './verdict';

/** Everything the flow needs: one plan, one balance, the owner's settings, the price book, one instant. */
export interface Input {
  readonly plan: Plan;
  readonly balance: Balance;
  readonly settings: Settings;
  readonly prices: PriceBook;
  /** What saved answers of AWS settle; nothing where it is left out. */
  readonly confirmed?: Confirmed | undefined;
  /** The moment of judging: nothing here reads a clock. */
  readonly now: Instant;
  /** `fixed`: somebody has stated the date. */
  readonly clock?: 'now' | 'fixed' | undefined;
}

/** Everything for several plans of one account that draw on one pool. */
export interface Together extends Omit<Input, 'plan'> {
  readonly plans: readonly PlanOfStack[];
  /** Calendar months that the draw-down shows at least, the present one among them. */
  readonly months?: number | undefined;
}

/** What one of several stacks has of an assessment. */
export interface StackPart extends Pick<JudgedStack, 'plan' | 'settings' | 'resources'> {
  /** Its charges by kind and part: what `byStack` divides the draw-down by. */
  readonly sums: readonly Sum[];
  /** What this stack alone costs. */
  readonly estimate: Estimate;
  /** The first instant from which credits do not cover all that they cover of it now; undefined when they last. */
  readonly coveredUntil: CoveredUntil | undefined;
}

/** All that is known, for every face to show and none to decide. Amounts are USD, instants UTC. */
export interface Assessment {
  /** Of several: what they share. */
  readonly stack: Stack;
  /** The moment that it was made for. */
  readonly now: Instant;
  /** Of several: all of them as one. */
  readonly plan: Plan;
  /** One for each plan, by project and name. */
  readonly stacks: readonly StackPart[];
  readonly balance: Balance;
  /** The account that pays this stack; undefined when nobody has said and the credits belong to several. */
  readonly account: string | undefined;
  /** Every resource with its charges, in URN order. */
  readonly resources: readonly JudgedResource[];
  /** What each product costs, who covers it and until when, dearest first. */
  readonly products: readonly ProductLine[];
  /** What the plan costs, by who pays. */
  readonly estimate: Estimate;
  /** The draw-down; where the balance is not known it says that of everything. */
  readonly outlook: Outlook;
  /** What has to be told of the plan, the worst first. */
  readonly findings: readonly Finding[];
  /** What a reader has to know of the input and of the figures, each once. */
  readonly notes: readonly Notice[];
  readonly verdict: Verdict;
  /** Something is in no figure: totals mean "or more", dates "at the latest". */
  readonly isPartial: boolean;
  readonly settings: Settings;
}
