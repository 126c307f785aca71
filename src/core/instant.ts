import { Temporal } from 'temporal-polyfill';

/*
 * The one file that knows a calendar. `Temporal` reads what people write, for it refuses days that do not exist; whole UTC
 * months need no library, and a draw-down asks for thousands of them.
 */

/** A moment in UTC, in milliseconds since 1970: plain numbers compare and store without a library. */
export type Instant = number;

export const HOURS_PER_MONTH = 730; // AWS's own month, as its price calculator uses it
export const HOURS_PER_YEAR = 365 * 24;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 24 * MS_PER_HOUR;

const EPOCH_SECONDS = /^\d{9,11}(\.\d+)?$/;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a date as AWS and people write it: epoch seconds, ISO 8601 with an offset (a blank instead of the T counts), or
 * a bare day, which is UTC midnight. Undefined when it is none of these or the day does not exist.
 */
export function parseInstant(text: string | number): Instant | undefined {
  const trimmed = String(text).trim();
  if (EPOCH_SECONDS.test(trimmed)) return Math.round(Number(trimmed) * 1000);
  try {
    return Temporal.Instant.from(DAY_ONLY.test(trimmed) ? `${trimmed}T00:00:00Z` : trimmed).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** The first moment of a day that stands in the code or its data, `YYYY-MM-DD`. */
export const midnight = (day: string): Instant => Date.parse(`${day}T00:00:00Z`);

/** A date to judge at: one far from all bills and credits is a slip, and leads out of the calendar. */
export function isJudgeable(instant: Instant): boolean {
  const year = new Date(instant).getUTCFullYear();
  return year >= 2000 && year < 2200;
}

/** Is this a bare day, without a time? The end of such a day is what people mean by "until". */
export const isDayOnly = (text: string): boolean => DAY_ONLY.test(text.trim());

export const endOfDay = (instant: Instant): Instant => instant + MS_PER_DAY - 1000;

/** UTC midnight before it. */
export const startOfDay = (instant: Instant): Instant => Math.floor(instant / MS_PER_DAY) * MS_PER_DAY;

/** The first instant of the UTC calendar month, which is AWS's billing month. */
export function startOfMonth(instant: Instant): Instant {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** The same moment so many calendar months later, kept inside a shorter month. */
export function addMonths(instant: Instant, months: number): Instant {
  const date = new Date(instant);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) + (instant - startOfDay(instant));
}

/** How many calendar months two instants touch, the month of the first one among them. */
export function monthsUntil(from: Instant, to: Instant): number {
  const [first, last] = [from, to].map((instant) => new Date(instant)) as [Date, Date];
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
}

/** `2027-03-31T23:59:59Z` */
export const isoInstant = (instant: Instant): string => new Date(instant).toISOString().replace(/\.?0*Z$/, 'Z');

/** `2027-03-31` */
export const isoDay = (instant: Instant): string => new Date(instant).toISOString().slice(0, 10);

/** Is it a month as `isoMonth` writes it? */
export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

/** `2027-03` */
export const isoMonth = (instant: Instant): string => isoDay(instant).slice(0, 7);

export const wholeDays = (from: Instant, to: Instant): number => Math.max(0, Math.floor((to - from) / MS_PER_DAY));
