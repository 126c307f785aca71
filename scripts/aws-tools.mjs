// Finds the AWS CLI and the AWS server (moto) that test/adapters/aws-tools.test.ts needs, or installs the versions that
// test/support/aws-tools.txt pins into the user's cache, and prints the Python that runs them.
//   node scripts/aws-tools.mjs          what was installed before, else install it (a minute)
//   node scripts/aws-tools.mjs --find   the same without installing
// Exit 0 with the path on standard output; 4 when it is not there and there is no Python to install it with.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from './go-programs.mjs';

const pins = join(dirname(dirname(fileURLToPath(import.meta.url))), 'test/support/aws-tools.txt');

/** Without the scripts that pip installs beside it: they name the folder in which they were made. */
const pythonIn = (folder) =>
  join(folder, ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']));

function folderFor(version) {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const hash = createHash('sha256').update(version).update(readFileSync(pins));
  return join(cache, 'pulumi-credit-guard', `aws-tools-${hash.digest('hex').slice(0, 16)}`);
}

function run(command, args) {
  const done = spawnSync(command, args, { stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** The Python of the installed tools; undefined where there is none, and none to install them with. */
export function awsTools(mayInstall) {
  const asked = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  if (asked.status !== 0) return undefined;
  const folder = folderFor(asked.stdout);
  if (existsSync(folder)) return pythonIn(folder);
  if (!mayInstall) return undefined;
  makeFolder(folder, (aside) => {
    run('python3', ['-m', 'venv', aside]);
    run(pythonIn(aside), ['-m', 'pip', 'install', '--quiet', '--no-compile', '--requirement', pins]);
  });
  return pythonIn(folder);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const python = awsTools(!process.argv.includes('--find'));
  if (python === undefined) {
    process.stderr.write(
      'aws-tools: no AWS CLI and no moto are installed for the tests; node scripts/aws-tools.mjs installs them where python3 is\n',
    );
    process.exit(4);
  }
  process.stdout.write(`${python}\n`);
}
