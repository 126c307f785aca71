/** What stands around the text of a page. Its ids begin with `site-`: every other one may be that of a heading. */
import { posix } from 'node:path';
import { addressOf, wayTo } from './documents.mjs';

const NAME = 'Pulumi Credit Guard';

/** Only what lies beside the page: no other host, and no script or style inside it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function laidOut(page, menu) {
  const { path, title, html } = page;
  const home = posix.relative(posix.dirname(addressOf(path)), '.') || '.';
  const isFirst = path === 'README.md';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<title>${isFirst ? NAME : `${escaped(title)} · ${NAME}`}</title>
<link rel="icon" href="${home}/icon.svg">
<link rel="stylesheet" href="${home}/style.css">
<script src="${home}/search.js" defer></script>
</head>
<body data-home="${home}">
<a class="skip" href="#site-text">Skip to the text</a>
<header>
<a class="name" href="${home}/index.html">${NAME}</a>
<a class="to-menu" href="#site-menu">All pages</a>
<search hidden>
<input type="search" id="site-search" placeholder="Search" aria-label="Search the documentation" autocomplete="off" spellcheck="false">
<div id="site-found" hidden><p role="status"></p><ol></ol></div>
</search>
</header>
<div class="columns">
<main id="site-text">
${html}</main>
${contentsHtml(page)}<nav id="site-menu" aria-label="All pages">
${menu.map((group) => groupHtml(group, path)).join('\n')}
</nav>
</div>
</body>
</html>
`;
}

function groupHtml([name, pages], path) {
  const items = pages.map((page) => {
    const here = page.path === path ? ' aria-current="page"' : '';
    return `<li><a href="${wayTo(path, page.path)}"${here}>${escaped(menuTitle(page))}</a></li>`;
  });
  return `<h2>${name}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

/** The first page is named by what it is, and not by its package. */
const menuTitle = ({ path, title }) => (path === 'README.md' ? 'Overview' : title);

/** The headings of a long page. */
function contentsHtml({ headings }) {
  const shown = headings.filter(({ level }) => level === 2);
  if (shown.length < 3) return '';
  const items = shown.map(({ title, anchor }) => `<li><a href="#${anchor}">${escaped(title)}</a></li>`);
  return `<aside aria-label="On this page">\n<h2>On this page</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</aside>\n`;
}
