import { posix } from 'node:path';
import type { SourcePosition } from '../core/plan';
import type { RenderOptions } from './format';

/** A line of a file, from the root of the repository: what platforms annotate. */
export interface Place {
  readonly path: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Where the program declares a resource; the project's own file for what no line causes. */
export function placeOf(at: SourcePosition | undefined, { projectFile }: RenderOptions): Place {
  if (at === undefined) return { path: projectFile, line: 1, column: 1 };
  return { path: posix.join(posix.dirname(projectFile), at.file), line: at.line, column: at.column ?? 1 };
}
