import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AwsServer, type Script } from '../support/aws-server';
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

describe('read from AWS', () => {
  const INSTANCE: SentResource = { type: 'aws:ec2/instance:Instance', properties: { instanceType: 'm5.large' } };
  const ANSWERS: NonNullable<Script['answers']> = {
    GetCredits: () => ({
      credits: snapshot('8500.00').credits.map((credit) => ({ ...credit, endDate: 1_900_000_000 })),
    }),
    GetAccountPlanState: () => ({ accountPlanType: 'PAID', accountPlanRemainingCredits: { amount: 0, unit: 'USD' } }),
  };

  /** All policies, each with settings of its own, over a stack of two. */
  async function messagesWith(script: Script, environment: Record<string, string | undefined> = {}) {
    const aws = await AwsServer.start({ answers: ANSWERS, ...script });
    const config = write('credit-guard.yaml', 'credits: { source: aws }\n');
    const proxies = Object.fromEntries(
      Object.keys(process.env).flatMap((name) => (/_proxy$/i.test(name) ? [[name, undefined]] : [])),
    );
    const env = { ...proxies, ...aws.environment, CREDIT_GUARD_CONFIG: config, CREDIT_GUARD_DATE: undefined };
    const server = await PackServer.boot({ env: { ...env, ...environment } });
    try {
      await server.configure({
        'no-uncovered-upfront-fees': { properties: { uncertain: 'block' } },
        'credit-outlook': { properties: { expiringWithinDays: 30 } },
      });
      await Promise.all([server.analyze(PLAN), server.analyze(INSTANCE)]);
      const violations = await server.analyzeStack([PLAN, INSTANCE]);
      return { messages: violations.map(({ message }) => message).join('\n'), calls: aws.calls() };
    } finally {
      server.stop();
      await aws.stop();
    }
  }

  test('each call once for all policies', async () => {
    const { messages, calls } = await messagesWith({});
    expect([...calls].sort()).toEqual(['GetAccountPlanState', 'GetCallerIdentity', 'GetCredits']);
    expect(messages).not.toMatch(/balance/i);
    expect(messages).toMatch(/No usable credit lists Amazon VPC/);
  });

  test('a refusal is one line, and nothing counts as covered', async () => {
    const refusal = { status: 400, type: 'AccessDeniedException', message: 'no' };
    const { messages } = await messagesWith({ faults: { GetCredits: refusal } });
    expect(messages.replace(/\s+/g, ' ')).toMatch(
      /The credit balance is not known.*AWS: AWS refused GetCredits: the permission billing:GetCredits is missing/,
    );
    expect(messages.match(/permission billing:GetCredits/g)).toHaveLength(1);
  });

  test('AWS that never answers does not hold up the preview', async () => {
    const { messages, calls } = await messagesWith({ faults: { GetCredits: 'silent', GetAccountPlanState: 'silent' } });
    expect(messages.replace(/\s+/g, ' ')).toMatch(/did not answer GetCredits within 5 seconds/);
    // All policies wait for the same answer, up to the same end: nobody asks, or waits, a second time.
    expect([...calls].sort()).toEqual(['GetAccountPlanState', 'GetCallerIdentity', 'GetCredits']);
  });
});

test('a file that loosens what it extends stops the deployment', async () => {
  write('base.yaml', 'policies: { credit-outlook: { maxMonthlyCash: "50.00" } }\n');
  const config = write(
    'credit-guard.yaml',
    'extends: ./base.yaml\npolicies: { credit-outlook: { maxMonthlyCash: 5000 } }\n',
  );
  const server = await PackServer.boot({ env: { CREDIT_GUARD_CONFIG: config } });
  try {
    const violations = await server.analyzeStack([PLAN]);
    const said = violations.map(({ message, level }) => `${level} ${message}`.replace(/\s+/g, ' '));
    expect(said.join('\n')).toMatch(/^mandatory \S+credit-guard\.yaml is invalid and was ignored/m);
    expect(said.join('\n')).toMatch(/maxMonthlyCash: 5000 is looser than 50\.00 of \S+base\.yaml/);
  } finally {
    server.stop();
  }
});
