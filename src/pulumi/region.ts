import type { Properties } from '../core/properties';
import { absent, known, type Reading } from '../core/reading';
import { terraformRegion } from './terraform/terraform-properties';

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const ZONE = /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/;

/**
 * The region that a resource is billed in: its own `region` (provider version 7), else its provider's, else what its zone
 * or ARN names, else the stack's `aws:region`.
 */
export function regionOf(
  properties: Properties,
  provider: Properties | undefined,
  configured: Reading<string> = absent,
): Reading<string> {
  const own = properties.text('region');
  if (own.state !== 'absent') return own;
  const named = provider?.text('region') ?? absent;
  if (named.state !== 'absent') return named;
  const ofModule = terraformRegion(provider);
  if (ofModule.state !== 'absent') return ofModule;
  const placed = placeOf(properties);
  return placed === undefined ? configured : known(placed);
}

/** The region that a resource's own zone or ARN names; undefined when neither does. */
export function placeOf(properties: Properties): string | undefined {
  const zone = properties.text('availabilityZone');
  const inZone = zone.state === 'known' ? ZONE.exec(zone.value)?.[1] : undefined;
  if (inZone !== undefined) return inZone;
  const arn = properties.text('arn');
  const inArn = arn.state === 'known' ? arn.value.split(':')[3] : undefined;
  return inArn !== undefined && REGION.test(inArn) ? inArn : undefined;
}
