import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import { Terms } from '../../../src/core/coverage/coverage';
import type { Allocation, History } from '../../../src/core/credits/burn-answers';
import type { Credit } from '../../../src/core/credits/credit';
import { historyFindings } from '../../../src/core/findings/history-findings';
import { plain, usd } from '../../../src/core/money';
import { aBalance, aCredit, at, NOW } from '../../support/inputs';

const allocation = (parts: Partial<Omit<Allocation, 'usd'>> & { usd?: string } = {}): Allocation => ({
  creditId: 'credit',
  account: undefined,
  month: '2026-10',
  service: 'Amazon EC2',
  isEstimated: false,
  ...parts,
  usd: usd(parts.usd ?? '5'),
});
const history = (allocations: readonly Allocation[], parts: Partial<History> = {}): History => ({
  allocations,
  failedMonths: [],
  isPartial: false,
  ...parts,
});

function told(past: History, credits: readonly Credit[] = [aCredit()], burn?: Record<string, string>) {
  const terms = new Terms(aBalance(credits), settingsOf({}), NOW);
  const monthly = burn && new Map(Object.entries(burn).map(([product, amount]) => [product, usd(amount)] as const));
  return historyFindings(past, terms, monthly).map(({ rule, level, says }) => ({
    rule,
    level,
    args: JSON.parse(JSON.stringify(says.args, (_, value) => value)) as Record<string, string>,
  }));
}
const productsOf = (...args: Parameters<typeof told>) => told(...args).map(({ args: { product } }) => product);

const EC2_ONLY = aCredit({ products: ['Amazon EC2'] });
const OTHER = aCredit({ id: 'other', description: 'Migration', products: ['Amazon S3'] });

describe('AWS covered what the rules call not covered', () => {
  test('Marketplace is no usage that a credit may cover', () => {
    expect(told(history([allocation({ service: 'AWS Marketplace', usd: '12.5' })]))).toEqual([
      {
        rule: 'history-covered',
        level: 'warn',
        args: {
          product: 'AWS Marketplace',
          usd: '12.5',
          credit: 'AWS Activate',
          from: '2026-10',
          to: '2026-10',
          because: 'not-eligible',
        },
      },
    ]);
  });

  test('a product that the credit does not list is another reason', () => {
    expect(told(history([allocation({ service: 'Amazon RDS' })]), [EC2_ONLY])).toMatchObject([
      { args: { product: 'Amazon RDS', because: 'not-listed' } },
    ]);
  });

  test('months of one credit and product are one finding, from the first to the last', () => {
    const months = ['2026-09', '2026-07', '2026-10', '2026-08'].map((month) =>
      allocation({ month, service: 'Amazon RDS', usd: '3' }),
    );
    expect(told(history(months), [EC2_ONLY])).toMatchObject([{ args: { usd: '12', from: '2026-07', to: '2026-10' } }]);
  });

  test('each credit and each product is one of its own', () => {
    const past = history([
      allocation({ service: 'Amazon RDS' }),
      allocation({ service: 'Amazon SQS' }),
      allocation({ service: 'Amazon RDS', creditId: 'other' }),
    ]);
    expect(told(past, [EC2_ONLY, OTHER]).map(({ args: { credit, product } }) => [credit, product])).toEqual([
      ['AWS Activate', 'Amazon RDS'],
      ['AWS Activate', 'Amazon SQS'],
      ['Migration', 'Amazon RDS'],
    ]);
  });

  test('less than a dollar is a correction', () => {
    expect(told(history([allocation({ service: 'Amazon RDS', usd: '0.99' })]), [EC2_ONLY])).toEqual([]);
    expect(told(history([allocation({ service: 'Amazon RDS', usd: '1' })]), [EC2_ONLY])).toHaveLength(1);
    const taken = ['5', '-4.5'].map((amount) => allocation({ service: 'Amazon RDS', usd: amount }));
    expect(told(history(taken), [EC2_ONLY])).toEqual([]);
  });

  test('what the rules allow, and a credit that the balance does not list, are none', () => {
    const past = history([
      allocation(),
      allocation({ service: 'Amazon RDS', creditId: 'gone' }),
      allocation({ service: 'Amazon RDS', creditId: undefined }),
    ]);
    expect(told(past, [EC2_ONLY])).toEqual([]);
  });
});

