import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PACK, PackServer, type Violation } from '../support/pack-server';

// A pack that something has damaged: what is whole still works, what is not is one line, and nothing breaks.
let pack: string;
beforeEach(() => {
  pack = mkdtempSync(join(tmpdir(), 'credit-guard-broken-'));
  for (const part of ['dist', 'package.json', 'PulumiPolicy.yaml'])
    cpSync(join(PACK, part), join(pack, part), { recursive: true });
  symlinkSync(join(PACK, 'node_modules'), join(pack, 'node_modules'), 'junction');
});
afterEach(() => rmSync(pack, { recursive: true, force: true }));

const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat', properties: { subnetId: 'subnet-1' } };
const DOMAIN = { type: 'aws:route53domains/domain:Domain', name: 'shop', properties: { domainName: 'shop.com' } };
const PLAN = {
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  name: 'compute',
  properties: { commitment: '0.30', upfrontPaymentAmount: '1314.00', savingsPlanOfferingId: 'x' },
};
const BLOCKING = { level: 'mandatory', properties: { onUnknown: 'block' } } as const;

const told = (violations: Violation[]) =>
  violations.map(({ level, policy, message }) => `${level} ${policy} ${message}`);

async function ask(config: Parameters<PackServer['configure']>[0]) {
  const server = await PackServer.boot({ pack });
  try {
    await server.configure(config);
    const [domain, plan] = [await server.analyze(DOMAIN), await server.analyze(PLAN)];
    return { domain: told(domain), plan: told(plan), stack: told(await server.analyzeStack([NAT, DOMAIN])) };
  } finally {
    server.stop();
  }
}

it('an internal error is one line that names its policy, and leaves the other policies alone', async () => {
  writeFileSync(join(pack, 'dist/src/data/prices/global.tsv'), '{');
  const { domain, plan, stack } = await ask({});
  const line = (policy: string) =>
    expect.stringMatching(
      new RegExp(
        `^advisory ${policy} Internal error in ${policy}: .*Please report this line as a bug of pulumi-credit-guard.$`,
      ),
    );
  expect([domain, stack]).toEqual([[line('no-uncovered-services')], [line('credit-outlook')]]);
  expect(plan).toContainEqual(expect.stringContaining('mandatory no-uncovered-upfront-fees $1,314.00 upfront'));
});

it('an internal error blocks where the owner wants to be stopped by what is not known', async () => {
  writeFileSync(join(pack, 'dist/src/data/prices/global.tsv'), '{');
  const { domain, stack } = await ask({ 'no-uncovered-services': BLOCKING, 'credit-outlook': BLOCKING });
  expect([domain, stack]).toEqual([
    [expect.stringMatching(/^mandatory no-uncovered-services Internal error/)],
    [expect.stringMatching(/^mandatory credit-outlook Internal error/)],
  ]);
});

it('a guard that cannot be loaded is said once', async () => {
  rmSync(join(pack, 'dist/src/core/assess.js'));
  expect(await ask({})).toEqual({
    domain: [],
    plan: [],
    stack: [
      expect.stringMatching(
        /^advisory credit-outlook pulumi-credit-guard cannot be loaded, so nothing is checked: Cannot find module '\S+'\. Install it again\.$/,
      ),
    ],
  });
});

it('a guard that cannot be loaded blocks where the owner wants to be stopped by what is not known', async () => {
  rmSync(join(pack, 'dist/src/core/assess.js'));
  const { domain, stack } = await ask({ 'no-uncovered-services': BLOCKING, 'credit-outlook': BLOCKING });
  expect([domain.length, stack.length]).toEqual([1, 1]);
  expect([domain[0], stack[0]].map((line) => line?.split(' ', 2).join(' '))).toEqual([
    'mandatory no-uncovered-services',
    'mandatory credit-outlook',
  ]);
});
