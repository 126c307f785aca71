import type { EnforcementLevel, ReportViolation, Severity } from '@pulumi/policy';
import type { Finding } from '../src/core/findings/finding';
import { clean, messageOf } from '../src/core/findings/words';
import type { Level } from '../src/core/policies';

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

export function report(
  reportViolation: ReportViolation,
  { message, urn, level }: { message: string; urn?: string; level: Level },
): void {
  const violation: Violation = { message: clean(message, LONGEST) };
  if (urn !== undefined) violation.urn = urn;
  if (level !== 'block') violation.enforcementLevel = 'advisory';
  (reportViolation as unknown as (violation: Violation) => void)(violation);
}

/** One violation for each resource and policy, so that Pulumi's own exceptions match; its worst level counts. */
export function reportFindings(reportViolation: ReportViolation, findings: readonly Finding[], urn?: string): void {
  const told = findings.filter((finding) => finding.level !== 'info');
  const [first] = told;
  if (first === undefined) return;
  const level = told.some((finding) => finding.level === 'block') ? 'block' : 'warn';
  const wayOut = level === 'block' && urn !== undefined ? ' Or accept it in credit-guard.yaml.' : '';
  const message = `${told.map(messageOf).join(' · ')}${wayOut}`;
  report(reportViolation, { message, level, ...(urn === undefined ? {} : { urn }) });
}
