import { larger, type Range } from '../../money';
import type { PlannedResource } from '../../plan';
import { known, type Maybe } from '../../reading';
import { asRange, type Bill, fromTo, type Quantity } from '../service';

const TARGET = 'aws:appautoscaling/target:Target';

/**
 * Between what a resource asks for and what Application Auto Scaling may make of it: a target raises the number to its
 * least at once, and may take it to its most. `dimension` is AWS's word, such as `ecs:service:DesiredCount`.
 */
export function scaled(bill: Bill, dimension: string, own: Quantity, resource = bill.resource): Quantity {
  const target = targetOf(bill, dimension, resource);
  if (target === undefined) return own;
  const bounds = asRange(fromTo(target.properties.quantity('minCapacity'), target.properties.quantity('maxCapacity')));
  const asked = asRange(own);
  if (bounds.state !== 'known' || asked.state !== 'known') return bounds;
  return atLeast(asked.value, bounds.value);
}

const atLeast = (asked: Range, bounds: Range): Maybe<Range> =>
  known({ min: larger(asked.min, bounds.min), max: larger(asked.max, bounds.max) });

/** The target that scales a resource: the engine says so, or its id ends with the resource's name. */
function targetOf(bill: Bill, dimension: string, resource: PlannedResource): PlannedResource | undefined {
  return bill.others(TARGET).find((target) => {
    const kind = target.properties.text('scalableDimension');
    if (kind.state === 'known' && kind.value !== dimension) return false;
    const urns = Object.values(target.propertyDependencies).flat();
    if (urns.includes(resource.urn)) return true;
    const id = target.properties.text('resourceId');
    return id.state === 'known' && id.value.split('/').includes(nameOf(resource));
  });
}

/** Without a name of its own a resource is named after the program's name for it. */
function nameOf(resource: PlannedResource): string {
  const name = resource.properties.text('name');
  return name.state === 'known' ? name.value : resource.name;
}
