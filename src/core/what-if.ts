import { ChangedProperties, type PropertyChange } from './changed-properties';
import type { Plan, PlannedResource } from './plan';
import { Properties } from './properties';
import { absent, type Reading } from './reading';

/** What somebody supposes of a plan. */
export type Supposition =
  | { readonly kind: 'change'; readonly urn: string; readonly changes: readonly PropertyChange[] }
  | { readonly kind: 'add'; readonly type: string; readonly name: string; readonly changes: readonly PropertyChange[] }
  | { readonly kind: 'remove'; readonly urn: string };

/** A supposition with the resource that it is of, as it would be or as it was. */
export interface Supposed {
  readonly supposition: Supposition;
  readonly resource: PlannedResource;
  /** The properties that whoever judged the resource has looked at: complete once the plan is assessed. */
  readonly asked: ReadonlySet<string>;
}

/** The plan as it would be. Each supposition builds on those before it; one of a resource that is not there is left out. */
export function suppose(plan: Plan, suppositions: readonly Supposition[]): { plan: Plan; supposed: Supposed[] } {
  const resources = new Map(plan.resources.map((resource) => [resource.urn, resource]));
  const supposed = suppositions.flatMap((supposition): Supposed[] => {
    const urn = supposition.kind === 'add' ? urnOf(supposition, plan) : supposition.urn;
    const before = resources.get(urn);
    const asked = new Set<string>();
    if (supposition.kind === 'remove') {
      resources.delete(urn);
      return before === undefined ? [] : [{ supposition, resource: before, asked }];
    }
    const after =
      before !== undefined
        ? changed(before, supposition.changes, asked)
        : supposition.kind === 'add'
          ? added(supposition, plan, asked)
          : undefined;
    if (after === undefined) return [];
    resources.set(urn, after);
    return [{ supposition, resource: after, asked }];
  });
  const inOrder = [...resources.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));
  return { plan: { ...plan, resources: inOrder }, supposed };
}

const changed = (
  resource: PlannedResource,
  changes: readonly PropertyChange[],
  asked: Set<string>,
): PlannedResource => ({
  ...resource,
  properties: new ChangedProperties(resource.properties, changes, asked),
  region: regionOf(changes) ?? resource.region,
  change: resource.change === 'same' ? 'update' : resource.change,
});

type Addition = Extract<Supposition, { kind: 'add' }>;

/** As the engine would call it. */
const urnOf = ({ type, name }: Pick<Addition, 'type' | 'name'>, { stack }: Plan): string =>
  `urn:pulumi:${stack.name ?? 'stack'}::${stack.project ?? 'project'}::${type}::${name}`;

function added({ type, name, changes }: Addition, plan: Plan, asked: Set<string>): PlannedResource {
  return {
    type,
    name,
    urn: urnOf({ type, name }, plan),
    properties: new ChangedProperties(new Properties({}), changes, asked),
    region: regionOf(changes) ?? usualRegion(plan),
    existing: false,
    change: plan.before === undefined ? undefined : 'create',
    propertyDependencies: {},
  };
}

/** A region that is set on the resource itself: the provider's seventh version has the property on every type. */
function regionOf(changes: readonly PropertyChange[]): Reading<string> | undefined {
  const change = changes.findLast(({ path }) => path === 'region');
  return change === undefined ? undefined : new Properties({ region: change.value }).text('region');
}

/** The one that all other resources are in; where they differ nobody has said. */
function usualRegion({ resources }: Plan): Reading<string> {
  const [first, ...others] = resources.map(({ region }) => region).filter(({ state }) => state === 'known');
  const isOne = others.every(
    (other) => other.state === 'known' && first?.state === 'known' && other.value === first.value,
  );
  return first !== undefined && isOne ? first : absent;
}
