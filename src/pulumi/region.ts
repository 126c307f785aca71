import { notice } from '../core/notice';
import type { Plan, PlannedResource } from '../core/plan';
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
function placeOf(properties: Properties): string | undefined {
  const zone = properties.text('availabilityZone');
  const inZone = zone.state === 'known' ? ZONE.exec(zone.value)?.[1] : undefined;
  if (inZone !== undefined) return inZone;
  const arn = properties.text('arn');
  const inArn = arn.state === 'known' ? arn.value.split(':')[3] : undefined;
  return inArn !== undefined && REGION.test(inArn) ? inArn : undefined;
}

/**
 * The region that all resources of a provider that name one agree on: a provider takes its region from the environment
 * when its configuration has none, and then only its resources show it. Where they differ there is none.
 */
export class Places {
  private readonly regions = new Map<string, string>();

  add(provider: string, properties: Properties): void {
    const place = placeOf(properties);
    if (place === undefined) return;
    const before = this.regions.get(provider);
    this.regions.set(provider, before === undefined || before === place ? place : 'differ');
  }

  get agreed(): ReadonlyMap<string, string> {
    return new Map([...this.regions].filter(([, region]) => region !== 'differ'));
  }
}

/** A region that the plan does not name, and where it is written instead. */
export interface AssumedRegion {
  readonly region: string;
  /** Fit to stand in brackets: "AWS_REGION". */
  readonly from: string;
}

/** Where a provider that names this profile, or none, takes its region from. */
export type AssumeRegion = (profile: string | undefined) => AssumedRegion | undefined;

/** A resource whose provider names no region is where the environment says. */
export function inAssumedRegion(resource: PlannedResource, assume: AssumeRegion): PlannedResource {
  const assumed = lacksRegion(resource) ? assume(resource.profile) : undefined;
  return assumed === undefined ? resource : { ...resource, region: known(assumed.region) };
}

/** The same of a whole plan, and said as what it is: an assumption. */
export function withAssumedRegion(plan: Plan, assume: AssumeRegion): Plan {
  const { resources, before, problems } = plan;
  const lacking = resources.filter(lacksRegion);
  if (lacking.length === 0 && before?.some(lacksRegion) !== true) return plan;
  const place = (all: readonly PlannedResource[]) => all.map((one) => inAssumedRegion(one, assume));
  const profiles = [...new Set(lacking.map(({ profile }) => profile))];
  const notices = profiles.flatMap((profile) => {
    const assumed = assume(profile);
    const count = lacking.filter((one) => one.profile === profile).length;
    return assumed === undefined ? [] : [notice('region-assumed', 'info', { ...assumed, count })];
  });
  return {
    ...plan,
    resources: place(resources),
    before: before && place(before),
    problems: [...problems, ...notices],
  };
}

const lacksRegion = ({ region, type }: PlannedResource): boolean =>
  region.state === 'absent' && type.startsWith('aws:');

/** The profile of the AWS configuration file that a provider names, else that of the stack's configuration. */
export function profileOf(provider: Properties | undefined, configured?: string): string | undefined {
  const named = provider?.text('profile') ?? absent;
  return named.state === 'known' ? named.value : configured;
}
