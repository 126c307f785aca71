import { change, fail, has, read } from './files.mjs';

export const usage = 'rule file/id        (file: one of src/core/coverage/rules)';
export const next = 'the row: what decides it in `find`, and the resources in `examples` that show it';

/** Puts a row at the end of a table of rules. Its example is not found until `find` is written. */
export function add(name) {
  const [, file, id] =
    /^([a-z-]+)\/([a-z][a-z0-9-]*)$/.exec(name) ??
    fail(`${name}: write file/id, such as excluded-services/domain-renewal.`);
  const path = `src/core/coverage/rules/${file}.ts`;
  if (!has(path) || !/readonly Rule\[\] = \[/.test(read(path))) fail(`${path} is no table of rules.`);
  if (read(path).includes(`id: '${id}'`)) fail(`${id} is there already.`);
  change(path, (text) =>
    text.replace(/(readonly Rule\[\] = \[\n[\s\S]*?)^\];\n/m, (_, rows) => `${rows}${rowOf(id)}];\n`),
  );
}

const rowOf = (id) => `  {
    id: '${id}',
    policy: 'coverage-known',
    verdict: 'unknown',
    judges: 'own',
    creditCanPay: 'product',
    types: ['aws:TODO/todo:Todo'],
    what: 'TODO: fit to follow an amount',
    why: 'TODO: one sentence.',
    remedy: 'TODO: one sentence in the imperative.',
    url: 'https://TODO',
    asOf: '${new Date().toISOString().slice(0, 10)}',
    confidence: 'D',
    examples: {
      hit: { type: 'aws:TODO/todo:Todo', properties: {} },
      miss: { type: 'aws:TODO/todo:Todo', properties: {} },
    },
    find: () => ({ match: 'no' }),
  },
`;
