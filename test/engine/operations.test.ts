import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PACK } from '../support/pack-server';
import { CREDITS, checked, command, FIXED, program, run, violations, withPack, words } from './guarded';
import { describeWithEngine, engine, type Ran, type Stack } from './support';

const fleet = (config?: string) => program(join(__dirname, 'programs/fleet'), config);
const shop = (config?: string) => program(join(__dirname, 'programs/shop'), config);

async function set(of: Stack, values: Record<string, string>): Promise<void> {
  for (const [key, value] of Object.entries(values)) await run(of, ['config', 'set', key, value]);
}

interface Estimate {
  monthly: { total: { min: string; max: string } };
  change: { total: { min: string; max: string } } | null;
  resources: { total: number };
}

function estimateOf(of: Stack, plan: string): Estimate {
  const { estimate } = JSON.parse(command(of, ['check', '--format', 'json'], plan).stdout) as { estimate: Estimate };
  return estimate;
}

/** One shell line of a CI platform, with the engine and the command on the PATH. */
function shell(of: Stack, line: string): Ran {
  const using = engine();
  if (!using.available) throw new Error(using.why);
  const bin = join(dirname(of.cwd), 'bin');
  const script = `mkdir -p '${bin}'; printf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' '${process.execPath}' '${join(PACK, 'dist/src/cli/main.js')}' > '${bin}/credit-guard'; chmod +x '${bin}/credit-guard'`;
  spawnSync('sh', ['-c', script]);
  const env = { ...of.env, ...FIXED, PATH: [bin, using.env['PATH']].join(delimiter), HOME: dirname(of.cwd) };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', line], { cwd: of.cwd, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describeWithEngine('what the engine does to a resource', () => {
  it.each(['false', 'true'])('a replacement costs what it replaces (deleted first: %s)', async (deleteFirst) => {
    const of = await fleet();
    await set(of, { ami: 'ami-1', deleteFirst });
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    const before = estimateOf(of, (await run(of, ['stack', 'export'])).stdout);
    await set(of, { ami: 'ami-2' });
    const { stdout } = await run(of, ['preview', '--json', '--show-sames']);
    const ops = JSON.parse(stdout).steps.map(({ op }: { op: string }) => op);
    expect(ops).toContain('replace');
    const { monthly, change, resources } = estimateOf(of, stdout);
    expect([monthly.total, resources.total]).toEqual([before.monthly.total, before.resources.total]);
    expect(change?.total).toEqual({ min: '0.00', max: '0.00' });
  });

  it('what it keeps in AWS is said, and saves nothing', async () => {
    const of = await fleet();
    await set(of, { ami: 'ami-1', keep: 'true' });
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    await run(of, ['config', 'rm', 'ami']);
    const { stdout } = await run(of, ['preview', '--json', '--show-sames']);
    const report = command(of, ['check', '--verbose'], stdout).stdout.replace(/\s+/g, ' ');
    expect(report).toContain('1 resource leaves the stack but stays in AWS (retainOnDelete): AWS goes on billing it');
    expect(estimateOf(of, stdout).change?.total).toEqual({ min: '0.00', max: '0.00' });
  });

  it('a refresh before the preview makes no resource two', async () => {
    const of = await fleet();
    await set(of, { ami: 'ami-1' });
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    const plain = await run(of, ['preview', '--json', '--show-sames']);
    const refreshed = await run(of, ['preview', '--refresh', '--json', '--show-sames']);
    expect(refreshed.stdout).toContain('"op": "refresh"');
    expect(estimateOf(of, refreshed.stdout)).toEqual(estimateOf(of, plain.stdout));
    expect(checked(of, refreshed.stdout)).toEqual(checked(of, plain.stdout));
  });

  it('the domain of a Terraform module blocks, and an image of Marketplace on Kubernetes warns, in both', async () => {
    const of = await fleet();
    await set(of, { others: 'true' });
    const preview = await run(of, withPack('preview'));
    expect(preview.code).not.toBe(0);
    expect(violations(preview)).toEqual(
      expect.arrayContaining([
        'mandatory no-uncovered-services module.shop.aws_route53domains_domain.this',
        'advisory no-uncovered-marketplace agent',
      ]),
    );
    const { stdout } = await run(of, ['preview', '--json', '--show-sames']);
    expect(checked(of, stdout)).toEqual(
      expect.arrayContaining([
        'block no-uncovered-services module.shop.aws_route53domains_domain.this',
        'warn no-uncovered-marketplace agent',
      ]),
    );
  });
});

describeWithEngine('a pipeline', () => {
  const PIPE = 'pulumi --non-interactive preview --json --show-sames | credit-guard check';

  it('goes on after a preview that is fine', async () => {
    const of = await fleet();
    const { code, stdout } = shell(of, `set -o pipefail; ${PIPE}`);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Within credits until')]);
  });

  it('stops after a preview that failed, with pipefail and without', async () => {
    const of = await fleet();
    await set(of, { fail: 'true' });
    for (const line of [`set -o pipefail; ${PIPE}`, PIPE]) {
      const { code, stdout, stderr } = shell(of, line);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('The preview failed');
    }
  });

  it('stops where the engine does not even start', async () => {
    const of = await fleet();
    const { code, stdout } = shell(of, `set -o pipefail; pulumi preview --json --stack nobody | credit-guard check`);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describeWithEngine('the pack', () => {
  it('blocks with one line when the configuration is wrong, unless its owner loosens that', async () => {
    const of = await fleet('program: [activate\n');
    const preview = await run(of, withPack('preview'));
    expect(preview.code).not.toBe(0);
    expect(violations(preview)).toContain('mandatory credit-outlook fleet-dev');
    expect(words(preview)).toContain('is invalid and was ignored: its credits, limits and exceptions do not apply.');
    const conf = join(dirname(of.cwd), 'policy.json');
    writeFileSync(conf, JSON.stringify({ 'credit-outlook': { onInvalidConfig: 'warn' } }));
    const loose = await run(of, [...withPack('preview'), '--policy-pack-config', conf]);
    expect([loose.code, violations(loose).filter((one) => one.startsWith('mandatory'))]).toEqual([0, []]);
  });

  it('lets the update pass what the preview let pass: an old domain is no new cash', async () => {
    const of = await shop();
    expect((await run(of, ['up', '--yes', '--skip-preview'])).code).toBe(0);
    command(of, ['baseline', '--write'], (await run(of, ['stack', 'export'])).stdout);
    const conf = join(dirname(of.cwd), 'policy.json');
    writeFileSync(conf, JSON.stringify({ 'credit-outlook': { enforcementLevel: 'mandatory', maxOneTimeCash: 1 } }));
    const up = await run(of, [...withPack('up', '--yes'), '--policy-pack-config', conf]);
    expect([up.code, violations(up).filter((one) => one.startsWith('mandatory'))]).toEqual([0, []]);
  });

  it('speaks in lines that a terminal of 80 columns does not cut', async () => {
    const of = await shop(`${CREDITS}policies: { credit-outlook: { maxMonthlyCash: "1.00", blockWithinDays: 400 } }\n`);
    const { stdout } = await run(of, withPack('preview'));
    const start = stdout.indexOf('Policies:');
    expect(start).toBeGreaterThan(0);
    const own = stdout
      .slice(start)
      .split('\n')
      .filter((line) => /^ {4,}\S/.test(line) && !/^\s*- \[|https?:\/\//.test(line));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((line) => line.length > 80)).toEqual([]);
  });
});
