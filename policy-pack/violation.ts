import type { EnforcementLevel, ReportViolation, Severity } from '@pulumi/policy/policy';
import type { Finding } from '../src/core/findings/finding';
import type { Instant } from '../src/core/instant';
import type { Level } from '../src/core/policy-names';

/**
 * The SDK takes a violation as an object too, which its types do not show. A level may be given there; without one the
 * level that the owner configured holds, so `block` never raises what somebody turned down.
 */
interface Violation {
  message: string;
  urn?: string;
  enforcementLevel?: EnforcementLevel;
  severity?: Severity;
}

/** The engine passes at most 4 MiB in one answer, and nobody reads more than this. */
const LONGEST = 2_000;

/** Reports one message, whose lines are clean. What only warns is no severe matter, whatever the policy is about. */
export function report(
  reportViolation: ReportViolation,
  { message, urn, level }: { message: string; urn?: string; level: Level },
): void {
  const violation: Violation = { message: message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}…` : message };
  if (urn !== undefined) violation.urn = urn;
  if (level !== 'block') {
    violation.enforcementLevel = 'advisory';
    violation.severity = 'low';
  }
  (reportViolation as unknown as (violation: Violation) => void)(violation);
}

/** Most resources have nothing to report: the words are loaded for the first that has, or while nobody waits. */
export async function loadWords() {
  const [{ violationText }, { homepage }] = await Promise.all([
    import('../src/words/violation.js'),
    import('../src/adapters/tool.js'),
  ]);
  return (findings: readonly Finding[], now: Instant) => violationText(findings, now, homepage());
}

/** One violation for each resource and policy, so that Pulumi's own exceptions match; its worst level counts. */
export async function reportFindings(
  reportViolation: ReportViolation,
  findings: readonly Finding[],
  now: Instant,
  urn?: string,
): Promise<void> {
  const told = findings.filter((finding) => finding.level !== 'info');
  if (told.length === 0) return;
  const textOf = await loadWords();
  const level = told.some((finding) => finding.level === 'block') ? 'block' : 'warn';
  report(reportViolation, { message: textOf(told, now), level, ...(urn === undefined ? {} : { urn }) });
}
