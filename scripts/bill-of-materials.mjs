// Prints the software bill of materials of a packed package, in CycloneDX: what a user gets with it today.
//   node scripts/bill-of-materials.mjs pulumi-credit-guard-1.2.3.tgz > sbom.cdx.json
// It is read from a fresh installation of the tarball: what the lock file says of development has no part in it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [tarball] = process.argv.slice(2);
if (tarball === undefined) {
  console.error('Which tarball? npm pack makes one.');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'credit-guard-materials-'));
const project = join(folder, 'an-installation');
const npm = (...args) =>
  execFileSync('npm', args, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 2],
  });
try {
  mkdirSync(project);
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'an-installation', version: '1.0.0', private: true }),
  );
  npm('install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--silent', resolve(tarball));
  process.stdout.write(npm('sbom', '--sbom-format=cyclonedx'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
