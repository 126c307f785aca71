import * as nodeModule from 'node:module';

/** Node 22 and later keep compiled code between runs; Node 20 has no such cache and loses nothing here. */
interface CompileCache {
  enableCompileCache?(): unknown;
  flushCompileCache?(): void;
}

// The types follow the oldest Node that is supported, which has neither function.
const cache = nodeModule as CompileCache;

/** Must run before anything large is loaded. */
export const enable = (): void => void cache.enableCompileCache?.();

/** The engine kills the pack when it is done, so the cache is written while it is still serving. */
export function flushSoon(): void {
  if (cache.flushCompileCache === undefined) return;
  setTimeout(() => cache.flushCompileCache?.(), 1_000).unref();
}
