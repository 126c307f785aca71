import { larger, type Range } from '../../money';
import type { PlannedResource } from '../../plan';
import { known, type Maybe } from '../../reading';
import { asRange, fromTo, type Metering, type Quantity } from '../service';

const TARGET = 'aws:appautoscaling/target:Target';

/**
 * Between what a resource asks for and what Application Auto Scaling may make of it: a target raises the number to its
 * least at once, and may take it to its most. `dimension` is AWS's word, such as `ecs:service:DesiredCount`.
 */
export function scaled(metering: Metering, dimension: string, own: Quantity, resource = metering.resource): Quantity {
  const target = targetOf(metering, dimension, resource);
  if (target === undefined) return own;
  const bounds = asRange(fromTo(target.properties.quantity('minCapacity'), target.properties.quantity('maxCapacity')));
  const asked = asRange(own);
  if (bounds.state !== 'known' || asked.state !== 'known') return bounds;
  return atLeast(asked.value, bounds.value);
}

const atLeast = (asked: Range, bounds: Range): Maybe<Range> =>
  known({ min: larger(asked.min, bounds.min), max: larger(asked.max, bounds.max) });

/** The target that scales a resource: the engine says so, or its id has the resource's name in it. */
function targetOf(metering: Metering, dimension: string, resource: PlannedResource): PlannedResource | undefined {
  const isMeant = ({ properties }: PlannedResource) => {
    const kind = properties.text('scalableDimension');
    return kind.state !== 'known' || kind.value === dimension;
  };
  const named = targetsByName(metering.others(TARGET)).get(nameOf(resource)) ?? [];
  return metering.pointingTo(TARGET, resource).find(isMeant) ?? named.find(isMeant);
}

const names = new WeakMap<readonly PlannedResource[], ReadonlyMap<string, readonly PlannedResource[]>>();

/** Targets by each part of the ids that they scale: `service/cluster/name`. Built once for a plan. */
function targetsByName(targets: readonly PlannedResource[]): ReadonlyMap<string, readonly PlannedResource[]> {
  const known = names.get(targets);
  if (known !== undefined) return known;
  const found = new Map<string, PlannedResource[]>();
  for (const target of targets) {
    const id = target.properties.text('resourceId');
    for (const part of id.state === 'known' ? new Set(id.value.split('/')) : []) {
      const same = found.get(part) ?? [];
      found.set(part, same);
      same.push(target);
    }
  }
  names.set(targets, found);
  return found;
}

/** Without a name of its own a resource is named after the program's name for it. */
function nameOf(resource: PlannedResource): string {
  const name = resource.properties.text('name');
  return name.state === 'known' ? name.value : resource.name;
}
