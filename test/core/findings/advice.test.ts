import { describe, expect, test } from 'vitest';
import { allConfirmed, type Confirmed, readConfirmed } from '../../../src/core/coverage/confirmed';
import { rules } from '../../../src/core/coverage/rules';
import type { Finding } from '../../../src/core/findings/finding';
import { findingWords } from '../../../src/words/findings';
import { violationText } from '../../../src/words/violation';
import { aBalance, aCredit, assessed, at, NOW, noBalance, type Situation } from '../../support/inputs';
import { LATER, type ResourceSketch } from '../../support/resources';

const YEAR = 31_536_000;

/** As `aws rds describe-reserved-db-instances-offerings` prints them (API model of RDS 2014-10-31). */
const offering = (id: string, option: string, fixed: number, hourly: number, parts: object = {}) => ({
  ReservedDBInstancesOfferingId: id,
  DBInstanceClass: 'db.m5.large',
  Duration: YEAR,
  FixedPrice: fixed,
  UsagePrice: 0,
  CurrencyCode: 'USD',
  ProductDescription: 'mysql',
  OfferingType: option,
  MultiAZ: false,
  RecurringCharges: [{ RecurringChargeAmount: hourly, RecurringChargeFrequency: 'Hourly' }],
  ...parts,
});
const PARTLY = offering('db-1', 'Partial Upfront', 500, 0.05);
const NO_UPFRONT = offering('db-2', 'No Upfront', 0, 0.12);

const DATABASES: ResourceSketch = {
  type: 'aws:rds/reservedInstance:ReservedInstance',
  name: 'db',
  properties: { offeringId: 'db-1', instanceCount: 2 },
};
const NODES: ResourceSketch = {
  type: 'aws:elasticache/reservedCacheNode:ReservedCacheNode',
  name: 'cache',
  properties: { reservedCacheNodesOfferingId: 'node-1', cacheNodeCount: 3 },
};
const plan = (properties: Record<string, unknown>): ResourceSketch => ({
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  name: 'compute',
  properties: { commitment: '0.5', savingsPlanOfferingId: 'sp-1', ...properties },
});

function confirmedBy(...documents: unknown[]): Confirmed {
  return allConfirmed(
    documents.map((document) => {
      const answer = readConfirmed(document);
      if ('problem' in answer) throw new Error(answer.problem.because);
      return answer;
    }),
  );
}
const databases = (...rows: object[]): Confirmed => confirmedBy({ ReservedDBInstancesOfferings: rows });

function upfront(situation: Situation): Finding {
  const found = assessed(situation).findings.find(({ policy }) => policy === 'no-uncovered-upfront-fees');
  if (found === undefined) throw new Error('nothing was found');
  return found;
}
const told = (situation: Situation): string => findingWords(upfront(situation)).remedy;
const figures = (situation: Situation) => {
  const { advice } = upfront(situation);
  return (
    advice && {
      way: advice.way,
      ...Object.fromEntries(
        (['monthly', 'cashNow', 'more'] as const).map((one) => [one, advice[one].max.toFixed(2)] as const),
      ),
    }
  );
};

