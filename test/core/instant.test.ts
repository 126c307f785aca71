import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addMonths, isoInstant, parseInstant, startOfMonth } from '../../src/core/instant';
import fc from '../support/fast-check';

test.each([
  ['epoch seconds', 1827705599, '2027-12-01T23:59:59Z'],
  ['epoch seconds as text', '1827705599.0', '2027-12-01T23:59:59Z'],
  ['ISO 8601', '2027-11-30T23:59:59Z', '2027-11-30T23:59:59Z'],
  ['another offset', '2027-11-30T23:59:59+02:00', '2027-11-30T21:59:59Z'],
  ['a blank for the T', '2027-11-30 23:59:59+00:00', '2027-11-30T23:59:59Z'],
  ['milliseconds', '2027-11-30T23:59:59.000Z', '2027-11-30T23:59:59Z'],
  ['a bare day', '2027-11-30', '2027-11-30T00:00:00Z'],
])('%s', (_, text, expected) => {
  const instant = parseInstant(text);
  expect(instant === undefined ? undefined : isoInstant(instant)).toBe(expected);
});

test.each(['2027-13-01', '2027-02-30', 'soon', '', '2027-11-30T23:59:59', '12', 'Infinity', Number.NaN])(
  '%s is no date',
  (text) => expect(parseInstant(text)).toBeUndefined(),
);

test('months end where the calendar says', () => {
  const last = parseInstant('2028-01-31T10:00:00Z') ?? 0;
  expect(isoInstant(addMonths(last, 1))).toBe('2028-02-29T10:00:00Z');
  expect(isoInstant(startOfMonth(last))).toBe('2028-01-01T00:00:00Z');
});

test('months are those of the library that knows every calendar', () => {
  const inUtc = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC');
  const instants = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2200, 0) });
  fc.assert(
    fc.property(instants, fc.integer({ min: -600, max: 600 }), (instant, months) => {
      expect(addMonths(instant, months)).toBe(inUtc(instant).add({ months }).epochMilliseconds);
      expect(startOfMonth(instant)).toBe(inUtc(instant).with({ day: 1 }).startOfDay().epochMilliseconds);
      expect(isoInstant(instant)).toBe(Temporal.Instant.fromEpochMilliseconds(instant).toString());
    }),
    { numRuns: 2000 },
  );
});
