import ts from 'typescript';
import { change, fail, has, read, write } from './files.mjs';

export const usage = 'type aws:module/name:Name';
export const next = 'the price key, the amount worked out by hand in the row';

const TOKEN = /^aws:(\w+)\/(\w+):\w+$/;
const ROWS = 'test/support/happy-paths.ts';
const inServices = (name) => `src/core/charges/services/${name}.ts`;

const ENTRY = "perHour('TODO: the line of the price page', 'TODO/key.hour')";

/**
 * Puts an entry in the file of its module (a new file when nothing of the module is priced yet), a line in the index, and
 * a row of amounts that fails until the price is there.
 */
export function add(token) {
  const [, module] = TOKEN.exec(token) ?? fail(`${token} is no type token, such as aws:kendra/index:Index.`);
  const file = inServices(module);
  if (!has(file)) moveOut(token);
  change(file, (text) => withoutUnused(withMeter(withEntry(text, token))));
  change(ROWS, (text) => text.replace(/\n\];\n?$/, `\n  ['${token}', {}, [['TODO', '0.00', '0.00']]],\n];\n`));
}

/** The verb of the entry, imported. */
function withMeter(text) {
  if (/import \{[^}]*\bperHour\b[^}]*\} from '..\/meters'/.test(text)) return text;
  const others = /import \{ (.*) \} from '..\/meters'/;
  return others.test(text)
    ? text.replace(others, "import { perHour, $1 } from '../meters'")
    : `import { perHour } from '../meters';\n${text}`;
}

/** The class of an entry that is gone may have been the last of its kind in the file. */
const withoutUnused = (text) =>
  text.replace(/import \{ (.*) \} from '..\/classes';\n/, (_, names) => {
    const used = names.split(', ').filter((name) => text.split(new RegExp(`\\b${name}\\(`)).length > 1);
    return used.length === 0 ? '' : `import { ${used.join(', ')} } from '../classes';\n`;
  });

/** Replaces the entry that says why there is no price; a free type leaves its list. */
export function withEntry(text, token) {
  const [, module, name] = TOKEN.exec(token);
  const entry = `'${token}': ${ENTRY}`;
  const found = entryOf(text, token);
  if (found !== undefined) {
    if (!CLASSES.has(found.initializer.expression?.getText())) fail(`${token} is priced already.`);
    return `${text.slice(0, found.getStart())}${entry}${text.slice(found.getEnd())}`;
  }
  const free = new RegExp(`(\\.\\.\\.free\\(\\s*'${module}',\\s*['\`][^'\`]*?)\\b${name}\\b ?`);
  if (!free.test(text)) fail(`${token} has no entry of its own.`);
  return text.replace(free, '$1').replace('resources: {\n', `resources: {\n    ${entry},\n`);
}

/** What says why a type has no price: the exports of classes.ts. */
const CLASSES = new Set(
  [...read('src/core/charges/classes.ts').matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name),
);

function entryOf(text, token) {
  const visit = (node) =>
    ts.isPropertyAssignment(node) && node.name.text === token ? node : ts.forEachChild(node, visit);
  return visit(ts.createSourceFile('service.ts', text, ts.ScriptTarget.Latest, true));
}

/** A module gets a file of its own with its first price. */
function moveOut(token) {
  const [, module] = TOKEN.exec(token);
  const rest = inServices('without-prices');
  const text = read(rest);
  const block = text
    .split(/(?<=^ {2}\},\n)/m)
    .find(
      (part) => part.includes(`'aws:${module}/`) || part.includes(`free('${module}'`) || part.includes(`'${module}',`),
    );
  if (block === undefined) fail(`No entry of the provider starts with aws:${module}/. Is the token right?`);
  const service = block.slice(block.indexOf('  {\n'));
  write(rest, text.replace(service, ''));
  const body = service.replace(/^ {2}/gm, '').trim().replace(/,$/, '');
  // Of these, what the entries of the module do not use goes with the change of the file.
  const classes = /import \{([^}]*)\} from '..\/classes';/.exec(text)?.[1].trim().split(/,\s*/).filter(Boolean) ?? [];
  const imports = `import { ${classes.join(', ')} } from '../classes';\nimport type { Service } from '../service';`;
  write(
    inServices(module),
    `${imports}\n\n/** TODO: what AWS bills here, and what is not counted. */\nexport const ${module}: Service = ${body};\n`,
  );
  change(inServices('index'), (all) =>
    all
      .replace('import { withoutPrices }', `import { ${module} } from './${module}';\nimport { withoutPrices }`)
      .replace('  ...withoutPrices,', `  ${module},\n  ...withoutPrices,`),
  );
}
