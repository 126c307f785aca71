import type { PlannedResource } from '../plan';
import type { Reading } from '../reading';

const SPOT_FLEET = 'aws:ec2/spotFleetRequest:SpotFleetRequest';

/** Every machine image that a resource itself names: an instance has one, a Spot fleet one in each of its specifications. */
export function machineImages({ type, properties }: PlannedResource): readonly Reading<string>[] {
  if (type !== SPOT_FLEET) return ['ami', 'imageId', 'parentImage'].map((path) => properties.text(path));
  const list = properties.items('launchSpecifications');
  if (list.state !== 'known') return [list];
  return list.value.map((one) => (one.state === 'known' ? one.value.text('ami') : one));
}
