import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './run';

/** What AWS did in past months against what the rules say, by the real command. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const save = (name: string, content: string | object): void =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

const ACCOUNT = '111122223333';

interface CreditSketch {
  id: string;
  remaining: string;
  starts?: string;
  ends: string;
  products?: readonly string[];
}
/** A snapshot of 2026-12-01, so that every closed month is off the balance. */
const credits = (...all: readonly CreditSketch[]) =>
  save('credits.json', {
    readAt: '2026-12-01T00:00:00Z',
    credits: all.map(
      ({ id, remaining, starts = '2026-01-01T00:00:00Z', ends, products = ['Amazon EC2', 'Amazon RDS'] }) => ({
        creditId: id,
        accountId: ACCOUNT,
        creditType: 'Promotion',
        description: `Credit ${id}`,
        initialAmount: { currencyCode: 'USD', currencyAmount: '5000' },
        remainingAmount: { currencyCode: 'USD', currencyAmount: remaining },
        startDate: starts,
        endDate: ends,
        applicableProductNames: products,
        creditStatus: 'ENABLED',
      }),
    ),
  });

type Entry = readonly [month: string, credit: string, service: string, usd: string, estimated?: boolean];
const answer = (entries: readonly Entry[], rest: object = {}) => ({
  creditAllocationHistoryList: entries.map(
    ([billingMonth, creditId, appliedServiceName, usd, isEstimatedBill = false]) => ({
      creditId,
      accountId: ACCOUNT,
      appliedServiceName,
      billingMonth,
      creditAmount: { currencyCode: 'USD', currencyAmount: `-${usd}` },
      isEstimatedBill,
    }),
  ),
  partialResults: false,
  failedMonths: [],
  ...rest,
});
const history = (...entries: readonly Entry[]) => save('history.json', answer(entries));

const backtest = (...args: string[]) =>
  run(['forecast', '--backtest', '--history', 'history.json', '--credits', 'credits.json', ...args], {
    cwd: folder,
    now: '2026-12-01T00:00:00Z',
  });

