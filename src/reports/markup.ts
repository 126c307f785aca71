/** Text of XML or HTML, ready to be written. */
export interface Markup {
  readonly markup: string;
}

export type Child = Markup | string | undefined;
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Elements of HTML without an end; XML of ours has none of these names. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** An element with its attributes and children, all of them escaped: texts are data. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
    .join('');
  const inner = fragment(...children).markup;
  return { markup: VOID.has(name) ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

/** Children beside each other. */
export const fragment = (...children: readonly Child[]): Markup => ({
  markup: children
    .map((child) => (child === undefined ? '' : typeof child === 'string' ? escapeMarkup(child) : child.markup))
    .join(''),
});

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
