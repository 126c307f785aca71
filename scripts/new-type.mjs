/**
 * Starts a priced type: `npm run new:type -- aws:kendra/index:Index`.
 *
 * Puts an entry in the file of its module (a new file when nothing of the module is priced yet), a line in the index,
 * and a row in test/support/happy-paths.ts that fails until the price is there.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const services = join(root, 'src/core/charges/services');
const inServices = (name) => join(services, `${name}.ts`);
const [token] = process.argv.slice(2);
const [, module, name] = /^aws:(\w+)\/(\w+):\w+$/.exec(token ?? '') ?? [];

const ENTRY = "perHour('TODO: the line of the price page', 'TODO/key.hour')";

if (module === undefined) fail('Usage: npm run new:type -- aws:module/name:Name');
const moved = existsSync(inServices(module)) ? [] : moveOut();
const file = inServices(module);
const source = readFileSync(file, 'utf8');
if (!source.includes("from '../meters'")) write(file, `import { perHour } from '../meters';\n${source}`);
write(file, withEntry(readFileSync(file, 'utf8')));
const rows = join(root, 'test/support/happy-paths.ts');
write(rows, readFileSync(rows, 'utf8').replace(/\n\];\n?$/, `\n  ['${token}', {}, [['TODO', '0.00', '0.00']]],\n];\n`));
console.log([...moved, file, rows].map((path) => `touched ${path.slice(root.length + 1)}`).join('\n'));
console.log('Next: the price key, the amount worked out by hand in the row, then `npm run format && npm run update`.');

/** Replaces the entry that says why there is no price; a free type leaves its list. */
function withEntry(text) {
  const line = `    '${token}': ${ENTRY},\n`;
  const entry = new RegExp(`^ +'${token}':\\s+\\w+\\((?:[^()']|'(?:[^'\\\\]|\\\\.)*'|\\([^()]*\\))*\\),\\n`, 'm');
  if (entry.test(text)) return text.replace(entry, line);
  if (text.includes(`'${token}':`)) fail(`${token} is priced already.`);
  const free = new RegExp(`(\\.\\.\\.free\\(\\s*'${module}',\\s*['\`][^'\`]*?)\\b${name}\\b ?`);
  if (!free.test(text)) fail(`${token} has no entry in ${file}.`);
  return text.replace(free, '$1').replace('resources: {\n', `resources: {\n${line}`);
}

/** A module gets a file of its own with its first price. */
function moveOut() {
  const rest = inServices('without-prices');
  const index = inServices('index');
  const text = readFileSync(rest, 'utf8');
  const block = text
    .split(/(?<=^ {2}\},\n)/m)
    .find(
      (part) => part.includes(`'aws:${module}/`) || part.includes(`free('${module}'`) || part.includes(`'${module}',`),
    );
  if (block === undefined) fail(`No entry of the provider starts with aws:${module}/. Is the token right?`);
  const service = block.slice(block.indexOf('  {\n'));
  write(rest, text.replace(service, ''));
  const body = service.replace(/^ {2}/gm, '').trim().replace(/,$/, '');
  const classes =
    /import \{([^}]*)\} from '..\/classes';/
      .exec(text)?.[1]
      .split(',')
      .map((one) => one.trim()) ?? [];
  // The class of the type itself goes with its entry.
  const used = classes.filter((one) => one !== '' && withEntry(body).includes(`${one}(`));
  const from = used.length === 0 ? '' : `import { ${used.join(', ')} } from '../classes';\n`;
  const imports = `${from}import type { Service } from '../service';`;
  write(
    inServices(module),
    `${imports}\n\n/** TODO: what AWS bills here, and what is not counted. */\nexport const ${module}: Service = ${body};\n`,
  );
  write(
    index,
    readFileSync(index, 'utf8')
      .replace('import { withoutPrices }', `import { ${module} } from './${module}';\nimport { withoutPrices }`)
      .replace('  ...withoutPrices,', `  ${module},\n  ...withoutPrices,`),
  );
  return [rest, index];
}

function write(path, text) {
  writeFileSync(path, text);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
