import { createHash } from 'node:crypto';
import type { Allowance, ExtendedSupport, Factor, Price, PriceBook, PriceSource } from '../core/charges/prices';
import { type Instant, parseInstant, wholeDays } from '../core/instant';
import type { PriceBookFault } from '../core/notice';
import { readBytes } from './json-file';
import { PriceList } from './price-book';

/** Prices of one region and source, by service and key. */
export interface OwnList {
  readonly region: string;
  readonly source: PriceSource;
  readonly services: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What stands in the first line, before the prices. */
interface Head {
  readonly creditGuardPrices: 1;
  /** Of all that follows the line. */
  readonly sha256: string;
  readonly sources: Readonly<Record<string, PriceSource>>;
}

/**
 * A book as a file: a line that names the sources and the checksum, then a line for each region, service and source with its
 * prices as JSON. The same prices give the same bytes.
 */
export function bookText(lists: readonly OwnList[]): string {
  const sources: Record<string, PriceSource> = {};
  const lines = lists.flatMap(({ region, source, services }) => {
    const id = createHash('sha256').update(JSON.stringify(source)).digest('hex').slice(0, 8);
    sources[id] = source;
    return [...services].map(([service, prices]) => {
      const sorted = [...prices].sort(([a], [b]) => (a < b ? -1 : 1));
      return `${region}\t${service}\t${id}\t{${sorted.map(([key, usd]) => `${JSON.stringify(key)}:${JSON.stringify(usd)}`).join(',')}}\n`;
    });
  });
  const rest = lines.sort().join('');
  const head: Head = { creditGuardPrices: 1, sha256: checksum(rest), sources };
  return `${JSON.stringify(head)}\n${rest}`;
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');

type BookReading = { readonly book: OwnBook } | { readonly fault: PriceBookFault };

/** Reads a book, and holds its text against the checksum. Never throws. */
export function readOwnBook(file: string): BookReading {
  const read = readBytes(file);
  return 'fault' in read ? { fault: { because: 'file', fault: read.fault } } : bookIn(read.bytes.toString('utf8'));
}

export function bookIn(text: string): BookReading {
  const end = text.indexOf('\n');
  const head = headOf(text.slice(0, end));
  if (end < 0 || head === undefined) return { fault: { because: 'no-book' } };
  const rest = text.slice(end + 1);
  return checksum(rest) === head.sha256 ? { book: new OwnBook(head.sources, rest) } : { fault: { because: 'damaged' } };
}

function headOf(line: string): Head | undefined {
  try {
    const head: unknown = JSON.parse(line);
    const isHead = typeof head === 'object' && head !== null && 'creditGuardPrices' in head;
    return isHead && head.creditGuardPrices === 1 ? (head as Head) : undefined;
  } catch {
    return undefined;
  }
}

/** The prices of a file. A region's lines are looked into when it is first asked about. */
export class OwnBook {
  private readonly texts = new Map<string, string[]>();
  private readonly lists = new Map<string, PriceList>();

  constructor(
    private readonly sources: Readonly<Record<string, PriceSource>>,
    text: string,
  ) {
    for (const line of text.split('\n')) {
      const tab = line.indexOf('\t');
      if (tab < 0) continue;
      const region = line.slice(0, tab);
      const lines = this.texts.get(region) ?? [];
      this.texts.set(region, lines);
      lines.push(line.slice(tab + 1));
    }
  }

  get regions(): readonly string[] {
    return [...this.texts.keys()];
  }

  /** The newest day of any row, or of those of a region; empty where it has none. */
  newest(region?: string): string {
    const ids = region === undefined ? Object.keys(this.sources) : (this.texts.get(region) ?? []).map(sourceIn);
    return ids.reduce((newest, id) => [newest, this.sources[id]?.asOf ?? ''].sort()[1] ?? '', '');
  }

  find(region: string, service: string, key: string): Price | undefined {
    for (const [id, prices] of this.list(region)?.groups(service) ?? []) {
      const source = this.sources[id];
      if (Object.hasOwn(prices, key) && source !== undefined)
        return { service, key, region, usd: prices[key] as string, source };
    }
    return undefined;
  }

  /** All of a region, as it is written. */
  listsOf(region: string): readonly OwnList[] {
    const list = this.list(region);
    const bySource = new Map<string, Map<string, Map<string, string>>>();
    for (const service of list?.services() ?? []) {
      for (const [id, prices] of list?.groups(service) ?? []) {
        const services = bySource.get(id) ?? new Map();
        bySource.set(id, services.set(service, new Map(Object.entries(prices))));
      }
    }
    return [...bySource].flatMap(([id, services]) => {
      const source = this.sources[id];
      return source === undefined ? [] : [{ region, source, services }];
    });
  }

  private list(region: string): PriceList | undefined {
    const known = this.lists.get(region);
    const lines = this.texts.get(region);
    if (known !== undefined || lines === undefined) return known;
    const list = new PriceList(lines.join('\n'));
    this.lists.set(region, list);
    return list;
  }
}

/** A line is the service, the id of its source, and the prices. */
const sourceIn = (line: string): string => line.split('\t', 2)[1] ?? '';

/**
 * The owner's own prices over those that ship with the package. Of one row the newer counts: an update of the package may
 * bring a newer one than a book that nobody refreshed.
 */
export class OwnPrices implements PriceBook {
  private readonly found = new Map<string, Price | undefined>();

  constructor(
    private readonly own: OwnBook,
    private readonly shipped: PriceBook,
  ) {}

  find(region: string, service: string, key: string): Price | undefined {
    const name = `${region}/${service}/${key}`;
    if (this.found.has(name)) return this.found.get(name);
    const [mine, theirs] = [this.own.find(region, service, key), this.shipped.find(region, service, key)];
    const isNewer = theirs === undefined || theirs.estimate !== undefined || theirs.region !== region;
    const price = mine !== undefined && (isNewer || mine.source.asOf >= theirs.source.asOf) ? mine : theirs;
    this.found.set(name, price);
    return price;
  }

  factor(service: string, key: string): Factor | undefined {
    return this.shipped.factor(service, key);
  }

  extendedSupport(service: string, engine: string): readonly ExtendedSupport[] {
    return this.shipped.extendedSupport(service, engine);
  }

  freeTier(): readonly Allowance[] {
    return this.shipped.freeTier();
  }

  knowsRegion(region: string): boolean {
    return this.shipped.knowsRegion(region);
  }

  regions(): readonly string[] {
    return this.shipped.regions();
  }

  *rows(region: string, service?: string): Iterable<Price> {
    const told = new Set<string>();
    for (const row of this.shipped.rows(region, service)) {
      told.add(`${row.service}/${row.key}`);
      yield this.find(region, row.service, row.key) ?? row;
    }
    for (const { source, services } of this.own.listsOf(region)) {
      for (const [name, prices] of services) {
        if (service !== undefined && service !== name) continue;
        for (const [key, usd] of prices)
          if (!told.has(`${name}/${key}`)) yield { service: name, key, region, usd, source };
      }
    }
  }

  ageOf(now: Instant, regions: readonly string[] = []): { asOf: string; days: number } {
    const shipped = this.shipped.ageOf(now);
    const newest = regions.length === 0 ? [this.own.newest()] : regions.map((region) => this.own.newest(region));
    const asOf = newest.sort()[0] ?? '';
    return asOf <= shipped.asOf ? shipped : { asOf, days: wholeDays(parseInstant(asOf) as Instant, now) };
  }
}
