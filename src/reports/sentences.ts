import { isoDay } from '../core/instant';
import { shortType } from '../words/findings';
import type { FindingRow } from './model/finding-rows';
import type { ResourceRow } from './model/resource-rows';
import type { StackMark } from './model/stack-rows';

/** A finding as one text: what and how much, why, what to do. */
export const findingText = ({ headline, reason, remedy }: FindingRow): string =>
  [`${headline}.`, reason, remedy].filter((text) => text !== '').join(' ');

/** `aws:ec2:Instance web`, or the whole stack; with its stack where there are several. */
export function subjectOf({ type, name, stack }: Pick<FindingRow, 'type' | 'name' | 'stack'>): string {
  if (type !== undefined) return resourceLabel({ type, name: name ?? '', stack });
  return stack === null ? 'all stacks' : `the whole stack${besideName(stack)}`;
}

export const resourceLabel = ({ type, name, stack }: Pick<ResourceRow, 'type' | 'name' | 'stack'>): string =>
  `${shortType(type)} ${name}`.trim() + besideName(stack);

/** ` (shop/dev)` */
export const besideName = (stack: StackMark): string => (typeof stack === 'string' ? ` (${stack})` : '');

/** `Accepted until 2027-06-30: Our domain`; undefined when it is not. */
export function acceptedText({ accepted }: FindingRow): string | undefined {
  if (accepted === undefined) return undefined;
  const until = accepted.until === undefined ? '' : ` until ${isoDay(accepted.until)}`;
  return `Accepted${until}: ${accepted.reason}`;
}
