import type { SourcePosition } from '../core/plan';

const POSITION = /^project:\/\/\/([^#?]+)#(\d{1,9})(?:,(\d{1,9}))?$/;

/** What lies there is no file of the repository: a package that the program uses, or a folder beside the project. */
const FOREIGN: ReadonlySet<string> = new Set(['..', '.', '', 'node_modules', 'site-packages']);

/** Reads the engine's `project:///lib/web.ts#12,5`. Undefined when it is none, or not of this project's own files. */
export function sourcePositionOf(raw: unknown): SourcePosition | undefined {
  const [, path, line, column] = (typeof raw === 'string' && POSITION.exec(raw)) || [];
  const file = path === undefined ? undefined : decoded(path);
  if (file === undefined || Number(line) < 1) return undefined;
  if (file.split('/').some((part) => FOREIGN.has(part))) return undefined;
  return { file, line: Number(line), column: Number(column) >= 1 ? Number(column) : undefined };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
