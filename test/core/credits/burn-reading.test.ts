import { describe, expect, test } from 'vitest';
import {
  type BilledMonths,
  closedMonths,
  readBilledBurn,
  readBurn,
  writtenBurn,
} from '../../../src/core/credits/burn-reading';
import { plain, type Usd, usd } from '../../../src/core/money';
import { wordsOf } from '../../../src/words/notices';

const ec2 = (amount: string) => new Map([['Amazon EC2', usd(amount)]]);
const MONTHS: BilledMonths = new Map([
  ['2026-09', { byAccount: new Map([['1', ec2('390')]]), isEstimated: false }],
  [
    '2026-10',
    {
      byAccount: new Map([
        ['1', ec2('400.50')],
        ['2', new Map([...ec2('9'), ['Amazon S3', usd('1')]])],
      ]),
      isEstimated: true,
    },
  ],
]);
const BURN = { month: '2026-10', months: MONTHS };
const written = (from: string, caller?: string) => JSON.parse(JSON.stringify(writtenBurn(BURN, from, caller)));
const texts = (amounts: ReadonlyMap<string, Usd> | undefined) =>
  [...(amounts ?? [])].map(([product, amount]) => `${product} ${plain(amount)}`);

describe('what is written is read back', () => {
  test.each([
    ['cost-explorer', false],
    ['allocation-history', true],
  ] as const)('of %s, with what it leaves out', (from, isCoveredOnly) => {
    const read = readBurn({ burn: written(from, '1') }, 'credits.json');
    expect(read).toMatchObject({ isCoveredOnly, caller: '1', source: 'credits.json', problems: [] });
    expect(read?.monthly.state === 'known' && texts(read.monthly.value)).toEqual([
      'Amazon EC2 409.50',
      'Amazon S3 1.00',
    ]);
    expect([...(read?.byAccount ?? [])].map(([account, amounts]) => [account, texts(amounts)])).toEqual([
      ['1', ['Amazon EC2 400.50']],
      ['2', ['Amazon EC2 9.00', 'Amazon S3 1.00']],
    ]);
    expect([...(read?.months ?? [])].map(([month, { isEstimated }]) => [month, isEstimated])).toEqual([
      ['2026-09', false],
      ['2026-10', true],
    ]);
  });

  test('the total stands in it for people, and for earlier versions', () => {
    expect(written('cost-explorer')).toMatchObject({
      month: '2026-10',
      monthly: { 'Amazon EC2': '409.50', 'Amazon S3': '1.00' },
      estimated: ['2026-10'],
    });
    expect(written('cost-explorer')).not.toHaveProperty('account');
  });

  test('an earlier version wrote no accounts and no months', () => {
    const { month, from, monthly } = written('cost-explorer');
    const read = readBurn({ burn: { month, from, monthly } }, 'credits.json');
    expect(read?.monthly.state === 'known' && texts(read.monthly.value)).toEqual([
      'Amazon EC2 409.50',
      'Amazon S3 1.00',
    ]);
    expect([read?.byAccount, read?.months, read?.caller, read?.problems]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ]);
    expect(readBilledBurn({ month, from, monthly })).toBeUndefined();
  });

  test('a snapshot without a burn says nothing of it', () => {
    for (const nothing of [{ credits: [] }, { burn: null }]) expect(readBurn(nothing, 'credits.json')).toBeUndefined();
  });

  test('months come oldest first, in whatever order they stand', () => {
    const { months, ...rest } = written('cost-explorer');
    const turned = { ...rest, months: Object.fromEntries(Object.entries(months).reverse()) };
    expect([...(readBilledBurn(turned)?.months.keys() ?? [])]).toEqual(['2026-09', '2026-10']);
  });

  test('who asked is text', () => {
    expect(readBurn({ burn: { ...written('cost-explorer'), account: 1 } }, 'credits.json')?.caller).toBeUndefined();
  });

  test('where all bills are closed, none is told as open', () => {
    const months = new Map([...MONTHS].slice(0, 1));
    expect(writtenBurn({ month: '2026-09', months }, 'cost-explorer')).not.toHaveProperty('estimated');
  });

  test('less than half a cent is left out', () => {
    const small = new Map([...ec2('0.00499'), ['Amazon S3', usd('0.005')]]);
    const months = new Map([['2026-10', { byAccount: new Map([['1', small]]), isEstimated: false }]]);
    const { monthly, months: byMonth } = writtenBurn({ month: '2026-10', months }, 'cost-explorer');
    expect([monthly, byMonth]).toEqual([{ 'Amazon S3': '0.01' }, { '2026-10': { '1': { 'Amazon S3': '0.01' } } }]);
  });
});

