import { projectFile } from '../adapters/project-file';
import { assess } from '../core/assess';
import { suppose } from '../core/what-if';
import { comparisonOf } from '../reports/model/what-if';
import { type Told, whatIfJson, whatIfText } from '../reports/what-if';
import type { CheckOptions } from './commands/check';
import { type ExitCode, exitCodeFor } from './exit-codes';
import { gather, plansNamed } from './gather';
import { InputError, type Io, write } from './io';
import { idleProperties, similarName, suppositionsOf } from './suppositions';
import { progress, wantsColour, widthOf } from './terminal';

export interface WhatIfOptions extends CheckOptions {
  readonly whatIf?: readonly string[];
  readonly without?: readonly string[];
}

/** The plan beside what it would be. Writes no file: a report of a plan that nobody has would read as one of this plan. */
export async function whatIf(plans: readonly string[], options: WhatIfOptions, io: Io): Promise<ExitCode> {
  const { format, report = [], failOn } = options;
  if (format !== 'text' && format !== 'json')
    throw new InputError([`--what-if is printed as text or json, not as ${format}`]);
  if (report.length > 0) throw new InputError(['--what-if writes no reports: leave --report out, or the suppositions']);
  const [plan, ...others] = await plansNamed(plans, io);
  if (others.length > 0) throw new InputError(['--what-if compares one plan: name one file']);
  const { input } = await gather(plan, options, io);
  const wanted = suppositionsOf({ whatIf: options.whatIf ?? [], without: options.without ?? [] }, input.plan);
  const { plan: hypothetical, supposed } = suppose(input.plan, wanted);
  const done = progress(io, `Judging ${input.plan.resources.length} resources twice …`);
  const [asPlanned, then] = [assess(input), assess({ ...input, plan: hypothetical })];
  done();
  const reasons = new Map(
    then.resources.flatMap(({ resource, status }) =>
      status.state === 'unpriced' ? [[resource.urn, status.because] as const] : [],
    ),
  );
  const told = supposed.map(
    ({ supposition, resource, asked }): Told => ({
      supposition,
      type: resource.writtenType ?? resource.type,
      name: resource.name,
      idle: idleProperties(supposition, resource, asked),
      similar: supposition.kind === 'add' ? similarName(resource, input.plan) : undefined,
      unpriced: reasons.get(resource.urn),
    }),
  );
  const comparison = comparisonOf(asPlanned, then);
  const print = format === 'json' ? whatIfJson : whatIfText;
  const rendering = {
    tool: io.tool,
    homepage: io.homepage,
    projectFile: projectFile(io.cwd),
    width: widthOf(io),
    colour: wantsColour(io),
    verbose: options.verbose,
    all: options.all,
  };
  await write(io.stdout, print(told, comparison, rendering));
  return exitCodeFor(then.findings, failOn);
}