interface Told {
  applied: string;
  expected: string;
  error: string;
  months: { month: string; credits: { id: string; applied: string; expected: string; error: string }[] }[];
  leftOut: { open: string[]; failed: string[]; unknownCredits: { id: string; usd: string }[] };
  accounts: number;
  findings: { code: string; level: string; message: string }[];
}
async function told(): Promise<Told> {
  const { stdout, stderr } = await backtest('--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
const rowsOf = ({ months }: Told) =>
  months.flatMap(({ month, credits: all }) => all.map(({ id, applied, expected }) => [month, id, applied, expected]));

describe('months against the rules', () => {
  test('where AWS uses the credit that ends first, there is no error', async () => {
    credits(
      { id: '1', remaining: '0', ends: '2027-01-31T00:00:00Z' },
      { id: '2', remaining: '950', ends: '2028-01-01T00:00:00Z' },
    );
    history(
      ['2026-09', '1', 'Amazon Elastic Compute Cloud - Compute', '70.00'],
      ['2026-10', '1', 'Amazon Relational Database Service', '30.00'],
      ['2026-10', '2', 'Amazon Relational Database Service', '50.00'],
    );
    const answered = await told();
    // In September the first held 100, in October the 30 that were left of it.
    expect(rowsOf(answered)).toEqual([
      ['2026-09', '1', '70.00', '70.00'],
      ['2026-10', '1', '30.00', '30.00'],
      ['2026-10', '2', '50.00', '50.00'],
    ]);
    expect([answered.applied, answered.expected, answered.error]).toEqual(['150.00', '150.00', '0.00']);
  });

  test('where it uses another one, each has its error, by month', async () => {
    credits(
      { id: '1', remaining: '500', ends: '2027-01-31T00:00:00Z' },
      { id: '2', remaining: '900', ends: '2028-01-01T00:00:00Z' },
    );
    history(['2026-10', '2', 'Amazon RDS', '80.00'], ['2026-10', '1', 'Amazon EC2', '20.00']);
    const { months, error } = await told();
    expect(months).toMatchObject([
      {
        month: '2026-10',
        credits: [
          { id: '1', applied: '20.00', expected: '100.00', error: '80.00' },
          { id: '2', applied: '80.00', expected: '0.00', error: '-80.00' },
        ],
      },
    ]);
    expect(error).toBe('160.00');
    const { stdout } = await backtest();
    expect(stdout).toMatch(/^Back-test: 1 closed month of history\.json as of 2026-12-01\n/);
    expect(stdout).toMatch(
      /^ {2}2026-10 +\$20\.00 +\$100\.00 +\+\$80\.00 +Credit 1\n +\$80\.00 +\$0\.00 +-\$80\.00 +Credit 2$/m,
    );
    expect(stdout).toMatch(/AWS applied \$100\.00, the rules say \$100\.00\. The errors add up to \$160\.00, 160 %/);
  });

  test('a narrow credit goes before a broad one that ends with it, and pays for its own products alone', async () => {
    const ends = '2028-01-01T00:00:00Z';
    credits({ id: '1', remaining: '0', ends, products: ['Amazon EC2'] }, { id: '2', remaining: '900', ends });
    history(
      ['2026-10', '1', 'Amazon EC2', '40.00'],
      ['2026-10', '2', 'Amazon EC2', '5.00'],
      ['2026-10', '2', 'Amazon RDS', '9.00'],
    );
    expect(rowsOf(await told())).toEqual([
      ['2026-10', '1', '40.00', '40.00'],
      ['2026-10', '2', '14.00', '14.00'],
    ]);
  });

  test('a credit that starts within a month covers all of it, as AWS applies it to the whole bill', async () => {
    credits({ id: '1', remaining: '900', starts: '2026-10-16T12:00:00Z', ends: '2028-01-01T00:00:00Z' });
    history(['2026-10', '1', 'Amazon EC2', '62.00']);
    expect(rowsOf(await told())).toEqual([['2026-10', '1', '62.00', '62.00']]);
  });

  test('what is left out is named', async () => {
    credits({ id: '1', remaining: '900', ends: '2028-01-01T00:00:00Z' });
    save(
      'history.json',
      answer(
        [
          ['2026-08', '1', 'Amazon EC2', '10.00'],
          ['2026-09', '1', 'Amazon EC2', '10.00'],
          ['2026-09', '99', 'Amazon EC2', '3.00'],
          ['2026-11', '1', 'Amazon EC2', '10.00', true],
        ],
        { partialResults: true, failedMonths: ['2026-08'] },
      ),
    );
    const answered = await told();
    expect(rowsOf(answered)).toEqual([['2026-09', '1', '10.00', '10.00']]);
    expect(answered.leftOut).toEqual({
      open: ['2026-11'],
      failed: ['2026-08'],
      unknownCredits: [{ id: '99', usd: '3.00' }],
    });
    const { stdout } = await backtest();
    expect(stdout).toContain('Left out, because the bill is open: 2026-11.');
    expect(stdout).toContain('Left out, because AWS could not answer for it: 2026-08.');
    expect(stdout).toContain('credit 99 ($3.00)');
  });

  test('pages one after the other are one history', async () => {
    credits({ id: '1', remaining: '900', ends: '2028-01-01T00:00:00Z' });
    const pages = [answer([['2026-09', '1', 'Amazon EC2', '1.00']]), answer([['2026-10', '1', 'Amazon EC2', '2.00']])];
    save('history.json', pages.map((page) => JSON.stringify(page)).join('\n'));
    expect(rowsOf(await told()).map(([month]) => month)).toEqual(['2026-09', '2026-10']);
  });

  test('--json is as the published schemas say', async () => {
    credits({ id: '1', remaining: '900', ends: '2028-01-01T00:00:00Z' });
    history(['2026-10', '1', 'AWS Marketplace', '25.00'], ['2026-10', '9', 'Amazon EC2', '1.00']);
    const schema = (name: string) =>
      JSON.parse(readFileSync(join(__dirname, `../../docs/schemas/${name}.schema.json`), 'utf8'));
    const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
    ajv.addSchema(schema('report'), 'report.schema.json');
    const validate = ajv.compile(schema('backtest'));
    const document = await told();
    validate(document);
    expect(validate.errors).toBeNull();
    expect(Object.keys(document).sort()).toEqual(Object.keys(schema('backtest').properties).sort());
    expect(document.findings).toHaveLength(1);
  });
});

describe('AWS and the rules differ', () => {
  const plan = { steps: [], changeSummary: {} };
  const findings = async (more = '') => {
    save('plan.json', plan);
    save('credit-guard.yaml', `credits: { snapshot: credits.json, history: history.json }\n${more}`);
    const { stdout, stderr } = await run(['check', 'plan.json', '--format', 'json'], {
      cwd: folder,
      now: '2026-12-01T00:00:00Z',
    });
    if (stdout === '') throw new Error(stderr);
    const all: { code: string; rule: string; level: string; message: string }[] = JSON.parse(stdout).findings;
    return all.filter(({ rule }) => rule.startsWith('history-'));
  };
  beforeEach(() => credits({ id: '1', remaining: '900', ends: '2028-01-01T00:00:00Z' }));

  test('AWS covered what the rules call not covered: both facts in one sentence', async () => {
    history(
      ['2026-09', '1', 'AWS Marketplace', '20.00'],
      ['2026-10', '1', 'AWS Marketplace', '5.00'],
      ['2026-10', '1', 'AWS Elemental MediaLive', '7.00'],
      ['2026-10', '1', 'Amazon EC2', '99.00'],
    );
    expect((await findings()).map(({ level, message }) => [level, message])).toEqual([
      [
        'warn',
        'AWS applied $25.00 of "Credit 1" to AWS Marketplace (2026-09 to 2026-10), and the rules call it not covered',
      ],
      [
        'warn',
        'AWS applied $7.00 of "Credit 1" to AWS Elemental MediaLive (2026-10), and the rules call it not covered',
      ],
    ]);
  });

  test('AWS did not cover what the rules call covered: the burn says that it was spent', async () => {
    history(['2026-10', '1', 'Amazon EC2', '99.00'], ['2026-11', '1', 'Amazon EC2', '5.00', true]);
    const burn = 'burn: { monthly: { Amazon EC2: "100.00", Amazon RDS: "120.50", Amazon S3: "50.00", Tax: "9.00" } }\n';
    // EC2 was covered, S3 is not listed, nothing covers tax.
    expect((await findings(burn)).map(({ message }) => message)).toEqual([
      'AWS applied no credit to Amazon RDS in 2026-10, and the rules call it covered by "Credit 1" (burn: $120.50 a month)',
    ]);
    expect(await findings(`${burn}policies: { credit-outlook: { coverage: "off" } }\n`)).toEqual([]);
    // A credit that began within that month says nothing of it.
    credits({ id: '1', remaining: '900', starts: '2026-10-15T00:00:00Z', ends: '2028-01-01T00:00:00Z' });
    expect(await findings(burn)).toEqual([]);
  });

  test('a history that agrees says nothing, and cents are no rule', async () => {
    history(['2026-10', '1', 'EC2 - Other', '99.00'], ['2026-10', '1', 'AWS Marketplace', '0.40']);
    expect(await findings()).toEqual([]);
  });

  test('one that cannot be read is one line, and changes no figure', async () => {
    save('history.json', '{"creditAllocationHistoryList": 3}');
    save('plan.json', plan);
    save('credit-guard.yaml', 'credits: { snapshot: credits.json, history: history.json }\n');
    const { code, stdout } = await run(['check', 'plan.json', '--verbose'], {
      cwd: folder,
      now: '2026-12-01T00:00:00Z',
    });
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'history.json: it is not the whole output of `aws billing get-credit-',
    );
    expect(stdout).toContain('$900.00');
  });
});

describe('what is refused', () => {
  beforeEach(() => credits({ id: '1', remaining: '900', ends: '2028-01-01T00:00:00Z' }));

  test.each<[string, string, string]>([
    ['no history', '{"credits": []}', 'creditAllocationHistoryList is missing'],
    ['one that has more pages', JSON.stringify(answer([], { nextToken: 'x' })), 'it has more pages; save it without'],
    ['the list alone', JSON.stringify(answer([]).creditAllocationHistoryList), 'as `--query` prints'],
    [
      'an amount in euros',
      JSON.stringify(answer([['2026-10', '1', 'EC2', '1']])).replace('USD', 'EUR'),
      'no amount in USD',
    ],
    ['an error of AWS', '{"__type": "AccessDeniedException", "message": "no"}', 'billing:GetCreditAllocationHistory'],
    ['an empty file', '', 'is empty'],
  ])('%s', async (_, content, line) => {
    save('history.json', content);
    const { code, stdout, stderr } = await backtest();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(line);
  });

  test('without a history, the command that saves one', async () => {
    const { code, stderr } = await run(['forecast', '--backtest', '--credits', 'credits.json'], { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining('aws billing get-credit-allocation-history')]);
  });

  test('without the credits, the option that names them', async () => {
    history();
    const argv = ['forecast', '--backtest', '--history', 'history.json'];
    const { code, stderr } = await run(argv, { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--credits credits.json')]);
  });

  test('a plan has no say in past months', async () => {
    history();
    const { code, stderr } = await backtest('plan.json');
    expect([code, stderr]).toEqual([2, expect.stringContaining('leave plan.json out')]);
  });

  test('an empty history tests nothing, and says so', async () => {
    history();
    const { code, stdout } = await backtest();
    expect([code, stdout]).toEqual([0, expect.stringContaining('No month of it can be tested.')]);
  });
});