describe('a reservation with an upfront fee', () => {
  test('No Upfront of the same, by the answer of AWS', () => {
    // 2 x (500 + 0.05 x 8,760) = 1,876 planned; 2 x 0.12 x 8,760 = 2,102.40 instead.
    const situation = { resources: [DATABASES], confirmed: databases(PARTLY, NO_UPFRONT) };
    expect(told(situation)).toMatch(
      /^No Upfront: \$175\.20 a month, covered while your credits last \(2027-12-31 at the latest\); saves \$1,000\.00 cash now, costs \$226\.40 more over the year\. Choose a No Upfront offering/,
    );
    expect(upfront(situation).advice).toMatchObject({ price: undefined, termMonths: 12, outlivesCredits: false });
  });

  test('On-Demand of the same class by the price list, where AWS has not said what No Upfront costs', () => {
    // 2 x 0.171 x 730 = 249.66 a month; 2 x 0.171 x 8,760 = 2,995.92 in the year.
    const situation = { resources: [DATABASES], confirmed: databases(PARTLY) };
    expect(told(situation)).toMatch(
      /^On-Demand: \$249\.66 a month \(list price of 2025-06-18\), covered while your credits last .*; saves \$1,000\.00 cash now, costs \$1,119\.92 more over the year\./,
    );
    expect(told(situation)).toContain(
      'What it costs without an upfront fee: `aws rds describe-reserved-db-instances-offerings --db-instance-class db.m5.large --no-multi-az --duration 1 --region us-east-1 --output json > offerings.json`, and name that file under confirmed:.',
    );
  });

  test.each<[string, object, string | undefined]>([
    ['another engine', { ProductDescription: 'postgresql' }, '249.66'],
    ['another class', { DBInstanceClass: 'db.m5.xlarge' }, '249.66'],
    ['another term', { Duration: 3 * YEAR }, '249.66'],
    ['with a standby', { MultiAZ: true }, '249.66'],
    ['in another currency', { CurrencyCode: 'CNY' }, '249.66'],
    ['without its recurring charge', { RecurringCharges: undefined }, '249.66'],
    ['with a charge that recurs otherwise', { RecurringCharges: [{ RecurringChargeAmount: 9 }] }, '249.66'],
    ['for nothing', { RecurringCharges: [] }, '249.66'],
    ['by its usage price', { UsagePrice: 0.11, RecurringCharges: [] }, '160.60'],
  ])('an offering of %s', (_, parts, monthly) => {
    const situation = { resources: [DATABASES], confirmed: databases(PARTLY, { ...NO_UPFRONT, ...parts }) };
    expect(figures(situation)).toMatchObject({ monthly });
  });

  test('an offering of another answer is perhaps of another Region', () => {
    const confirmed = confirmedBy(
      { ReservedDBInstancesOfferings: [PARTLY] },
      { ReservedDBInstancesOfferings: [NO_UPFRONT] },
    );
    expect(figures({ resources: [DATABASES], confirmed })).toMatchObject({ way: 'on-demand' });
  });

  test('what one answer has said of No Upfront, another does not take back', () => {
    const [both, alone] = [
      { ReservedDBInstancesOfferings: [PARTLY, NO_UPFRONT] },
      { ReservedDBInstancesOfferings: [PARTLY] },
    ];
    for (const confirmed of [confirmedBy(both, alone), confirmedBy(alone, both)])
      expect(figures({ resources: [DATABASES], confirmed })).toMatchObject({ way: 'no-upfront' });
  });

  test('where AWS sells none without a fee, nobody is told to ask', () => {
    const confirmed = databases(PARTLY, offering('db-3', 'All Upfront', 900, 0));
    expect(told({ resources: [DATABASES], confirmed })).not.toContain('What it costs');
  });

  test.each<[string, string, boolean, string | undefined]>([
    ['postgresql', 'db.m5.large', true, '519.76'], // 2 x 0.356 x 730
    ['oracle-se2(li)', 'db.m5.large', false, '639.48'], // 2 x 0.438 x 730
    ['oracle-se2(byol)', 'db.m5.large', false, '249.66'],
    ['sqlserver-se(li)', 'db.m5.large', false, '1426.42'], // 2 x 0.977 x 730
    ['an-engine-of-tomorrow', 'db.m5.large', false, undefined],
    ['mysql', 'db.x99.large', false, undefined],
  ])('On-Demand of %s on %s', (engine, of, isMultiAz, monthly) => {
    const row = { ...PARTLY, ProductDescription: engine, DBInstanceClass: of, MultiAZ: isMultiAz };
    expect(figures({ resources: [DATABASES], confirmed: databases(row) })).toEqual(
      monthly === undefined ? undefined : expect.objectContaining({ way: 'on-demand', monthly }),
    );
  });

  test('nodes of ElastiCache', () => {
    // 3 x (100 + 0.08 x 8,760) = 2,402.40 planned; On-Demand 3 x 0.156 x 8,760 = 4,099.68.
    const confirmed = confirmedBy({
      ReservedCacheNodesOfferings: [
        {
          ReservedCacheNodesOfferingId: 'node-1',
          CacheNodeType: 'cache.m5.large',
          Duration: YEAR,
          FixedPrice: 100,
          UsagePrice: 0,
          ProductDescription: 'redis',
          OfferingType: 'Partial Upfront',
          RecurringCharges: [{ RecurringChargeAmount: 0.08, RecurringChargeFrequency: 'Hourly' }],
        },
      ],
    });
    const situation = { resources: [NODES], confirmed };
    expect(figures(situation)).toEqual({ way: 'on-demand', monthly: '341.64', cashNow: '300.00', more: '1697.28' });
    expect(told(situation)).toContain(
      '`aws elasticache describe-reserved-cache-nodes-offerings --cache-node-type cache.m5.large --duration 1 --region us-east-1 --output json > offerings.json`',
    );
  });

  test('a class that could end a command goes into none', () => {
    const confirmed = databases({ ...PARTLY, DBInstanceClass: 'db.m5.large; rm -rf /' });
    expect(told({ resources: [DATABASES], confirmed })).not.toContain('rm -rf');
  });
});

