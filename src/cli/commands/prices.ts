import { assess } from '../../core/assess';
import { pricedTypes, pricingOf } from '../../core/charges/services';
import { type Assumption, boundsOf, SIZES, type Size } from '../../core/charges/usage';
import type { JudgedResource } from '../../core/judge';
import { Page } from '../../reports/terminal/page';
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

interface UsageField {
  readonly field: string;
  readonly unit: string;
  /** What counts until the owner says it: two figures, or words for what the plan says. */
  readonly byDefault: Bounds | string;
  /** What the sizes stand for; null where the figure is the same for every load. */
  readonly sizes: Readonly<Record<Size, Bounds>> | null;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Every figure that an owner may set under `usage:`, with its unit and what counts without it; with a plan, those it uses. */
export async function prices(
  _list: 'usage',
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

function fieldOf([field, assumption]: readonly [string, Assumption]): UsageField {
  const { unit, min, max, planned } = assumption;
  const [small, medium, large] = SIZES.map((size) => boundsOf(assumption, size));
  const sizes = small === undefined || medium === undefined || large === undefined ? null : { small, medium, large };
  return { field, unit, byDefault: planned ?? { min, max }, sizes };
}

const allUsage = (): readonly TypeUsage[] =>
  pricedTypes().flatMap((type) => {
    const fields = Object.entries(pricingOf(type)?.usage ?? {}).map(fieldOf);
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
      fields: Object.entries(pricingOf(priced)?.usage ?? {})
        .filter(([field]) => used.has(field))
        .map(fieldOf),
    }));
}

function usagePage(types: readonly TypeUsage[], isOfPlan: boolean, page: Page): string[] {
  const [first] = types;
  if (first === undefined) return page.wrap('No charge of this plan is reckoned by a usage figure.');
  const lines = types.flatMap(({ type, resources, fields }) => [
    `${page.colours.bold(type)}${resources === undefined ? '' : page.dim(` · ${counted(resources, 'resource')}`)}`,
    ...page.table(
      fields.map((one) => [one.field, defaultWords(one.byDefault), growthWords(one), one.unit]),
      { indent: 2, last: 'wrap' },
    ),
    '',
  ]);
  const [field] = first.fields;
  return [
    ...lines,
    ...page.wrap(
      `${counted(types.length, 'type')}${isOfPlan ? ' of this plan' : ''}. The figures are what counts until you set your own in credit-guard.yaml:`,
    ),
    '  usage:',
    `    - { type: ${JSON.stringify(first.type)}, ${field?.field}: ${exampleOf(field)} }`,
    ...page.wrap('name: and tag: choose some resources of a type.', 2),
    '',
    ...page.wrap(
      'A size may stand in place of figures: size: small is a tenth of the larger figure to all of it, medium 1 to 10 times as much (× 10), large 10 to 100 times, up to the limit that is shown. Without ×, a figure is the same for every load. For everything: usage: medium.',
    ),
  ];
}

/** How much more a larger load uses. */
const growthWords = ({ byDefault, sizes }: UsageField): string => {
  if (sizes === null || typeof byDefault === 'string') return '';
  return sizes.large.max < byDefault.max * 100 ? `× 10, to ${sizes.large.max}` : '× 10';
};

const defaultWords = (byDefault: UsageField['byDefault']): string =>
  typeof byDefault === 'string'
    ? byDefault
    : byDefault.min === byDefault.max
      ? String(byDefault.min)
      : `${byDefault.min} to ${byDefault.max}`;

const exampleOf = (field: UsageField | undefined): number =>
  field === undefined || typeof field.byDefault === 'string' ? 1 : field.byDefault.max;
