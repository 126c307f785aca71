import { isoDay } from '../core/instant';
import type { Level } from '../core/policy-names';
import { pageOf } from '../words/pages';
import { counted } from '../words/text';
import { amount, besideAmount, dearestFirst, isTold, orMore, PAYERS, payersOf, signed } from './amounts';
import { productPayer } from './arithmetic';
import { stackKey } from './fingerprints';
import type { Render, RenderOptions } from './format';
import { code, markdownText, summaryText } from './markdown-text';
import { type Figures, isSome, PARTS, type Part } from './model/figures';
import type { FindingRow } from './model/finding-rows';
import type { ProductRow } from './model/product-rows';
import type { Report } from './model/report';
import type { ResourceRow } from './model/resource-rows';
import { NO_BALANCE, outlookFacts } from './outlook';
import { acceptedText, resourceLabel, subjectOf } from './sentences';
import { stackTable } from './stacks';

/** The comment on a pull request: what the change costs in cash first, then who pays, what to do, and where it goes. */
export const markdown: Render = (report, options) => `${commentOf(report, options)}\n`;

/** GitHub takes 65,536 characters, GitLab a million. */
const LONGEST = 65_536;
/** For the line that says what was left out, and the last one. */
const RESERVE = 600;

/** Of one comment: some rows between a beginning and an end, which stand or fall with them. */
interface Section {
  /** What a row is, such as "resource". */
  readonly row: string;
  readonly before: readonly string[];
  readonly rows: readonly string[];
  readonly after: readonly string[];
}

function commentOf(report: Report, options: RenderOptions): string {
  const head = headOf(report);
  const sections = [
    stacks(report),
    blocking(report, options),
    warnings(report, options),
    notes(report),
    others(report, options),
    products(report),
    resources(report),
  ];
  let room = LONGEST - RESERVE - head.length;
  const shown: string[] = [];
  const left: string[] = [];
  for (const section of sections) {
    const { text, missing } = fitting(section, room);
    room -= text.length;
    shown.push(text);
    if (missing > 0) left.push(counted(missing, section.row));
  }
  const cut = left.length === 0 ? '' : `Left out to fit a comment: ${left.join(', ')}.\n\n`;
  const { name, version } = options.tool;
  const { priced, free, unpriced, total } = report.estimate.counts;
  const counts = [`${priced} priced`, `${free} free`, ...(unpriced > 0 ? [`${unpriced} not priced in full`] : [])];
  const foot = `<sub>${counted(total, 'AWS resource')}: ${counts.join(', ')}. As of ${isoDay(report.date)}, by ${name} ${version}.</sub>`;
  const parts = [head, ...shown].filter((text) => text !== '');
  return `${parts.join('\n')}\n${cut}${foot}`;
}

/** As many whole rows as there is room for; without any, nothing of it. */
function fitting({ before, rows, after }: Section, room: number): { text: string; missing: number } {
  const length = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length + 1, 0);
  let rest = room - length(before) - length(after);
  let count = 0;
  for (const row of rows) {
    rest -= row.length + 1;
    if (rest < 0) break;
    count++;
  }
  const text = count === 0 ? '' : [...before, ...rows.slice(0, count), ...after].join('\n');
  return { text, missing: rows.length - count };
}

const MARKS: Readonly<Record<Level, string>> = { block: '❌ **block**', warn: '⚠️ **warn**', info: 'ℹ️ info' };

function headOf(report: Report): string {
  const { verdict, estimate, title } = report;
  const mark = verdict.findings.block > 0 ? '❌' : verdict.status === 'within-credits' ? '✅' : '⚠️';
  return [
    // By this, a job finds the comment of its stack again and writes it anew.
    `<!-- pulumi-credit-guard: ${stackKey(report).replaceAll('--', '%2D%2D')} -->`,
    `### ${mark} AWS credits: ${code(title)}`,
    '',
    ...(estimate.cashOfChange === undefined ? [] : [`**${markdownText(estimate.cashOfChange)}**`, '']),
    markdownText(verdict.sentence),
    '',
    ...sums(report),
    ...credits(report),
  ].join('\n');
}

const TITLES: Readonly<Record<Part | 'total', string>> = {
  cash: '**Cash**',
  covered: 'Covered by credits',
  unknown: 'Not known who pays',
  total: 'Total',
};

/** Who pays, a month and once: before, after and the change where the plan says what there was. */
function sums({ estimate: { monthly, once, before, change }, isPartial }: Report): string[] {
  const columns = [
    ...(before === undefined ? [] : [{ title: 'before', figures: before, words: told }]),
    { title: before === undefined ? 'a month' : 'after', figures: monthly, words: told },
    ...(change === undefined
      ? []
      : [{ title: 'change', figures: change, words: (one: Figures, part: Column) => changed(one, part, isPartial) }]),
    ...(isTold(once) ? [{ title: 'once', figures: once, words: told }] : []),
  ];
  const parts = (['cash', 'covered', 'unknown', 'total'] as const).filter(
    (part) => part !== 'unknown' || columns.some(({ figures }) => isSome(figures.unknown)),
  );
  if (columns.every(({ figures }) => !isTold(figures))) return [];
  return [
    `| ${before === undefined ? '' : 'a month '}| ${columns.map(({ title }) => title).join(' | ')} |`,
    `| --- |${columns.map(() => ' ---: |').join('')}`,
    ...parts.map(
      (part) => `| ${TITLES[part]} | ${columns.map(({ figures, words }) => words(figures, part)).join(' | ')} |`,
    ),
    '',
  ];
}

