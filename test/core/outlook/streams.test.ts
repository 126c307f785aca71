import { expect, test } from 'vitest';
import type { Charge } from '../../../src/core/charges/charge';
import type { Eligibility } from '../../../src/core/coverage/coverage';
import { addMonths } from '../../../src/core/instant';
import { exactly, sum, usd, zero } from '../../../src/core/money';
import { type Part, type PlannedCharges, type Sum, sumsOf } from '../../../src/core/outlook/streams';
import { known, unknown } from '../../../src/core/reading';
import fc from '../../support/fast-check';
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

const planned = fc.array(
  fc
    .record({
      part: fc.constantFrom<Part>('kept', 'added', 'unknown', 'removed'),
      isPaid: fc.boolean(),
      charges: fc.array(
        fc.record({
          eligibility: fc.constantFrom(...KINDS),
          cents: fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: undefined }),
          per: fc.constantFrom('month' as const, 'once' as const),
          basis: fc.constantFrom('hour' as const, 'month' as const),
          termMonths: fc.constantFrom(undefined, 1, 12, 36),
        }),
        { maxLength: 6 },
      ),
    })
    .map(
      ({ part, isPaid, charges }): PlannedCharges => ({
        part,
        isPaid,
        judged: charges.map(({ eligibility, cents, ...parts }) => ({
          eligibility,
          charge: aCharge({
            ...parts,
            usd: cents === undefined ? unknown('x') : known(exactly(usd(cents).div(100))),
          }),
        })),
      }),
    ),
  { maxLength: 8 },
);

const groupOf = ({ eligibility, part, endsAt }: Pick<Sum, 'eligibility' | 'part' | 'endsAt'>): string =>
  [eligibility.key, part, endsAt].join('\n');

test('charges of one kind, part and term are one sum, and not a cent is lost or counted twice', () => {
  fc.assert(
    fc.property(planned, (list) => {
      const sums = sumsOf(list, NOW);
      const groups = sums.map(groupOf);
      expect(new Set(groups).size).toBe(groups.length);
      const due = list.flatMap(({ part, isPaid, judged }) =>
        judged
          .filter(({ charge }) => !(isPaid && charge.per === 'once'))
          .map(({ charge, eligibility }) => {
            const endsAt = charge.termMonths === undefined ? undefined : addMonths(NOW, charge.termMonths);
            return { charge, group: groupOf({ eligibility, part, endsAt }) };
          }),
      );
      expect(new Set(groups)).toEqual(new Set(due.map(({ group }) => group)));
      for (const one of sums) {
        const total = (per: Charge['per'], basis?: Charge['basis']) =>
          sum(
            due
              .filter(({ charge, group }) => group === groupOf(one) && charge.per === per)
              .filter(({ charge }) => basis === undefined || charge.basis === basis)
              .map(({ charge }) => (charge.usd.state === 'known' ? charge.usd.value.max : zero)),
          ).toFixed(2);
        expect([one.hourly, one.monthly, one.once].map(({ max }) => max.toFixed(2))).toEqual([
          total('month', 'hour'),
          total('month', 'month'),
          total('once'),
        ]);
      }
    }),
  );
});
