import { type Instant, parseInstant } from '../instant';
import type { Row } from './offerings';

/** What an offering of an EC2 Capacity Block sells, which a plan that names its id does not say. */
export interface CapacityBlock {
  /** USD at once for all of it; undefined in another currency. */
  readonly fee: number | undefined;
  /** What it holds, and until when; undefined where the answer does not say all of it. */
  readonly holds: Held | undefined;
}

export interface Held {
  /** Such as `p5.48xlarge`. */
  readonly of: string;
  readonly instances: number;
  readonly hours: number;
  readonly ends: Instant;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityBlockOffering.html (read 2026-11-30) */
export function capacityBlockAnswer(row: Row): readonly [string, CapacityBlock] | undefined {
  const { CapacityBlockOfferingId: id, UpfrontFee: fee, CurrencyCode: currency = 'USD' } = row;
  const amount = typeof fee === 'string' && /^\d+(\.\d+)?$/.test(fee) ? Number(fee) : undefined;
  if (typeof id !== 'string' || amount === undefined) return undefined;
  return [id, { fee: currency === 'USD' ? amount : undefined, holds: heldIn(row) }];
}

/** Minutes come on top of the hours. On dedicated hardware On-Demand has another price. */
function heldIn(row: Row): Held | undefined {
  const { InstanceType: of, InstanceCount: instances, EndDate: end, Tenancy: tenancy = 'default' } = row;
  const { CapacityBlockDurationHours: hours = 0, CapacityBlockDurationMinutes: minutes = 0 } = row;
  const ends = typeof end === 'string' || typeof end === 'number' ? parseInstant(end) : undefined;
  if (typeof of !== 'string' || ends === undefined || tenancy !== 'default') return undefined;
  if (!isCount(instances) || !isCount(hours) || !isCount(minutes)) return undefined;
  const length = hours + minutes / 60;
  return instances === 0 || length === 0 ? undefined : { of: of.toLowerCase(), instances, hours: length, ends };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
