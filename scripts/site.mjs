/**
 * Builds the documentation as a static site: the README and its neighbours, docs/, and each file that they link to.
 *
 *   npm run site          # into .site/; open .site/index.html, no server is needed
 *   npm run site -- DIR
 *
 * Nothing is fetched, neither here nor by a reader's browser. A link that leads nowhere ends it with 1.
 */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressOf, documentOf, isPage, isPicture, pagesIn, sourceDocument } from './site/documents.mjs';
import { navigation } from './site/navigation.mjs';
import { laidOut } from './site/page.mjs';
import { searchIndex } from './site/search-index.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const here = join(root, 'scripts/site');
const into = resolve(process.argv[2] ?? join(root, '.site'));
const read = (path) => readFileSync(join(root, path), 'utf8');

const pages = pagesIn(root).map((path) => documentOf(path, read(path)));
const byPath = new Map(pages.map((page) => [page.path, page]));
const problems = [];
const sources = new Map();
const pictures = new Set();
for (const { path, links } of pages) for (const link of links) follow(path, link);

if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  console.error(`${problems.length} links lead nowhere: nothing was written.`);
  process.exit(1);
}

rmSync(into, { recursive: true, force: true });
const menu = navigation(pages);
for (const page of [...pages, ...sources.values()]) write(addressOf(page.path), laidOut(page, menu));
for (const path of pictures) copy(join(root, path), addressOf(path));
for (const name of ['style.css', 'search.js', 'icon.svg']) copy(join(here, name), name);
copy(
  createRequire(import.meta.url)
    .resolve('minisearch')
    .replace(/cjs.index\.cjs$/, 'umd/index.js'),
  'minisearch.js',
);
write('search-index.js', searchIndex(pages));
cpSync(join(root, 'docs/schemas'), join(into, 'schemas'), { recursive: true });
console.log(`${pages.length} pages and ${sources.size} files in ${into}`);

/** Notes what a link needs beside the pages, or that it leads nowhere. */
function follow(from, { target, anchor }) {
  const written = `${from}: ${target}${anchor === undefined ? '' : `#${anchor}`}`;
  try {
    if (isPicture(target)) {
      read(target);
      pictures.add(target);
      return;
    }
    if (!isPage(target) && !target.startsWith('docs/schemas/'))
      sources.set(target, sourceDocument(target, read(target)));
  } catch {
    problems.push(`${written}: no such file`);
    return;
  }
  const page = byPath.get(target);
  if (isPage(target) && page === undefined) problems.push(`${written}: no such page`);
  else if (anchor !== undefined && !page?.anchors.has(anchor)) problems.push(`${written}: no such heading`);
}

function write(address, text) {
  const file = join(into, address);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function copy(file, address) {
  mkdirSync(dirname(join(into, address)), { recursive: true });
  copyFileSync(file, join(into, address));
}
