import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Allowance, ExtendedSupport, Factor, Price, PriceBook, PriceSource } from '../core/charges/prices';
import { addMonths, type Instant, isoDay, parseInstant, wholeDays } from '../core/instant';
import { type Amounts, orTheSame, type Ratio, Ratios, scale } from './price-estimate';

/** The same relative path holds in src/ and in dist/src/, where the build copies the data. */
const BUNDLED = join(__dirname, '../data/prices');
const GLOBAL = 'global';
const REGION_NAME = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** Where a missing row is looked for, by the beginning of the region's name: the nearest region with many prices first. */
const NEIGHBOURS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^us-gov-/, ['us-gov-west-1', 'us-gov-east-1', 'us-east-1', 'eu-west-1']],
  [/^(eu|me|af|il)-/, ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2']],
  [/^ap-/, ['ap-southeast-1', 'ap-northeast-1', 'us-east-1', 'us-west-2', 'eu-west-1']],
  [/^/, ['us-east-1', 'us-west-2', 'eu-west-1']],
];

/** Rows of Local Zones and Wavelength begin with the zone group: what they cost is known from the region's own service. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['ec2-zone', 'ec2'],
  ['ebs-zone', 'ebs'],
]);

/** Between 2022 and 2026 the endings that were read twice rose by 24 to 58 %. */
const DOMAIN_RISE = 1.6;

/** The prices of one service in one list, by source: a row needs no source of its own. */
type Groups = readonly (readonly [sourceId: string, prices: Record<string, string>])[];

/** A row of a file that names its source. */
type Sourced<T> = Omit<T, 'source'> & { readonly source: string };

/** The price book that ships with the product. Reads a region's file when it is first asked about, and then keeps it. */
export class BundledPrices implements PriceBook {
  private readonly lists = new Map<string, PriceList>();
  private readonly ratios = new Map<string, Ratios>();
  /** Rows that were asked for: a plan asks for the same few again and again. */
  private readonly found = new Map<string, Price | undefined>();
  private names: Record<string, string> | undefined;
  private sources: Record<string, PriceSource> | undefined;
  private newest: string | undefined;
  private factors: readonly Sourced<Factor>[] | undefined;
  private rare: Record<string, readonly string[]> | undefined;
  private supports: readonly Sourced<ExtendedSupport>[] | undefined;
  private allowances: readonly Allowance[] | undefined;

  constructor(private readonly folder: string = BUNDLED) {}

  find(region: string, service: string, key: string): Price | undefined {
    const name = `${region}/${service}/${key}`;
    if (this.found.has(name)) return this.found.get(name);
    const price = this.search(region, service, key);
    this.found.set(name, price);
    return price;
  }

  private search(region: string, service: string, key: string): Price | undefined {
    if (region === GLOBAL) return this.row(GLOBAL, service, key);
    if (!this.knowsRegion(region)) return undefined;
    return this.row(region, service, key) ?? this.row(GLOBAL, service, key) ?? this.estimate(region, service, key);
  }

  factor(service: string, key: string): Factor | undefined {
    this.factors ??= this.json<readonly Sourced<Factor>[]>('factors');
    const found = this.factors.find((factor) => factor.service === service && factor.key === key);
    return found && this.sourced(found);
  }

  extendedSupport(service: string, engine: string): readonly ExtendedSupport[] {
    this.supports ??= this.json<readonly Sourced<ExtendedSupport>[]>('extended-support');
    return this.supports.filter((row) => row.service === service && row.engine === engine).map(this.sourced);
  }

  freeTier(): readonly Allowance[] {
    this.allowances ??= this.json<readonly Allowance[]>('free-tier');
    return this.allowances;
  }

  knowsRegion(region: string): boolean {
    return REGION_NAME.test(region) && Object.hasOwn(this.regionNames(), region);
  }

  regions(): readonly string[] {
    return Object.keys(this.regionNames());
  }

  *rows(region: string, service?: string): Iterable<Price> {
    const list = this.list(region);
    for (const name of service === undefined ? list.services() : [service]) {
      for (const [sourceId, prices] of list.groups(name)) {
        const source = this.source(sourceId);
        for (const [key, usd] of Object.entries(prices))
          yield this.asOfToday({ service: name, key, region, usd, source });
      }
    }
  }

  ageOf(now: Instant): { asOf: string; days: number } {
    const asOf = this.newestDay();
    return { asOf, days: wholeDays(parseInstant(asOf) as Instant, now) };
  }

