// Asks the registry for known weaknesses of what a user gets with the package; ends with 1 at one that is high or critical.
//   npm run audit
// Not every registry answers that question. Then nobody knows: it is said loudly, and CREDIT_GUARD_REQUIRE_AUDIT=1 makes
// it a failure.
import { spawnSync } from 'node:child_process';

const SERIOUS = ['high', 'critical'];

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  maxBuffer: 64 * 1024 * 1024,
});
const answer = parse(stdout);
if (answer?.vulnerabilities === undefined) {
  console.error(`!! NOT AUDITED: ${answer?.message ?? 'npm audit gave no answer'}`);
  process.exitCode = process.env.CREDIT_GUARD_REQUIRE_AUDIT === '1' ? 1 : 0;
} else {
  const found = Object.values(answer.vulnerabilities);
  for (const { name, severity, via } of found) console.log(`${severity}: ${name} ${titles(via)}`);
  const serious = found.filter(({ severity }) => SERIOUS.includes(severity)).length;
  console.log(`${answer.metadata.dependencies.prod} packages: ${found.length} known weaknesses, ${serious} serious.`);
  process.exitCode = serious > 0 ? 1 : 0;
}

/** A weakness names its advisory, or only the packages that bring it in. */
function titles(via) {
  return via
    .map((cause) => (typeof cause === 'string' ? `through ${cause}` : `${cause.title} (${cause.url})`))
    .join('; ');
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