describe('a part that is malformed is named, and the burn is not known', () => {
  const whole = written('cost-explorer');
  const months = (value: unknown) => ({ ...whole, months: value });
  test.each<[string, unknown, string]>([
    ['no amounts', { month: '2026-10' }, 'has no amounts by product under "monthly"'],
    ['a list', [], 'has no amounts by product under "monthly"'],
    ['an amount that is none', { monthly: { 'Amazon EC2': 'much' } }, 'of Amazon EC2 is no amount'],
    ['a negative one', { monthly: { 'Amazon EC2': '-1.00' } }, 'of Amazon EC2 is no amount'],
    ['a total that is none', { ...whole, monthly: { 'Amazon EC2': 4 } }, 'of Amazon EC2 is no amount'],
    ...[[], null, 'October'].map((none): [string, unknown, string] => [
      `months that are ${JSON.stringify(none)}`,
      months(none),
      'has no amounts by product under "months"',
    ]),
    ...['October', '2026-10-01', 'x2026-10'].map((name): [string, unknown, string] => [
      `a month of ${name}`,
      months({ ...whole.months, [name]: {} }),
      `has no amounts by product under "months: ${name}"`,
    ]),
    ['a month without accounts', months({ '2026-10': 5 }), 'has no amounts by product under "months: 2026-10"'],
    [
      'an account without amounts',
      months({ '2026-10': { '1': '5.00' } }),
      'has no amounts by product under "months: 2026-10: 1"',
    ],
    [
      'an amount of an account that is none',
      months({ ...whole.months, '2026-09': { '1': { 'Amazon EC2': '1e5' } } }),
      'of Amazon EC2 (months: 2026-09: 1) is no amount',
    ],
    ['a month that is not among them', { ...whole, month: '2026-11' }, 'has no amounts by product under "months"'],
  ])('%s', (_, burn, line) => {
    const read = readBurn({ burn }, 'credits.json');
    expect(read?.monthly.state).toBe('unknown');
    expect(read?.problems.map(wordsOf)).toEqual([
      `credits.json: its burn ${line}. Run \`credit-guard credits fetch --burn\` again.`,
    ]);
  });

  test('what is kept of Cost Explorer is then not there', () => {
    expect(readBilledBurn(whole)?.month).toBe('2026-10');
    for (const odd of [undefined, 'text', {}, months([]), months({ '2026-10': { '1': 5 } })])
      expect(readBilledBurn(odd)).toBeUndefined();
  });
});

describe('closed months', () => {
  const of = (account: string | undefined) =>
    closedMonths(MONTHS, account).map(({ month, usd: amounts }) => [month, texts(amounts)]);

  test('of an account are those that list something for it, and whose bill is closed', () => {
    expect([of('1'), of('2'), of('3')]).toEqual([[['2026-09', ['Amazon EC2 390.00']]], [], []]);
  });

  test('an account that lists nothing in a month has none', () => {
    const empty = { byAccount: new Map([['1', new Map()]]), isEstimated: false };
    expect(closedMonths(new Map([['2026-10', empty]]), '1')).toEqual([]);
  });

  test('of all together add the accounts up', () => {
    const closed = new Map([...MONTHS].map(([month, one]) => [month, { ...one, isEstimated: false }]));
    expect(closedMonths(closed, undefined).map(({ usd: amounts }) => texts(amounts))).toEqual([
      ['Amazon EC2 390.00'],
      ['Amazon EC2 409.50', 'Amazon S3 1.00'],
    ]);
  });
});
