import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICIES } from '../../src/core/policy-names';
import { type BootOptions, PackServer, type SentResource, type Violation } from '../support/pack-server';
import { LATER } from '../support/resources';

const NAT: SentResource = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat', properties: { subnetId: 'subnet-1' } };
const PLAN: SentResource = {
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  name: 'compute',
  properties: { commitment: '0.30', upfrontPaymentAmount: '1314.00', savingsPlanOfferingId: 'x' },
};
const DOMAIN: SentResource = {
  type: 'aws:route53domains/domain:Domain',
  name: 'shop',
  properties: { domainName: 'shop.com' },
};
const BUDGET: SentResource = {
  type: 'aws:budgets/budget:Budget',
  name: 'monthly',
  properties: {
    budgetType: 'COST',
    limitAmount: '100',
    limitUnit: 'USD',
    timeUnit: 'MONTHLY',
    costTypes: { includeTax: true },
  },
};

const CONFIG = `
program: other
credits:
  manual:
    - { description: Start-up credit, remaining: "8500.00", starts: 2026-04-01, ends: 2027-03-31T23:59:59Z, products: all }
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-pack-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function configFile(text: string): string {
  const path = join(folder, `credit-guard-${files++}.yaml`);
  writeFileSync(path, text);
  return path;
}

/** Boots the compiled pack, drives it, and stops it whatever happens. */
async function withPack<T>(options: BootOptions, drive: (server: PackServer) => Promise<T>): Promise<T> {
  const server = await PackServer.boot(options);
  try {
    return await drive(server);
  } finally {
    server.stop();
  }
}

const configured = (text = CONFIG): BootOptions => ({ env: { CREDIT_GUARD_CONFIG: configFile(text) } });
const told = (violations: Violation[]) => violations.map(({ policy, level }) => [policy, level]);

describe('what the engine is told of the pack', () => {
  test('every policy, with its level and all that helps a reader', async () => {
    const { name, version, policiesList } = await withPack({}, (server) => server.info());
    expect([name, version]).toEqual(['pulumi-credit-guard', expect.stringMatching(/^\d+\.\d+\.\d+/)]);
    expect(policiesList.map((policy) => policy.name)).toEqual(POLICIES);
    expect(policiesList.map((policy) => policy.enforcementlevel)).toEqual([1, 1, 1, 1, 0, 0, 0, 1]);
    for (const policy of policiesList) {
      expect(policy.description.length).toBeLessThan(120);
      expect(policy.url).toMatch(/^https:\/\//);
      expect(policy.severity).toBeGreaterThan(0);
      expect([policy.displayname, policy.remediationSteps, policy.tagsList[0]]).not.toContain(undefined);
      expect(policy.configschema).toBeDefined();
    }
  });
});

describe('one resource', () => {
  test('an upfront fee is stopped, on its URN, with a dollar figure, a reason, a source and a way out', async () => {
    const violations = await withPack(configured(), (server) => server.analyze(PLAN));
    expect(violations).toMatchInlineSnapshot(`
      [
        {
          "level": "mandatory",
          "message": "$1,314.00 upfront is not covered by your credits.
      AWS credits don't cover a Savings Plan's upfront fee; they cover its
      hourly commitment like other usage.
      Fix     The same commitment with No Upfront: $219.00 a month, covered
              while your credits last (2027-03-31 at the latest), then cash
              to the end of its term; saves $1,314.00 cash now, costs the
              same over the term, at smaller discounts. Choose a No Upfront
              offering: \`aws savingsplans describe-savings-plans-offerings\`
              lists them.
      Accept  credit-guard accept no-uncovered-upfront-fees compute \\
                --max 1314.00 --until 2027-11-24 --reason "…"
      Source  https://aws.amazon.com/awscredits/ (2024-12-16)
      More    credit-guard explain savings-plan-upfront",
          "policy": "no-uncovered-upfront-fees",
          "severity": 3,
          "urn": "urn:pulumi:dev::shop::aws:savingsplans/savingsPlan:SavingsPlan::compute",
        },
        {
          "level": "advisory",
          "message": "This commitment outlasts your credits: you pay $855.00–$5,811.00 after
      2027-03-31.
      It costs $109.50–$182.50 a month. Its term (one or three years) is not
      in the plan.
      Fix     Commit to no more than you will run after the credits, or wait
              until they end.
      Source  https://repost.aws/knowledge-center/credits-ri (2026-11-23)
      More    credit-guard explain commitment-outlives-credits",
          "policy": "commitments-end-with-credits",
          "severity": 1,
          "urn": "urn:pulumi:dev::shop::aws:savingsplans/savingsPlan:SavingsPlan::compute",
        },
      ]
    `);
  });

  test('what a saved answer confirms is certain, and what it denies is nothing', async () => {
    const answer = {
      addons: [
        { addonName: 'kubecost_kubecost', owner: 'aws-marketplace' },
        { addonName: 'own_tools', owner: 'community' },
      ],
    };
    writeFileSync(join(folder, 'addons.json'), JSON.stringify(answer));
    const addon = (addonName: string): SentResource => ({
      type: 'aws:eks/addon:Addon',
      properties: { clusterName: 'c', addonName },
    });
    const ask = (text: string, name: string) => withPack(configured(text), (server) => server.analyze(addon(name)));
    expect(told(await ask(CONFIG, 'kubecost_kubecost'))).toEqual([['no-uncovered-marketplace', 'advisory']]);
    const confirmed = `${CONFIG}confirmed: [addons.json]\n`;
    expect(told(await ask(confirmed, 'kubecost_kubecost'))).toEqual([['no-uncovered-marketplace', 'mandatory']]);
    expect(told(await ask(confirmed, 'own_tools'))).toEqual([]);
    const missing = await withPack(configured(`${CONFIG}confirmed: [missing.json]\n`), (server) =>
      server.analyzeStack([NAT]),
    );
    expect(missing.map(({ message }) => message)).toContain('missing.json (confirmed:): there is no such file.');
  });

  test.each(['{', '[1]', '"text"', 'null'])('a stack configuration that cannot be read is told: %s', async (text) => {
    const stack = (policy: object = {}) =>
      withPack({ env: { ...configured().env, PULUMI_CONFIG: text } }, async (server) => {
        await server.configure({ 'credit-outlook': { level: 'mandatory', properties: { ...policy } } });
        return server.analyzeStack([NAT]);
      });
    const line =
      'The configuration of the stack cannot be read (PULUMI_CONFIG is not a JSON object), so `credit-guard:` settings in it do not apply. Unset the variable, or update Pulumi.';
    const levels = async (policy?: object) =>
      (await stack(policy)).filter(({ message }) => message === line).map(({ level }) => level);
    expect(await levels()).toEqual(['mandatory']);
    expect(await levels({ onInvalidConfig: 'warn' })).toEqual(['advisory']);
  });

  test('a region that only the environment names is taken, without a word', async () => {
    const nat: SentResource = { ...NAT, provider: {} };
    const ask = async (env: Record<string, string | undefined>) => {
      const options = configured(`${CONFIG}policies: { credit-outlook: { maxMonthlyCash: "1.00" } }\n`);
      return withPack({ env: { ...options.env, HOME: folder, ...env } }, (server) => server.analyzeStack([nat]));
    };
    expect(await ask({ AWS_REGION: 'eu-central-1' })).toEqual([]);
    const [without] = await ask({ AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, AWS_CONFIG_FILE: undefined });
    expect(without?.message.replace(/\s+/g, ' ')).toContain(
      'set one with `pulumi config set aws:region`, or AWS_REGION',
    );
  });

  test('ordinary usage passes without a word', async () => {
    expect(await withPack(configured(), (server) => server.analyze(NAT))).toEqual([]);
  });

  test('an unknown value neither hides a finding nor turns a policy off', async () => {
    const properties = {
      commitment: LATER,
      upfrontPaymentAmount: '1314.00',
      savingsPlanOfferingId: LATER,
      tags: LATER,
    };
    const violations = await withPack(configured(), (server) => server.analyze({ ...PLAN, properties }));
    expect(told(violations)[0]).toEqual(['no-uncovered-upfront-fees', 'mandatory']);
    expect(violations.map((one) => one.message).join()).not.toContain("can't run policy");
  });

  test('an unknown amount warns in our own words, or blocks where the owner says so', async () => {
    const properties = { ...PLAN.properties, upfrontPaymentAmount: LATER };
    const analyze = (server: PackServer) => server.analyze({ ...PLAN, properties });
    const [warned] = await withPack(configured(), analyze);
    expect([warned?.level, warned?.message]).toEqual([
      'advisory',
      expect.stringContaining('upfrontPaymentAmount is set by another resource, after deployment'),
    ]);
    const blocked = await withPack(configured(), async (server) => {
      await server.configure({
        'no-uncovered-upfront-fees': { level: 'mandatory', properties: { onUnknown: 'block' } },
      });
      return analyze(server);
    });
    expect(blocked[0]?.level).toBe('mandatory');
  });

  test('a level that somebody turned down is never raised', async () => {
    const violations = await withPack(configured(), async (server) => {
      await server.configure({ 'no-uncovered-upfront-fees': { level: 'advisory' } });
      return server.analyze(PLAN);
    });
    expect(told(violations)[0]).toEqual(['no-uncovered-upfront-fees', 'advisory']);
  });

  test('a disabled policy is silent', async () => {
    const violations = await withPack(configured(), async (server) => {
      await server.configure({ 'no-uncovered-services': { level: 'disabled' } });
      return server.analyze(DOMAIN);
    });
    expect(violations).toEqual([]);
  });

  test('a written exception lets it pass', async () => {
    const accept = 'accept: [{ policy: no-uncovered-services, resource: "*::shop", reason: Our domain, maxUsd: 20 }]';
    expect(await withPack(configured(`${CONFIG}\n${accept}`), (server) => server.analyze(DOMAIN))).toEqual([]);
  });

  test('the price is that of the resource’s own provider', async () => {
    const stack = (region: string) => [{ ...NAT, provider: { region } }];
    const limits = { 'credit-outlook': { level: 'mandatory' as const, properties: { maxMonthlyCash: 0 } } };
    const message = (region: string) =>
      withPack(configured(CONFIG.replace('products: all', 'products: [Amazon RDS]')), async (server) => {
        await server.configure(limits);
        return (await server.analyzeStack(stack(region))).map((one) => one.message).join();
      });
    expect(await message('us-east-1')).toContain('$32.85');
    expect(await message('eu-central-1')).toContain('$37.96');
  });
});

