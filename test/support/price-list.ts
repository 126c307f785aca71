import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Attributes = Readonly<Record<string, string>>;

/** A line of AWS's list, as the Query API and the bulk files have it. */
export interface Line {
  readonly service: string;
  readonly sku: string;
  readonly family: string | undefined;
  readonly attributes: Attributes;
  /** `[from, USD, unit]` of each step. */
  readonly steps: readonly (readonly [from: number, usd: string, unit: string])[];
}

/** AWS's short name of a region, as usage types begin. */
const PREFIX: Readonly<Record<string, string>> = { 'eu-west-1': 'EU-', 'eu-central-1': 'EUC1-', 'us-east-1': '' };

export const PUBLISHED = '2026-11-20T21:15:36Z';

/** The lines of a region: names and shapes as AWS publishes them, and what belongs to no row beside what does. */
export function linesOf(region: string): Line[] {
  let count = 0;
  const line = (
    service: string,
    family: string | undefined,
    usage: string,
    price: string | Line['steps'],
    unit: string,
    more: Attributes = {},
  ): Line => ({
    service,
    sku: `${region.replaceAll('-', '').toUpperCase()}${String(++count).padStart(4, '0')}`,
    family,
    attributes: {
      servicecode: service,
      location: region,
      locationType: 'AWS Region',
      regionCode: region,
      usagetype: `${PREFIX[region] ?? ''}${usage}`,
      operation: '',
      ...more,
    },
    steps: typeof price === 'string' ? [[0, price, unit]] : price,
  });
  const instance = (type: string, usd: string, more: Attributes = {}) =>
    line('AmazonEC2', 'Compute Instance', `BoxUsage:${type}`, usd, 'Hrs', {
      instanceType: type,
      operatingSystem: 'Linux',
      tenancy: 'Shared',
      preInstalledSw: 'NA',
      capacitystatus: 'Used',
      licenseModel: 'No License required',
      marketoption: 'OnDemand',
      operation: 'RunInstances',
      ...more,
    });
  const database = (type: string, usage: string, engine: string, usd: string, more: Attributes = {}) =>
    line('AmazonRDS', 'Database Instance', `${usage}:${type}`, usd, 'Hrs', {
      instanceType: type,
      databaseEngine: engine,
      licenseModel: 'No license required',
      deploymentOption: usage.startsWith('Multi') ? 'Multi-AZ' : 'Single-AZ',
      ...more,
    });
  return [
    instance('m5.large', '0.1070000000'),
    instance('m5.large', '0.1990000000', { operatingSystem: 'Windows' }),
    instance('m5.large', '0.1750000000', { preInstalledSw: 'SQL Web' }),
    instance('m5.large', '0.0000000000', { capacitystatus: 'UnusedCapacityReservation' }),
    instance('t3.micro', '0.0114000000'),
    instance('m99.large', '0.2000000000'),
    instance('c5.large', '0.0960000000', { locationType: 'AWS Local Zone', regionCode: `${region}-xyz-1` }),
    line('AmazonEC2', 'Storage', 'EBS:VolumeUsage.gp3', '0.0880000000', 'GB-Mo', { volumeApiName: 'gp3' }),
    line('AmazonEC2', 'Storage', 'EBS:VolumeUsage.io2', '0.1380000000', 'GB-month', { volumeApiName: 'io2' }),
    line('AmazonEC2', 'Provisioned Throughput', 'EBS:VolumeP-Throughput.gp3', '45.0560000000', 'GiBps-mo'),
    line('AmazonEC2', 'NAT Gateway', 'NatGateway-Hours', '0.0500000000', 'Hrs'),
    line('AmazonEC2', 'NAT Gateway', 'NatGateway-Bytes', '0.0480000000', 'Quarter-GB'),
    line('AmazonEC2', 'NAT Gateway', 'NatGateway-Prvd-Bytes', '0.0000000000', 'GB'),
    line('AmazonEC2', 'Load Balancer-Application', 'LoadBalancerUsage', '0.0252000000', 'Hrs'),
    line('AWSELB', 'Load Balancer-Application', 'LoadBalancerUsage', '0.0252000000', 'Hrs'),
    line('AWSELB', 'Load Balancer-Application', 'TS-LoadBalancerUsage', '0.0056000000', 'Hrs'),
    line('AWSELB', 'Load Balancer-Application', 'Outposts-LoadBalancerUsage', '0.0252000000', 'Hrs'),
    line('AmazonEC2', 'Load Balancer-Network', 'LoadBalancerUsage', '0.0252000000', 'Hrs'),
    line('AWSELB', 'Load Balancer-Network', 'LoadBalancerUsage', '0.0260000000', 'Hrs'),
    line('AmazonVPC', undefined, 'PublicIPv4:InUseAddress', '0.0050000000', 'Hrs'),
    database('db.m5.large', 'InstanceUsage', 'PostgreSQL', '0.1970000000'),
    database('db.m5.large', 'Multi-AZUsage', 'PostgreSQL', '0.3940000000'),
    database('db.m5.large', 'InstanceUsage', 'PostgreSQL (on-premise for Outpost)', '0.0900000000'),
    database('db.m5.large', 'InstanceUsage', 'Oracle', '0.1890000000', {
      databaseEdition: 'Enterprise',
      licenseModel: 'Bring your own license',
    }),
    database('db.m5.large', 'InstanceUsage', 'Oracle', '0.2270000000', {
      databaseEdition: 'Enterprise',
      licenseModel: 'Bring your own license',
      deploymentModel: 'Custom',
    }),
    line('AmazonElastiCache', 'Cache Instance', 'NodeUsage:cache.m5.large', '1.1720000000', 'Hrs', {
      instanceType: 'cache.m5.large',
      cacheEngine: 'Redis',
    }),
    line(
      'AmazonS3',
      'Storage',
      'TimedStorage-ByteHrs',
      [
        [512000, '0.0210000000', 'GB-Mo'],
        [0, '0.0230000000', 'GB-Mo'],
        [51200, '0.0220000000', 'GB-Mo'],
      ],
      '',
      { volumeType: 'Standard' },
    ),
    line(
      'AmazonDynamoDB',
      'Database Storage',
      'TimedStorage-ByteHrs',
      [
        [0, '0.0000000000', 'GB-Mo'],
        [25, '0.2830000000', 'GB-Mo'],
      ],
      '',
    ),
    line(
      'AmazonCloudWatch',
      'Metric',
      'CW:MetricMonitorUsage',
      [
        [0, '0.3000000000', 'Metrics'],
        [20000, '0.1000000000', 'Metrics'],
      ],
      '',
    ),
  ];
}

