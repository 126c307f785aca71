import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './run';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credits-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

const aCredit = (parts: object = {}) => ({
  creditId: 'a',
  description: 'AWS Activate Founders',
  remainingAmount: { currencyCode: 'USD', currencyAmount: '1000.00' },
  startDate: '2026-01-01T00:00:00Z',
  endDate: '2027-12-31T23:59:59Z',
  creditStatus: 'ENABLED',
  applicableProductNames: ['Amazon EC2', 'Amazon RDS', 'Amazon S3', 'AWS Lambda'],
  accountId: '111122223333',
  ...parts,
});

const credits = (...argv: string[]) =>
  run(['credits', '--date', '2026-12-16', ...argv], { cwd: folder, env: { COLUMNS: '110' } });

describe('credits', () => {
  test('what was used since the last bill is off what is usable', async () => {
    written('credits.json', { readAt: '2026-12-15T00:00:00Z', credits: [aCredit()] });
    written('credit-guard.yaml', 'credits: { snapshot: credits.json }\nburn: { monthly: { Amazon EC2: "310.00" } }\n');
    const { code, stdout } = await credits();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\$850\.00 usable today, from .*credits\.json, read on 2026-12-15 \(1 day ago\)$/m);
    expect(stdout.replace(/\s+/g, ' ')).toContain('$1,000.00 when it was read');
    const { stdout: json } = await credits('--json');
    expect(JSON.parse(json)).toMatchObject({
      usable: '850.00',
      usableAtMost: '850.00',
      credits: [{ remaining: '1000.00', usable: '850.00', state: 'usable', entitled: 'yes', program: 'activate' }],
    });
  });

  test('products, programme and account of each', async () => {
    written('credits.json', { readAt: '2026-12-15T00:00:00Z', credits: [aCredit()] });
    const { stdout } = await credits('--credits', 'credits.json');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'AWS Activate Founders · Amazon EC2, Amazon RDS and 2 more · programme activate · account 111122223333',
    );
  });

  test('a credit of another account is not usable, and says so', async () => {
    const other = aCredit({
      creditId: 'b',
      description: 'Of others',
      accountId: '444455556666',
      creditSharingType: 'DISABLED',
    });
    written('credits.json', { readAt: '2026-12-15T00:00:00Z', credits: [aCredit(), other] });
    written('credit-guard.yaml', 'account: "111122223333"\ncredits: { snapshot: credits.json }\n');
    const { stdout } = await credits();
    expect(stdout).toMatch(/other account +Of others/);
    const { credits: rows } = JSON.parse((await credits('--json')).stdout);
    expect(rows.map(({ entitled, usable }: { entitled: string; usable: string }) => [entitled, usable])).toEqual([
      ['yes', '1000.00'],
      ['no', '0.00'],
    ]);
  });

  test('what is wrong with the credits and the burn alike is one line', async () => {
    const manual = '[{ description: A, remaining: "5", asOf: 2026-12-16 }]';
    written('credit-guard.yaml', `credits: { source: aws, manual: ${manual} }\nburn: { source: cost-explorer }\n`);
    const env = { COLUMNS: '200', AWS_ENDPOINT_URL: 'nowhere' };
    const { code, stdout } = await run(['credits'], { cwd: folder, env, now: '2026-12-16T00:00:00Z' });
    expect(code).toBe(0);
    expect(stdout.match(/AWS_ENDPOINT_URL is no http/g)).toHaveLength(1);
  });

  test('a balance that is not known is exit code 2, and null in JSON', async () => {
    expect((await credits()).code).toBe(2);
    const { code, stdout } = await credits('--json');
    expect([code, JSON.parse(stdout).usable]).toEqual([2, null]);
  });
});
