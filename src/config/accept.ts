import { type Document, isMap, parseDocument, stringify } from 'yaml';
import { isoDay, isoInstant } from '../core/instant';
import { plain } from '../core/money';
import type { Acceptance } from '../core/settings';

/** Nothing is wrapped: a URN stays in one piece. */
const STYLE = { lineWidth: 0 } as const;

/** Acceptances as they stand in credit-guard.yaml. */
export const acceptanceText = (acceptances: readonly Acceptance[]): string =>
  stringify({ accept: acceptances.map(written) }, STYLE);

/**
 * The text of a valid configuration with acceptances added to it. Without any so far they come at its end, and nothing
 * else of it changes; else comments and order stay.
 */
export function withAcceptances(text: string, acceptances: readonly Acceptance[]): string {
  const document = parseDocument(text);
  if (canAppend(document)) {
    const end = text === '' || text.endsWith('\n') ? '' : '\n';
    return `${text}${end}${acceptanceText(acceptances)}`;
  }
  if (!document.has('accept')) document.set('accept', document.createNode([]));
  for (const acceptance of acceptances) document.addIn(['accept'], document.createNode(written(acceptance)));
  return document.toString(STYLE);
}

const canAppend = (document: Document): boolean =>
  document.contents === null ||
  (isMap(document.contents) && document.contents.flow !== true && !document.has('accept'));

const written = ({ policy, resource, reason, until, maxUsd }: Acceptance) => ({
  policy,
  resource,
  reason,
  ...(until === undefined ? {} : { until: isEndOfDay(until) ? isoDay(until) : isoInstant(until) }),
  ...(maxUsd === undefined ? {} : { maxUsd: plain(maxUsd) }),
});

/** A bare day in a configuration means all of that day. */
const isEndOfDay = (instant: number): boolean => isoInstant(instant).endsWith('T23:59:59Z');