type Column = Part | 'total';

const told = (figures: Figures, part: Column): string => `${amount(figures[part])}${orMore(figures[part])}`;

function changed(figures: Figures, part: Column, isPartial: boolean): string {
  const { min, max } = figures[part];
  if (isPartial && !isSome({ min, max })) return 'not known';
  return `${signed({ min, max })}${isPartial ? ' or more' : ''}`;
}

function credits(report: Report): string[] {
  if (report.forecast === undefined) return [`**Credits:** ${NO_BALANCE}`, ''];
  return [...outlookFacts(report).map(([title, words]) => `- **${title}:** ${markdownText(words)}`), ''];
}

/** Who draws what, where several stacks share the credits. */
function stacks(report: Report): Section {
  const { caption, columns, rows } = stackTable(report);
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  return {
    row: 'stack',
    before: [
      `#### Stacks (${caption})`,
      '',
      line(columns.map(({ title }) => title)),
      `|${columns.map(({ align }) => (align === 'left' ? ' --- |' : ' ---: |')).join('')}`,
    ],
    rows: rows.map((row) => line(columns.map(({ cell }) => cell(row)))),
    after: [''],
  };
}

const blocking = ({ findings }: Report, options: RenderOptions): Section => ({
  row: 'blocking finding',
  before: ['#### What blocks', ''],
  rows: findings.filter(({ level }) => level === 'block').map((finding) => findingLine(finding, options)),
  after: [''],
});

const warnings = ({ findings }: Report, options: RenderOptions): Section => ({
  row: 'warning',
  before: ['#### Warnings', ''],
  rows: findings.filter(({ level }) => level === 'warn').map((finding) => findingLine(finding, options)),
  after: [''],
});

const others = ({ findings }: Report, options: RenderOptions): Section =>
  folded(
    'Accepted, or paid before',
    'accepted finding',
    findings.filter(({ level }) => level === 'info').map((finding) => findingLine(finding, options)),
  );

const notes = ({ notes: rows }: Report): Section =>
  folded(
    'Good to know',
    'note',
    rows.map(({ text }) => `- ${markdownText(text)}`),
  );

function findingLine(finding: FindingRow, { homepage }: RenderOptions): string {
  const { level, headline, reason, remedy, source, policy, accept } = finding;
  const accepted = acceptedText(finding);
  const page = pageOf(finding, homepage);
  const about = finding.type === undefined ? '' : `${code(subjectOf(finding))}: `;
  return [
    `- ${MARKS[level]} ${about}**${markdownText(headline)}.** ${markdownText(reason)}`.trimEnd(),
    ...(accepted === undefined ? [] : [`  *${markdownText(accepted)}*`]),
    ...(remedy === '' || accepted !== undefined ? [] : [`  → ${markdownText(remedy)}`]),
    `  <sub>${page === undefined ? code(policy) : `[${code(policy)}](${page})`}${source === undefined ? '' : ` · [source](${source.url}) (${source.asOf}${source.confidence > 'B' ? ', not confirmed by AWS' : ''})`}</sub>`,
    ...(level !== 'block' || accept.length === 0
      ? []
      : ['', '  ```sh', ...accept.map((line) => `  ${line}`), '  ```', '']),
  ].join('\n');
}

const isCovered = ({ coverage }: ProductRow): boolean => coverage === 'covered';

function products(report: Report): Section {
  // What credits do not cover stands first, as it is what a reader looks for.
  const ordered = [...report.products].sort((a, b) => Number(isCovered(a)) - Number(isCovered(b)));
  const rows = ordered.flatMap((row) =>
    (['monthly', 'once'] as const)
      .filter((per) => isTold(row[per]))
      .map((per) => {
        const { total } = row[per];
        const beside = besideAmount(total, per === 'once' ? 'once' : 'month');
        return `| ${`${amount(total)} ${beside}`.trim()} | ${markdownText(row.product)} | ${markdownText(productPayer(row, report))} |`;
      }),
  );
  return folded('By product, a month', 'product', rows, ['| USD | product | who pays |', '| ---: | --- | --- |']);
}

function resources({ resources: all }: Report): Section {
  const dearest = dearestFirst(all);
  return folded('Where the money goes, dearest first', 'resource', dearest.map(resourceLine), [
    '| USD | resource | who pays |',
    '| ---: | --- | --- |',
  ]);
}

function resourceLine(row: ResourceRow): string {
  const per = isTold(row.monthly) ? 'month' : 'once';
  const figures = per === 'month' ? row.monthly : row.once;
  const also =
    per === 'month' && isTold(row.once) ? `<br>${amount(row.once.total)} ${besideAmount(row.once.total, 'once')}` : '';
  const who = PARTS.filter((part) =>
    [figures, ...(also === '' ? [] : [row.once])].some((one) => payersOf(one).includes(part)),
  );
  const what = row.because === undefined ? '' : ` (${markdownText(row.because)})`;
  return `| ${`${amount(figures.total)} ${besideAmount(figures.total, per)}`.trim()}${also} | ${code(resourceLabel(row))}${what} | ${who.map((part) => PAYERS[part]).join(' + ')} |`;
}

const folded = (title: string, row: string, rows: readonly string[], head: readonly string[] = []): Section => ({
  row,
  before: [`<details><summary>${summaryText(title)} (${rows.length})</summary>`, '', ...head],
  rows,
  after: ['', '</details>', ''],
});
