import type { PolicyResource, ReportViolation, ResourceValidationArgs, StackValidationArgs } from '@pulumi/policy';
import { configuredReports, writeReports } from '../src/adapters/report-files';
import type { Workspace } from '../src/adapters/workspace';
import { assess, judgeResource } from '../src/core/assess';
import { rules } from '../src/core/coverage/rules';
import { applyAcceptances } from '../src/core/findings/acceptances';
import { byWeight, type Finding } from '../src/core/findings/finding';
import { COMMITMENT_TYPES } from '../src/core/findings/resource-findings';
import { atMost } from '../src/core/findings/words';
import type { Notice } from '../src/core/notice';
import type { Plan } from '../src/core/plan';
import { PlanIndex } from '../src/core/plan-index';
import { POLICIES, type PolicyName, type ResourcePolicyName, STACK_POLICY } from '../src/core/policies';
import { isRead } from '../src/plan/aws-terms';
import { untargeted } from '../src/plan/resource';
import { unseen } from '../src/plan/unseen';
import { wordsOf } from '../src/words/notices';
import { canAnswer, hasNoProperty, plannedFromInputs, plannedFromOutputs, typeOf } from './planned';
import { Session } from './session';
import { report, reportFindings } from './violation';

const session = new Session(process.env);

/** The engine takes at most 4 MiB in one answer, and a preview that says more than this is not read. */
const MOST_LINES = 20;

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
): Promise<void> | void {
  const hasNone = hasNoProperty(args.props);
  if (hasNone) session.leftOut.add(args.urn);
  if (typesOf.get(policy)?.has(typeOf(args)) !== true) return;
  // An Organization may really have no property at all, and its harm is for ever: that is told, and blocks nothing.
  if (hasNone && policy !== 'keep-free-plan-credits') return;
  return guarded({ policy, config: args.getConfig(), urn: args.urn }, reportViolation, async () => {
    const { settings, balance } = await session.workspaceFor(policy, args.getConfig());
    const resource = plannedFromInputs(args);
    const context = { prices: session.prices, overrides: settings.usage, index: new PlanIndex([resource]) };
    const judged = judgeResource(resource, context, { balance, settings, now: session.now }, settings);
    const own = judged.findings.filter((finding) => finding.policy === policy);
    const told = applyAcceptances(own, settings.accept, session.now).findings;
    const findings = told.map((one): Finding => (hasNone && one.level === 'block' ? { ...one, level: 'warn' } : one));
    reportFindings(reportViolation, findings.sort(byWeight), args.urn);
  });
}

/** The outlook of the whole plan, and what is wrong with the configuration: told once, here. */
export async function checkStack(args: StackValidationArgs, reportViolation: ReportViolation): Promise<void> {
  await guarded({ policy: STACK_POLICY, config: args.getConfig() }, reportViolation, async () => {
    const workspace = await session.workspaceFor(STACK_POLICY, args.getConfig());
    const { settings, balance } = workspace;
    const plan = planOf(args, untargeted(args.resources.filter(isLeftOut).length));
    const assessment = assess({ plan, balance, settings, prices: session.prices, now: session.now });
    const { problems } = await writeReports(assessment, configuredReports(workspace.config, workspace.file));
    const onUnknown = settings.outlook.onUnknown === 'block' ? 'block' : 'warn';
    const unknown = [
      ...session.problems,
      ...refusalOf(workspace),
      ...workspace.problems,
      ...assessment.problems.filter(({ level }) => level !== 'info').map(wordsOf),
      ...problems,
    ];
    // Worth a line, and nothing that is not known.
    const notes = assessment.problems.filter(({ level }) => level === 'info').map(wordsOf);
    for (const message of atMost(unknown, MOST_LINES)) report(reportViolation, { message, level: onUnknown });
    for (const message of atMost(notes, MOST_LINES)) report(reportViolation, { message, level: 'warn' });
    for (const finding of assessment.findings) {
      if (finding.policy === STACK_POLICY) reportFindings(reportViolation, [finding]);
    }
  });
}

/** A preview goes on beside a mistake in the file: that its limits and exceptions are not in force must be said. */
const refusalOf = ({ isRefused, file }: Workspace): string[] =>
  isRefused ? [`${file} has a mistake, so nothing in it holds: no credits, no limits, no exceptions.`] : [];

const isLeftOut = (resource: PolicyResource): boolean =>
  isRead(resource.type) && session.leftOut.has(resource.urn) && hasNoProperty(resource.props) && canAnswer(resource);

function planOf({ resources }: StackValidationArgs, notes: readonly Notice[]): Plan {
  const { isPreview, stack } = session;
  // The engine keeps resources in a map of its own order: sorted, the same stack gives the same words.
  const planned = resources
    .filter((resource) => isRead(resource.type) && !isLeftOut(resource))
    .map((resource) => plannedFromOutputs(resource, isPreview))
    .sort((a, b) => (a.urn < b.urn ? -1 : 1));
  return {
    stack,
    resources: planned,
    before: undefined,
    external: new Map(),
    outside: new Map(),
    stackConfiguration: {},
    problems: [...unseen(resources.map(({ type }) => type)), ...notes],
  };
}

/** Which policy is asked, with what configuration of its own, about which resource: none for the whole stack. */
interface Asked {
  readonly policy: PolicyName;
  readonly config: Record<string, unknown>;
  readonly urn?: string;
}

/** A fault of ours is one line, at the level the owner chose for what is not known. It never ends a preview. */
async function guarded(asked: Asked, reportViolation: ReportViolation, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    const { policy, urn } = asked;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Internal error in ${policy}: ${reason}. This was not checked; everything else was. Please report this line as a bug of pulumi-credit-guard.`;
    report(reportViolation, { message, level: await levelOfFaults(asked), ...(urn === undefined ? {} : { urn }) });
  }
}

async function levelOfFaults({ policy, config }: Asked): Promise<'block' | 'warn'> {
  try {
    const { settings } = await session.workspaceFor(policy, config);
    const own = policy === STACK_POLICY ? settings.outlook : settings.policies[policy];
    return own.onUnknown === 'block' ? 'block' : 'warn';
  } catch {
    return 'warn';
  }
}