/** What the other fields of a line are. */
const productOf = ({ sku, family, attributes }: Line) => ({
  sku,
  ...(family === undefined ? {} : { productFamily: family }),
  attributes,
});

const onDemandOf = ({ sku, steps }: Line) => ({
  [`${sku}.JRTCKXETXF`]: {
    offerTermCode: 'JRTCKXETXF',
    sku,
    effectiveDate: '2026-11-01T00:00:00Z',
    priceDimensions: Object.fromEntries(
      steps.map(([from, usd, unit], at) => [
        `${sku}.JRTCKXETXF.${at}`,
        {
          rateCode: `${sku}.JRTCKXETXF.${at}`,
          description: `$${usd} per ${unit}, "as it is"`,
          beginRange: String(from),
          endRange: 'Inf',
          unit,
          pricePerUnit: { USD: usd },
          appliesTo: [],
        },
      ]),
    ),
    termAttributes: {},
  },
});

/** An item of `PriceList`: a text. */
export const itemOf = (line: Line): string =>
  JSON.stringify({
    product: productOf(line),
    serviceCode: line.service,
    terms: { OnDemand: onDemandOf(line) },
    version: '20261120211536',
    publicationDate: PUBLISHED,
  });

/** A bulk file, laid out as AWS does. */
export const bulkOf = (lines: readonly Line[], service: string, published = PUBLISHED): string =>
  JSON.stringify(
    {
      formatVersion: 'v1.0',
      disclaimer: 'This pricing list is for informational purposes only.',
      offerCode: service,
      version: '20261120211536',
      publicationDate: published,
      products: Object.fromEntries(lines.map((line) => [line.sku, productOf(line)])),
      terms: {
        OnDemand: Object.fromEntries(lines.map((line) => [line.sku, onDemandOf(line)])),
        Reserved: { X: { 'X.Y': { priceDimensions: {} } } },
      },
      attributesList: {},
    },
    null,
    2,
  );

