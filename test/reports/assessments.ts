import { manualCredits, settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { assessTogether } from '../../src/core/assess';
import type { Assessment } from '../../src/core/assessment';
import { combine } from '../../src/core/credits/balance';
import { parseInstant } from '../../src/core/instant';
import { notice } from '../../src/core/notice';
import type { Plan } from '../../src/core/plan';
import { type RenderOptions, type Report, reportOf } from '../../src/reports';
import { aResource, prices, type ResourceSketch } from '../support/resources';

export interface AssessmentSketch {
  resources?: ResourceSketch[];
  before?: ResourceSketch[];
  config?: Config;
  /** URNs that a plan lists twice. */
  problems?: string[];
  outside?: Record<string, number>;
  external?: Record<string, number>;
  stack?: string;
  /** More stacks on the same credits. */
  others?: { stack: string; project?: string; resources: ResourceSketch[]; problems?: string[] }[];
}

const NOW = '2026-12-01T00:00:00Z';

/** One credit that covers everything. */
export const credit = (remaining: string, ends?: string) => ({
  description: 'Start-up credit',
  remaining,
  asOf: NOW,
  products: 'all' as const,
  ...(ends === undefined ? {} : { ends }),
});

/** A whole assessment from a few words: one NAT gateway and plenty of credit unless a test says otherwise. */
export function anAssessment(sketch: AssessmentSketch = {}): Assessment {
  const { resources = [{ type: 'aws:ec2/natGateway:NatGateway' }], before, problems = [] } = sketch;
  const config: Config = sketch.config ?? { credits: { manual: [credit('9000', '2027-03-31')] } };
  const settings = settingsOf(config);
  const plan: Plan = {
    stack: { organization: null, project: 'shop', name: sketch.stack ?? 'dev' },
    resources: resources.map(aResource),
    before: before?.map(aResource),
    external: new Map(Object.entries(sketch.external ?? {})),
    outside: new Map(Object.entries(sketch.outside ?? {})),
    stackConfiguration: {},
    problems: problemsOf(problems),
  };
  return assessTogether({
    plans: [plan, ...(sketch.others ?? []).map((other) => ofStack(plan, other))].map((one) => ({
      plan: one,
      settings,
    })),
    balance: combine({
      snapshot: undefined,
      accountPlan: undefined,
      manual: manualCredits(settings),
      manualSource: 'credit-guard.yaml (manual)',
    }),
    settings,
    prices,
    now: parseInstant(NOW) ?? 0,
  });
}

const problemsOf = (urns: readonly string[]) => urns.map((urn) => notice('listed-twice', 'warn', { urn }));

function ofStack(
  plan: Plan,
  { stack, project = 'shop', resources, problems = [] }: NonNullable<AssessmentSketch['others']>[number],
): Plan {
  return {
    ...plan,
    stack: { organization: null, project, name: stack },
    resources: resources.map(aResource).map((one) => ({
      ...one,
      urn: one.urn.replace(/^urn:pulumi:dev::shop::/, () => `urn:pulumi:${stack}::${project}::`),
    })),
    before: undefined,
    problems: problemsOf(problems),
  };
}

export const aReport = (sketch?: AssessmentSketch): Report => reportOf(anAssessment(sketch));

export const options: RenderOptions = {
  tool: { name: 'pulumi-credit-guard', version: '0.0.0-test' },
  homepage: undefined,
  projectFile: 'infra/Pulumi.yaml',
  width: 80,
  colour: false,
  verbose: false,
  all: false,
};
