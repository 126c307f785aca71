/**
 * JSON leaves some control and direction characters as they are, and what a CI platform takes for a command in its log
 * (`##vso[…]`, `::error::`). Written as escapes they are the same data; whoever prints a report should not have to care.
 */
const HIDDEN = /[\u007f-\u009f\u2028\u2029]|\p{Cf}|#(?=#\w*\[)/gu;

const printable = (text: string): string => text.replace(HIDDEN, (hidden) => hidden.split('').map(escaped).join(''));

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Two blanks a step; the lists under `long` take one line for each entry, for they may have thousands. */
export function documentText(document: object, long: readonly string[] = []): string {
  const members = Object.entries(document).map(
    ([key, value]) =>
      `  ${JSON.stringify(key)}: ${laidOut(value, long.includes(key) ? 1 : Number.POSITIVE_INFINITY, '  ')}`,
  );
  return printable(`{\n${members.join(',\n')}\n}`);
}

/** Objects and lists open up so many levels deep; what lies deeper takes one line each. */
export const jsonText = (value: unknown, levels: number): string => printable(laidOut(value, levels, ''));

function laidOut(value: unknown, levels: number, indent: string): string {
  if (levels === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((entry) => laidOut(entry, levels - 1, inner))
    : Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => `${JSON.stringify(key)}: ${laidOut(entry, levels - 1, inner)}`);
  return lines.length === 0 ? `${open}${close}` : `${open}\n${inner}${lines.join(`,\n${inner}`)}\n${indent}${close}`;
}
