import type { Finding } from '../../core/findings/finding';
import { isoDay } from '../../core/instant';
import { clean, counted, sourceNote } from '../../words/text';
import { type Page, shownWidth } from './page';

/** Warnings and notes beyond these are counted; whatever blocks is always told in full. */
const MOST_OTHERS = 20;
const INDENT = 2;

/** Each finding: where, what and how much, why and by which source, what to do. */
export function findingLines(findings: readonly Finding[], page: Page): string[] {
  const blocking = findings.filter(({ level }) => level === 'block');
  const others = findings.filter(({ level }) => level !== 'block');
  const shown = [...blocking, ...others.slice(0, MOST_OTHERS)];
  const lines = shown.flatMap((finding) => [...oneFinding(finding, page), '']);
  const hidden = others.length - MOST_OTHERS;
  return hidden > 0
    ? [...lines, ...page.wrap(`… and ${counted(hidden, 'more finding')}; --format json lists all.`, INDENT)]
    : lines.slice(0, -1);
}

function oneFinding(finding: Finding, page: Page): string[] {
  const { source, accepted } = finding;
  const lines = [
    ...titleLines(finding, page),
    ...page.wrap(`${page.colours.bold(say(finding.headline))}.`, INDENT),
    ...page.wrap(say(finding.reason), INDENT),
    ...(source === null ? [] : page.wrap(page.dim(sourceNote(source)), INDENT)),
  ];
  if (accepted === null) return [...lines, ...page.hang(page.colours.cyan('→'), say(finding.remedy), INDENT)];
  const until = accepted.until === null ? '' : ` until ${isoDay(accepted.until)}`;
  return [...lines, ...page.wrap(`Accepted${until}: ${clean(accepted.reason)}`, INDENT)];
}

/** Words of ours, with names from plans and balances in them. */
const say = (words: string): string => clean(words, 1000);

/** `✗ block  aws:eks:Addon kubecost           no-uncovered-marketplace` */
function titleLines({ level, type, name, policy, existing }: Finding, page: Page): string[] {
  const where = type === null ? 'the whole stack' : `${shortType(type)} ${name ?? ''}`.trim();
  const left = `${page.level(level)}  ${where}${existing === true ? page.dim(' (exists)') : ''}`;
  const room = page.width - shownWidth(left) - policy.length;
  if (room >= 2) return [`${left}${' '.repeat(room)}${page.dim(policy)}`];
  return [...page.hang(page.level(level), where, 0), ...page.wrap(page.dim(policy), INDENT)];
}

/** `aws:ec2/natGateway:NatGateway` as Pulumi's own output names it: `aws:ec2:NatGateway`. */
export const shortType = (type: string): string => clean(type.replace(/\/[^:]*:/, ':'), 100);
