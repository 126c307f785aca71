// A program with the guard on: what its tests write, run and read.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { PACK } from '../support/pack-server';
import { newStack, type Ran, type Stack } from './support';

export const FIXED = { CREDIT_GUARD_DATE: '2026-11-24T12:00:00Z' };
export const CREDITS = `
credits:
  manual: [{ description: Start-up credit, remaining: "8500", starts: 2026-04-01, ends: 2027-03-31T23:59:59Z, products: all }]
`;

/** The engine wraps nothing, but indents: the words of its output on one line. */
export const words = ({ stdout, stderr }: Ran): string => `${stdout}${stderr}`.replace(/\s+/g, ' ');
export const withPack = (...args: string[]) => [...args, '--policy-pack', PACK];

/** `- [mandatory] [severity: high]  no-uncovered-services  (aws:route53domains:Domain: shop)` → level, policy and name. */
export const violations = ({ stdout }: Ran): string[] =>
  [...stdout.matchAll(/- \[(\w+)\](?: \[severity: \w+\])?\s+([\w-]+)\s+\(([^)]*)\)/g)].map(
    ([, level, policy, where]) => `${level} ${policy} ${where?.split(': ').pop()}`,
  );

let stack: Stack | undefined;
afterEach(() => {
  stack?.dispose();
  stack = undefined;
});

/** A copy of a program with its own configuration of the guard, outside any repository. One in each test. */
export async function program(folder: string, config = CREDITS): Promise<Stack> {
  stack = await newStack(folder);
  writeFileSync(join(stack.cwd, 'credit-guard.yaml'), config);
  return stack;
}

export const run = (of: Stack, args: string[], env: Record<string, string> = {}) =>
  of.run(args, { env: { ...FIXED, ...env }, timeoutMs: 120_000 });

/** The command in the program's folder, on the same day as the pack. */
export function command(
  of: Stack,
  args: readonly string[],
  input = '',
): { code: number | null; stdout: string; stderr: string } {
  const script = join(PACK, 'dist/src/cli/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: of.cwd,
    env: { ...process.env, ...FIXED },
    input,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

/** What `credit-guard check` finds in a plan. */
export function checked(of: Stack, plan: string): string[] {
  const { findings } = JSON.parse(command(of, ['check', '--format', 'json'], plan).stdout) as {
    findings: { level: string; policy: string; name: string }[];
  };
  return findings.map(({ level, policy, name }) => `${level} ${policy} ${name}`);
}
