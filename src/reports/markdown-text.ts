/**
 * Text in Markdown as GitHub and GitLab read it: names make no markup, link, mention, reference, emoji or formula. A comment
 * of HTML between two characters keeps a platform from reading them together, and shows nothing.
 */
export const markdownText = (text: string): string =>
  text
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(
      /@(?=\w)|#(?=\d)|\b(?:GH|gh)-(?=\d)|\/(?=\/)|\bwww(?=\.)|(?<=\bmailto|\bxmpp):|:(?=[a-z+-][\w+-]*:)/gi,
      `$&${NOTHING}`,
    )
    // A formula begins and ends with it; before a digit it is an amount.
    .replace(/\$(?!\d)/g, '<span>$</span>');

const NOTHING = '<!-- -->';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The same for a title that is folded: HTML, where no Markdown is read. */
export const summaryText = (text: string): string => text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? '');

/** A code span, in which nothing is read but itself; `|` would end a cell of a table even there. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const content = text.replaceAll('|', '\\|');
  const edge = /^[`\s]|[`\s]$/.test(text) || text === '' ? ' ' : '';
  return `${fence}${edge}${content}${edge}${fence}`;
}
