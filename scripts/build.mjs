// Compiles src/ and policy-pack/ to dist/, and puts the price data beside the code that reads it.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

execFileSync(process.execPath, [tsc, '--build', 'policy-pack'], { cwd: root, stdio: 'inherit' });
cpSync(join(root, 'src/data'), join(root, 'dist/src/data'), { recursive: true });
const command = join(root, 'dist/src/cli/main.js');
if (existsSync(command)) chmodSync(command, 0o755);
