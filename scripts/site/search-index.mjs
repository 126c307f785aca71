/** The index of the search: each section of each page. Made here, so that no browser has to read all pages. */
import MiniSearch from 'minisearch';
import { addressOf } from './documents.mjs';

/** search.js says the same to read it. */
const FIELDS = { fields: ['title', 'page', 'text'], storeFields: ['title', 'page', 'address'] };

export function searchIndex(pages) {
  const index = new MiniSearch(FIELDS);
  let id = 0;
  for (const { path, title: page, sections } of pages) {
    for (const { title, anchor, text } of sections) {
      const address = `${addressOf(path)}${anchor === undefined ? '' : `#${anchor}`}`;
      index.add({ id: id++, title: title || page, page, address, text: text.join(' ') });
    }
  }
  // A script and no JSON: a page that was opened from a folder may load scripts, and nothing else.
  return `globalThis.searchIndex = ${JSON.stringify(JSON.stringify(index))};\n`;
}
