import { assess } from '../../core/assess';
import { pricedTypes, pricingOf } from '../../core/charges/services';
import type { JudgedResource } from '../../core/judge';
import { type UsageField, usageFields } from '../../reports/model/type-sheet';
import { Page } from '../../reports/terminal/page';
import { exampleOf, fieldTable } from '../../reports/terminal/type-sheet';
import { clean, counted } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { gather, type Sources } from '../gather';
import { type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

/** The usage fields of one type, as the owner may write them. */
interface TypeUsage {
  readonly type: string;
  /** Resources of the plan that are reckoned by one of the fields; undefined without a plan. */
  readonly resources?: number;
  readonly fields: readonly UsageField[];
}

/** Every figure that an owner may set under `usage:`, with its unit and what counts without it; with a plan, those it uses. */
export async function listUsage(
  plan: string | undefined,
  options: Sources & { readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const page = new Page(widthOf(io), wantsColour(io));
  const shown = plan === undefined ? allUsage() : usageIn(assess((await gather(plan, options, io)).input).resources);
  const lines = options.json ? [JSON.stringify(shown, null, 2)] : usagePage(shown, plan !== undefined, page);
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.fine;
}

const allUsage = (): readonly TypeUsage[] =>
  pricedTypes().flatMap((type) => {
    const fields = usageFields(pricingOf(type)?.usage ?? {});
    return fields.length === 0 ? [] : [{ type, fields }];
  });

/** The fields that the charges of a plan are reckoned by, by the types that its program writes. */
function usageIn(resources: readonly JudgedResource[]): readonly TypeUsage[] {
  const types = new Map<string, { priced: string; resources: number; used: Set<string> }>();
  for (const { resource, judged } of resources) {
    const used = judged.flatMap(({ charge }) => charge.usage);
    if (used.length === 0) continue;
    const type = clean(resource.writtenType ?? resource.type);
    const found = types.get(type) ?? { priced: resource.type, resources: 0, used: new Set<string>() };
    types.set(type, found);
    found.resources++;
    for (const field of used) found.used.add(field);
  }
  return [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, { priced, resources: count, used }]) => ({
      type,
      resources: count,
      fields: usageFields(pricingOf(priced)?.usage ?? {}).filter(({ field }) => used.has(field)),
    }));
}

function usagePage(types: readonly TypeUsage[], isOfPlan: boolean, page: Page): string[] {
  const [first] = types;
  if (first === undefined) return page.wrap('No charge of this plan is reckoned by a usage figure.');
  const lines = types.flatMap(({ type, resources, fields }) => [
    `${page.colours.bold(type)}${resources === undefined ? '' : page.dim(` · ${counted(resources, 'resource')}`)}`,
    ...fieldTable(fields, page),
    '',
  ]);
  const [field] = first.fields;
  return [
    ...lines,
    ...page.wrap(
      `${counted(types.length, 'type')}${isOfPlan ? ' of this plan' : ''}. The figures are what counts until you set your own in credit-guard.yaml:`,
    ),
    '  usage:',
    `    - { type: ${JSON.stringify(first.type)}, ${field?.field}: ${field === undefined ? 1 : exampleOf(field)} }`,
    ...page.wrap('name: and tag: choose some resources of a type.', 2),
    '',
    ...page.wrap(
      'A size may stand in place of figures: size: small is a tenth of the larger figure to all of it, medium 1 to 10 times as much (× 10), large 10 to 100 times, up to the limit that is shown. Without ×, a figure is the same for every load. For everything: usage: medium.',
    ),
  ];
}
