import type { Report } from '../model/report';
import { NO_BALANCE, outlookFacts } from '../outlook';
import type { Page } from './page';

/** What can be drawn, how fast, and when it ends. The months stand in the chart. */
export function outlookLines(report: Report, page: Page): string[] {
  if (report.forecast === undefined) return page.wrap(NO_BALANCE, 2);
  return page.table(
    outlookFacts(report, page.colours.yellow).map((fact) => [...fact]),
    { last: 'wrap' },
  );
}
