import { matchesPattern } from '../charges/usage';
import { type Instant, isoDay } from '../instant';
import { dollars } from '../money';
import type { Acceptance } from '../settings';
import { type Finding, stackFinding } from './finding';
import { clean } from './words';

/** Findings after the owner's exceptions, and what has to be said about the exceptions themselves. */
export interface Accepted {
  readonly findings: readonly Finding[];
  /** Acceptances that have ended, by their own text. */
  readonly notes: readonly Finding[];
}

/**
 * Applies the owner's written exceptions: an accepted finding becomes `info` and says why. A finding above the dollar
 * ceiling, or of unknown amount where a ceiling is set, is not accepted.
 */
export function applyAcceptances(
  findings: readonly Finding[],
  acceptances: readonly Acceptance[],
  now: Instant,
): Accepted {
  const used = new Set<Acceptance>();
  const judged = findings.map((finding) => {
    const matching = acceptances.filter((acceptance) => matches(acceptance, finding));
    for (const acceptance of matching) used.add(acceptance);
    const valid = matching.find((acceptance) => isOpen(acceptance, now) && isWithin(acceptance, finding));
    if (valid !== undefined) return accept(finding, valid);
    const exceeded = matching.find((acceptance) => isOpen(acceptance, now));
    return exceeded === undefined ? finding : notAccepted(finding, exceeded);
  });
  const notes = acceptances.flatMap((acceptance) => noteOn(acceptance, used.has(acceptance), now));
  return { findings: judged, notes };
}

const matches = (acceptance: Acceptance, { policy, urn }: Finding): boolean =>
  acceptance.policy === policy && matchesPattern(acceptance.resource, urn ?? '');

const isOpen = ({ until }: Acceptance, now: Instant): boolean => until === undefined || until >= now;

function isWithin({ maxUsd }: Acceptance, { charge }: Finding): boolean {
  if (maxUsd === undefined || charge === null) return true;
  return charge.usd?.max.lte(maxUsd) ?? false;
}

const accept = (finding: Finding, { reason, until }: Acceptance): Finding => ({
  ...finding,
  level: 'info',
  accepted: { reason: clean(reason), until: until ?? null },
});

const notAccepted = (finding: Finding, { maxUsd, reason }: Acceptance): Finding => ({
  ...finding,
  reason: `${finding.reason} It is above the ${maxUsd === undefined ? 'amount' : dollars(maxUsd)} accepted for "${clean(reason)}".`,
});

function noteOn(acceptance: Acceptance, isUsed: boolean, now: Instant): Finding[] {
  const { policy, resource, reason, until } = acceptance;
  const which = `The acceptance of ${policy} for ${clean(resource)} ("${clean(reason)}")`;
  if (until !== undefined && until < now) {
    return [
      note(
        'acceptance-ended',
        isUsed ? 'warn' : 'info',
        `${which} ended on ${isoDay(until)}`,
        'Its finding counts again.',
      ),
    ];
  }
  return isUsed
    ? []
    : [note('acceptance-unused', 'info', `${which} matches nothing`, 'Nothing in this plan needs it.')];
}

const note = (rule: string, level: 'warn' | 'info', headline: string, reason: string): Finding =>
  stackFinding(rule, level, {
    headline,
    reason,
    remedy: 'Renew it or remove it from credit-guard.yaml.',
    coverage: 'unknown',
  });
