import { type Notice, notice } from '../core/notice';
import { isRecord } from './resource';

/** How a run of the engine ended, where its events say it. */
export interface Ending {
  readonly of: 'preview' | 'update';
  /** `cut`: the events end before their summary. */
  readonly result: 'succeeded' | 'failed' | 'cut' | undefined;
}

/** A run that failed stops half way: what comes after is in no step. Undefined for one that went well. */
export function failureOf(diagnostics: unknown, { of, result }: Ending): Notice | undefined {
  if (result === 'cut') return notice('events-cut', 'block', {});
  if (result === 'succeeded') return undefined;
  const told = (Array.isArray(diagnostics) ? diagnostics : []).filter(isRecord).filter(isKept);
  const errors = told.filter((one, i) => one['severity'] === 'error' || isYamlError(one, told[i + 1]));
  if (errors.length === 0 && result !== 'failed') return undefined;
  return notice('run-failed', 'block', { of, errors: errors.length, first: firstLine(textOf(errors[0])) });
}

/**
 * The YAML host writes what is wrong with a program to standard error, in the form of HCL's diagnostics, and then gives
 * up without an error of the engine's own. Other programs write there too, and succeed.
 */
function isYamlError(diagnostic: Record<string, unknown>, next: Record<string, unknown> | undefined): boolean {
  if (diagnostic['severity'] !== 'info#err') return false;
  const text = textOf(diagnostic);
  if (text.startsWith(COLOURED_ERROR)) return true;
  // Events of the engine come without the colours; the place in the program follows on a line of its own.
  return text.startsWith('Error: ') && next !== undefined && /^ {2}on \S+\.(ya?ml|json) line \d+/.test(textOf(next));
}

/** Progress and debugging stand between the lines of a message. */
const isKept = ({ severity, ephemeral }: Record<string, unknown>): boolean =>
  severity !== 'debug' && ephemeral !== true;

const ESCAPE = '\u001b';
const COLOURED_ERROR = `${ESCAPE}[31mError${ESCAPE}[0m: `;

const textOf = (diagnostic: Record<string, unknown> | undefined): string =>
  typeof diagnostic?.['message'] === 'string' ? diagnostic['message'] : '';

/** Colours of the terminal (ESC[31m) and of the engine (<{%fg 1%}>). */
const COLOURS = new RegExp(`${ESCAPE}\\[[0-9;]*m|<\\{%.*?%\\}>`, 'g');

/** The first line of a message; one that announces the next comes with it. */
function firstLine(text: string): string | undefined {
  const plain = text.replace(COLOURS, '').replace(/^error: /i, '');
  const [first, second] = plain
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return first?.endsWith(':') && second !== undefined ? `${first} ${second}` : first;
}
