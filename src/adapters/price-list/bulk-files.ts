import { createReadStream, statSync } from 'node:fs';
import type { PriceListFault } from '../../core/notice';
import { notice } from '../../core/notice';
import { type Offer, offerOf, type Product, productOf } from '../../core/price-list/offer';
import { codeOf, ReadFailure } from '../aws/failure';
import type { Handler } from '../aws/http';
import { readBytes } from '../json-file';
import { JsonEntries } from './json-entries';

/** Where AWS publishes its list, below the address or folder that somebody names. */
const ROOT = '/offers/v1.0/aws';
const PRODUCTS = ['products'];
const ON_DEMAND = ['terms', 'OnDemand'];

/** How often a download that was cut is taken up where it ended. */
const RESUMES = 5;

/** Which products matter: the others of a list are forgotten as soon as they are read. */
type Wants = (product: Product) => boolean;

/** The offers in the pieces of a bulk file: products come first, their terms later. @throws ReadFailure */
export async function* offersIn(pieces: AsyncIterable<Uint8Array>, place: string, wants: Wants): AsyncIterable<Offer> {
  const entries = new JsonEntries([PRODUCTS, ON_DEMAND]);
  const decoder = new TextDecoder();
  const products = new Map<string, Product>();
  let [service, published] = ['', ''];
  for await (const piece of pieces) {
    for (const { path, value } of parsed(() => [...entries.push(decoder.decode(piece, { stream: true }))], place)) {
      const [first, second = '', third = ''] = path;
      if (path.length === 1 && first === 'offerCode') service = String(value);
      if (path.length === 1 && first === 'publicationDate') published = String(value);
      const product = first === 'products' && path.length === 2 ? productOf(value, { service, published }) : undefined;
      if (product !== undefined && wants(product)) products.set(second, product);
      const sold = first === 'terms' ? products.get(third) : undefined;
      const offer = sold && offerOf(sold, value);
      if (offer !== undefined) yield offer;
    }
  }
  if (service === '') throw unread(place, { because: 'no-list' });
  if (!entries.isWhole) throw unread(place, { because: 'cut' });
}

function parsed<T>(read: () => T, place: string): T {
  try {
    return read();
  } catch {
    throw unread(place, { because: 'no-json' });
  }
}

const unread = (place: string, fault: PriceListFault, isPassing = false): ReadFailure =>
  new ReadFailure(notice('price-list-unread', 'warn', { place, fault }), isPassing);

/** The file of a service and region below a folder, laid out as AWS does; undefined where there is none. */
export function bulkFileIn(folder: string, service: string, region: string): string | undefined {
  return [`${folder}${ROOT}/${service}/current/${region}/index.json`, `${folder}/${service}/${region}/index.json`].find(
    (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true,
  );
}

/** The offers of a file on this machine. @throws ReadFailure */
export async function* offersOfFile(file: string, wants: Wants): AsyncIterable<Offer> {
  try {
    yield* offersIn(createReadStream(file, { highWaterMark: 1 << 20 }), file, wants);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    const read = readBytes(file);
    throw unread(file, 'fault' in read ? { because: 'file', fault: read.fault } : { because: 'cut' });
  }
}

/** A web server that has AWS's list, and what reads from it. */
export interface BulkServer {
  readonly root: URL;
  readonly handler: Handler;
  readonly signal: AbortSignal;
}

/** The address of a service's list for a region; undefined where AWS does not sell it there. @throws ReadFailure */
export async function bulkAddress(server: BulkServer, service: string, region: string): Promise<URL | undefined> {
  const index = addressIn(server, `${ROOT}/${service}/current/region_index.json`);
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of downloaded(server, index)) chunks.push(chunk);
  } catch (error) {
    if (error instanceof ReadFailure && isMissing(error)) return undefined;
    throw error;
  }
  const document: unknown = parsed(() => JSON.parse(Buffer.concat(chunks).toString('utf8')), index.href);
  const regions = field(document, 'regions');
  if (typeof regions !== 'object') throw unread(index.href, { because: 'no-list' });
  const path = field(field(regions, region), 'currentVersionUrl');
  return typeof path === 'string' ? addressIn(server, path) : undefined;
}

/** Below what somebody named: a mirror may have AWS's paths under a path of its own. */
const addressIn = ({ root }: BulkServer, path: string): URL =>
  new URL(`${root.pathname.replace(/\/$/, '')}${path}`, root);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const isMissing = ({ notice: { code, args } }: ReadFailure): boolean =>
  code === 'price-list-unread' && args.fault.because === 'status' && [403, 404].includes(args.fault.status);

/** The offers of a list on the web. @throws ReadFailure */
export const offersOfAddress = (server: BulkServer, address: URL, wants: Wants): AsyncIterable<Offer> =>
  offersIn(downloaded(server, address), address.href, wants);

/** The bytes behind an address. What breaks off is taken up where it ended, as long as the file is the same. */
async function* downloaded(server: BulkServer, address: URL): AsyncIterable<Uint8Array> {
  let [read, tag, resumes] = [0, '', 0];
  for (;;) {
    const { body, status, headers } = await request(
      server,
      address,
      read === 0 ? {} : { range: `bytes=${read}-`, 'if-range': tag },
    );
    if (status !== (read === 0 ? 200 : 206)) {
      body.destroy();
      throw unread(
        address.href,
        read > 0 && status === 200 ? { because: 'changed' } : { because: 'status', status },
        status >= 500,
      );
    }
    tag = headers['etag'] ?? '';
    const whole = read + Number(headers['content-length'] ?? Number.NaN);
    const before = read;
    try {
      for await (const chunk of body) {
        read += chunk.length;
        yield chunk;
      }
    } catch (error) {
      if (codeOf(error) === undefined && !(error instanceof Error && error.message === 'aborted')) throw error;
    }
    if (Number.isNaN(whole) || read === whole) return;
    // Without a mark of the file, the rest may be that of another one; without progress, nothing changes any more.
    if (tag === '' || read === before || ++resumes > RESUMES) throw unread(address.href, { because: 'cut' }, true);
  }
}

async function request({ handler, signal }: BulkServer, address: URL, headers: Record<string, string>) {
  const message = {
    method: 'GET',
    protocol: address.protocol,
    hostname: address.hostname,
    ...(address.port === '' ? {} : { port: Number(address.port) }),
    path: address.pathname,
    query: {},
    headers: { host: address.host, ...headers },
  };
  try {
    const { response } = await handler.handle(message as unknown as Parameters<Handler['handle']>[0], {
      abortSignal: signal,
    });
    return { body: response.body, status: response.statusCode, headers: response.headers };
  } catch (error) {
    const code = codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');
    throw unread(address.href, { because: 'not-reached', code }, true);
  }
}
