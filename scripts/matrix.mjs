// Proves the package on every Node it claims: packed, installed, booted through the policy server, and run as a command.
//   npm run matrix            Node 20, 22, 24 and 26
//   npm run matrix -- 22 24   only these
// The Node binaries come from the registry's `node` packages. The demo must give the same bytes on each of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26'];
const tsx = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/cli.mjs');
const folder = mkdtempSync(join(tmpdir(), 'credit-guard-matrix-'));
const run = (command, args, options = {}) => execFileSync(command, args, { cwd: folder, encoding: 'utf8', ...options });
const npm = (...args) => run('npm', [...args, '--silent', '--prefer-offline', '--no-audit', '--no-fund']);

let failed = 0;
try {
  run('npm', ['init', '--yes']);
  const tarball = npm('pack', root, '--ignore-scripts').trim();
  npm('install', '--ignore-scripts', `./${tarball}`);
  const pack = join(folder, 'node_modules/pulumi-credit-guard');
  const golden = readFileSync(join(root, 'test/golden/demo.txt'), 'utf8');
  const answers = new Set();
  for (const version of versions) {
    const row = [`Node ${version}`];
    try {
      const home = join(folder, `node-${version}`);
      npm('install', '--prefix', home, `node@${version}`);
      const node = join(home, 'node_modules/node/bin/node');
      row.push(run(node, ['--version']).trim());
      const answer = run(process.execPath, [tsx, join(root, 'test/support/matrix-check.ts'), pack, node], {
        cwd: root,
      });
      answers.add(answer);
      row.push('pack answers');
      const env = { ...process.env, NO_COLOR: '1', COLUMNS: '80' };
      const demo = run(node, [join(pack, 'dist/src/cli/main.js'), 'demo'], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      row.push(demo === golden ? 'demo: same bytes' : 'demo: OTHER BYTES');
      if (demo !== golden) failed++;
      row.push(
        run(node, ['-e', "process.stdout.write(String(require('pulumi-credit-guard').creditGuardPolicies.length))"]) ===
          '8'
          ? 'library: 8 policies'
          : 'library: WRONG',
      );
    } catch (error) {
      failed++;
      row.push(
        `FAILED: ${String(error.stderr || error.message)
          .trim()
          .split('\n')
          .pop()}`,
      );
    }
    console.log(row.join(' · '));
  }
  console.log(answers.size === 1 ? 'Every Node gives the same answers.' : `${answers.size} different answers.`);
  if (answers.size !== 1) failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