describe('a deployment of a part', () => {
  const leftOut = { ...DOMAIN, properties: {} };

  test('what --target leaves out has no property: it blocks nothing, is in no figure, and is said', async () => {
    await withPack(configured(), async (server) => {
      expect(await server.analyze(leftOut)).toEqual([]);
      const messages = (await server.analyzeStack([leftOut, NAT])).map(({ message }) => message);
      expect(messages).toEqual([
        '1 new resource is not part of this deployment (--target or --exclude); no figure includes it.',
      ]);
    });
  });

  test('what is left out on purpose blocks nobody, whatever blocks on what is not known', async () => {
    await withPack(configured(), async (server) => {
      await server.configure({ 'credit-outlook': { level: 'mandatory', properties: { onUnknown: 'block' } } });
      await server.analyze(leftOut);
      expect((await server.analyzeStack([leftOut, NAT])).map(({ level }) => level)).toEqual(['advisory']);
    });
  });

  test('outputs that nobody can tell yet are no reason to leave a resource out', async () => {
    await withPack(configured(), async (server) => {
      await server.analyze(DOMAIN);
      const messages = (await server.analyzeStack([leftOut, NAT])).map(({ message }) => message);
      expect(messages.join()).toContain('1 of 2 AWS resources is not priced in full');
    });
  });

  test('nor is a provider that cannot answer yet', async () => {
    await withPack(configured(), async (server) => {
      const waiting = { ...NAT, properties: {}, provider: { region: LATER } };
      await server.analyze(waiting);
      const messages = (await server.analyzeStack([waiting])).map(({ message }) => message);
      expect(messages.join()).not.toContain('left out');
      expect(messages.join()).toContain('1 of 1 AWS resource is not priced in full');
    });
  });

  test('an Organization without a property may be a real one: that warns and does not block', async () => {
    const free = join(folder, 'free.json');
    writeFileSync(
      free,
      JSON.stringify({
        accountPlanType: 'FREE',
        accountPlanStatus: 'ACTIVE',
        accountPlanRemainingCredits: { amount: 100, unit: 'USD' },
        accountPlanExpirationDate: '2027-03-01T00:00:00Z',
      }),
    );
    const config = configured(`credits: { accountPlan: ${free} }`);
    const organization = { type: 'aws:organizations/organization:Organization' };
    const levels = async (properties: Record<string, unknown>) =>
      withPack(config, async (server) =>
        (await server.analyze({ ...organization, properties })).map(({ level }) => level),
      );
    expect([await levels({}), await levels({ featureSet: 'ALL' })]).toEqual([['advisory'], ['mandatory']]);
  });
});

