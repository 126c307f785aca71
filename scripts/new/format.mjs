import { change, fail, has, write } from './files.mjs';

export const usage = 'format name';
export const next = 'its extension, its summary, what it renders, and how its reader reads it';

/** A file that renders nothing yet, its entry, and how a reader sees it: the tests that every format passes fail for it. */
export function add(name) {
  if (!/^[a-z][a-z0-9]*$/.test(name)) fail(`${name}: write one word in small letters, such as csv.`);
  const file = `src/reports/${name}.ts`;
  if (has(file)) fail(`${file} is there already.`);
  write(file, fileOf(name));
  change('src/reports/formats.ts', (text) =>
    text.replace('\n} as const satisfies', `\n${entryOf(name)}} as const satisfies`),
  );
  change('test/reports/readers.ts', (text) =>
    text.replace(/(const readers[^\n]* = \{\n[\s\S]*?)^\};/m, (_, rows) => `${rows}  ${name}: asIs,\n};`),
  );
  change('test/docs/report-page.ts', (text) =>
    text.replace(/(const USES[^\n]* = \{\n[\s\S]*?)^\};/m, (_, rows) => `${rows}${useOf(name)}};`),
  );
}

const useOf = (name) => `  ${name}: {
    words: 'TODO',
    example: ['sh', \`\${CHECK} --report ${name}=guard.TODO\`],
  },
`;

const entryOf = (name) => `  ${name}: {
    extension: 'TODO',
    summary: 'TODO: for whom it is',
    load: async (): Promise<Render> => (await import('./${name}.js')).${name},
  },
`;

const fileOf = (name) => `import type { Render } from './format';

/** TODO: for whom it is, and the page that describes it. */
export const ${name}: Render = () => '\\n';
`;
