import { expect, test } from 'vitest';
import type { Charge } from '../../../src/core/charges/charge';
import type { Eligibility } from '../../../src/core/coverage/coverage';
import { addMonths } from '../../../src/core/instant';
import { addRanges, exactly, nothing, type Range, usd, zero } from '../../../src/core/money';
import { joinSums, type Part, type PlannedCharges, type Sum, sumsOf } from '../../../src/core/outlook/streams';
import { known, unknown } from '../../../src/core/reading';
import fc from '../../support/fast-check';
import { at } from '../../support/inputs';
import { aStream, NOW } from './support';

const KINDS: readonly Eligibility[] = ['Amazon EC2', 'Amazon RDS'].map((product) => aStream({ product }).eligibility);

const aCharge = (parts: Partial<Charge>): Charge => ({
  urn: 'urn',
  product: 'Amazon EC2',
  what: 'x',
  kind: 'hourly',
  per: 'month',
  usd: known(exactly(zero)),
  basis: 'hour',
  quantity: '1',
  assumed: false,
  usage: [],
  price: undefined,
  termMonths: undefined,
  ...parts,
});

/** Charges that cost the same are often one object. */
const SHARED: readonly Range[] = [exactly(usd('7.30')), { min: usd('32.85'), max: usd('37.35') }];
const DAYS = [undefined, at('2027-01-01'), at('2027-07-01')];

const planned = fc.array(
  fc
    .record({
      part: fc.constantFrom<Part>('kept', 'added', 'unknown', 'removed'),
      isPaid: fc.boolean(),
      charges: fc.array(
        fc.record({
          eligibility: fc.constantFrom(...KINDS),
          cost: fc.option(
            fc.oneof(
              fc.constantFrom(...SHARED),
              fc.tuple(fc.nat(99_999), fc.nat(999)).map(([min, more]) => ({ min: usd(min), max: usd(min + more) })),
            ),
            { nil: undefined },
          ),
          per: fc.constantFrom('month' as const, 'once' as const),
          basis: fc.constantFrom('hour' as const, 'month' as const),
          when: fc.oneof(
            fc.record({ termMonths: fc.constantFrom(1, 12, 36) }),
            fc.record({ begins: fc.constantFrom(...DAYS), stops: fc.constantFrom(...DAYS) }),
          ),
        }),
        { maxLength: 6 },
      ),
    })
    .map(
      ({ part, isPaid, charges }): PlannedCharges => ({
        part,
        isPaid,
        judged: charges.map(({ eligibility, cost, when, ...parts }) => ({
          eligibility,
          charge: aCharge({
            ...parts,
            ...when,
            usd: cost === undefined ? unknown('x') : known(cost),
          } as Partial<Charge>),
        })),
      }),
    ),
  { maxLength: 8 },
);

const groupOf = ({ eligibility, part, startsAt, endsAt }: Pick<Sum, 'eligibility' | 'part' | 'startsAt' | 'endsAt'>) =>
  [eligibility.key, part, startsAt, endsAt].join('\n');

const AMOUNTS = ['hourly', 'monthly', 'once'] as const;
/** `min–max` of each amount, by group. */
const told = (sums: readonly Sum[]) =>
  new Map(
    sums.map((one) => [
      groupOf(one),
      AMOUNTS.map((amount) => `${one[amount].min.toFixed(2)}–${one[amount].max.toFixed(2)}`),
    ]),
  );

/** The same, charge by charge. */
function byHand(list: readonly PlannedCharges[]): ReturnType<typeof told> {
  const sums = new Map<string, Sum>();
  for (const { part, isPaid, judged } of list) {
    for (const { charge, eligibility } of judged) {
      if (isPaid && charge.per === 'once') continue;
      const { begins: startsAt, stops, termMonths } = charge;
      const endsAt = termMonths === undefined ? stops : addMonths(NOW, termMonths);
      const empty = { eligibility, part, startsAt, endsAt, hourly: nothing, monthly: nothing, once: nothing };
      const group = groupOf(empty);
      const before = sums.get(group) ?? empty;
      const amount = charge.per === 'once' ? 'once' : charge.basis === 'hour' ? 'hourly' : 'monthly';
      const cost = charge.usd.state === 'known' ? charge.usd.value : nothing;
      sums.set(group, { ...before, [amount]: addRanges(before[amount], cost) });
    }
  }
  return told([...sums.values()]);
}

test('charges of one kind, part, begin and end are one sum, and not a cent is lost or counted twice', () => {
  fc.assert(
    fc.property(planned, (list) => {
      const sums = sumsOf(list, NOW);
      expect(told(sums)).toEqual(byHand(list));
      expect(told(sums).size).toBe(sums.length);
    }),
  );
});

test('the sums of several stacks are those of all their charges', () => {
  fc.assert(
    fc.property(fc.array(planned, { maxLength: 4 }), (stacks) => {
      const joined = joinSums(stacks.map((list) => sumsOf(list, NOW)));
      expect(told(joined)).toEqual(byHand(stacks.flat()));
      expect(told(joined).size).toBe(joined.length);
    }),
  );
});