describe('a whole stack', () => {
  test('without a balance one line says what is missing', async () => {
    const violations = await withPack({}, (server) => server.analyzeStack([NAT]));
    expect(violations).toMatchInlineSnapshot(`
      [
        {
          "level": "advisory",
          "message": "The credit balance is not known.
      No balance was given, so nothing can be said about how long credits
      last.
      Fix     Save one with \`aws billing get-credits\` and name it under
              credits: snapshot:, or write the credits by hand under
              credits: manual:.
      More    credit-guard explain balance",
          "policy": "credit-outlook",
          "severity": 1,
          "urn": "",
        },
      ]
    `);
  });

  test('a stack that is fine gets no word', async () => {
    expect(await withPack(configured(), (server) => server.analyzeStack([NAT]))).toEqual([]);
  });

  test('the order in which the engine sends resources does not matter', async () => {
    const resources = [NAT, PLAN, DOMAIN, { type: 'aws:x/y:Z', name: 'odd' }];
    const [one, other] = await withPack(configured(), async (server) => [
      await server.analyzeStack(resources),
      await server.analyzeStack([...resources].reverse()),
    ]);
    expect(other).toEqual(one);
  });

  test('a resource that is linked to another takes its size from there', async () => {
    const template = {
      type: 'aws:ec2/launchTemplate:LaunchTemplate',
      name: 'lt',
      properties: { instanceType: 'm5.large', id: LATER },
    };
    const group = {
      type: 'aws:autoscaling/group:Group',
      name: 'web',
      properties: { minSize: 2, maxSize: 2, launchTemplate: { id: LATER } },
      dependencies: { launchTemplate: ['urn:pulumi:dev::shop::aws:ec2/launchTemplate:LaunchTemplate::lt'] },
    };
    const violations = await withPack(configured(CONFIG.replace('8500.00', '100.00')), (server) =>
      server.analyzeStack([template, group]),
    );
    expect(violations.map((one) => one.message).join()).toMatch(/^At \$14\d\.\d\d/);
  });
});

