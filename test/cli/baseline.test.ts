import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './run';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'credit-guard-baseline-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const DOMAIN = 'urn:pulumi:prod::shop::aws:route53domains/domain:Domain::shop';
const PLAN = 'urn:pulumi:prod::shop::aws:savingsplans/savingsPlan:SavingsPlan::compute';
const state = (urn: string, inputs: Record<string, unknown>) => ({
  urn,
  type: urn.split('::')[2],
  custom: true,
  id: 'x',
  inputs,
});
const domain = state(DOMAIN, { domainName: 'acme.com' });
const plan = (upfrontPaymentAmount: unknown) => state(PLAN, { commitment: '0.30', upfrontPaymentAmount });
const exported = (...resources: unknown[]) => JSON.stringify({ version: 3, deployment: { resources } });
const previewed = (...steps: unknown[]) => JSON.stringify({ steps });

const baseline = (stdin: string, ...argv: string[]) => run(['baseline', ...argv], { stdin, cwd });
const check = async (stdin: string) => {
  const { stdout } = await run(['check', '--format', 'json'], { stdin, cwd });
  const { findings } = JSON.parse(stdout) as { findings: { policy: string; level: string; accepted: unknown }[] };
  return findings.filter(({ policy }) => policy !== 'credit-outlook').map(({ level, policy }) => `${level} ${policy}`);
};

describe('what exists is accepted', () => {
  test('at its amount of today, in the words of the configuration', async () => {
    const { code, stdout, stderr } = await baseline(exported(domain, plan('1314.00')));
    expect([code, stderr]).toEqual([0, 'Read them, and put them into credit-guard.yaml; --write does.\n']);
    expect(stdout).toBe(`accept:
  - policy: no-uncovered-services
    resource: ${DOMAIN}
    reason: Existed on 2026-12-01
    maxUsd: "16.00"
    only: existing
  - policy: no-uncovered-upfront-fees
    resource: ${PLAN}
    reason: Existed on 2026-12-01
    maxUsd: "1314.00"
    only: existing
`);
  });

  test('without a ceiling where the amount is not known, for 90 days', async () => {
    const { stdout, stderr } = await baseline(exported(state(DOMAIN, { domainName: 'acme.unheard-of' })));
    expect(stdout).toContain(`resource: ${DOMAIN}`);
    expect(stdout).toMatch(/until: 2027-03-01\n {4}only: existing\n$/);
    expect(stdout).not.toContain('maxUsd');
    expect(stderr).toContain(
      '1 exception without a ceiling: the amount is not known, so it ends in 90 days (--until DAY sets another end). It does not cover a replacement.',
    );
  });

  test('to the cent: what was there passes, and a cent more does not', async () => {
    const case08 = JSON.parse(readFileSync(join(__dirname, '../cases/adv-08-baseline-rounds-down.json'), 'utf8'));
    const [resource] = case08.deployment.resources;
    await baseline(JSON.stringify(case08), '--write');
    const of = (upfrontPaymentAmount: string) =>
      check(
        previewed({
          op: 'create',
          urn: resource.urn,
          newState: { ...resource, inputs: { ...resource.inputs, upfrontPaymentAmount } },
        }),
      );
    // What a pack is sent does not tell that it existed: without that, the same amount passes.
    const yaml = readFileSync(join(cwd, 'credit-guard.yaml'), 'utf8');
    writeFileSync(join(cwd, 'credit-guard.yaml'), yaml.replaceAll('    only: existing\n', ''));
    expect(await of('1081.422')).toContain('info no-uncovered-upfront-fees');
    expect(await of('1081.43')).toContain('block no-uncovered-upfront-fees');
  });

  test('a replacement buys it again, and is not accepted', async () => {
    await baseline(exported(plan('1314.00')), '--write');
    const step = (op: string) => previewed({ op, urn: PLAN, oldState: plan('1314.00'), newState: plan('1314.00') });
    expect(await check(step('replace'))).toContain('block no-uncovered-upfront-fees');
    expect(await check(step('same'))).not.toContain('block no-uncovered-upfront-fees');
  });

  test('with what only warns, and until a day, when that is asked for', async () => {
    const { stdout } = await baseline(exported(plan('1314.00')), '--warnings', '--until', '2027-03-31');
    expect(stdout).toContain('policy: commitments-end-with-credits');
    expect(stdout.match(/until: 2027-03-31/g)).toHaveLength(2);
  });

  test('as it was before a change; what is new, deleted or replaced is not accepted', async () => {
    const steps = (op: string, newState: unknown) => previewed({ op, urn: PLAN, oldState: plan('100.00'), newState });
    expect((await baseline(steps('update', plan('999.00')))).stdout).toContain('maxUsd: "100.00"');
    for (const op of ['delete', 'replace']) expect((await baseline(steps(op, plan('999.00')))).stdout).toBe('');
    const created = previewed({ op: 'create', urn: DOMAIN, newState: domain });
    expect(await baseline(created)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Nothing that exists would be reported again: there is nothing to accept.\n',
    });
  });

  test('a name is data', async () => {
    const { stdout } = await baseline(exported(state(`${DOMAIN}\u001b[31m: - x`, { domainName: 'acme.com' })));
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('\\u001b[31m: - x"');
  });
});

