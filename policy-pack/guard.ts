import type { ReportViolation, ResourceValidationArgs, StackValidationArgs } from '@pulumi/policy';
import { assess, judgeResource } from '../src/core/assess';
import { rules } from '../src/core/coverage/rules';
import { applyAcceptances } from '../src/core/findings/acceptances';
import { byWeight } from '../src/core/findings/finding';
import { COMMITMENT_TYPES } from '../src/core/findings/resource-findings';
import type { Plan } from '../src/core/plan';
import { PlanIndex } from '../src/core/plan-index';
import { POLICIES, type PolicyName, type ResourcePolicyName, STACK_POLICY } from '../src/core/policies';
import { canonicalType, isAwsResource } from '../src/plan/canonical-type';
import { plannedFromInputs, plannedFromOutputs } from './planned';
import { Session } from './session';
import { report, reportFindings } from './violation';

const session = new Session(process.env);

/** The types that each policy has something to say about: all others return before any work is done. */
const typesOf = new Map<ResourcePolicyName, ReadonlySet<string>>(
  POLICIES.filter((name) => name !== STACK_POLICY).map((name) => [name, typesFor(name)]),
);

function typesFor(policy: ResourcePolicyName): ReadonlySet<string> {
  const own = rules.filter((rule) => rule.policy === policy).flatMap((rule) => rule.types);
  return new Set(policy === 'commitments-end-with-credits' ? COMMITMENT_TYPES : own);
}

/** What one resource policy has to say about one planned resource, before it is created. */
export function checkResource(
  policy: ResourcePolicyName,
  args: ResourceValidationArgs,
  reportViolation: ReportViolation,
): void {
  if (typesOf.get(policy)?.has(canonicalType(args.type)) !== true) return;
  guarded(policy, reportViolation, args.urn, () => {
    const { settings, balance } = session.workspaceFor(policy, args.getConfig());
    const resource = plannedFromInputs(args);
    const context = { prices: session.prices, overrides: settings.usage, index: new PlanIndex([resource]) };
    const { findings } = judgeResource(resource, context, { balance, settings, now: session.now }, settings);
    const own = applyAcceptances(
      findings.filter((finding) => finding.policy === policy),
      settings.accept,
      session.now,
    );
    reportFindings(reportViolation, [...own.findings].sort(byWeight), args.urn);
  });
}

/** The outlook of the whole plan, and what is wrong with the configuration: told once, here. */
export function checkStack(args: StackValidationArgs, reportViolation: ReportViolation): void {
  guarded(STACK_POLICY, reportViolation, undefined, () => {
    const workspace = session.workspaceFor(STACK_POLICY, args.getConfig());
    const { settings, balance } = workspace;
    for (const message of [...session.problems, ...workspace.problems]) {
      report(reportViolation, { message, level: settings.outlook.onUnknown === 'block' ? 'block' : 'warn' });
    }
    const assessment = assess({ plan: planOf(args), balance, settings, prices: session.prices, now: session.now });
    for (const finding of assessment.findings) {
      if (finding.policy === STACK_POLICY) reportFindings(reportViolation, [finding]);
    }
  });
}

function planOf({ resources }: StackValidationArgs): Plan {
  const { isPreview, stack } = session;
  // The engine keeps resources in a map of its own order: sorted, the same stack gives the same words.
  const planned = resources
    .filter((resource) => isAwsResource(resource.type))
    .map((resource) => plannedFromOutputs(resource, isPreview))
    .sort((a, b) => (a.urn < b.urn ? -1 : 1));
  return { stack, resources: planned, before: undefined, external: new Map(), outside: new Map(), problems: [] };
}

/** A fault of ours is one line, at the level the owner chose for what is not known. It never ends a preview. */
function guarded(
  policy: PolicyName,
  reportViolation: ReportViolation,
  urn: string | undefined,
  check: () => void,
): void {
  try {
    check();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Internal error in ${policy}: ${reason}. This was not checked; everything else was. Please report this line as a bug of pulumi-credit-guard.`;
    report(reportViolation, { message, level: levelOfFaults(policy), ...(urn === undefined ? {} : { urn }) });
  }
}

function levelOfFaults(policy: PolicyName): 'block' | 'warn' {
  try {
    const { settings } = session.workspaceFor(policy, {});
    const own = policy === STACK_POLICY ? settings.outlook : settings.policies[policy];
    return own.onUnknown === 'block' ? 'block' : 'warn';
  } catch {
    return 'warn';
  }
}