describe('configuration', () => {
  test('a mistake in the file blocks in one line, and is told with its line and the fix', async () => {
    const violations = await withPack(configured('programm: activate'), (server) => server.analyzeStack([NAT]));
    expect(violations.slice(0, 2).map(({ level, message }) => `${level} ${message}`)).toEqual([
      expect.stringMatching(
        /^mandatory .*credit-guard-\d+\.yaml is invalid and was ignored: its credits, limits and exceptions do not apply\.$/,
      ),
      expect.stringMatching(/^advisory .*credit-guard-\d+\.yaml:1: programm: no such setting; did you mean program\?$/),
    ]);
  });

  test('a mistake in the file warns where the policy configuration says so', async () => {
    await withPack(configured('programm: activate'), async (server) => {
      await server.configure({ 'credit-outlook': { level: 'mandatory', properties: { onInvalidConfig: 'warn' } } });
      const violations = await server.analyzeStack([NAT]);
      expect(violations[0]?.message).toContain('is invalid and was ignored');
      expect(violations.map(({ level }) => level)).not.toContain('mandatory');
    });
  });

  test('a mistake in the file blocks where the policy configuration blocks on what is not known', async () => {
    await withPack(configured('programm: activate'), async (server) => {
      await server.configure({ 'credit-outlook': { level: 'mandatory', properties: { onUnknown: 'block' } } });
      const [refusal, mistake] = await server.analyzeStack([NAT]);
      expect([refusal?.level, mistake?.level]).toEqual(['mandatory', 'mandatory']);
    });
  });

  test('a file that is not there is as loud', async () => {
    const file = join(folder, 'gone.yaml');
    const violations = await withPack({ env: { CREDIT_GUARD_CONFIG: file } }, (server) => server.analyzeStack([NAT]));
    expect(violations.slice(0, 2).map(({ level, message }) => `${level} ${message}`)).toEqual([
      `mandatory ${file} cannot be read and was ignored: its credits, limits and exceptions do not apply.`,
      `advisory ${file}: there is no such file.`,
    ]);
  });

  test('ten thousand mistakes are a few lines: the engine takes no more than 4 MiB', async () => {
    const mistakes = Array.from({ length: 10_000 }, (_, i) => `  - { x: ${i} }\n`).join('');
    const violations = await withPack(configured(`accept:\n${mistakes}`), (server) => server.analyzeStack([NAT]));
    expect(violations.length).toBeLessThan(25);
    expect(violations.map(({ message }) => message)).toContain('… and 39980 more lines of this kind.');
  });

  test('a slip in policy configuration is told', async () => {
    const violations = await withPack(configured(), async (server) => {
      await server.configure({ 'credit-outlook': { level: 'mandatory', properties: { blokWithinDays: 3 } } });
      return server.analyzeStack([NAT]);
    });
    expect(violations[0]?.message).toContain('did you mean blockWithinDays?');
  });

  test('a stack may tighten and not loosen', async () => {
    const outlook = (value: string) =>
      withPack(
        {
          env: {
            ...configured(
              `${CONFIG}\npolicies: { credit-outlook: { maxMonthlyCash: 20 } }`.replace(
                'products: all',
                'products: [Amazon RDS]',
              ),
            ).env,
            PULUMI_CONFIG: JSON.stringify({ 'credit-guard:maxMonthlyCash': value, 'aws:region': 'us-east-1' }),
          },
        },
        (server) => server.analyzeStack([NAT]),
      );
    expect((await outlook('10')).map((one) => one.message).join()).toContain('maxMonthlyCash is $10.00');
    const loosened = (await outlook('1000')).map((one) => one.message).join();
    expect(loosened).toContain('maxMonthlyCash is $20.00');
    expect(loosened).toContain('A stack may only tighten.');
  });

  test('a date that is none is told, and today is used', async () => {
    const env = { ...configured().env, CREDIT_GUARD_DATE: 'soon' };
    const violations = await withPack({ env }, (server) => server.analyzeStack([NAT]));
    expect(violations[0]?.message).toBe(
      'CREDIT_GUARD_DATE is "soon", which is not a date; today is used. Write 2027-03-31T23:59:59Z.',
    );
  });
});

