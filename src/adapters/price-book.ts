import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Price, PriceBook, PriceSource } from '../core/charges/prices';
import { keep, usd } from '../core/money';

/** The same relative path holds in src/ and in dist/src/, where the build copies the data. */
const BUNDLED = join(__dirname, '../data/prices');
const GLOBAL = 'global';
/** EC2's richest list: other regions are scaled from it. */
const REFERENCE = 'us-east-1';
const REGION_NAME = /^[a-z]{2}(-[a-z]+)+-\d$/;
/** Not the Windows licence rows of the same service: a licence does not follow a region's hardware prices. */
const INSTANCE_HOUR = /^(?!windows-)[a-z0-9-]+\.[a-z0-9-]+\.hour$/;

type Groups = Record<string, Record<string, string>>;
/** service → source id → key → USD. Nested by source, so that a row needs no source of its own. */
type Services = Record<string, Groups>;
interface RegionFacts {
  readonly name: string;
  /** Median of EC2 prices over us-east-1's, and the number of instance types behind it. */
  readonly ec2Ratio?: string;
  readonly ec2RatioTypes?: number;
}

/** The price book that ships with the product. Reads a region's file when it is first asked about, and then keeps it. */
export class BundledPrices implements PriceBook {
  private readonly lists = new Map<string, Services>();
  /** Rows that were asked for: a plan asks for the same few again and again. */
  private readonly found = new Map<string, Price>();
  private facts: Record<string, RegionFacts> | undefined;
  private sources: Record<string, PriceSource> | undefined;

  constructor(private readonly folder: string = BUNDLED) {}

  find(region: string, service: string, key: string): Price | undefined {
    const name = `${region}/${service}/${key}`;
    let price = this.found.get(name);
    if (price === undefined) {
      price = this.search(region, service, key);
      if (price !== undefined) this.found.set(name, price);
    }
    return price;
  }

  private search(region: string, service: string, key: string): Price | undefined {
    if (region !== GLOBAL && !this.knowsRegion(region)) return undefined;
    return this.row(region, service, key) ?? this.row(GLOBAL, service, key) ?? this.scaled(region, service, key);
  }

  knowsRegion(region: string): boolean {
    return REGION_NAME.test(region) && Object.hasOwn(this.regionFacts(), region);
  }

  regions(): readonly string[] {
    return Object.keys(this.regionFacts());
  }

  *rows(region: string, service?: string): Iterable<Price> {
    const services = this.list(region);
    for (const name of service === undefined ? Object.keys(services) : [service]) {
      for (const [sourceId, prices] of Object.entries(own(services, name) ?? {})) {
        const source = this.source(sourceId);
        for (const [key, amount] of Object.entries(prices)) yield { service: name, key, region, usd: amount, source };
      }
    }
  }

  private row(region: string, service: string, key: string): Price | undefined {
    const groups = own(this.list(region), service);
    for (const sourceId in groups) {
      const amount = own(groups[sourceId], key);
      if (amount !== undefined) return { service, key, region, usd: amount, source: this.source(sourceId) };
    }
    return undefined;
  }

  /** New instance types reach the copies of other regions later than us-east-1's: better a marked estimate than none. */
  private scaled(region: string, service: string, key: string): Price | undefined {
    if (service !== 'ec2' || region === GLOBAL || !INSTANCE_HOUR.test(key)) return undefined;
    const { ec2Ratio, ec2RatioTypes } = own(this.regionFacts(), region) ?? {};
    const reference = this.row(REFERENCE, service, key);
    if (ec2Ratio === undefined || reference === undefined) return undefined;
    return {
      ...reference,
      region,
      usd: keep(usd(reference.usd).times(ec2Ratio)).toFixed(),
      source: { ...reference.source, confidence: reference.source.confidence === 'D' ? 'D' : 'C' },
      estimate: `${REFERENCE} price × ${usd(ec2Ratio).toFixed()}, the median ratio of ${region} over ${ec2RatioTypes} instance types`,
    };
  }

  /** The names come from plans: only a listed region ever becomes part of a path. */
  private list(region: string): Services {
    if (region !== GLOBAL && !this.knowsRegion(region)) return {};
    let services = this.lists.get(region);
    if (services === undefined) {
      services = this.read<{ prices: Services }>(region).prices;
      this.lists.set(region, services);
    }
    return services;
  }

  private regionFacts(): Record<string, RegionFacts> {
    this.facts ??= this.read<Record<string, RegionFacts>>('regions');
    return this.facts;
  }

  private source(id: string): PriceSource {
    this.sources ??= this.read<Record<string, PriceSource>>('sources');
    const source = own(this.sources, id);
    if (source === undefined) throw new Error(`the price data names a source that it does not describe: ${id}`);
    return source;
  }

  private read<T>(name: string): T {
    return JSON.parse(readFileSync(join(this.folder, `${name}.json`), 'utf8'));
  }
}

/** A plan may hold any text as a name, `__proto__` too: only the record's own entries count. */
function own<T>(record: Record<string, T> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
