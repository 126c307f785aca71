import { keep, type Range, type Usd, usd, zero } from '../money';
import type { Price } from './prices';

/** One step of a price that goes down with the quantity: the row that prices the units up to a sum of so many. */
interface Step {
  readonly upTo: number;
  readonly key: string;
}

/** The same with its price in a region. */
export interface PricedStep {
  readonly upTo: number;
  readonly price: Price;
}

/** How a charge fills the steps of its price. AWS counts the units of a whole account and region together. */
export interface InSteps {
  /** What charges fill together: the region of the account, and the first row of the price. */
  readonly fills: string;
  readonly units: Range;
  readonly steps: readonly PricedStep[];
  /** Charges of the plan that fill the steps together. */
  readonly together: number;
}

const REST = Number.POSITIVE_INFINITY;

/** GB of a TB and a PB, as AWS counts them. */
const TB = 1024;
const PB = 1024 * TB;

/** `prefix-first1000.unit`, `prefix-next9000.unit` …: each name with the sum up to which it counts. */
const steps = (prefix: string, unit: string, ...named: readonly (readonly [name: string, upTo: number])[]): Step[] =>
  named.map(([name, upTo]) => ({ upTo, key: `${prefix}-${name}${unit}` }));

const firehose = (source: string): Step[] =>
  steps(`firehose/${source}`, '.gb', ['first500tb', 500 * TB], ['next1.5pb', 500 * TB + 1.5 * PB], ['next3pb', REST]);
const logs = (kind: string): Step[] =>
  steps(
    `cloudwatch/${kind}`,
    '.gb',
    ['first10tb', 10 * TB],
    ['next20tb', 30 * TB],
    ['next-next20tb', 50 * TB],
    ['over50tb', REST],
  );
const lambda = (processor: string, second: number, third: number): Step[] => [
  { upTo: second, key: `lambda/duration-${processor}.gb-second` },
  { upTo: third, key: `lambda/duration-${processor}-tier2.gb-second` },
  { upTo: REST, key: `lambda/duration-${processor}-tier3.gb-second` },
];

/**
 * Every price that goes down with the quantity. The provisioned IOPS of io2 have steps too, for each volume by itself. A price
 * of which the book has one step alone is taken for all.
 */
export const STEPPED: readonly (readonly Step[])[] = [
  steps('acmpca/certificate', '', ['first1000', 1000], ['next9000', 10_000], ['over10000', REST]),
  steps('apigateway/http', '.request', ['first300m', 300e6], ['over300m', REST]),
  steps(
    'apigateway/rest',
    '.request',
    ['first333m', 333e6],
    ['next667m', 1000e6],
    ['next19b', 20e9],
    ['over20b', REST],
  ),
  steps('apigateway/websocket', '.message', ['first1b', 1e9], ['over1b', REST]),
  steps(
    'cloudfront/us-eu-internet-out',
    '.gb',
    ['first10tb', 10 * TB],
    ['next40tb', 50 * TB],
    ['next100tb', 150 * TB],
    ['next350tb', REST],
  ),
  steps('cloudtrail/lake-ingest-7y', '.gb', ['first5tb', 5 * TB], ['next20tb', 25 * TB], ['over25tb', REST]),
  logs('logs-delivery'),
  logs('vended-logs'),
  steps(
    'cloudwatch/metric',
    '.metric-month',
    ['first10k', 10e3],
    ['next240k', 250e3],
    ['next750k', 1e6],
    ['over1m', REST],
  ),
  steps(
    'cognito/asf-mau',
    '',
    ['first50k', 50e3],
    ['next50k', 100e3],
    ['next900k', 1e6],
    ['next9m', 10e6],
    ['over10m', REST],
  ),
  steps('cognito/m2m-token', '', ['first250k', 250e3], ['next4.75m', 5e6], ['over5m', REST]),
  // The first 50,000 were free once: what is called the first begins after them.
  steps('cognito/mau-lite', '', ['first50k', 100e3], ['next900k', 1e6], ['next9m', 10e6], ['over10m', REST]),
  steps('config/conformance-pack-evaluation', '', ['first100k', 100e3], ['next400k', 500e3], ['over500k', REST]),
  steps('config/rule-evaluation', '', ['first100k', 100e3], ['next400k', 500e3], ['over500k', REST]),
  firehose('direct-put'),
  firehose('kinesis-source'),
  firehose('msk-source'),
  steps('guardduty/ec2-runtime', '.vcpu-month', ['first500', 500], ['next4500', 5000], ['over5000', REST]),
  steps('guardduty/eks-audit', '.event', ['first100m', 100e6], ['next200m', 300e6], ['over300m', REST]),
  steps(
    'guardduty/vpc-flow-dns',
    '.gb',
    ['first500gb', 500],
    ['next2000gb', 2500],
    ['next7500gb', 10e3],
    ['over10000gb', REST],
  ),
  steps('guardduty/s3-data-event', '.event', ['first500m', 500e6], ['next4500m', REST]),
  lambda('arm', 7.5e9, 18.75e9),
  lambda('x86', 6e9, 15e9),
  steps('redshift/backup', '.gb-month', ['first50tb', 50 * TB], ['next450tb', 500 * TB], ['over500tb', REST]),
  steps('route53/dns-firewall-query', '', ['first1b', 1e9], ['over1b', REST]),
  steps('route53/hosted-zone', '.month', ['first25', 25], ['over25', REST]),
  steps('route53/resolver-query', '', ['first1b', 1e9], ['over1b', REST]),
  steps('s3/standard', '.gb-month', ['first50tb', 50 * TB], ['next450tb', 500 * TB], ['over500tb', REST]),
  steps('securityhub/check', '', ['first100k', 100e3], ['next400k', 500e3], ['over500k', REST]),
  steps(
    'stepfunctions/express-duration',
    '.gb-second',
    ['first1000h', 1000 * 3600],
    ['next4000h', 5000 * 3600],
    ['over5000h', REST],
  ),
  [
    { upTo: PB, key: 'vpc/interface-endpoint.gb' },
    { upTo: 5 * PB, key: 'vpc/interface-endpoint-next4pb.gb' },
    { upTo: REST, key: 'vpc/interface-endpoint-over5pb.gb' },
  ],
];

const byFirst = new Map(STEPPED.flatMap((list) => (list[0] === undefined ? [] : [[list[0].key, list]])));

/** The steps of the price that begins with this row; undefined where the price is the same for any quantity. */
export const stepsOf = (key: string): readonly Step[] | undefined => byFirst.get(key);

/** What so many units cost, each part of them at its own step, at one bound of the prices. */
function costOf(units: Usd, steps: readonly PricedStep[], bound: 'min' | 'max'): Usd {
  let [cost, from] = [zero, zero];
  for (const { upTo, price } of steps) {
    if (units.lte(from)) break;
    const isLast = upTo === REST || units.lte(upTo);
    const part = isLast ? units.minus(from) : usd(upTo).minus(from);
    cost = cost.plus(part.times(price.range?.[bound] ?? price.usd));
    if (isLast) break;
    from = usd(upTo);
  }
  return keep(cost);
}

export const costInSteps = ({ min, max }: Range, steps: readonly PricedStep[]): Range => ({
  min: costOf(min, steps, 'min'),
  max: costOf(max, steps, 'max'),
});

/** Do so many units go beyond the first step? */
export const isBeyondFirst = (units: Range, [first]: readonly PricedStep[]): boolean =>
  first !== undefined && Number(units.max) > first.upTo;
