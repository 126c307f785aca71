import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { POLICIES } from '../../src/core/policy-names';
import { PACK } from '../support/pack-server';
import { startCloud } from './cloud';
import { CREDITS, checked, command, program, run, violations, withPack, words } from './guarded';
import { describeWithEngine, runPulumi, type Stack } from './support';

const DOMAIN = 'urn:pulumi:dev::shop::aws:route53domains/domain:Domain::shop';
const BUCKET = 'urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs';

const shop = (config?: string) => program(join(__dirname, 'programs/shop'), config);
const fleet = () => program(join(__dirname, 'programs/fleet'), `${CREDITS}reports: { json: guard.json }\n`);

interface Report {
  summary: { status: string };
  estimate: { monthly: unknown; resources: unknown };
  problems: string[];
}
const reportOf = (of: Stack): Report => JSON.parse(readFileSync(join(of.cwd, 'guard.json'), 'utf8'));

/** Waits for the process of a command line, told apart from others of its kind by its environment. */
async function processOf(pattern: RegExp, isOurs = (_environment: string) => true): Promise<number> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(10)) {
    const found = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
      .stdout.split('\n')
      .find((line) => {
        if (!pattern.test(line)) return false;
        try {
          return isOurs(readFileSync(`/proc/${Number.parseInt(line, 10)}/environ`, 'utf8'));
        } catch {
          return false; // it ended in between
        }
      });
    if (found !== undefined) return Number.parseInt(found, 10);
  }
  throw new Error(`no process ${pattern}`);
}