  private newestDay(): string {
    this.newest ??= Object.values(this.allSources())
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1);
    return this.newest as string;
  }

  private row(region: string, service: string, key: string): Price | undefined {
    for (const [sourceId, prices] of this.list(region).groups(service)) {
      const usd = own(prices, key);
      if (usd !== undefined) return this.asOfToday({ service, key, region, usd, source: this.source(sourceId) });
    }
    return undefined;
  }

  /** Registries raise their prices: one that is older than a year is where today's begins. */
  private asOfToday(price: Price): Price {
    if (price.service !== 'route53domains') return price;
    const { asOf } = price.source;
    const yearAgo = isoDay(addMonths(parseInstant(this.newestDay()) as Instant, -12));
    if (asOf >= yearAgo) return price;
    const range = { min: price.usd, max: scale(price.usd, DOMAIN_RISE) };
    return {
      ...price,
      range,
      estimate: `from the price of ${asOf} to × ${DOMAIN_RISE}, the most that an ending has risen since`,
    };
  }

  /** New types and services reach the copies of some regions late: better a marked estimate, with its bounds, than none. */
  private estimate(region: string, service: string, key: string): Price | undefined {
    if (ZONES.has(service)) return this.estimateInZone(region, service, key);
    for (const neighbour of this.nearest(region, `${service}/${key}`)) {
      const row = neighbour === region ? undefined : this.row(neighbour, service, key);
      if (row === undefined) continue;
      const ratio = this.ratiosOf(region, neighbour, service).for(key);
      if (ratio !== undefined) return scaled(row, region, ratio, `${ratio.count} ${service} prices that both have`);
      const computing = this.ratiosOf(region, neighbour, 'ec2').for(key);
      return computing && scaled(row, region, orTheSame(computing), `${computing.count} ec2 prices that both have`);
    }
    return undefined;
  }

  /** Regions that may list a price, nearest first; what few regions list may be far away. */
  private *nearest(region: string, name: string): Iterable<string> {
    yield* NEIGHBOURS.find(([names]) => names.test(region))?.[1] ?? [];
    this.rare ??= this.json<Record<string, readonly string[]>>('elsewhere');
    yield* own(this.rare, name) ?? [];
  }

  /** `us-west-2-lax-1/m6i.large.hour` from `m6i.large.hour` of the region. */
  private estimateInZone(region: string, service: string, key: string): Price | undefined {
    const slash = key.indexOf('/');
    const [zone, rest] = [key.slice(0, slash), key.slice(slash + 1)];
    const parent = ZONES.get(service) as string;
    const row = this.row(region, parent, rest);
    const ratio = remembered(this.ratios, `${region}/${zone}/${service}`, () => {
      const inZone = [...this.amounts(region, service)].filter(([name]) => name.startsWith(`${zone}/`));
      return new Ratios(
        new Map(inZone.map(([name, usd]) => [name.slice(slash + 1), usd])),
        this.amounts(region, parent),
      );
    }).for(rest);
    return row && ratio && { ...scaled(row, region, ratio, `${ratio.count} prices of ${zone}`), service, key };
  }

  private ratiosOf(region: string, neighbour: string, service: string): Ratios {
    return remembered(
      this.ratios,
      `${region}/${neighbour}/${service}`,
      () => new Ratios(this.amounts(region, service), this.amounts(neighbour, service)),
    );
  }

  private amounts(region: string, service: string): Amounts {
    return new Map(
      this.list(region)
        .groups(service)
        .flatMap(([, prices]) => Object.entries(prices)),
    );
  }

  /** The names come from plans: only a listed region ever becomes part of a path. */
  private list(region: string): PriceList {
    if (region !== GLOBAL && !this.knowsRegion(region)) return new PriceList('');
    return remembered(this.lists, region, () => new PriceList(this.read(`${region}.tsv`)));
  }

  private regionNames(): Record<string, string> {
    this.names ??= this.json<Record<string, string>>('regions');
    return this.names;
  }

  private allSources(): Record<string, PriceSource> {
    this.sources ??= this.json<Record<string, PriceSource>>('sources');
    return this.sources;
  }

  private source(id: string): PriceSource {
    const source = own(this.allSources(), id);
    if (source === undefined) throw new Error(`the price data names a source that it does not describe: ${id}`);
    return source;
  }

  private readonly sourced = <T extends { source: string }>(row: T) => ({ ...row, source: this.source(row.source) });

  private json<T>(name: string): T {
    return JSON.parse(this.read(`${name}.json`));
  }

  private read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }
}

/** One region's file: a line for each service and source. A line is parsed when its service is first asked about. */
export class PriceList {
  private readonly lines = new Map<string, [sourceId: string, json: string][]>();
  private readonly parsed = new Map<string, Groups>();

  constructor(text: string) {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const [service = '', sourceId = '', json] = line.split('\t');
      if (json === undefined) throw new Error('the price data is damaged: a line is cut');
      remembered(this.lines, service, () => []).push([sourceId, json]);
    }
  }

  services(): Iterable<string> {
    return this.lines.keys();
  }

  groups(service: string): Groups {
    return remembered(this.parsed, service, () =>
      (this.lines.get(service) ?? []).map(([sourceId, json]) => [sourceId, JSON.parse(json)] as const),
    );
  }
}

function scaled(row: Price, region: string, ratio: Ratio, basis: string): Price {
  const { median, min, max } = ratio;
  return {
    ...row,
    region,
    usd: scale(row.usd, median),
    range: { min: scale(row.usd, min), max: scale(row.usd, max) },
    source: { ...row.source, confidence: row.source.confidence === 'D' ? 'D' : 'C' },
    estimate: `${row.region} price × ${median}, from × ${min} to × ${max}: the ratio of ${region} over ${basis}`,
  };
}

function remembered<T>(memory: Map<string, T>, key: string, make: () => T): T {
  let value = memory.get(key);
  if (value === undefined) {
    value = make();
    memory.set(key, value);
  }
  return value;
}

/** A plan may hold any text as a name, `__proto__` too: only the record's own entries count. */
function own<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