/** As `aws ec2 describe-capacity-block-offerings` prints them (API model of EC2 2016-11-15). */
const BLOCK = {
  CapacityBlockOfferingId: 'cb-1',
  InstanceType: 'p5.48xlarge',
  InstanceCount: 2,
  StartDate: '2026-12-10T11:30:00+00:00',
  EndDate: '2026-12-12T11:30:00+00:00',
  CapacityBlockDurationHours: 48,
  UpfrontFee: '3021.12',
  CurrencyCode: 'USD',
};
const block = (properties: Record<string, unknown> = {}): ResourceSketch => ({
  type: 'aws:ec2/capacityBlockReservation:CapacityBlockReservation',
  name: 'training',
  properties: { capacityBlockOfferingId: 'cb-1', instancePlatform: 'Linux/UNIX', ...properties },
});
const blocks = (parts: object = {}) => confirmedBy({ CapacityBlockOfferings: [{ ...BLOCK, ...parts }] });
const credit = (remaining: string, ends: string) => aBalance([aCredit({ remaining, ends: at(ends) })]);

describe('a Capacity Block', () => {
  test('On-Demand for the same hours, which assures no capacity', () => {
    // 2 x 55.04 x 48 = 5,283.84 On-Demand against 3,021.12.
    const situation = { resources: [block()], confirmed: blocks() };
    expect(told(situation)).toMatch(
      /^On-Demand for the same hours: \$5,283\.84 in all \(list price of \d{4}-\d\d-\d\d\), covered while your credits last \(2027-12-31 at the latest\); saves \$3,021\.12 cash now, costs \$2,262\.72 more over the 48 hours\. Use On-Demand .* They assure no capacity/,
    );
    expect(findingWords(upfront(situation)).headline).toContain('$3,021.12');
    expect(upfront(situation).advice).toMatchObject({ way: 'same-hours', outlivesCredits: false });
  });

  test('it may be the cheaper one, and lasts for minutes too', () => {
    const parts = { UpfrontFee: '9000', CapacityBlockDurationHours: 47, CapacityBlockDurationMinutes: 30 };
    // 2 x 55.04 x 47.5 = 5,228.80
    expect(told({ resources: [block()], confirmed: blocks(parts) })).toContain(
      'saves $9,000.00 cash now, costs $3,771.20 less over the 47.5 hours.',
    );
  });

  test('credits have to last, and to be enough, for all of its hours', () => {
    const way = (balance: Situation['balance']) =>
      upfront({ resources: [block()], confirmed: blocks(), ...(balance && { balance }) }).advice?.way;
    expect(way(credit('5283.84', '2026-12-12T11:30:00Z'))).toBe('same-hours');
    expect(way(credit('5283.83', '2026-12-12T11:30:00Z'))).toBeUndefined();
    expect(way(credit('9000', '2026-12-12T11:29:59Z'))).toBeUndefined();
    expect(way(noBalance)).toBe('same-hours');
  });

  test('what nobody has looked up names the command', () => {
    expect(told({ resources: [block()] })).toContain(
      '`aws ec2 describe-capacity-block-offerings --instance-type TYPE --instance-count COUNT --capacity-duration-hours HOURS --region us-east-1 --output json > blocks.json`, and name that file under confirmed:.',
    );
    expect(told({ resources: [block()], confirmed: blocks() })).not.toContain('describe-capacity-block-offerings');
  });
});

