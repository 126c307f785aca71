import type { Instant } from '../instant';
import type { Range, Usd } from '../money';
import type { Maybe } from '../reading';
import type { Allowance, Price } from './prices';
import type { InSteps } from './steps';
import type { Size } from './usage';

/**
 * `hourly` runs with the clock, `usage` with traffic, `upfront` is the prepaid part of a commitment, `once` is bought
 * one time, `commitment` is the recurring part that a contract binds for a term.
 */
export type ChargeKind = 'hourly' | 'usage' | 'upfront' | 'once' | 'commitment';

/** How much of what is always free falls to one charge. */
interface SharedAllowance {
  readonly of: Allowance;
  /** What is used. Undefined: nobody knows how much, so that it may be all. */
  readonly units: Range | undefined;
  /** The part of them that is free; undefined until all charges are known that share it. */
  readonly free?: Range;
  /** USD a month that they would cost. */
  readonly saves?: Range;
}

/** Money that AWS bills because of one planned resource. */
export interface Charge {
  /** URN of the resource behind it. */
  readonly urn: string;
  /** AWS's name for the billed product, such as "Amazon EC2": what credits list as applicable. */
  readonly product: string;
  /** The line of AWS's price page, such as "NAT gateway". */
  readonly what: string;
  readonly kind: ChargeKind;
  /** Due once, with the deployment, or every month. */
  readonly per: 'month' | 'once';
  /** USD for one month of 730 hours, or USD once. Unknown when a price or a size is missing: never zero instead. */
  readonly usd: Maybe<Range>;
  /** Does it run with the clock, so that a month of 744 hours costs more, or is it the same every month? */
  readonly basis: 'hour' | 'month';
  /** How much of it, in words: "730 hours", "0 to 100 GB". */
  readonly quantity: string;
  /** True when a usage figure is our assumption and not the owner's word. */
  readonly assumed: boolean;
  /** What the owner has said of the load, where that figure follows from it. */
  readonly size?: Size | undefined;
  /** Fields of `usage:` that it was reckoned by. */
  readonly usage: readonly string[];
  /** USD for a month in which the group is as large as it may become, where `usd` counts a smaller size. */
  readonly usdAtMost?: Usd;
  /** The row of the price book; absent for what the plan itself states. */
  readonly price: Price | undefined;
  /** The share that AWS gives off its list price, as the owner states it; `usd` is without it. */
  readonly discount?: number;
  /** How it fills the steps of a price that goes down with the quantity; `price` is the first of them. */
  readonly inSteps?: InSteps | undefined;
  /** What the account has of it free of charge, in the units of the price; `usd` is less than listed by it. */
  readonly allowance?: SharedAllowance | undefined;
  /**
   * `account`: billed once for the account, however many resources ask for it; `region`: once for each of its regions. Else
   * once for each resource.
   */
  readonly scope?: 'region' | 'account';
  /** Billed from this instant on, which lies ahead: no part of what the resource costs now. */
  readonly begins?: Instant;
  /** Billed until this instant, when another rate takes its place. */
  readonly stops?: Instant;
  /** Months that a commitment binds. */
  readonly termMonths: number | undefined;
}
