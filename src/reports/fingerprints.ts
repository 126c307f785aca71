import { createHash } from 'node:crypto';
import type { NoteRow } from './model/note-rows';
import type { Report } from './model/report';

/**
 * What a finding is, and neither where nor how much: it stays when a line moves, an amount changes or a word is mended.
 * Alike ones of a resource are told apart by their order.
 */
export const findingFingerprints = (report: Report): readonly string[] =>
  fingerprints(
    report.findings.map(({ policy, rule, urn, charge }) => [
      policy,
      rule,
      urn ?? stackKey(report),
      charge?.product ?? '',
    ]),
  );

export const noteFingerprints = (notes: readonly NoteRow[], report: Report): readonly string[] =>
  fingerprints(notes.map(({ code, about }) => ['note', code, stackKey(report), about ?? '']));

/** `organization/project/stack`: one of a name for each place where a platform keeps what it was told. */
export const stackKey = ({ stack: { organization, project, name }, stacks }: Report): string =>
  // Of several, what they share: the place stays when one more joins them.
  [
    ...[organization, project, name].filter((part) => part !== null).map(encodeURIComponent),
    ...(stacks.length > 0 ? ['*'] : []),
  ].join('/') || 'stack';

function fingerprints(keys: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((parts) => {
    const key = JSON.stringify(parts);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return createHash('sha256').update(`${key}${before}`).digest('hex').slice(0, 32);
  });
}