describeWithEngine('the guard on programs of every kind', () => {
  it('prices components in the regions of their own providers, under tokens of older versions too', async () => {
    const of = await fleet();
    const preview = await run(of, withPack('preview'));
    expect([preview.code, violations(preview)]).toEqual([0, []]);
    const { estimate, summary } = reportOf(of);
    // NAT gateways at 0.052 and 0.062 USD an hour and a load balancer at 0.0225, 730 hours each; the bucket by its use.
    expect(estimate.monthly).toMatchObject({
      total: { min: '99.65' },
      cash: { max: '0.00' },
      unknown: { max: '0.00' },
    });
    expect([estimate.resources, summary.status]).toEqual([
      { priced: 4, free: 0, unpriced: 0, total: 4, external: {}, outside: {} },
      'within-credits',
    ]);
    const { stdout } = await run(of, ['preview', '--json', '--show-sames']);
    const { estimate: same } = JSON.parse(command(of, ['check', '--format', 'json'], stdout).stdout) as Report;
    expect([same.monthly, same.resources]).toEqual([estimate.monthly, estimate.resources]);
  });

  it('says what it cannot know while a licence, a type, an amount and a region are set by another resource', async () => {
    const of = await fleet();
    await run(of, ['config', 'set', 'late', 'true']);
    const preview = await run(of, withPack('preview'));
    expect([preview.code, violations(preview)]).toEqual([
      0,
      [
        'advisory commitments-end-with-credits late',
        'advisory credit-outlook fleet-dev',
        'advisory no-uncovered-marketplace late',
        'advisory no-uncovered-upfront-fees late',
      ],
    ]);
    expect(words(preview)).toContain('4 of 9 AWS resources are not priced in full.');
    expect(words(preview)).toContain('may not be covered by your credits; the monthly cost is not known');
    expect(words(preview)).not.toMatch(/can't run policy|Internal error/);
    expect(reportOf(of).summary.status).toBe('unknown');
  });

  it('judges resources of aws-native in their own region, and names the types that it does not read', async () => {
    const of = await fleet();
    await run(of, ['config', 'set', 'native', 'true']);
    const preview = await run(of, withPack('preview'));
    expect(violations(preview)).toEqual([
      'advisory credit-outlook fleet-dev',
      'advisory credit-outlook fleet-dev',
      'advisory no-uncovered-marketplace native',
    ]);
    expect(words(preview)).toContain('aws-native:gamelift:Fleet');
    expect(words(preview)).toContain('1 of 6 AWS resources is not priced in full.');
    const { estimate } = reportOf(of);
    // The same as without them, and a NAT gateway at 0.048 USD an hour in Ireland.
    expect(estimate.monthly).toMatchObject({ total: { min: '134.69' } });
    const { stdout } = await run(of, ['preview', '--json', '--show-sames']);
    expect(checked(of, stdout)).toEqual(['warn credit-outlook null', 'warn no-uncovered-marketplace native']);
  });

  it('judges what replaces a resource once, and the command agrees', async () => {
    const of = await fleet();
    await run(of, ['config', 'set', 'commitment', '0.30']);
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    await run(of, ['config', 'set', 'commitment', '0.60']);
    const preview = await run(of, withPack('preview'));
    expect(words(preview)).toContain('aws:savingsplans:SavingsPlan compute replace');
    expect(violations(preview)).toEqual([
      'mandatory no-uncovered-upfront-fees compute',
      'advisory commitments-end-with-credits compute',
    ]);
    const { stdout } = await run(of, ['preview', '--json', '--show-sames']);
    expect(checked(of, stdout)).toEqual([
      'block no-uncovered-upfront-fees compute',
      'warn commitments-end-with-credits compute',
    ]);
  });

  it('judges what --target deploys, and says that the rest is left out', async () => {
    const of = await shop();
    const bucketOnly = await run(of, withPack('preview', '--target', BUCKET));
    expect([bucketOnly.code, violations(bucketOnly)]).toEqual([0, ['advisory credit-outlook shop-dev']]);
    const told = '3 new resources are not part of this deployment (--target or --exclude); no figure includes them.';
    expect(words(bucketOnly)).toContain(told);
    const domainOnly = await run(of, withPack('preview', '--target', DOMAIN));
    expect(violations(domainOnly)).toContain('mandatory no-uncovered-services shop');
    const { stdout } = await run(of, ['preview', '--json', '--show-sames', '--target', BUCKET]);
    expect(checked(of, stdout)).toEqual([]);
    expect(command(of, ['check'], stdout).stdout.replace(/\s+/g, ' ')).toContain(told);
  });

  it('still judges what exists and is not a target', async () => {
    const of = await shop();
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    expect(violations(await run(of, withPack('preview', '--target', BUCKET)))).toContain(
      'mandatory no-uncovered-services shop',
    );
  });

  it('stops only what is new once what exists is accepted', async () => {
    const of = await shop();
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    expect((await run(of, withPack('preview'))).code).not.toBe(0);
    const { stdout } = await run(of, ['stack', 'export']);
    expect(command(of, ['baseline', '--write'], stdout).stderr).toContain('Added 1 exception to');
    const accepted = await run(of, withPack('preview'));
    expect([accepted.code, violations(accepted)]).toEqual([
      0,
      ['advisory budgets-see-credits monthly', 'advisory credit-outlook shop-dev'],
    ]);

    const text = readFileSync(join(of.cwd, 'Pulumi.yaml'), 'utf8');
    const another = text.slice(text.indexOf('  shop:'), text.indexOf('  monthly:')).replace('  shop:', '  another:');
    writeFileSync(join(of.cwd, 'Pulumi.yaml'), text.replace('  monthly:', `${another}  monthly:`));
    const added = await run(of, withPack('preview'));
    expect(violations(added)).toEqual([
      'mandatory no-uncovered-services another',
      'advisory budgets-see-credits monthly',
      'advisory credit-outlook shop-dev',
    ]);
  });

  it('sees in a preview what another stack has reserved in the file that they share, and not its own', async () => {
    const pool = 'pool: { file: pool.json }\npolicies: { credit-outlook: { maxMonthlyCash: "0.00" } }\n';
    const credits = CREDITS.replace('"8500"', '"500", asOf: "2026-11-24T12:00:00Z"');
    const of = await program(join(__dirname, 'programs/fleet'), `${credits}${pool}`);
    const reserve = (...args: string[]) => command(of, ['reserve', ...args]);
    // About $100 a month of $500: this stack reserves it, and pays nothing.
    const { stdout: plan } = await run(of, ['preview', '--json', '--show-sames']);
    writeFileSync(join(of.cwd, 'plan.json'), plan);
    expect(reserve('plan.json', '--deployment', '1').code).toBe(0);
    const before = await run(of, withPack('preview'));
    expect([before.code, violations(before).filter((one) => one.startsWith('mandatory'))]).toEqual([0, []]);
    // Once it has given that back, another one takes the last $480, and it would pay what is not left.
    expect(command(of, ['release', 'fleet/dev']).code).toBe(0);
    expect(reserve('--stack', 'web/prod', '--usd', '480.00').code).toBe(0);
    const after = await run(of, withPack('preview'));
    expect(after.code).not.toBe(0);
    expect(violations(after)).toContain('mandatory credit-outlook fleet-dev');
    const refused = reserve('plan.json', '--deployment', '2');
    expect([refused.code, refused.stdout]).toEqual([
      1,
      expect.stringMatching(
        /^Not reserved: fleet\/dev would draw .*, and \$20\.00 of that is left\.\n.* web\/prod \$480\.00/,
      ),
    ]);
  });

  it('creates nothing when the pack is killed half way', async () => {
    const of = await fleet();
    const up = run(of, withPack('up', '--yes', '--skip-preview'));
    const program = await processOf(/node .*pulumi\/cmd\/run\/.*--project=fleet/);
    const pack = await processOf(/node .*cmd\/run-policy-pack\//, (environment) =>
      environment.includes('PROJECT=fleet'),
    );
    expect(program).not.toBe(pack);
    process.kill(pack, 'SIGKILL');
    expect((await up).code).not.toBe(0);
    const { stdout } = await run(of, ['stack', 'export']);
    expect(stdout).not.toMatch(/"type": "aws:/);
  });

  it('runs through a link, as package managers lay it', async () => {
    const of = await shop();
    symlinkSync(PACK, join(of.cwd, 'guard'), 'junction');
    const preview = await run(of, ['preview', '--policy-pack', 'guard']);
    expect(violations(preview)).toContain('mandatory no-uncovered-services shop');
  });

  it('is published with all that it needs and nothing else', async () => {
    const of = await shop();
    const cloud = await startCloud();
    const env = { ...of.env, PULUMI_BACKEND_URL: cloud.url, PULUMI_ACCESS_TOKEN: 'pul-stand-in' };
    try {
      const publish = await runPulumi(['policy', 'publish', 'acme'], { cwd: PACK, env });
      expect([publish.code, publish.stdout]).toEqual([0, expect.stringContaining('"pulumi-credit-guard" - version')]);
    } finally {
      cloud.stop();
    }
    const { archive, metadata } = cloud.published;
    const { policies } = metadata as { policies: { name: string; enforcementLevel: string; configSchema: unknown }[] };
    expect(policies.map(({ name }) => name)).toEqual([...POLICIES].sort());
    expect(policies.every(({ configSchema }) => configSchema !== undefined)).toBe(true);

    const listed = spawnSync('tar', ['tzf', '-'], { input: archive, encoding: 'utf8' }).stdout.trim().split('\n');
    const kinds = new Set(
      listed.map((path) => path.replace(/^package\//, '').replace(/^(action|dist\/\w[\w-]*|docs\/\w+)\/.*$/, '$1')),
    );
    expect([...kinds].sort()).toEqual(
      [
        'LICENSE',
        'PulumiPolicy.yaml',
        'README.md',
        'action',
        'action.yml',
        'dist/policy-pack',
        'dist/src',
        'docs/schemas',
        'package.json',
      ].sort(),
    );
    expect(listed).toContain('package/dist/policy-pack/index.js');
    expect(listed.filter((path) => /\/test\/|\.test\.|\.map$|tsconfig/.test(path))).toEqual([]);
  });
});
