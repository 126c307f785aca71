import type { Charge } from '../../charges/charge';
import { offeringOf, savingsPlanOption, savingsPlanYears } from '../../charges/savings-plan';
import type { Metering } from '../../charges/service';
import { HOURS_PER_MONTH, HOURS_PER_YEAR } from '../../instant';
import { between, exactly, nothing, type Range, timesRange, usd, zero } from '../../money';
import { decidedLater } from '../../properties';
import { known, type Maybe, mapReading, unknown, withDefault } from '../../reading';
import type { Held } from '../capacity-blocks';
import {
  alikeLookUp,
  blocksLookUp,
  cacheNodesLookUp,
  databasesLookUp,
  isOfferingId,
  savingsPlansLookUp,
  type Wanted,
} from '../look-ups';
import { type Offering, type Reserved, yearsOf } from '../offerings';
import { type Match, no, type Rule, unsure, type Way, withLookUp, withWays, yes } from '../rule';

const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

const UPFRONT = {
  policy: 'no-uncovered-upfront-fees',
  verdict: 'not-covered',
  judges: 'own',
  creditCanPay: 'never',
  ...TERMS,
} as const;

const OFFERING_DECIDES = 'the payment option belongs to the offering, which the plan names by id only';

/** Fees that are paid before anything is used. AWS's terms exclude them for every service. */
export const upfrontRules: readonly Rule[] = [
  {
    ...UPFRONT,
    id: 'savings-plan-upfront',
    types: ['aws:savingsplans/savingsPlan:SavingsPlan'],
    what: "a Savings Plan's upfront fee",
    why: "AWS credits don't cover a Savings Plan's upfront fee; they cover its hourly commitment like other usage.",
    remedy: 'Choose a No Upfront offering: `aws savingsplans describe-savings-plans-offerings` lists them.',
    confidence: 'A',
    bindsForTerm: { url: 'https://repost.aws/knowledge-center/credits-ri', asOf: '2026-11-23', confidence: 'A' },
    examples: {
      hit: {
        type: 'aws:savingsplans/savingsPlan:SavingsPlan',
        properties: { commitment: '0.5', savingsPlanOfferingId: 'partial-upfront', upfrontPaymentAmount: '1314' },
      },
      miss: {
        type: 'aws:savingsplans/savingsPlan:SavingsPlan',
        properties: { commitment: '0.5', savingsPlanOfferingId: 'no-upfront', paymentOption: 'No Upfront' },
      },
      unknown: {
        type: 'aws:savingsplans/savingsPlan:SavingsPlan',
        properties: { commitment: '0.5', savingsPlanOfferingId: 'some-offering' },
      },
    },
    find: savingsPlanFee,
  },
  {
    ...UPFRONT,
    id: 'rds-reserved-instance',
    types: ['aws:rds/reservedInstance:ReservedInstance'],
    what: "an RDS reserved instance's upfront fee",
    why: "AWS credits don't cover the upfront fee of a reservation; they cover its hourly part like other usage.",
    remedy: 'Choose a No Upfront offering: `aws rds describe-reserved-db-instances-offerings` lists them.',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:rds/reservedInstance:ReservedInstance',
        properties: { offeringId: 'some-offering', instanceCount: 2, offeringType: 'All Upfront', fixedPrice: 500 },
      },
      miss: {
        type: 'aws:rds/reservedInstance:ReservedInstance',
        properties: { offeringId: 'some-offering', instanceCount: 2, offeringType: 'No Upfront', fixedPrice: 0 },
      },
      unknown: {
        type: 'aws:rds/reservedInstance:ReservedInstance',
        properties: { offeringId: 'some-offering', instanceCount: 2, fixedPrice: decidedLater },
      },
    },
    find: (metering) =>
      reservation(metering.under('Amazon RDS'), {
        what: 'RDS reserved instance',
        count: 'instanceCount',
        offering: 'offeringId',
        lookUp: databasesLookUp,
        onDemand: databasePrice,
      }),
  },
  {
    ...UPFRONT,
    id: 'elasticache-reserved-node',
    types: ['aws:elasticache/reservedCacheNode:ReservedCacheNode'],
    what: "an ElastiCache reserved node's upfront fee",
    why: "AWS credits don't cover the upfront fee of a reservation; they cover its hourly part like other usage.",
    remedy: 'Choose a No Upfront offering: `aws elasticache describe-reserved-cache-nodes-offerings` lists them.',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:elasticache/reservedCacheNode:ReservedCacheNode',
        properties: { reservedCacheNodesOfferingId: 'some-offering', cacheNodeCount: 3, fixedPrice: 500 },
      },
      miss: {
        type: 'aws:elasticache/reservedCacheNode:ReservedCacheNode',
        properties: { reservedCacheNodesOfferingId: 'some-offering', cacheNodeCount: 3, offeringType: 'No Upfront' },
      },
      unknown: {
        type: 'aws:elasticache/reservedCacheNode:ReservedCacheNode',
        properties: { reservedCacheNodesOfferingId: 'some-offering', cacheNodeCount: 3 },
      },
    },
    find: (metering) =>
      reservation(metering.under('Amazon ElastiCache'), {
        what: 'ElastiCache reserved node',
        count: 'cacheNodeCount',
        offering: 'reservedCacheNodesOfferingId',
        lookUp: cacheNodesLookUp,
        onDemand: ({ of, engine }) => `elasticache/${of}/${engine}.hour`,
      }),
  },
  {
    ...UPFRONT,
    id: 'ec2-capacity-block',
    types: ['aws:ec2/capacityBlockReservation:CapacityBlockReservation'],
    what: 'an EC2 Capacity Block',
    why: "A Capacity Block is charged in full when you reserve it, and AWS credits don't cover upfront fees.",
    remedy:
      'Use On-Demand or Spot Instances, which credits cover. They assure no capacity: an On-Demand Capacity Reservation does, at the On-Demand price, where AWS has it.',
    confidence: 'B',
    examples: {
      hit: {
        type: 'aws:ec2/capacityBlockReservation:CapacityBlockReservation',
        properties: { capacityBlockOfferingId: 'cb-0123456789abcdefg', instancePlatform: 'Linux/UNIX' },
      },
      miss: {
        type: 'aws:ec2/capacityReservation:CapacityReservation',
        properties: { instanceType: 'p5.48xlarge', instancePlatform: 'Linux/UNIX', instanceCount: 1 },
      },
    },
    find: (metering) => capacityBlock(metering.under('Amazon EC2')),
  },
];

