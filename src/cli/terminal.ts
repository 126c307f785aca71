import type { Io, Output } from './io';

const DEFAULT_WIDTH = 80;
/** Lines longer than this are hard to read, however wide the screen. */
const WIDEST = 110;
const NARROWEST = 40;

/** Columns to write for: the terminal's, else COLUMNS, else 80. */
export function widthOf({ stdout, env }: Pick<Io, 'stdout' | 'env'>): number {
  const stated = Number(env['COLUMNS']);
  const columns = stdout.columns ?? (Number.isInteger(stated) && stated > 0 ? stated : DEFAULT_WIDTH);
  return Math.min(WIDEST, Math.max(NARROWEST, columns));
}

/** https://no-color.org and FORCE_COLOR first; else colour is for terminals, and not for the logs of a CI. */
export function wantsColour({ stdout, env }: Pick<Io, 'stdout' | 'env'>): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return stdout.isTTY === true && !env['CI'] && env['TERM'] !== 'dumb';
}

/** Says what is being waited for, on a terminal only. Call the result to take it away again. */
export function progress({ stderr, env }: { stderr: Output; env: NodeJS.ProcessEnv }, text: string): () => void {
  if (stderr.isTTY !== true || env['CI']) return () => {};
  stderr.write(text);
  return () => stderr.write('\r\u001b[2K');
}
