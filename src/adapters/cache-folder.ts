import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** A folder of ours among what a user may delete at any time. https://specifications.freedesktop.org/basedir-spec/latest/ */
export function cacheFolder(environment: NodeJS.ProcessEnv, name: string): string {
  const stated = [
    environment['XDG_CACHE_HOME'],
    process.platform === 'win32' ? environment['LOCALAPPDATA'] : undefined,
  ];
  const cache = stated.find((folder) => folder !== undefined && isAbsolute(folder)) ?? join(homedir(), '.cache');
  return join(cache, 'pulumi-credit-guard', name);
}