/**
 * Only Partial Upfront is written with an amount. All Upfront carries none and costs the whole commitment at once: of a
 * new plan only the offering knows the option, of one that exists the provider answers it.
 */
function savingsPlanFee(metering: Metering): Match {
  const { properties } = metering;
  const option = savingsPlanOption(metering);
  const fee = properties.quantity('upfrontPaymentAmount');
  const charge = (amount: Maybe<Range>) =>
    metering.under('AWS Savings Plans').once('upfront', 'Savings Plan upfront payment', amount);
  if (option === 'no upfront') return no;
  if (fee.state === 'known' && fee.value === 0) return no;
  const ways = sameCommitment(metering);
  if (fee.state === 'known') return withWays(yes(charge(known(exactly(usd(fee.value))))), ways);
  const whole = wholeCommitment(metering);
  if (option === 'all upfront') return withWays(yes(charge(whole)), ways);
  const upToWhole = charge(mapReading(whole, ({ max }) => between(zero, max)));
  if (option === 'partial upfront') return withWays(yes(upToWhole), ways);
  const match = unsure(fee.state === 'unknown' ? fee.because : OFFERING_DECIDES, upToWhole);
  return withOfferingLookUp(metering, withWays(match, ways), 'savingsPlanOfferingId', savingsPlansLookUp);
}

/** A Savings Plan costs its commitment for each hour of its term, however much of it is paid upfront. */
function sameCommitment(metering: Metering): readonly Way[] {
  const commitment = metering.properties.quantity('commitment');
  if (commitment.state !== 'known') return [];
  const years = savingsPlanYears(metering);
  const monthly = known(exactly(usd(commitment.value).times(HOURS_PER_MONTH)));
  const termMonths = years === undefined ? undefined : years * 12;
  const charge = metering.under('AWS Savings Plans').commitment('Savings Plan hourly commitment', monthly, termMonths);
  return [{ kind: 'same-commitment', charge, more: nothing, termMonths }];
}

/** Where the plan names an offering, the command that says what it is. */
function withOfferingLookUp(
  { properties, resource }: Metering,
  match: Match,
  property: string,
  lookUp: (wanted: readonly Wanted[]) => string,
): Match {
  const id = properties.text(property);
  if (id.state !== 'known' || !isOfferingId(id.value)) return match;
  return withLookUp(match, lookUp([{ id: id.value, region: resource.region }]));
}

function wholeCommitment(metering: Metering): Maybe<Range> {
  const commitment = metering.properties.quantity('commitment');
  if (commitment.state === 'absent') return unknown('commitment is not set');
  const years = savingsPlanYears(metering);
  return mapReading(commitment, (hourly) => {
    const over = (term: number) => usd(hourly).times(term * HOURS_PER_YEAR);
    return years === undefined ? between(over(1), over(3)) : exactly(over(years));
  });
}

interface Reservation {
  readonly what: string;
  readonly count: string;
  readonly offering: string;
  readonly lookUp: (wanted: readonly Wanted[]) => string;
  /** What one of them costs by the hour without a reservation. */
  readonly onDemand: (reserved: Reserved) => string;
}

/**
 * A plan names an offering only; whether it has an upfront part is an answer of the provider, which a saved state holds, or
 * of AWS, which an owner has saved.
 */
