/**
 * Starts something new: `npm run new -- type aws:kendra/index:Index`. It writes the entries that CONTRIBUTING.md names for
 * the kind; a test fails until they are filled in.
 */
import { fail, touched } from './new/files.mjs';
import * as format from './new/format.mjs';
import * as rule from './new/rule.mjs';
import * as setting from './new/setting.mjs';
import * as type from './new/type.mjs';

const KINDS = new Map(Object.entries({ rule, type, setting, format }));

const [kind, name, ...others] = process.argv.slice(2);
const scaffold = KINDS.get(kind);
if (scaffold === undefined || name === undefined || others.length > 0) {
  fail(['Usage:', ...[...KINDS.values()].map(({ usage }) => `  npm run new -- ${usage}`)].join('\n'));
}
scaffold.add(name);
for (const path of touched) console.log(`touched ${path}`);
console.log(`Next: ${scaffold.next}, then \`npm run format && npm run update\`.`);
