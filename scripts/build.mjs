// Compiles src/ and policy-pack/ to dist/, and puts the price data beside the code that reads it.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

let tsc;
try {
  tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
} catch {
  console.error('TypeScript is not installed: run `npm ci` without --omit=dev.');
  process.exit(1);
}
try {
  execFileSync(process.execPath, [tsc, '--build', 'policy-pack'], { cwd: root, stdio: 'inherit' });
} catch {
  process.exit(1); // the compiler has said why
}
// What an earlier build left is not shipped.
rmSync(join(root, 'dist/src/data'), { recursive: true, force: true });
cpSync(join(root, 'src/data'), join(root, 'dist/src/data'), { recursive: true });
chmodSync(join(root, 'dist/src/cli/main.js'), 0o755);
