import type {
  PolicyResource,
  ReportViolation,
  ResourceValidationArgs,
  StackValidationArgs,
} from '@pulumi/policy/policy';
import { configuredInputs, configuredReports, writeReports } from '../src/adapters/report-files';
import type { Workspace } from '../src/adapters/workspace';
import { assess } from '../src/core/assess';
import { Discounts } from '../src/core/charges/discounts';
import { Terms } from '../src/core/coverage/coverage';
import { actsOnEmpty, typesOf } from '../src/core/coverage/rules';
import { Acceptances } from '../src/core/findings/acceptances';
import { byWeight, type Finding } from '../src/core/findings/finding';
import { judgeResource, mayHaveFindings } from '../src/core/judge';
import { type Notice, type NoticeCode, notice } from '../src/core/notice';
import type { Plan } from '../src/core/plan';
import { PlanIndex } from '../src/core/plan-index';
import { type PolicyName, RESOURCE_POLICIES, type ResourcePolicyName, STACK_POLICY } from '../src/core/policy-names';
import { Properties } from '../src/core/properties';
import { isJudged } from '../src/pulumi/aws-terms';
import { besideAws, isOwn, type Listed } from '../src/pulumi/beside-aws';
import { inAssumedRegion, withAssumedRegion } from '../src/pulumi/region';
import { untargeted } from '../src/pulumi/resource';
import { wordsOf } from '../src/words/notices';
import { atMost, clean } from '../src/words/text';
import { canAnswer, hasNoProperty, plannedFromInputs, plannedStack, typeOf } from './planned';
import { rehearse as rehearseWith } from './rehearsal';
import { Session } from './session';
import { loadWords, report, reportFindings } from './violation';

const session = new Session(process.env);

/** The engine takes at most 4 MiB in one answer, and a preview that says more than this is not read. */
const MOST_LINES = 20;

/** The types that each policy has something to say about: all others return before any work is done. */
const readTypes = new Map<ResourcePolicyName, ReadonlySet<string>>(
  RESOURCE_POLICIES.map((name) => [name, typesOf(name)]),
);

/** Nobody waits for it, and what goes wrong in it goes wrong again where it is said. */
export async function rehearse(): Promise<void> {
  try {
    rehearseWith(session.prices, session.now);
    await loadWords();
  } catch {
    // See above.
  }
}

/** What one resource policy has to say about one planned resource, before it is created. */
export function checkResource(
  policy: ResourcePolicyName,
  args: ResourceValidationArgs,
  reportViolation: ReportViolation,
): Promise<void> | void {
  const hasNone = hasNoProperty(args.props);
  if (hasNone) session.leftOut.add(args.urn);
  const type = typeOf(args);
  if (readTypes.get(policy)?.has(type) !== true) return;
  // An Organization may really have no property at all, and its harm cannot be undone: that is reported, and blocks nothing.
  if (hasNone && !actsOnEmpty(policy, type)) return;
  return guarded({ policy, config: args.getConfig(), urn: args.urn }, reportViolation, async () => {
    const workspace = await session.workspaceFor(policy, args.getConfig());
    const { settings } = workspace;
    const { terms, acceptances, discounts } = heldAgainst(workspace);
    const resource = inAssumedRegion(plannedFromInputs(args), session.assumeRegion);
    const context = {
      prices: workspace.prices,
      overrides: settings.usage,
      discounts,
      confirmed: workspace.confirmed,
      index: new PlanIndex([resource]),
      now: session.now,
      terms,
      settings,
    };
    if (!mayHaveFindings(resource, context)) return;
    const own = judgeResource(resource, context).findings.filter((one) => one.policy === policy);
    const findings = own
      .map((finding) => acceptances.apply(finding))
      .map((one): Finding => (hasNone && one.level === 'block' ? { ...one, level: 'warn' } : one));
    await reportFindings(reportViolation, findings.sort(byWeight), session.now, args.urn);
  });
}

/** What every resource of a policy is held against: made once, not for each of thousands. */
interface HeldAgainst {
  readonly terms: Terms;
  readonly acceptances: Acceptances;
  readonly discounts: Discounts;
}

const held = new WeakMap<Workspace, HeldAgainst>();

function heldAgainst(workspace: Workspace) {
  let found = held.get(workspace);
  if (found === undefined) {
    const { settings, balance } = workspace;
    found = {
      terms: new Terms(balance, settings, session.now),
      acceptances: new Acceptances(settings.accept, session.now),
      discounts: new Discounts(settings.discounts),
    };
    held.set(workspace, found);
  }
  return found;
}

