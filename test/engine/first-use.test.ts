// Somebody who has never seen it: init, and then each command that it prints, as it is printed, in a real shell.
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { run as command } from '../cli/run';
import { PACK } from '../support/pack-server';
import { FIXED, program } from './guarded';
import { describeWithEngine, engine, type Stack } from './support';

/** The lines of each step, by the first word or two of it. */
function stepsIn(stdout: string): Map<string, string> {
  const steps = [...stdout.matchAll(/^\d+\. (.+)\n((?: {5}.*\n)+)/gm)];
  return new Map(steps.map(([, title = '', lines = '']) => [title, lines.replace(/^ {5}/gm, '')]));
}

async function inShell(of: Stack, lines: string): Promise<{ code: number; text: string }> {
  const using = engine();
  const env = { ...process.env, ...of.env, ...(using.available ? using.env : {}), ...FIXED };
  const done = promisify(execFile)('bash', ['-c', lines], { cwd: of.cwd, env, timeout: 120_000 });
  return done.then(
    ({ stdout, stderr }) => ({ code: 0, text: `${stdout}${stderr}` }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: `${error.stdout}${error.stderr}`,
    }),
  );
}

describeWithEngine('the first use', () => {
  it.each(['nodejs', 'yaml'])(
    'of a %s program: what init prints is what works',
    { timeout: 180_000 },
    async (runtime) => {
      const folder = runtime === 'nodejs' ? 'examples/what-credits-do-not-cover' : 'examples/yaml';
      const of = await program(join(PACK, folder), '');
      rmSync(join(of.cwd, 'credit-guard.yaml'));
      await of.run(['config', 'set', 'aws:region', 'us-east-1']);
      // The root of the repository; the guard as npm would have installed it.
      const root = runtime === 'nodejs' ? of.cwd : dirname(of.cwd);
      mkdirSync(join(root, '.git'));
      const installed = join(root, runtime === 'nodejs' ? '' : 'credit-guard', 'node_modules');
      mkdirSync(join(installed, '.bin'), { recursive: true });
      symlinkSync(PACK, join(installed, 'pulumi-credit-guard'));
      symlinkSync(join(PACK, 'dist/src/cli/main.js'), join(installed, '.bin/credit-guard'));
      if (runtime === 'nodejs') writeFileSync(join(root, 'package-lock.json'), '{}');

      const { code, stdout } = await command(['init', '--yes', '--ci', 'github'], {
        cwd: of.cwd,
        now: FIXED.CREDIT_GUARD_DATE,
      });
      expect(code).toBe(0);
      const steps = stepsIn(stdout);
      expect([...steps.keys()].map((title) => title.split(/[ ,]/)[0])).toEqual(['Read', 'See', 'Be', 'On']);
      const [, see = '', stopped = ''] = [...steps.values()];

      const checked = await inShell(of, see);
      expect(checked.text).toContain('findings block');
      expect(checked.code).toBe(1);
      const preview = await inShell(of, stopped);
      expect(preview.text).toContain('[mandatory] [severity: high]  no-uncovered-services');
      expect(preview.code).not.toBe(0);

      // The command that the message prints, and then nothing stops any more.
      const commands = [...preview.text.matchAll(/Accept +(credit-guard accept [^\n]+\n[^\n]+)/g)].map(
        ([, lines = '']) => lines,
      );
      expect(commands).toHaveLength(2);
      for (const lines of commands) {
        const npx =
          see
            .trim()
            .split('\n')
            .at(-1)
            ?.replace(/ check .*/, '') ?? '';
        const accepted = await inShell(of, lines.replace('credit-guard', npx).replace('…', 'We know'));
        expect(accepted).toMatchObject({ code: 0 });
      }
      expect((await inShell(of, stopped)).code).toBe(0);
    },
  );
});
