/** Markdown as pages: their text as HTML, their headings, where their links lead. */
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import markdown from 'markdown-it';

const BESIDE_DOCS = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

/** Every page of the site, by its path in the repository. */
export const pagesIn = (root) =>
  [...BESIDE_DOCS, ...markdownIn(root, 'docs')].filter((path) => existsSync(join(root, path)));

const markdownIn = (root, folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? markdownIn(root, path) : path.endsWith('.md') ? [path] : [];
    })
    .sort();

export const isPage = (path) => path.endsWith('.md');
export const isPicture = (path) => /\.(png|svg)$/.test(path);

/** `docs/rules/x.md` is `rules/x.html`, `README.md` the first page, `examples/a.ts` is shown by `files/examples/a.ts.html`. */
export function addressOf(path) {
  if (path === 'README.md') return 'index.html';
  if (isPage(path)) return `${(path.startsWith('docs/') ? path.slice(5) : path.toLowerCase()).slice(0, -3)}.html`;
  if (path.startsWith('docs/')) return path.slice(5);
  return `files/${path}.html`;
}

/** The way from one page of the site to another. */
export const wayTo = (from, to) => posix.relative(posix.dirname(addressOf(from)), addressOf(to));

const isOutside = (href) => /^[a-z][a-z0-9+.-]*:/i.test(href);

const reader = markdown({ html: true });

/** A wide table scrolls by itself, also by keyboard. */
reader.renderer.rules.table_open = () => '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>\n';
reader.renderer.rules.table_close = () => '</table></div>\n';
// A table of facts has no head to read.
reader.renderer.rules.thead_open = (tokens, at) => (hasWords(tokens, at) ? '<thead>\n' : '<thead hidden>\n');
// A heading without words is no heading.
reader.renderer.rules.th_open = (tokens, at) => (tokens[at + 1].content.trim() === '' ? '<td>' : '<th scope="col">');
reader.renderer.rules.th_close = (tokens, at) => (tokens[at - 1].content.trim() === '' ? '</td>' : '</th>');
for (const name of ['fence', 'code_block']) {
  const plain = reader.renderer.rules[name];
  reader.renderer.rules[name] = (...args) => plain(...args).replace('<pre>', '<pre tabindex="0">');
}

function hasWords(tokens, at) {
  const end = tokens.findIndex(({ type }, i) => i > at && type === 'thead_close');
  return tokens.slice(at, end).some(({ type, content }) => type === 'inline' && content.trim() !== '');
}

/** One page: `sections` are what a search finds, each with its anchor. */
export function documentOf(path, text) {
  const tokens = reader.parse(text, {});
  const slugs = new GithubSlugger();
  const links = [];
  const headings = [];
  const sections = [{ title: '', anchor: undefined, text: [] }];
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const title = plainText(tokens[i + 1]);
      const anchor = slugs.slug(title);
      token.attrSet('id', anchor);
      headings.push({ title, anchor, level: Number(token.tag.slice(1)) });
      sections.push({ title, anchor, text: [] });
    } else if (token.type === 'inline') {
      if (tokens[i - 1]?.type !== 'heading_open') sections.at(-1).text.push(plainText(token));
      for (const child of token.children) turn(child, path, links);
    } else if (token.type === 'html_block') {
      token.content = token.content.replace(
        /( (?:src|srcset|href)=")([^"]+)"/g,
        (_, name, href) => `${name}${turned(href, path, links)}"`,
      );
    } else if (token.type === 'fence') sections.at(-1).text.push(token.content);
  }
  return {
    path,
    title: headings[0]?.title ?? path,
    headings,
    sections: sections.filter(({ title, text: words }) => title !== '' || words.length > 0),
    anchors: new Set(headings.map(({ anchor }) => anchor)),
    links,
    html: reader.renderer.render(tokens, reader.options, {}),
  };
}

const plainText = ({ children }) =>
  children.map(({ type, content }) => (type === 'softbreak' || type === 'html_inline' ? ' ' : content)).join('');

function turn(token, from, links) {
  const name = { link_open: 'href', image: 'src' }[token.type];
  if (name !== undefined) token.attrSet(name, turned(token.attrGet(name), from, links));
}

/** A link or a picture of the repository as one of the site, and noted. */
function turned(written, from, links) {
  if (isOutside(written)) return written;
  const [path, anchor] = decodeURI(written).split('#');
  const target = path === '' ? from : posix.normalize(posix.join(posix.dirname(from), path));
  links.push({ target, anchor });
  const way = path === '' ? '' : wayTo(from, target);
  return encodeURI(anchor === undefined ? way : `${way}#${anchor}`);
}

/** A file that a page links to, as it is. */
export const sourceDocument = (path, text) => ({
  path,
  title: path,
  headings: [],
  html: `<h1>${reader.utils.escapeHtml(path)}</h1>\n<pre tabindex="0"><code>${reader.utils.escapeHtml(text)}</code></pre>\n`,
});
