/**
 * Packs what was built, as npm does, with the address of the repository written into it:
 *
 *   npm run pack             # builds first; pulumi-credit-guard-1.2.3.tgz
 *   node scripts/pack.mjs DIR
 *
 * A copy is packed: the checkout stays as it is. Without an address the package has none, and its messages name a command.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestFields, repositoryAddress, withAbsoluteLinks } from './address.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Packs into a folder: `{ tarball, files, size }`. */
export function pack(into) {
  const stage = mkdtempSync(join(tmpdir(), 'credit-guard-pack-'));
  try {
    for (const { path } of npmPack(root, '--dry-run').files) {
      mkdirSync(dirname(join(stage, path)), { recursive: true });
      cpSync(join(root, path), join(stage, path));
    }
    const address = repositoryAddress(root);
    if (address === undefined) console.error('No address: this checkout is of no repository that others reach.');
    else addressed(stage, address);
    const { filename, files, size } = npmPack(stage, '--pack-destination', into);
    return { tarball: join(into, filename), files: files.map(({ path }) => path), size };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function addressed(stage, address) {
  const manifest = join(stage, 'package.json');
  const written = { ...manifestFields(address), ...JSON.parse(readFileSync(manifest, 'utf8')) };
  writeFileSync(manifest, `${JSON.stringify(written, null, 2)}\n`);
  const readme = join(stage, 'README.md');
  writeFileSync(readme, withAbsoluteLinks(readFileSync(readme, 'utf8'), address));
}

/** No script runs: what is packed is what was tested, not a second build. */
function npmPack(cwd, ...args) {
  const answer = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  return Array.isArray(answer) ? answer[0] : Object.values(answer)[0];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { tarball, size } = pack(resolve(process.argv[2] ?? '.'));
  console.log(`${tarball} (${(size / 1024 / 1024).toFixed(2)} MB)`);
}
