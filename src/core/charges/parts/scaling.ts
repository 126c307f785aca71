import { larger, type Range } from '../../money';
import type { PlannedResource } from '../../plan';
import { known, type Maybe, type Reading } from '../../reading';
import type { Charge } from '../charge';
import { asRange, fromTo, type Metering, type Quantity } from '../service';
import { type Assumption, asPlanned } from '../usage';

const TARGET = 'aws:appautoscaling/target:Target';

/** What a target scales, where it is not the whole resource: the last part of its id, such as a variant or an index. */
interface Part {
  readonly resource?: PlannedResource;
  readonly part?: string | undefined;
}

/**
 * Between what a resource asks for and what Application Auto Scaling may make of it: a target raises the number to its
 * least at once, and may take it to its most. `dimension` is AWS's word, such as `ecs:service:DesiredCount`.
 */
export function scaled(metering: Metering, dimension: string, own: Quantity, of: Part = {}): Quantity {
  const bounds = targetBounds(metering, dimension, of);
  if (bounds === undefined) return own;
  const asked = asRange(own);
  if (bounds.state !== 'known' || asked.state !== 'known') return bounds;
  return atLeast(asked.value, bounds.value);
}

/** The least and the most of the target that scales a resource; undefined when no target in the plan does. */
export function targetBounds(metering: Metering, dimension: string, of: Part = {}): Maybe<Range> | undefined {
  const target = targetOf(metering, dimension, of);
  if (target === undefined) return undefined;
  return asRange(fromTo(target.properties.quantity('minCapacity'), target.properties.quantity('maxCapacity')));
}

const atLeast = (asked: Range, bounds: Range): Maybe<Range> =>
  known({ min: larger(asked.min, bounds.min), max: larger(asked.max, bounds.max) });

/** The target that scales a resource: the engine says so, or its id has the resource's name in it. */
function targetOf(
  metering: Metering,
  dimension: string,
  { resource = metering.resource, part }: Part,
): PlannedResource | undefined {
  const isMeant = ({ properties }: PlannedResource) => {
    const kind = properties.text('scalableDimension');
    if (kind.state === 'known' && kind.value !== dimension) return false;
    const id = properties.text('resourceId');
    return part === undefined || id.state !== 'known' || partsOf(id.value).at(-1) === part;
  };
  const byName = targetsByName(metering.others(TARGET));
  const named = byName.get(nameOf(resource)) ?? [];
  return metering.pointingTo(TARGET, resource).find(isMeant) ?? named.find(isMeant);
}

const names = new WeakMap<readonly PlannedResource[], ReadonlyMap<string, readonly PlannedResource[]>>();

/** `service/cluster/name`, `cluster:name`, `function:name:alias`. */
const partsOf = (id: string): readonly string[] => id.split(/[/:]/);

/** Targets by each part of the ids that they scale. Built once for a plan. */
function targetsByName(targets: readonly PlannedResource[]): ReadonlyMap<string, readonly PlannedResource[]> {
  const known = names.get(targets);
  if (known !== undefined) return known;
  const found = new Map<string, PlannedResource[]>();
  for (const target of targets) {
    const id = target.properties.text('resourceId');
    for (const part of id.state === 'known' ? new Set(partsOf(id.value)) : []) {
      const same = found.get(part) ?? [];
      found.set(part, same);
      same.push(target);
    }
  }
  names.set(targets, found);
  return found;
}

/** The property that names a resource, where it is another one than `name`. */
const NAMES = new Map([
  ['aws:rds/cluster:Cluster', 'clusterIdentifier'],
  ['aws:elasticache/replicationGroup:ReplicationGroup', 'replicationGroupId'],
]);

/** Without a name of its own a resource is named after the program's name for it. */
function nameOf(resource: PlannedResource): string {
  const name = resource.properties.text(NAMES.get(resource.type) ?? 'name');
  return name.state === 'known' ? name.value : resource.name;
}

type AverageSize = 'averageSize';

/** What decides the size of a group before the plan does: `averageSize('machines')`. */
export const averageSize = (unit: string): Record<AverageSize, Assumption> => ({
  averageSize: asPlanned(`${unit} on average`, 'the size in the plan'),
});

/** How many there are of something, and how many there may be where nothing in the plan makes it grow. */
export interface GroupSize {
  readonly count: Quantity;
  readonly most?: Quantity | undefined;
}

/** The charges of a group at the size that counts; each knows what it is at the largest size. */
export function groupCharges(
  metering: Metering<AverageSize>,
  size: GroupSize,
  chargesOf: (count: Quantity) => Charge[],
): Charge[] {
  const owned = metering.figure('averageSize');
  const charges = chargesOf(owned.assumed ? size.count : owned.range);
  const grown = owned.assumed && size.most !== undefined ? chargesOf(size.most) : [];
  return charges.map((charge, at) => {
    const most = grown[at]?.usd;
    const usage = [...charge.usage, 'averageSize'];
    return most?.state === 'known' ? { ...charge, usage, usdAtMost: most.value.max } : { ...charge, usage };
  });
}

/**
 * A group that starts with a size of its own, or its least one. Only what scales it makes the largest size part of the
 * estimate; a person may always change it.
 */
export function groupSize(
  desired: Reading<number>,
  least: Reading<number>,
  largest: Reading<number>,
  isScaled: boolean,
): GroupSize {
  const start = desired.state === 'absent' ? least : desired;
  if (start.state === 'unknown') return { count: fromTo(least, largest) };
  if (isScaled) return { count: fromTo(start, largest) };
  return { count: start, most: largest };
}

/** Policies and schedules of EC2 Auto Scaling that change the size of a group. */
export function scalesGroup(metering: Metering): boolean {
  const name = metering.properties.text('name');
  return ['aws:autoscaling/policy:Policy', 'aws:autoscaling/schedule:Schedule'].some(
    (type) =>
      metering.pointingTo(type).length > 0 ||
      (name.state === 'known' && metering.plan.naming(type, 'autoscalingGroupName', name.value).length > 0),
  );
}