describe('no figure is invented', () => {
  test.each<[string, Situation]>([
    ['an offering that nobody has looked up', { resources: [DATABASES] }],
    [
      'a count that is decided later',
      {
        resources: [{ ...DATABASES, properties: { offeringId: 'db-1', instanceCount: LATER } }],
        confirmed: databases(PARTLY, NO_UPFRONT),
      },
    ],
    [
      'a term that is none',
      { resources: [DATABASES], confirmed: databases({ ...PARTLY, Duration: 1 }, { ...NO_UPFRONT, Duration: 1 }) },
    ],
    [
      'an hourly part that AWS does not say',
      { resources: [DATABASES], confirmed: databases({ ...PARTLY, RecurringCharges: undefined }, NO_UPFRONT) },
    ],
    [
      'a price that is scaled from another Region',
      { resources: [{ ...DATABASES, region: 'ap-southeast-7' }], confirmed: databases(PARTLY) },
    ],
    ['a commitment that is decided later', { resources: [plan({ commitment: LATER })] }],
    ['a Capacity Block that nobody has looked up', { resources: [block()] }],
    ['a block of another offering', { resources: [block({ capacityBlockOfferingId: 'cb-2' })], confirmed: blocks() }],
    ['a block that is chosen later', { resources: [block({ capacityBlockOfferingId: LATER })], confirmed: blocks() }],
    ['a block in another currency', { resources: [block()], confirmed: blocks({ CurrencyCode: 'CNY' }) }],
    ['a block of which the end is not said', { resources: [block()], confirmed: blocks({ EndDate: undefined }) }],
    ['a block of a type without a price', { resources: [block()], confirmed: blocks({ InstanceType: 'p99.large' }) }],
    ['a block for Windows', { resources: [block({ instancePlatform: 'Windows' })], confirmed: blocks() }],
    ['a block for a system named later', { resources: [block({ instancePlatform: LATER })], confirmed: blocks() }],
    [
      'a fee that was paid before',
      { resources: [{ ...plan({ upfrontPaymentAmount: '1314' }), existing: true, change: 'same' }] },
    ],
  ])('%s', (_, situation) => {
    expect(upfront(situation).advice).toBeUndefined();
  });
});

describe('only what credits cover is advised', () => {
  const partial = { resources: [plan({ upfrontPaymentAmount: '1314' })] };

  test.each<[string, Situation['balance'], string | undefined]>([
    ['credits that last', aBalance(), 'covered while your credits last (2027-12-31 at the latest)'],
    ['a credit without an end', aBalance([aCredit({ ends: undefined })]), 'covered while your credits last'],
    ['no balance', noBalance, "which AWS's terms let credits cover (your balance is not known)"],
    ['no credit', aBalance([]), undefined],
    ['too little for a month', aBalance([aCredit({ remaining: '364.99' })]), undefined],
    ['enough for a month', aBalance([aCredit({ remaining: '365.00' })]), 'covered while your credits last'],
    ['a credit for something else', aBalance([aCredit({ products: ['Amazon S3'] })]), undefined],
    ['a credit that names no products', aBalance([aCredit({ products: 'unlisted' })]), undefined],
    ['a credit that starts later', aBalance([aCredit({ starts: at('2027-01-01') })]), undefined],
    ['a paused credit', aBalance([aCredit({ status: 'paused' })]), undefined],
  ])('%s', (_, balance, covered) => {
    const { advice } = upfront({ ...partial, ...(balance && { balance }) });
    expect(advice === undefined).toBe(covered === undefined);
    if (covered !== undefined) expect(told({ ...partial, ...(balance && { balance }) })).toContain(covered);
  });

  test('the last end of those that cover it counts', () => {
    const balance = aBalance([
      aCredit({ id: 'a', ends: at('2027-02-28T23:59:59Z') }),
      aCredit({ id: 'b', ends: at('2027-05-31T23:59:59Z'), remaining: '1' }),
    ]);
    expect(upfront({ ...partial, balance }).advice?.coveredUntil).toBe(at('2027-02-28T23:59:59Z'));
    const enough = aBalance(
      ['2027-02-28', '2027-05-31', '2027-03-31'].map((day) => aCredit({ id: day, ends: at(day) })),
    );
    expect(upfront({ ...partial, balance: enough }).advice?.coveredUntil).toBe(at('2027-05-31'));
  });

  test('what binds for longer than the credits last is said; On-Demand can be ended', () => {
    const balance = aBalance([aCredit({ ends: at('2027-06-30T23:59:59Z') })]);
    const binds = ', then cash to the end of its term;';
    expect(told({ ...partial, balance })).toContain(binds);
    expect(told(partial)).not.toContain(binds);
    expect(told({ resources: [DATABASES], confirmed: databases(PARTLY), balance })).not.toContain(binds);
    expect(told({ resources: [DATABASES], confirmed: databases(PARTLY, NO_UPFRONT), balance })).toContain(binds);
    expect(told({ resources: [block()], confirmed: blocks(), balance })).not.toContain(binds);
    // A year from now, to the second.
    const until = (ends: string) => told({ ...partial, balance: aBalance([aCredit({ ends: at(ends) })]) });
    expect(until('2027-12-01T00:00:00Z')).not.toContain(binds);
    expect(until('2027-11-30T23:59:59Z')).toContain(binds);
  });
});

