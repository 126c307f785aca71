import type { Assessment } from '../../core/assessment';
import type { Instant } from '../../core/instant';
import type { Stack } from '../../core/plan';
import { titleOf } from '../../words/verdict';
import { type CreditsPart, creditsPart } from './credit-rows';
import { type Forecast, forecastOf } from './forecast';
import { type NoteRow, noteRow } from './note-rows';
import { type StackMonths, stackMonths } from './stack-months';

/** What `credit-guard forecast` tells: the draw-down by month, credit and stack. A format is layout. */
export interface DrawDownReport {
  readonly date: Instant;
  /** Of several: what they share. */
  readonly stack: Stack;
  /** `shop/dev`, or `3 stacks`. */
  readonly title: string;
  readonly credits: CreditsPart;
  /** Undefined when the balance is not known. */
  readonly forecast: Forecast | undefined;
  readonly stacks: readonly StackMonths[];
  /** What the figures assume and leave out. */
  readonly notes: readonly NoteRow[];
}

const ABOUT: ReadonlySet<NoteRow['topic']> = new Set(['input', 'figures', 'basis']);

/** `months`: at most so many. */
export function drawDownReport(assessment: Assessment, months: number): DrawDownReport {
  const forecast = forecastOf(assessment);
  return {
    date: assessment.now,
    stack: assessment.stack,
    title: titleOf(assessment),
    credits: creditsPart(assessment),
    forecast: forecast && {
      ...forecast,
      months: forecast.months.slice(0, months),
      leftAtMost: forecast.leftAtMost.slice(0, months),
    },
    stacks: stackMonths(assessment, months),
    notes: assessment.notes.map(noteRow).filter(({ topic }) => ABOUT.has(topic)),
  };
}
