import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** Tests drive the compiled pack and command, so both are built once from the source under test. */
export default function build(): void {
  const root = dirname(dirname(__dirname));
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
}