describe('AWS did not cover what the rules call covered', () => {
  const SPENT = { 'Amazon RDS': '40' };
  const PAST = history([allocation()]);

  test('a service that the account spends on, and no credit was applied to', () => {
    expect(told(PAST, [aCredit()], SPENT)).toEqual([
      {
        rule: 'history-not-covered',
        level: 'warn',
        args: { product: 'Amazon RDS', monthly: '40', credit: 'AWS Activate', month: '2026-10' },
      },
    ]);
  });

  test('without a burn nobody knows what was spent', () => {
    expect(told(PAST, [aCredit()])).toEqual([]);
  });

  test('the last closed month counts', () => {
    const past = history([
      allocation({ month: '2026-11', isEstimated: true }),
      allocation({ month: '2026-08', service: 'Amazon RDS' }),
      allocation({ month: '2026-09' }),
    ]);
    expect(told(past, [aCredit()], SPENT)).toMatchObject([{ args: { month: '2026-09' } }]);
    expect(told(history([allocation({ isEstimated: true })]), [aCredit()], SPENT)).toEqual([]);
    expect(told(history([]), [aCredit()], SPENT)).toEqual([]);
  });

  test('a service under another name was covered', () => {
    const under = (service: string, amount?: string) =>
      productsOf(history([allocation({ service, ...(amount && { usd: amount }) })]), [aCredit()], SPENT);
    expect(under('Amazon Relational Database Service')).toEqual([]);
    expect(under('Amazon Relational Database Service', '0')).toEqual(['Amazon RDS']);
    expect(under('Amazon RDS', '-1')).toEqual(['Amazon RDS']);
    expect(under('Amazon RDS', '0.01')).toEqual([]);
  });

  test('what AWS covered in an earlier month counts for that month alone', () => {
    const past = history([allocation(), allocation({ service: 'Amazon RDS', month: '2026-09' })]);
    expect(productsOf(past, [aCredit()], SPENT)).toEqual(['Amazon RDS']);
  });

  test('a month that is not whole tells nothing', () => {
    expect(productsOf(history([allocation()], { isPartial: true }), [aCredit()], SPENT)).toEqual([]);
    expect(productsOf(history([allocation()], { failedMonths: ['2026-10'] }), [aCredit()], SPENT)).toEqual([]);
    expect(productsOf(history([allocation()], { failedMonths: ['2026-09'] }), [aCredit()], SPENT)).toHaveLength(1);
    expect(productsOf(history([allocation({ month: 'October' })]), [aCredit()], SPENT)).toEqual([]);
  });

  test('less than a dollar a month may be free', () => {
    expect(productsOf(PAST, [aCredit()], { 'Amazon RDS': '0.99' })).toEqual([]);
    expect(productsOf(PAST, [aCredit()], { 'Amazon RDS': '1' })).toEqual(['Amazon RDS']);
  });

  test.each([
    ['used up', aCredit({ remaining: '0' }), 0],
    ['that started within the month', aCredit({ starts: at('2026-10-01T00:00:01Z') }), 0],
    ['that started with the month', aCredit({ starts: at('2026-10-01') }), 1],
    ['that had no end', aCredit({ ends: undefined }), 1],
    ['that ended with the month, and is not over today', aCredit({ ends: at('2026-11-01') }), 0],
    ['that is for another product', OTHER, 0],
    ['of another account that does not share', aCredit({ owner: '999988887777' }), 0],
  ])('a credit %s', (_, credit, findings) => {
    const terms = new Terms(aBalance([credit]), settingsOf({ account: '111122223333' }), NOW);
    expect(historyFindings(PAST, terms, new Map([['Amazon RDS', usd('40')]]))).toHaveLength(findings);
  });

  test('Marketplace is none of it', () => {
    expect(productsOf(PAST, [aCredit()], { 'AWS Marketplace': '40' })).toEqual([]);
  });
});

test('amounts are exact', () => {
  const [finding] = historyFindings(
    history([allocation({ service: 'Amazon RDS', usd: '1.10' }), allocation({ service: 'Amazon RDS', usd: '2.20' })]),
    new Terms(aBalance([EC2_ONLY]), settingsOf({}), NOW),
    undefined,
  );
  const says = finding?.says;
  expect(says?.code === 'covered-against-rules' && plain(says.args.usd)).toBe('3.30');
});