/** How the Query API answers: lines that match all filters, so many on a page. */
export function answerOf(lines: readonly Line[], perPage: number) {
  return (input: Record<string, unknown>): unknown => {
    const filters = input['Filters'] as readonly { Field: string; Value: string }[];
    const matching = lines.filter(
      ({ service, family, attributes }) =>
        service === input['ServiceCode'] &&
        filters.every(({ Field, Value }) => (Field === 'productFamily' ? family : attributes[Field]) === Value),
    );
    const from = Number(input['NextToken'] ?? 0);
    const next = from + perPage;
    return {
      FormatVersion: 'aws_v1',
      PriceList: matching.slice(from, next).map(itemOf),
      ...(next < matching.length ? { NextToken: String(next) } : {}),
    };
  };
}

/** AWS's bulk files on a web server; a download breaks off after so many bytes, as often as `cuts` says. */
export class BulkFiles {
  readonly asked: string[] = [];
  cuts = 0;
  cutAfter = 1000;
  /** Another version of every file with each request. */
  changes = false;
  status: number | undefined;

  private constructor(
    private readonly regions: readonly string[],
    private readonly server: Server,
  ) {}

  static async start(regions: readonly string[]): Promise<BulkFiles> {
    let started: BulkFiles | undefined;
    const server = createServer((request, response) => started?.serve(request, response));
    started = new BulkFiles(regions, server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return started;
  }

  get address(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private serve({ url = '', headers, socket }: IncomingMessage, response: ServerResponse): void {
    const { range, 'if-range': ifRange } = headers;
    this.asked.push(range === undefined ? url : `${url} ${range}`);
    const body = this.status === undefined ? this.fileAt(url) : undefined;
    if (body === undefined) {
      response.writeHead(this.status ?? 404).end();
      return;
    }
    const bytes = Buffer.from(body);
    const tag = this.changes ? `"${this.asked.length}"` : '"one"';
    const from = range !== undefined && ifRange === tag ? Number(/bytes=(\d+)-/.exec(range)?.[1]) : 0;
    const rest = bytes.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length, etag: tag });
    if (this.cuts > 0 && !url.includes('region_index') && rest.length > this.cutAfter) {
      this.cuts--;
      response.write(rest.subarray(0, this.cutAfter), () => setTimeout(() => socket.destroy(), 10));
      return;
    }
    response.end(rest);
  }

  private fileAt(url: string): string | undefined {
    const [, service = '', version, region] =
      /^\/offers\/v1\.0\/aws\/(\w+)\/(\w+)\/(?:([\w-]+)\/)?\w+\.json$/.exec(url) ?? [];
    const linesIn = (one: string) => linesOf(one).filter((line) => line.service === service);
    if (region !== undefined) return bulkOf(linesIn(region), service);
    const sold = this.regions.filter((one) => linesIn(one).length > 0);
    if (version !== 'current' || sold.length === 0) return undefined;
    const path = (one: string) => `/offers/v1.0/aws/${service}/20261120211536/${one}/index.json`;
    return JSON.stringify({
      formatVersion: 'v1.0',
      publicationDate: PUBLISHED,
      regions: Object.fromEntries(sold.map((one) => [one, { regionCode: one, currentVersionUrl: path(one) }])),
    });
  }
}
