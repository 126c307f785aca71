import { isoDay } from '../../core/instant';
import { dollars, ratio, type Usd, zero } from '../../core/money';
import { counted, someOf } from '../../words/text';
import { signed } from '../amounts';
import type { BackTestReport, BackTestRow } from '../model/back-test-report';
import { findingLines } from './findings';
import type { Page } from './page';

/** Past months against the rules: the error of each month and credit, and where AWS did otherwise. */
export function backTestLines(report: BackTestReport, source: string, page: Page): string[] {
  const { date, months, applied, expected, error, findings } = report;
  const count = counted(months.length, 'closed month');
  const head = page.wrap(`${page.heading(`Back-test: ${count} of ${source}`)} as of ${isoDay(date)}`);
  const rows = months.flatMap(({ month, credits }) =>
    credits.map((row, i) => [
      i === 0 ? month : '',
      dollars(row.applied),
      dollars(row.expected),
      errorWords(row, page),
      row.description,
    ]),
  );
  const titles = ['month', 'AWS', 'rules', 'error', 'credit'].map((title) => page.dim(title));
  const share = Math.round(ratio(error, applied) * 1000) / 10;
  const found = findingLines(findings, page, { verbose: true });
  return [
    ...head,
    ...(rows.length === 0
      ? page.wrap('No month of it can be tested.', 2)
      : [
          ...page.table([titles, ...rows], { align: ['left', 'right', 'right', 'right', 'left'], last: 'cut' }),
          '',
          ...page.wrap(
            `AWS applied ${dollars(applied)}, the rules say ${dollars(expected)}. The errors add up to ${dollars(error)}, ${share} % of what AWS applied.`,
          ),
        ]),
    ...notes(report).flatMap((text) => page.hang('-', text)),
    ...(found.length === 0 ? [] : ['', ...page.title('AWS and the rules differ'), ...found]),
  ];
}

const errorWords = ({ error }: BackTestRow, { colours }: Page): string =>
  error.eq(zero) ? '–' : colours.yellow(signedOne(error));

const signedOne = (amount: Usd): string => signed({ min: amount, max: amount });

function notes({ open, failed, unknownCredits, accounts }: BackTestReport): string[] {
  return [
    'The charges are what AWS applied credits to: what was paid in cash is not in the history.',
    ...(open.length === 0 ? [] : [`Left out, because the bill is open: ${someOf(open)}.`]),
    ...(failed.length === 0 ? [] : [`Left out, because AWS could not answer for it: ${someOf(failed)}.`]),
    ...(unknownCredits.length === 0
      ? []
      : [
          `Left out, because the balance does not list it: ${someOf(unknownCredits.map(({ id, usd }) => `credit ${id} (${dollars(usd)})`))}.`,
        ]),
    ...(accounts > 1
      ? [
          `The credits were applied to ${accounts} accounts: the owner of a credit comes first, then the account with the most covered.`,
        ]
      : []),
  ];
}
