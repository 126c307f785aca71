import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from './run';

/** One NAT gateway: $32.85 a month in us-east-1 and $37.96 in eu-central-1, before its traffic. */
const plan = (region?: string) => {
  const urn = 'urn:pulumi:dev::shop::aws:ec2/natGateway:NatGateway::nat';
  const inputs = { subnetId: 'subnet-1' };
  const config = region === undefined ? {} : { 'aws:region': region };
  return JSON.stringify({
    config,
    steps: [{ op: 'create', urn, newState: { urn, type: 'aws:ec2/natGateway:NatGateway', custom: true, inputs } }],
    changeSummary: { create: 1 },
  });
};

async function checked(stdin: string, env: Record<string, string> = {}) {
  const { stdout } = await run(['check', '--format', 'json'], { stdin, env });
  const { estimate, notes } = JSON.parse(stdout);
  return {
    least: estimate.monthly.total.min,
    reasons: estimate.unpriced.map(({ reason }: { reason: string }) => reason),
    notes: notes.map(({ text }: { text: string }) => text).join('\n'),
  };
}

test('a region that only the environment names is taken, and said to be assumed', async () => {
  const { least, notes } = await checked(plan(), { AWS_REGION: 'eu-central-1' });
  expect([least, notes]).toEqual([
    '37.96',
    expect.stringContaining(
      'Assumed: 1 resource is in eu-central-1 (AWS_REGION); the plan names no region for it. `pulumi config set aws:region` states it.',
    ),
  ]);
});

test('each provider takes the region of its own profile, the default one that of the stack', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-guard-profiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const AWS_CONFIG_FILE = join(folder, 'config');
  writeFileSync(AWS_CONFIG_FILE, '[profile a]\nregion = us-east-1\n[profile b]\nregion = eu-central-1\n');
  const OWN = 'urn:pulumi:dev::shop::pulumi:providers:aws::own';
  const { config, steps } = JSON.parse(plan());
  const [nat] = steps;
  const urn = `${nat.urn}-b`;
  const stdin = JSON.stringify({
    config: { ...config, 'aws:profile': 'a' },
    steps: [
      nat,
      { op: 'create', urn: OWN, newState: { urn: OWN, type: 'pulumi:providers:aws', inputs: { profile: 'b' } } },
      { op: 'create', urn, newState: { ...nat.newState, urn, provider: `${OWN}::04da6b54` } },
    ],
  });
  const { least, notes } = await checked(stdin, { AWS_CONFIG_FILE });
  expect(least).toBe('70.81'); // 32.85 + 37.96
  expect(notes).toContain('1 resource is in us-east-1 (profile a in the AWS configuration file)');
  expect(notes).toContain('1 resource is in eu-central-1 (profile b in the AWS configuration file)');
});

test('a region that the plan names counts', async () => {
  const { least, notes } = await checked(plan('us-east-1'), { AWS_REGION: 'eu-central-1' });
  expect([least, notes]).toEqual(['32.85', expect.not.stringContaining('Assumed')]);
});

test('without any, the reason says how to state one', async () => {
  expect((await checked(plan())).reasons).toEqual([
    expect.stringContaining(
      'the plan names no region for it; set one with `pulumi config set aws:region`, or AWS_REGION',
    ),
  ]);
});

test.each([
  ['us-est-1', 'no prices for the region us-est-1; did you mean us-east-1?'],
  ['eu-cental-1', 'no prices for the region eu-cental-1; did you mean eu-central-1?'],
  ['US-EAST-1', 'no prices for the region US-EAST-1; did you mean us-east-1?'],
  ['hunter2', 'no prices for the region that it names'],
])('%s is told as wrong, with the nearest one', async (region, reason) => {
  const { reasons } = await checked(plan(region));
  expect(reasons).toEqual([expect.stringContaining(reason)]);
  expect(JSON.stringify(reasons)).not.toContain('hunter2');
});
