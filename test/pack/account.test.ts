import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PackServer, type SentResource } from '../support/pack-server';

const DAY = '2026-11-24T12:00:00Z';
const PLAN: SentResource = {
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  properties: { commitment: '0.30', upfrontPaymentAmount: '1314.00', savingsPlanOfferingId: 'x' },
};
const snapshot = (usd: string) => ({
  readAt: DAY,
  credits: [
    {
      creditId: '1',
      accountId: '111122223333',
      description: 'Start-up credit',
      remainingAmount: { currencyCode: 'USD', currencyAmount: usd },
      estimatedAmount: { currencyCode: 'USD', currencyAmount: usd },
      startDate: '2026-04-01T00:00:00Z',
      endDate: '2027-03-31T23:59:59Z',
      applicableProductNames: ['Amazon EC2'],
    },
  ],
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-account-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

test('the account is read once for all policies, each with its own settings over it', async () => {
  const credits = write('credits.json', snapshot('8500.00'));
  const config = write('credit-guard.yaml', 'credits: { snapshot: credits.json }\n');
  const server = await PackServer.boot({ env: { CREDIT_GUARD_CONFIG: config } });
  try {
    await server.configure({
      'no-uncovered-upfront-fees': { properties: { uncertain: 'block' } },
      'credit-outlook': { properties: { blockWithinDays: 400, onUnknownBalance: 'block' } },
    });
    await server.analyze(PLAN);
    // Whoever reads it again, for settings of its own, now reads something else.
    writeFileSync(credits, 'not credits');
    const instance = { type: 'aws:ec2/instance:Instance', properties: { instanceType: 'm5.large' } };
    const violations = await server.analyzeStack([instance]);
    expect(violations.filter(({ message }) => /not JSON|balance/i.test(message))).toEqual([]);
    // The settings of the stack policy apply to the account that a resource policy had read.
    const [first] = violations;
    expect(first?.message).toMatch(/^Credits stop covering this plan on 2027-03-31[\s\S]*blockWithinDays is 400/);
  } finally {
    server.stop();
  }
});

test('a policy that names another configuration file has the account of that file', async () => {
  write('credits.json', snapshot('8500.00'));
  const config = write('credit-guard.yaml', 'credits: { snapshot: credits.json }\n');
  const other = write('other.yaml', 'credits: { snapshot: none.json }\n');
  const server = await PackServer.boot({ env: { CREDIT_GUARD_CONFIG: config } });
  try {
    await server.configure({ 'credit-outlook': { properties: { configFile: other } } });
    await server.analyze(PLAN);
    const messages = (await server.analyzeStack([PLAN])).map(({ message }) => message);
    expect(messages.join('\n')).toContain('none.json: there is no such file');
  } finally {
    server.stop();
  }
});
