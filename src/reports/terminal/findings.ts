import { isoDay } from '../../core/instant';
import { counted, sourceNote } from '../../words/text';
import type { RenderOptions } from '../format';
import type { FindingRow } from '../model/finding-rows';
import { besideName, subjectOf } from '../sentences';
import { type Page, shownWidth } from './page';

/** Warnings and notes beyond these are counted. */
const MOST_FOLDED = 10;
/** What blocks is shown in full, as far as anybody reads; what is beyond these is counted. */
const MOST_IN_FULL = 100;
const INDENT = 2;

/** What blocks in full; the rest one line each, or in full where that is asked for. */
export function findingLines(
  findings: readonly FindingRow[],
  page: Page,
  { verbose }: Pick<RenderOptions, 'verbose'>,
): string[] {
  if (verbose) return apart(findings.map((finding) => inFull(finding, page)));
  const blocking = findings.filter(({ level }) => level === 'block');
  const others = findings.filter(({ level }) => level !== 'block');
  return apart([
    ...blocking.slice(0, MOST_IN_FULL).map((finding) => inFull(finding, page)),
    hiddenLine(blocking.length - MOST_IN_FULL, 'blocking finding', page),
    [
      ...others.slice(0, MOST_FOLDED).map((finding) => inOneLine(finding, page)),
      ...hiddenLine(others.length - MOST_FOLDED, 'finding', page),
    ],
  ]);
}

const hiddenLine = (count: number, what: string, page: Page): string[] =>
  count > 0 ? page.wrap(`… and ${counted(count, `more ${what}`)}; --verbose shows all.`, INDENT) : [];

const apart = (blocks: readonly (readonly string[])[]): string[] =>
  blocks.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));

/** `! shop: Credits stop covering …` */
function inOneLine({ code, level, name, headline, reason, accepted, stack }: FindingRow, page: Page): string {
  // What is wrong with the balance stands in the reason alone.
  if (code === 'balance') return page.line(page.mark(level), `${headline}: ${reason}`);
  const where = name === undefined ? (stack ? `${stack}: ` : '') : `${name}${besideName(stack)}: `;
  const told = accepted === undefined ? headline : `accepted (${accepted.reason}): ${headline}`;
  return page.line(page.mark(level), `${where}${told}`);
}

function inFull(finding: FindingRow, page: Page): string[] {
  const { headline, reason, remedy, source, accepted } = finding;
  const lines = [
    ...titleLines(finding, page),
    ...page.wrap(`${page.colours.bold(headline)}.`, INDENT),
    ...(reason === '' ? [] : page.wrap(reason, INDENT)),
    ...(source === undefined ? [] : page.wrap(page.dim(sourceNote(source)), INDENT)),
  ];
  if (accepted !== undefined) {
    const until = accepted.until === undefined ? '' : ` until ${isoDay(accepted.until)}`;
    return [...lines, ...page.wrap(`Accepted${until}: ${accepted.reason}`, INDENT)];
  }
  return remedy === '' ? lines : [...lines, ...page.hang(page.colours.cyan('→'), remedy, INDENT)];
}

/** `✗ block  aws:eks:Addon kubecost           no-uncovered-marketplace` */
function titleLines(finding: FindingRow, page: Page): string[] {
  const { level, policy, existing } = finding;
  const where = subjectOf(finding);
  const left = `${page.markAndWord(level)}  ${where}${existing === true ? page.dim(' (exists)') : ''}`;
  const room = page.width - shownWidth(left) - policy.length;
  if (room >= 2) return [`${left}${' '.repeat(room)}${page.dim(policy)}`];
  return [...page.hang(page.markAndWord(level), where, 0), ...page.wrap(page.dim(policy), INDENT)];
}
