// Compiles src/ and policy-pack/ to dist/, and puts the price data beside the code that reads it.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'dist/policy-pack/index.js');

let tsc;
try {
  tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
} catch {
  // A clone installed without development dependencies: what was built before still runs, and nothing else can.
  if (existsSync(built)) process.exit(0);
  console.error('The pack is not built yet, and TypeScript is not installed: run `npm ci` without --omit=dev once.');
  process.exit(1);
}
try {
  execFileSync(process.execPath, [tsc, '--build', 'policy-pack'], { cwd: root, stdio: 'inherit' });
} catch {
  process.exit(1); // the compiler has said why
}
cpSync(join(root, 'src/data'), join(root, 'dist/src/data'), { recursive: true });
const command = join(root, 'dist/src/cli/main.js');
if (existsSync(command)) chmodSync(command, 0o755);