describe('a Savings Plan: the same commitment by the month', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['Partial Upfront', { upfrontPaymentAmount: '1314', termDurationInSeconds: YEAR }, '$1,314.00'],
    ['All Upfront', { paymentOption: 'All Upfront', termDurationInSeconds: YEAR }, '$4,380.00'],
    ['an option that is not known', { termDurationInSeconds: 3 * YEAR }, 'up to $13,140.00'],
  ])('%s', (_, properties, saved) => {
    const isYear = properties['termDurationInSeconds'] === YEAR;
    const [term, tail] = isYear ? ['the year', ''] : ['the 3 years', ', then cash to the end of its term'];
    expect(told({ resources: [plan(properties)] })).toMatch(
      `The same commitment with No Upfront: $365.00 a month, covered while your credits last (2027-12-31 at the latest)${tail}; saves ${saved} cash now, costs the same over ${term}, at smaller discounts.`,
    );
  });

  test('its term may be unknown', () => {
    expect(told({ resources: [plan({ upfrontPaymentAmount: '1314' })] })).toContain(
      'costs the same over the term, at smaller discounts.',
    );
  });
});

test('the cheapest comes first, and a dearer plan is told as such', () => {
  // 2 x (5,000 + 0.05 x 8,760) = 10,876 planned, against 2,102.40 with No Upfront.
  const confirmed = databases({ ...PARTLY, FixedPrice: 5000 }, NO_UPFRONT);
  expect(told({ resources: [DATABASES], confirmed })).toContain(
    'saves $10,000.00 cash now, costs $8,773.60 less over the year.',
  );
  const dear = databases(PARTLY, offering('db-2', 'No Upfront', 0, 0.2));
  expect(figures({ resources: [DATABASES], confirmed: dear })).toMatchObject({ way: 'on-demand' });
});

test('the policy pack says it in its fix', () => {
  const found = upfront({ resources: [plan({ upfrontPaymentAmount: '1314' })] });
  expect(violationText([found], NOW, undefined).replace(/\s+/g, ' ')).toContain(
    'Fix The same commitment with No Upfront: $365.00 a month, covered while your credits last (2027-12-31 at the latest); saves $1,314.00 cash now',
  );
});

describe('every rule on what credits do not cover', () => {
  /** Why there is no covered way with a price. */
  const WITHOUT_A_WAY: Readonly<Record<string, string>> = {
    'domain-registration': 'no registrar bills through AWS so that credits cover it',
    'domain-renewal': 'as its registration',
    'mechanical-turk': "a private workforce is paid by its owner, and no list has the workers' price",
  };
  const WITH_ADVICE = [
    'savings-plan-upfront',
    'rds-reserved-instance',
    'elasticache-reserved-node',
    'ec2-capacity-block',
  ];

  test('has advice, or a reason why it has none: what a Marketplace seller asks for is in no price list', () => {
    const others = rules
      .filter(({ verdict, id }) => verdict === 'not-covered' && !WITH_ADVICE.includes(id) && !(id in WITHOUT_A_WAY))
      .filter(({ creditCanPay }) => creditCanPay !== 'marketplace')
      .map(({ id }) => id);
    expect(others).toEqual([]);
    const known = new Set(rules.map(({ id }) => id));
    expect([...WITH_ADVICE, ...Object.keys(WITHOUT_A_WAY)].filter((id) => !known.has(id))).toEqual([]);
  });

  test('a Marketplace charge has no amount, so that nothing can be compared', () => {
    const priced = rules
      .filter(({ creditCanPay, verdict }) => creditCanPay === 'marketplace' && verdict === 'not-covered')
      .filter(({ id, examples }) => {
        const example = examples.hit ?? examples.unknown;
        const found = example && assessed({ resources: [{ ...example }] }).findings.find(({ rule }) => rule === id);
        return found?.charge?.usd !== undefined && found.charge?.usd !== null;
      });
    expect(priced.map(({ id }) => id)).toEqual([]);
  });
});
