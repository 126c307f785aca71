import { isoDay } from '../core/instant';
import { shortType } from '../words/findings';
import type { FindingRow } from './model/finding-rows';
import type { ResourceRow } from './model/resource-rows';

/** A finding as one text: what and how much, why, what to do. */
export const findingText = ({ headline, reason, remedy }: FindingRow): string =>
  [`${headline}.`, reason, remedy].filter((text) => text !== '').join(' ');

/** `aws:ec2:Instance web`, or the whole stack. */
export const subjectOf = ({ type, name }: Pick<FindingRow, 'type' | 'name'>): string =>
  type === undefined ? 'the whole stack' : resourceLabel({ type, name: name ?? '' });

export const resourceLabel = ({ type, name }: Pick<ResourceRow, 'type' | 'name'>): string =>
  `${shortType(type)} ${name}`.trim();

/** `Accepted until 2027-06-30: Our domain`; undefined when it is not. */
export function acceptedText({ accepted }: FindingRow): string | undefined {
  if (accepted === undefined) return undefined;
  const until = accepted.until === undefined ? '' : ` until ${isoDay(accepted.until)}`;
  return `Accepted${until}: ${accepted.reason}`;
}