function reservation(metering: Metering, { what, count, offering, lookUp, onDemand }: Reservation): Match {
  const saved = offeringOf(metering, offering);
  const told = metering.properties.text('offeringType');
  const option = told.state === 'known' ? told.value.toLowerCase() : saved?.paymentOption;
  const priceTold = metering.properties.quantity('fixedPrice');
  const paid = priceTold.state === 'known' ? priceTold.value : saved?.fixedPrice;
  if (paid === 0 || option === 'no upfront') return no;
  if (paid !== undefined) {
    const nodes = withDefault(metering.properties.quantity(count), 1); // both resources default to one
    const fee = mapReading(nodes, (number) => exactly(usd(paid).times(number)));
    const match = yes(metering.once('upfront', what, fee));
    if (saved?.reserves === undefined || saved.fixedPrice !== paid) return match;
    const ways = nodes.state === 'known' ? waysOf(metering, saved, nodes.value, onDemand(saved.reserves)) : [];
    return withWays(match, ways, alikeLookUpOf(metering, saved));
  }
  const charge = metering.once('upfront', what, unknown(OFFERING_DECIDES));
  if (option !== undefined && UPFRONT_OPTIONS.has(option)) return yes(charge);
  return withOfferingLookUp(metering, unsure(OFFERING_DECIDES, charge), offering, lookUp);
}

/** The same without an upfront fee, as AWS has answered, and without a reservation, by the price list. */
function waysOf(
  metering: Metering,
  { fixedPrice, hourly, hourlyWithoutUpfront, seconds }: Offering,
  count: number,
  onDemand: string,
): readonly Way[] {
  const years = yearsOf(seconds);
  if (fixedPrice === undefined || hourly === undefined || years === undefined) return [];
  const hours = years * HOURS_PER_YEAR;
  const termMonths = years * 12;
  const planned = usd(hourly).times(hours).plus(fixedPrice).times(count);
  const way = (kind: Way['kind'], charge: Charge): Way[] => {
    if (charge.usd.state === 'unknown') return [];
    const { min, max } = timesRange(charge.usd.value, usd(hours).div(HOURS_PER_MONTH));
    return [{ kind, charge, more: { min: min.minus(planned), max: max.minus(planned) }, termMonths }];
  };
  const noUpfront = (each: number): Charge => {
    const monthly = known(exactly(usd(each).times(count).times(HOURS_PER_MONTH)));
    return metering.commitment('Reservation without an upfront fee', monthly, termMonths);
  };
  return [
    ...(typeof hourlyWithoutUpfront === 'number' ? way('no-upfront', noUpfront(hourlyWithoutUpfront)) : []),
    // An estimate from another Region is no price to reckon with.
    ...(metering.hasPrice(onDemand) ? way('on-demand', metering.hourly('On-Demand', onDemand, count)) : []),
  ];
}

/** A plan names an offering only: what it holds and costs is an answer of AWS, which an owner has saved. */
function capacityBlock(metering: Metering): Match {
  const id = metering.properties.text('capacityBlockOfferingId');
  const block = id.state === 'known' ? metering.confirmed.blocks.get(id.value.toLowerCase()) : undefined;
  const { fee, holds } = block ?? {};
  const match = (usd: Maybe<Range>) => yes(metering.once('upfront', 'Capacity Block', usd));
  if (fee === undefined) {
    const priceless = match(unknown('the plan names an offering and no price'));
    return block === undefined ? withWays(priceless, [], blocksLookUp(metering.resource.region)) : priceless;
  }
  const ways = holds === undefined ? [] : sameHours(metering, fee, holds);
  return withWays(match(known(exactly(usd(fee)))), ways);
}

/** Of Linux alone: what other systems cost on top, which AWS may charge beside the fee, is not compared. */
function sameHours(metering: Metering, fee: number, { of, instances, hours, ends }: Held): readonly Way[] {
  const key = `ec2/${of}.hour`;
  const platform = metering.properties.text('instancePlatform');
  if (platform.state !== 'known' || platform.value.toLowerCase() !== 'linux/unix') return [];
  if (!metering.hasPrice(key)) return []; // an estimate from another Region is no price to reckon with
  const charge = metering.hourly('On-Demand', key, instances);
  if (charge.usd.state === 'unknown') return [];
  const { min, max } = timesRange(charge.usd.value, usd(hours).div(HOURS_PER_MONTH));
  const more = { min: min.minus(fee), max: max.minus(fee) };
  return [{ kind: 'same-hours', charge, more, termMonths: undefined, lasts: { hours, ends } }];
}

/** What asks AWS for the price without an upfront fee, where no answer has said it or that there is none. */
function alikeLookUpOf({ resource }: Metering, { hourlyWithoutUpfront, seconds, reserves }: Offering) {
  const years = yearsOf(seconds);
  if (hourlyWithoutUpfront !== undefined || reserves === undefined || years === undefined) return undefined;
  return alikeLookUp(reserves, years, resource.region);
}

/** Engines as the offerings of RDS name them, where the price list has another name: SQL Server is sold with its licence only. */
function databasePrice({ of, engine, isMultiAz }: Reserved): string {
  const name =
    engine === 'postgresql'
      ? 'postgres'
      : engine.replace(/^(sqlserver-\w+)\(li\)$/, '$1').replace(/\((li|byol)\)$/, '-$1');
  return `rds/${of}/${name}/${isMultiAz ? 'multi-az' : 'single-az'}.hour`;
}

const UPFRONT_OPTIONS = new Set(['all upfront', 'partial upfront']);