/** The outlook of the whole plan, and what is wrong with the configuration: said once, here. */
export async function checkStack(args: StackValidationArgs, reportViolation: ReportViolation): Promise<void> {
  await guarded({ policy: STACK_POLICY, config: args.getConfig() }, reportViolation, async () => {
    const workspace = await session.workspaceFor(STACK_POLICY, args.getConfig());
    const { settings, balance, confirmed, prices } = workspace;
    const plan = planOf(args, untargeted(args.resources.filter(isLeftOut).length));
    const assessment = assess({
      plan,
      balance,
      settings,
      prices,
      confirmed,
      now: session.now,
      clock: session.clock,
    });
    const { problems } = await writeReports(
      assessment,
      configuredReports(workspace.config, workspace.file),
      configuredInputs(workspace.config, workspace.file),
      session.folder,
    );
    if (!session.isConfigurationRead) {
      const unread = notice('stack-config-unread', settings.outlook.onInvalidConfig, {});
      report(reportViolation, { message: clean(wordsOf(unread)), level: unread.level });
    }
    const { refusal } = workspace;
    if (refusal !== undefined) {
      report(reportViolation, { message: clean(wordsOf(refusal)), level: refusal.level });
      const { removeReports } = await import('../src/adapters/stale-reports.js');
      removeReports([], [], { named: workspace.file, from: '/' });
    }
    const onUnknown = settings.outlook.onUnknown === 'block' ? 'block' : 'warn';
    const inDoubt = [
      ...session.problems,
      ...workspace.problems,
      ...assessment.notes.filter(({ level }) => level !== 'info'),
      ...problems,
    ].map(wordsOf);
    const notes = assessment.notes.filter((one) => isWorthALine(one, plan)).map(wordsOf);
    for (const line of atMost(inDoubt, MOST_LINES)) report(reportViolation, { message: clean(line), level: onUnknown });
    for (const line of atMost(notes, MOST_LINES)) report(reportViolation, { message: clean(line), level: 'warn' });
    for (const finding of assessment.findings) {
      if (finding.policy === STACK_POLICY) await reportFindings(reportViolation, [finding], session.now);
      else if (isSeenHereOnly(finding)) {
        await reportFindings(reportViolation, [finding], session.now, finding.urn ?? undefined);
      }
    }
  });
}

/**
 * Only the outputs of a preview tell that a resource is new or replaced: its own policy, which sees inputs, has let an
 * exception for what exists apply to it.
 */
const isSeenHereOnly = ({ refused }: Finding): boolean => refused !== null && refused.maxUsd === undefined;

/** A preview is read in passing: beside what the plan itself has to say, no line that only explains a figure. */
const TOLD_IN_PREVIEW: ReadonlySet<NoticeCode> = new Set([
  'charges-begin',
  'exceptions-used',
  'burn-zero',
  'burn-below-plan',
  'burn-product-unknown',
  'credits-of-other-accounts',
]);

/** True of nearly every stack that it can be true of. */
const ONLY_IN_REPORTS: ReadonlySet<NoticeCode> = new Set(['region-assumed', 'images-unseen']);

function isWorthALine(one: Notice, { problems }: Plan): boolean {
  if (one.level !== 'info') return false;
  const isHidden = one.code === 'not-checked' && one.args.row.hidesResources === true;
  // What this run has spent; what an earlier one has read stands in the reports.
  const isPaid = one.code === 'burn-of-bill' && one.args.calls > 0;
  return (
    isHidden || isPaid || (problems.includes(one) && !ONLY_IN_REPORTS.has(one.code)) || TOLD_IN_PREVIEW.has(one.code)
  );
}

const isLeftOut = (resource: PolicyResource): boolean =>
  isJudged(resource.type) && session.leftOut.has(resource.urn) && hasNoProperty(resource.props) && canAnswer(resource);

function planOf({ resources }: StackValidationArgs, notes: readonly Notice[]): Plan {
  const { isPreview, stack } = session;
  // The engine keeps resources in a map of its own order: sorted, the same stack gives the same words.
  const billed = resources.filter((resource) => isOwn(listed(resource)) && !isLeftOut(resource));
  const { outside, problems } = besideAws(resources.map(listed));
  const plan: Plan = {
    stack,
    resources: plannedStack(billed, isPreview).sort((a, b) => (a.urn < b.urn ? -1 : 1)),
    before: undefined,
    external: new Map(),
    outside,
    stackConfiguration: {},
    problems: [...problems, ...notes],
  };
  return withAssumedRegion(plan, session.assumeRegion);
}

/** The engine does not send what a stack only reads, and names no provider for what groups others. */
const listed = ({ type, props, provider }: PolicyResource): Listed => ({
  type,
  isComponent: provider === undefined && !isJudged(type),
  properties: () => new Properties(props),
});

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
    report(reportViolation, {
      message: clean(message, 1_000),
      level: await levelOfFaults(asked),
      ...(urn === undefined ? {} : { urn }),
    });
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
