import { expect, test } from 'vitest';
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
