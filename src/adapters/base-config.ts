import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { extended, withPathsFrom } from '../config/extends';
import { CONFIG_FILE, findConfig, LARGEST_FILE } from '../config/find';
import { type LoadedConfig, parseConfig, placesIn } from '../config/load';
import type { Config } from '../config/schema';
import { type Notice, type NoticeArgs, notice } from '../core/notice';
import { codeOf } from './aws/failure';
import { cacheFolder } from './cache-folder';
import { replaceFile } from './replace-file';

/** A configuration with the base that it extends below it, and with the base of that one. */
export interface WithBase extends Pick<LoadedConfig, 'config' | 'errors'> {
  readonly bases: Bases;
}

/** Where each setting comes from that a base says, by `section.setting`. */
export type Bases = ReadonlyMap<string, BaseOrigin>;

interface BaseOrigin {
  /** A path or an address. */
  readonly base: string;
  /** The file itself adds to it. */
  readonly isJoined: boolean;
}

type Read = Pick<LoadedConfig, 'config' | 'errors'> & {
  /** Its name in notices, and what stands in it. */
  readonly name: string;
  readonly text: string;
  /** Where its relative paths start; undefined for what has no folder. */
  readonly folder: string | undefined;
};

/** A team's on a department's on a company's, and one more. */
const DEEPEST = 4;

/** What a file says together with what it extends. Never throws: a base that cannot be had is an error like any other. */
export async function withBase(read: Read, environment: NodeJS.ProcessEnv, depth = 0): Promise<WithBase> {
  const { config, errors } = read;
  const written = config.extends;
  if (errors.length > 0 || written === undefined) return { config, errors, bases: new Map() };
  const base = depth === DEEPEST ? { because: 'too-many' as const } : await readBase(written, read.folder, environment);
  const placeOf = placesIn(read.text, read.name);
  if ('because' in base) {
    const at = placeOf(['extends']);
    return nothing([notice('extends-unread', 'warn', { at, base: nameOf(written), because: base.because })]);
  }
  const { name, text, folder } = base;
  const parsed = parseConfig(text, name);
  const found = folder === undefined ? parsed.config : withPathsFrom(parsed.config, (path) => resolve(folder, path));
  const above = await withBase({ ...parsed, config: found, name, text, folder }, environment, depth + 1);
  if (above.errors.length > 0) return nothing(above.errors);
  const together = extended({ name, config: above.config }, config, placeOf);
  if (together.errors.length > 0) return nothing(together.errors);
  const bases = new Map(
    [...together.fromBase].map(([setting, how]) => {
      const { base = name, isJoined = false } = above.bases.get(setting) ?? {};
      return [setting, { base, isJoined: isJoined || how === 'joined' }];
    }),
  );
  return { config: together.config, errors: [], bases };
}

const nothing = (errors: readonly Notice[]): WithBase => ({ config: {} as Config, errors, bases: new Map() });

interface BaseText {
  readonly name: string;
  readonly text: string;
  readonly folder: string | undefined;
}

interface Fault {
  readonly because: NoticeArgs['extends-unread']['because'];
}

const isAddress = (written: string): boolean => /^https?:\/\//i.test(written);

/** Without what may be a secret: a user, a query. */
function nameOf(written: string): string {
  if (!isAddress(written) || !URL.canParse(written)) return written;
  const { origin, pathname } = new URL(written);
  return `${origin}${pathname}`;
}

async function readBase(
  written: string,
  from: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<BaseText | Fault> {
  if (isAddress(written)) return readAddress(written, environment);
  if (from === undefined) return { because: 'from-address' };
  const file =
    /^\.{1,2}(?:[\\/]|$)/.test(written) || isAbsolute(written) ? resolve(from, written) : packaged(written, from);
  if (file === undefined) return { because: 'no-package' };
  const found = findConfig({ named: file, from });
  if (found === undefined || 'because' in found) return { because: found?.because ?? 'missing' };
  return { name: file, text: found.text, folder: dirname(file) };
}

/** A file of a package that is installed here or in a folder above, whatever the package exports. */
function packaged(written: string, from: string): string | undefined {
  const [, name = '', file = CONFIG_FILE] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(written) ?? [];
  for (let folder = from; ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name);
    if (existsSync(home)) return join(home, file);
    if (dirname(folder) === folder) return undefined;
  }
}

/** A preview waits this long for a base that it has not seen before. */
const SECONDS = 5;

/**
 * The content that has this checksum: kept from an earlier run, or fetched. It can be no other content, so that what is
 * kept never grows old, and nothing is asked again.
 */
async function readAddress(written: string, environment: NodeJS.ProcessEnv): Promise<BaseText | Fault> {
  const wanted = /#sha256=([0-9a-f]{64})$/i.exec(written)?.[1]?.toLowerCase();
  if (wanted === undefined) return { because: 'no-checksum' };
  const name = nameOf(written);
  const kept = join(cacheFolder(environment, 'extends'), `${wanted}.yaml`);
  const known = keptBytes(kept);
  if (known !== undefined && checksumOf(known) === wanted) return { name, text: textOf(known), folder: undefined };
  const fetched = await fetchBytes(written);
  if ('because' in fetched) return fetched;
  const found = checksumOf(fetched.bytes);
  if (found !== wanted) return { because: { checksum: found } };
  keep(kept, fetched.bytes);
  return { name, text: textOf(fetched.bytes), folder: undefined };
}

const checksumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\ufeff/, '');

function keptBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Where it cannot be kept, the next run asks again. */
function keep(file: string, bytes: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    replaceFile(file, bytes, 0o600);
  } catch {
    // See above.
  }
}

async function fetchBytes(address: string): Promise<{ readonly bytes: Buffer } | Fault> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(SECONDS * 1000) });
    if (!response.ok) return { because: { status: response.status } };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > LARGEST_FILE) return { because: 'too-large' };
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks) };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { because: { seconds: SECONDS } };
    // fetch says no more than "fetch failed", and has the reason below it.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return { because: { code: codeOf(cause) ?? (cause instanceof Error ? cause.message : String(cause)) } };
  }
}