describe('remediation', () => {
  const remediate = (resource: SentResource) =>
    withPack({}, async (server) => {
      await server.configure({ 'budgets-see-credits': { level: 'remediate' } });
      return server.remediate(resource);
    });

  const budget = (properties: Record<string, unknown>): SentResource => ({
    ...BUDGET,
    properties: { ...BUDGET.properties, ...properties },
  });

  test('a budget without cost types gets them', async () => {
    expect(await remediate({ ...BUDGET, properties: { budgetType: 'COST', timeUnit: 'MONTHLY' } })).toEqual({
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      costTypes: { includeCredit: false },
    });
  });

  test('a budget sees credits, and keeps the rest', async () => {
    expect(await remediate(BUDGET)).toEqual({
      ...BUDGET.properties,
      costTypes: { includeTax: true, includeCredit: false },
    });
  });

  test.each([
    ['another resource', NAT],
    ['a budget that sees them already', budget({ costTypes: { includeCredit: false } })],
    ['cost types that are decided later', budget({ costTypes: LATER })],
    ['a budget that counts credits in on purpose', budget({ costTypes: { includeCredit: true } })],
    ['a budget of usage', budget({ budgetType: 'USAGE' })],
    ['a budget of something decided later', budget({ budgetType: LATER })],
    ['a budget with a metric, which takes no cost types', budget({ metrics: 'UnblendedCost' })],
    ['a budget with a filter', budget({ filterExpression: { dimensions: { key: 'REGION', values: ['us-east-1'] } } })],
    ['a budget with a filter that is decided later', budget({ filterExpression: LATER })],
  ])('%s is left alone', async (_, resource) => expect(await remediate(resource)).toBeUndefined());
});

describe('the boot', () => {
  test('prints the port and nothing else, on either stream', async () => {
    const printed = await withPack({}, async (server) => {
      await server.info();
      await server.analyze(PLAN);
      return server.stderr();
    });
    expect(printed).toBe('');
  });
});
