import { describe, expect, test } from 'vitest';
import { HAPPY_PATHS } from '../../support/happy-paths';
import { amounts, chargesOf, linked } from '../../support/resources';
import { type Link, samples } from '../../support/samples';

type Row = readonly [name: string, type: string, properties: Readonly<Record<string, unknown>>, links: readonly Link[]];

const ROWS: readonly Row[] = [
  ...HAPPY_PATHS.map(([type, properties, , links = []], i): Row => [`${type} (${i})`, type, properties, links]),
  ...samples.map(({ type, properties, links }, i): Row => [`${type} (sample ${i})`, type, properties, links]),
];

/** A name that links a resource is one of the owner's own: only values that AWS defines are written in another case. */
function leaves(value: unknown, write: (text: string) => string): unknown {
  if (typeof value === 'string') return write(value);
  if (Array.isArray(value)) return value.map((item) => leaves(item, write));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, leaves(inner, write)]));
}

const isOwn = (text: string): boolean => /^arn:|^(lt|ami|vpc|subnet)-|^[[{]/.test(text);

function priced([, type, properties, links]: Row, write: (text: string) => string) {
  const own = (text: string) => (isOwn(text) ? text : write(text));
  const { others, dependencies } = linked(
    links.map(([property, other, values]): Link => [property, other, leaves(values, own) as Link[2]]),
  );
  const sketch = { type, properties: leaves(properties, own) as Row[2], dependencies };
  return amounts(chargesOf(sketch, { others })) as Line[];
}

type Line = readonly [what: string, ...rest: readonly string[]];

/** An amount that is not known has a reason in place of two figures. */
const isUnknown = (line: Line): boolean => line.length === 2;

const most = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + Number(line[2] ?? 0), 0);

describe.each([
  ['upper', (text: string) => text.toUpperCase()],
  ['lower', (text: string) => text.toLowerCase()],
])('values in %s case make no bill smaller without a word', (_, write) => {
  test.each(ROWS)('%s', (...row) => {
    const lines = priced(row, write);
    if (!lines.some(isUnknown)) expect(most(lines)).toBeGreaterThanOrEqual(most(priced(row, (text) => text)) - 0.001);
  });
});

/** Values that the provider takes in any case: `ValidateIgnoreCase` and lower-casing states of terraform-provider-aws. */
test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'aws:mq/broker:Broker',
    { deploymentMode: 'CLUSTER_MULTI_AZ', hostInstanceType: 'mq.m5.large', engineType: 'RabbitMQ' },
    { deploymentMode: 'cluster_multi_az', engineType: 'rabbitmq' },
  ],
  [
    'aws:rds/instance:Instance',
    { engine: 'db2-se', licenseModel: 'bring-your-own-license', instanceClass: 'db.m6i.large', allocatedStorage: 100 },
    { engine: 'Db2-SE', licenseModel: 'Bring-Your-Own-License' },
  ],
  [
    'aws:rds/cluster:Cluster',
    { engine: 'aurora-postgresql', storageType: 'aurora-iopt1' },
    { engine: 'Aurora-PostgreSQL' },
  ],
  ['aws:sfn/stateMachine:StateMachine', { type: 'EXPRESS' }, { type: 'Express' }],
])('%s costs the same with %j as with %j', (type, properties, other) => {
  const amount = (values: Record<string, unknown>) => amounts(chargesOf({ type, properties: values }));
  expect(amount({ ...properties, ...other })).toEqual(amount(properties));
});