describe('--write', () => {
  const file = () => join(cwd, 'credit-guard.yaml');
  const written = () => readFileSync(file(), 'utf8');

  test('begins a configuration, which a second run finds and leaves alone', async () => {
    const { stderr } = await baseline(exported(domain), '--write');
    expect(stderr).toBe(`Added 1 exception to ${file()}. Read it before you commit it.\n`);
    const first = written();
    expect((await baseline(exported(domain), '--write')).stderr).toMatch(/nothing to accept/);
    expect(written()).toBe(first);
    expect(await check(previewed({ op: 'same', urn: DOMAIN, oldState: domain, newState: domain }))).toEqual([
      'info no-uncovered-services',
    ]);
    // A name that comes back is bought again.
    expect(await check(previewed({ op: 'create', urn: DOMAIN, newState: domain }))).toEqual([
      'block no-uncovered-services',
    ]);
  });

  test('changes no other byte of a configuration without acceptances', async () => {
    const before = '# ours\nprogram:   activate # terms\nusage: []';
    writeFileSync(file(), before);
    await baseline(exported(domain), '--write');
    expect(written().startsWith(`${before}\naccept:\n  - policy: no-uncovered-services\n`)).toBe(true);
  });

  test.each([
    [
      'a list',
      'accept:\n  # the old one\n  - { policy: no-uncovered-services, resource: "urn:x", reason: Ours }\nprogram: activate\n',
    ],
    ['an empty list', 'accept: []\nprogram: activate\n'],
    ['one line', '{ program: activate, accept: [] }\n'],
    ['one line without it', '{ program: activate }\n'],
  ])('adds to %s, and keeps what is there', async (_, before) => {
    writeFileSync(file(), before);
    expect((await baseline(exported(domain, plan('5.00')), '--write')).code).toBe(0);
    const { stdout } = await run(['config', '--json'], { cwd });
    const settings = JSON.parse(stdout).settings as { name: string; value: string }[];
    const value = (name: string) => settings.find((one) => one.name === name)?.value;
    expect([value('program'), value('accept')]).toEqual([
      'activate',
      before.includes('urn:x') ? '3 entries' : '2 entries',
    ]);
    if (before.includes('#')) expect(written()).toContain('# the old one');
  });

  test.each([
    [
      'read-only',
      () => {
        writeFileSync(file(), 'program: activate\n');
        chmodSync(file(), 0o444);
      },
      'it is read-only',
    ],
    [
      'a link',
      () => {
        writeFileSync(join(cwd, 'other.yaml'), 'program: activate\n');
        symlinkSync('other.yaml', file());
      },
      'it is a link; name the file itself',
    ],
  ])('a file that is %s: one line, and nothing changes', async (_, make, reason) => {
    make();
    const { code, stderr } = await baseline(exported(domain), '--write');
    expect([code, stderr]).toEqual([2, `credit-guard: ${file()}: ${reason}.\n`]);
    expect(written()).toBe('program: activate\n');
    expect(readdirSync(cwd).filter((name) => /tmp|lock/.test(name))).toEqual([]);
  });

  test('after a document end the file is still valid, and nothing of it is lost', async () => {
    writeFileSync(file(), readFileSync(join(__dirname, '../cases/adv-09a-document-end.yaml')));
    const state09 = readFileSync(join(__dirname, '../cases/adv-09-state-domain.json'), 'utf8');
    expect((await baseline(state09, '--write')).code).toBe(0);
    expect(written()).toMatch(/^program: activate\naccept:\n[\s\S]*\n\.\.\.\n$/);
    expect((await run(['config'], { cwd })).code).toBe(0);
  });

  test('a configuration with a mistake is not touched', async () => {
    writeFileSync(file(), 'programme: activate\n');
    const { code, stderr } = await baseline(exported(domain), '--write');
    expect([code, stderr, written()]).toEqual([
      2,
      expect.stringContaining('did you mean program?'),
      'programme: activate\n',
    ]);
  });
});

test('a date that is none is told before anything is read', async () => {
  const { code, stderr } = await baseline('', '--until', 'soon');
  expect([code, stderr]).toEqual([2, expect.stringContaining('--until soon: write a date, such as 2027-03-31')]);
});
