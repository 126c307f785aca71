/** Text of XML or HTML, ready to be written. */
export interface Markup {
  readonly markup: string;
}

/** A list for what may be many: an argument each is more than a call can have. */
export type Child = Markup | string | undefined | readonly Child[];
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Elements of HTML without an end; XML of ours has none of these names. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** They end a line, so that reports can be read and compared. No white space shows around them. */
const LINES: ReadonlySet<string> = new Set(
  'testsuite testcase article body dd desc details div dl figure footer g h1 h2 h3 head header li line main meta p rect section style svg table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);

/** An element with its attributes and children, all of them escaped: texts are data. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup {
  const own = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
    .join('');
  const inner = fragment(...children).markup;
  const end = LINES.has(name) ? '\n' : '';
  return { markup: VOID.has(name) ? `<${name}${own}/>${end}` : `<${name}${own}>${inner}</${name}>${end}` };
}

/** Children beside each other. */
export const fragment = (...children: readonly Child[]): Markup => ({ markup: children.map(written).join('') });

function written(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escapeMarkup(child);
  return 'markup' in child ? child.markup : child.map(written).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML has no way to write: control characters, and halves of a character. */
const NO_CHARACTER = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const escapeMarkup = (text: string): string =>
  text.replace(NO_CHARACTER, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
