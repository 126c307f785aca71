import { describe, expect, test } from 'vitest';
import { usd } from '../../src/core/money';
import {
  joinReserved,
  type Pool,
  poolPlace,
  poolText,
  type Reservation,
  readPool,
  reservedNow,
  withoutReservations,
  withReservation,
} from '../../src/core/pool';
import { at, NOW } from '../support/inputs';

const LATER = at('2027-01-01');
const one = (parts: Partial<Omit<Reservation, 'usd'>> & { usd?: string } = {}): Reservation => ({
  stack: 'shop/prod',
  deployment: '1',
  since: NOW,
  until: LATER,
  ...parts,
  usd: usd(parts.usd ?? '100'),
});
const held = (pool: Pool, now = NOW) =>
  [...reservedNow(pool, now)].map(([stack, amount]) => `${stack} ${amount.toFixed(2)}`);

describe('what each stack has reserved', () => {
  test('of several deployments of a stack the largest counts: each is for the whole stack', () => {
    expect(
      held([one({ usd: '90' }), one({ deployment: '2', usd: '100' }), one({ deployment: '3', usd: '95' })]),
    ).toEqual(['shop/prod 100.00']);
  });

  test('what has ended counts for nothing, from that very instant on', () => {
    const pool = [one(), one({ stack: 'web/prod', until: at('2027-06-01') })];
    expect(held(pool, LATER - 1)).toEqual(['shop/prod 100.00', 'web/prod 100.00']);
    expect(held(pool, LATER)).toEqual(['web/prod 100.00']);
  });

  test('a stack that stands in the settings too has one claim, the larger one', () => {
    const [a, b] = [
      new Map([
        ['a/b', usd(5)],
        ['c/d', usd(1)],
      ]),
      new Map([
        ['a/b', usd(3)],
        ['e/f', usd(2)],
      ]),
    ];
    expect([...joinReserved(a, b)].map(([stack, amount]) => `${stack} ${amount}`)).toEqual(['a/b 5', 'c/d 1', 'e/f 2']);
  });
});

describe('a reservation', () => {
  test('takes the place of an earlier one of the same deployment, and of no other', () => {
    const pool = [one(), one({ deployment: '2' }), one({ stack: 'web/prod' })];
    const after = withReservation(pool, one({ usd: '60' }), NOW);
    expect(after).toEqual([one({ deployment: '2' }), one({ stack: 'web/prod' }), one({ usd: '60' })]);
    expect(withReservation(after, one({ usd: '60' }), NOW)).toEqual(after);
  });

  test('of nothing is none, and gives an earlier one back', () => {
    expect(withReservation([one()], one({ usd: '0' }), NOW)).toEqual([]);
  });

  test('whoever writes leaves out what has ended', () => {
    const ended = one({ stack: 'old/prod', until: NOW });
    expect(withReservation([ended], one(), NOW)).toEqual([one()]);
    expect(withoutReservations([ended, one()], { stack: 'a/b', deployment: undefined }, NOW)).toEqual([one()]);
  });

  test('is given back for one deployment, or for all of the stack', () => {
    const pool = [one(), one({ deployment: '2' }), one({ stack: 'web/prod' })];
    const left = (deployment: string | undefined) =>
      withoutReservations(pool, { stack: 'shop/prod', deployment }, NOW).map((it) => `${it.stack} ${it.deployment}`);
    expect(left('1')).toEqual(['shop/prod 2', 'web/prod 1']);
    expect(left('3')).toEqual(['shop/prod 1', 'shop/prod 2', 'web/prod 1']);
    expect(left(undefined)).toEqual(['web/prod 1']);
  });
});

describe('the file', () => {
  test('reads back as it was written, in one order', () => {
    const pool = [one({ stack: 'web/prod' }), one({ deployment: '2' }), one({ usd: '0.5' })];
    const text = poolText(pool);
    expect(text).toBe(poolText([...pool].reverse()));
    expect(readPool(JSON.parse(text))).toEqual({ pool: [one({ usd: '0.5' }), one({ deployment: '2' }), pool[0]] });
    expect(JSON.parse(text).reservations[0]).toEqual({
      stack: 'shop/prod',
      deployment: '1',
      usd: '0.50',
      since: '2026-12-01T00:00:00Z',
      until: '2027-01-01T00:00:00Z',
    });
  });

  const entry = { stack: 'a/b', deployment: '', usd: '1.00', since: '2026-12-01', until: '2027-01-01T00:00:00Z' };
  test.each([
    ['no object', 7, { because: 'no-list' }],
    ['no version', { reservations: [] }, { because: 'no-list' }],
    ['an older version', { schemaVersion: 0, reservations: [] }, { because: 'no-list' }],
    ['a later version', { schemaVersion: 2, reservations: [] }, { because: 'newer' }],
    ['no list', { schemaVersion: 1, reservations: {} }, { because: 'no-list' }],
    ['an entry that is none', [null], { because: 'no-stack', reservation: 1 }],
    ['no stack', [entry, { ...entry, stack: '' }], { because: 'no-stack', reservation: 2 }],
    ['no deployment', [{ ...entry, deployment: 1 }], { because: 'no-deployment', reservation: 1 }],
    ['an amount that is no text', [{ ...entry, usd: 1 }], { because: 'no-usd', reservation: 1 }],
    ['an amount that is no number', [{ ...entry, usd: '1e3' }], { because: 'no-usd', reservation: 1 }],
    ['an amount below zero', [{ ...entry, usd: '-1' }], { because: 'no-usd', reservation: 1 }],
    ['no end', [{ ...entry, until: 'soon' }], { because: 'no-dates', reservation: 1 }],
    ['no start', [{ ...entry, since: undefined }], { because: 'no-dates', reservation: 1 }],
  ])('%s is a fault, and nothing of it is read', (_, written, fault) => {
    const document = Array.isArray(written) ? { schemaVersion: 1, reservations: written } : written;
    expect(readPool(document)).toEqual({ fault });
  });

  test('an entry with nothing wrong is read', () => {
    expect(readPool({ schemaVersion: 1, reservations: [entry] })).toMatchObject({ pool: [{ stack: 'a/b' }] });
  });
});

test.each([
  ['pool.json', { kind: 'path', path: 'pool.json' }],
  ['/mnt/acme/pool.json', { kind: 'path', path: '/mnt/acme/pool.json' }],
  ['C:\\acme\\pool.json', { kind: 'path', path: 'C:\\acme\\pool.json' }],
  ['https://acme.test/pool.json?a=1', { kind: 'web', url: 'https://acme.test/pool.json?a=1' }],
  ['s3://acme.credits-1/a/b c.json', { kind: 'object', bucket: 'acme.credits-1', key: 'a/b c.json' }],
  ['S3://acme/pool.json', undefined],
  ['https://', undefined],
  ['http://acme.test/pool.json', undefined],
  ['s3://acme/', undefined],
  ['s3://acme/folder/', undefined],
  ['s3://acme/pool.json?versionId=1', undefined],
  ['s3://ac/pool.json', undefined],
  ['file:///tmp/pool.json', undefined],
])('%s', (written, place) => {
  expect(poolPlace(written)).toEqual(place);
});
