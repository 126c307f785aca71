import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LocalWorkspace } from '@pulumi/pulumi/automation';
import { expect, it } from 'vitest';
import { run as accept } from '../cli/run';
import { PACK } from '../support/pack-server';
import { CREDITS, checked, FIXED, program, run, violations, withPack, words } from './guarded';
import { describeWithEngine, engine, runPulumi } from './support';

const DOMAIN = 'urn:pulumi:dev::shop::aws:route53domains/domain:Domain::shop';
const shop = (config?: string) => program(join(__dirname, 'programs/shop'), config);

describeWithEngine('the guard on the real engine', () => {
  it('stops the examples that it should, before anything is created', async () => {
    const example = join(PACK, 'examples/what-credits-do-not-cover');
    const of = await program(example, readFileSync(join(example, 'credit-guard.yaml'), 'utf8'));
    const preview = await run(of, withPack('preview'));
    expect(preview.code).not.toBe(0);
    expect(words(preview)).toContain("$1,314.00 upfront is not covered by your credits. AWS credits don't cover");
    expect(violations(preview)).toEqual([
      'mandatory no-uncovered-services shop',
      'mandatory no-uncovered-upfront-fees compute',
      'advisory budgets-see-credits monthly',
      'advisory commitments-end-with-credits compute',
      'advisory credit-outlook what-credits-do-not-cover-dev',
      'advisory keep-free-plan-credits acme',
      'advisory no-uncovered-marketplace assistant',
      'advisory no-uncovered-marketplace kubecost',
    ]);
    expect(words(preview)).not.toMatch(/can't run policy|Internal error/);
  });

  it('is quiet when all is well', async () => {
    const example = join(PACK, 'examples/within-credits');
    const of = await program(example, readFileSync(join(example, 'credit-guard.yaml'), 'utf8'));
    const preview = await run(of, withPack('preview'));
    expect([preview.code, violations(preview)]).toEqual([0, []]);
  });

  it('lives in a pack of somebody’s own', async () => {
    const of = await shop();
    const text = readFileSync(join(of.cwd, 'Pulumi.yaml'), 'utf8');
    const web = '  web: { type: "aws:ec2:Instance", properties: { ami: ami-1, instanceType: t3.micro } }\n';
    writeFileSync(join(of.cwd, 'Pulumi.yaml'), `${text}${web}`);
    const own = join(dirname(of.cwd), 'composed');
    cpSync(join(PACK, 'examples/composed-pack'), own, { recursive: true });
    mkdirSync(join(own, 'node_modules/@pulumi'), { recursive: true });
    symlinkSync(PACK, join(own, 'node_modules/pulumi-credit-guard'), 'junction');
    for (const name of ['policy', 'pulumi'])
      symlinkSync(join(PACK, 'node_modules/@pulumi', name), join(own, 'node_modules/@pulumi', name), 'junction');
    const preview = await run(of, ['preview', '--policy-pack', own]);
    expect(violations(preview)).toEqual(
      expect.arrayContaining(['mandatory no-uncovered-services shop', 'advisory instances-are-tagged web']),
    );
    expect(preview.code).not.toBe(0);
  });

  it('stops `up` before the forbidden resource exists, also without a preview', async () => {
    const of = await shop();
    for (const args of [
      ['up', '--yes'],
      ['up', '--yes', '--skip-preview'],
    ]) {
      const up = await run(of, withPack(...args));
      expect(up.code).not.toBe(0);
      expect(words(up)).toContain("AWS credits don't cover registering");
    }
    const { stdout } = await run(of, ['stack', 'export']);
    expect(stdout).not.toContain('route53domains');
  });

  it('lets what was bought long ago be accepted, and the command agrees with the pack', async () => {
    const of = await shop();
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    const blocked = await run(of, withPack('preview'));
    expect(violations(blocked)).toContain('mandatory no-uncovered-services shop');
    writeFileSync(
      join(of.cwd, 'credit-guard.yaml'),
      `${CREDITS}\naccept: [{ policy: no-uncovered-services, resource: "${DOMAIN}", reason: Our domain }]`,
    );
    const accepted = await run(of, withPack('preview'));
    expect([accepted.code, violations(accepted)]).toEqual([
      0,
      ['advisory budgets-see-credits monthly', 'advisory credit-outlook shop-dev'],
    ]);
    expect(words(accepted)).toContain('1 exception used; 1 of them never ends.');

    const preview = await run(of, ['preview', '--json', '--show-sames']);
    const exported = await run(of, ['stack', 'export']);
    for (const plan of [preview.stdout, exported.stdout]) {
      expect(checked(of, plan)).toEqual(['warn budgets-see-credits monthly', 'info no-uncovered-services shop']);
    }
  });

  it('stands in a folder outside a program of any language, and is named by an environment variable too', async () => {
    const example = join(PACK, 'examples/yaml');
    const of = await program(example, readFileSync(join(example, 'credit-guard.yaml'), 'utf8'));
    const installed = join(dirname(of.cwd), 'credit-guard/node_modules');
    mkdirSync(installed, { recursive: true });
    symlinkSync(PACK, join(installed, 'pulumi-credit-guard'));
    const pack = '../credit-guard/node_modules/pulumi-credit-guard';
    const stopped = ['mandatory no-uncovered-services shop', 'mandatory no-uncovered-upfront-fees compute'];
    const named = await run(of, ['preview', '--policy-pack', pack]);
    expect(violations(named).sort()).toEqual(expect.arrayContaining(stopped));
    const byEnvironment = await run(of, ['preview'], { PULUMI_OPTION_POLICY_PACK: pack });
    expect(violations(byEnvironment).sort()).toEqual(violations(named).sort());
    expect([named.code, byEnvironment.code]).not.toContain(0);
  });

  it('is matched by an exception of Pulumi’s own', async () => {
    const of = await shop();
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    const conf = join(dirname(of.cwd), 'policy.json');
    const argv = [
      'accept',
      'no-uncovered-services',
      DOMAIN,
      '--as',
      'pulumi',
      '--into',
      conf,
      '--reason',
      'Bought in 2024',
    ];
    expect((await accept(argv, { cwd: of.cwd })).code).toBe(0);
    const excepted = await run(of, [...withPack('preview'), '--policy-pack-config', conf]);
    expect(words(excepted)).toContain('[exempted] no-uncovered-services (1 violation)');
    expect(excepted.code).toBe(0);
  });

  it('says nothing of what is deleted', async () => {
    const of = await shop();
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    const file = join(of.cwd, 'Pulumi.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/ {2}shop:\n {4}type: aws:route53domains[\s\S]*?techContact: \{\}\n/, ''));
    const preview = await run(of, withPack('preview'));
    expect(words(preview)).toContain('1 to delete');
    expect(violations(preview)).toEqual(['advisory budgets-see-credits monthly']);
  });

  it('keeps a mandatory policy mandatory beside values that are not known yet', async () => {
    const of = await shop();
    const text = readFileSync(join(of.cwd, 'Pulumi.yaml'), 'utf8').replace(
      'adminContact: {}',
      `adminContact: { city: "\${logs.arn}" }`,
    );
    writeFileSync(join(of.cwd, 'Pulumi.yaml'), text);
    const preview = await run(of, withPack('preview'));
    expect(violations(preview)).toContain('mandatory no-uncovered-services shop');
    expect(words(preview)).not.toContain("can't run policy");
    writeFileSync(join(of.cwd, 'Pulumi.yaml'), text.replace('domainName: acme-shop.com', `domainName: "\${logs.arn}"`));
    const unknown = await run(of, withPack('preview'));
    expect(words(unknown)).toContain('A domain registration is not covered by your credits; the cost is not known');
  });

  it('says no secret', async () => {
    const of = await shop();
    const text = readFileSync(join(of.cwd, 'Pulumi.yaml'), 'utf8').replace(
      'domainName: acme-shop.com',
      'domainName: { "fn::secret": hunter2.com }',
    );
    writeFileSync(join(of.cwd, 'Pulumi.yaml'), text);
    const preview = await run(of, withPack('preview'));
    expect(violations(preview)).toContain('mandatory no-uncovered-services shop');
    expect(words(preview)).not.toContain('hunter2');
  });

  it('takes its settings from policy configuration and, only to tighten, from the stack', async () => {
    const of = await shop();
    const conf = join(dirname(of.cwd), 'policy.json');
    writeFileSync(
      conf,
      JSON.stringify({
        'no-uncovered-services': 'advisory',
        'credit-outlook': { enforcementLevel: 'mandatory', maxOneTimeCash: 5 },
      }),
    );
    const configured = await run(of, [...withPack('preview'), '--policy-pack-config', conf]);
    expect(violations(configured)).toContain('advisory no-uncovered-services shop');
    expect(words(configured)).toContain('maxOneTimeCash is $5.00');
    expect(configured.code).not.toBe(0);

    await run(of, ['config', 'set', 'credit-guard:maxOneTimeCash', '1']);
    expect(words(await run(of, [...withPack('preview'), '--policy-pack-config', conf]))).toContain(
      'maxOneTimeCash is $1.00',
    );
    await run(of, ['config', 'set', 'credit-guard:maxOneTimeCash', '5000']);
    const loosened = words(await run(of, [...withPack('preview'), '--policy-pack-config', conf]));
    expect(loosened).toContain('A stack may only tighten.');
    expect(loosened).toContain('maxOneTimeCash is $5.00');
    await run(of, ['config', 'set', 'credit-guard:maxOneTimeCash', 'lots']);
    const wrong = words(await run(of, withPack('preview')));
    expect(wrong).toContain('stack configuration: maxOneTimeCash: write an amount in USD');
    expect(wrong).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('finds the configuration from the project, a sub folder, with -C and through the Automation API', async () => {
    const of = await shop('programme: activate');
    const told = 'credit-guard.yaml:1: programme: no such setting; did you mean program?';
    const env = { ...of.env, ...FIXED };
    mkdirSync(join(of.cwd, 'sub'));
    expect(words(await runPulumi(withPack('preview'), { cwd: of.cwd, env }))).toContain(told);
    expect(words(await runPulumi(withPack('preview'), { cwd: join(of.cwd, 'sub'), env }))).toContain(told);
    expect(words(await runPulumi(withPack('-C', of.cwd, 'preview'), { cwd: '/', env }))).toContain(told);
    const using = engine();
    if (!using.available) throw new Error(using.why);
    const kept = process.env['PATH'];
    process.env['PATH'] = using.env['PATH'];
    try {
      const automated = await LocalWorkspace.selectStack({ stackName: 'dev', workDir: of.cwd }, { envVars: env });
      const seen: string[] = [];
      const onOutput = (text: string) => seen.push(text);
      await automated.preview({ policyPacks: [PACK], onOutput }).catch((error) => seen.push(String(error)));
      expect(seen.join('').replace(/\s+/g, ' ')).toContain(told);
    } finally {
      process.env['PATH'] = kept;
    }
  });

  it('mends a budget at level remediate', async () => {
    const of = await shop();
    const conf = join(dirname(of.cwd), 'policy.json');
    writeFileSync(conf, JSON.stringify({ 'no-uncovered-services': 'disabled', 'budgets-see-credits': 'remediate' }));
    expect((await run(of, [...withPack('up', '--yes'), '--policy-pack-config', conf])).code).toBe(0);
    const { deployment } = JSON.parse((await run(of, ['stack', 'export'])).stdout);
    const budget = deployment.resources.find(({ type }: { type: string }) => type === 'aws:budgets/budget:Budget');
    expect(budget.inputs.costTypes).toEqual({ includeCredit: false });
  });

  it('prices a resource in the region of its own provider', async () => {
    const of = await shop(CREDITS.replace('products: all', 'products: [Amazon S3]'));
    await run(of, ['config', 'set', 'credit-guard:maxMonthlyCash', '1']);
    expect(words(await run(of, withPack('preview')))).toMatch(/\$37\.96–\$43\.16 a month is cash/);
  });

  it('judges a saved stack without its program', async () => {
    const of = await shop();
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    const analyzed = await run(of, ['policy', 'analyze', '--policy-pack', PACK, '--stack', 'dev']);
    expect(words(analyzed)).toContain("AWS credits don't cover registering");
  });
});
