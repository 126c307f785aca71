import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Example } from '../../src/core/coverage/rule';
import { rules } from '../../src/core/coverage/rules';
import { run } from '../cli/run';
import { HAPPY_PATHS } from '../support/happy-paths';
import { PackServer } from '../support/pack-server';
import { urnOf } from '../support/resources';
import { type Link, samples } from '../support/samples';
import { sentPlan } from '../support/sent-plan';

/** Pack and command on one document: the same findings, figures and notes. */
const NOW = '2026-11-25T00:00:00Z';
const CONFIG = `
credits:
  manual: [{ description: Start-up credit, remaining: "8500", starts: 2026-04-01, ends: 2027-03-31T23:59:59Z, products: all }]
`;

let server: PackServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-same-'));
  writeFileSync(join(folder, 'command.yaml'), CONFIG);
  writeFileSync(join(folder, 'pack.yaml'), `${CONFIG}reports: { json: pack.json }\n`);
  const env = { CREDIT_GUARD_CONFIG: join(folder, 'pack.yaml'), CREDIT_GUARD_DATE: NOW };
  server = await PackServer.boot({ env, stack: { organization: 'organization' } }); // as a local backend has it
});
afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Row = Record<string, unknown>;
interface Report {
  summary: { sentence: string };
  findings: { level: string }[];
  estimate: { change: unknown; resources: Row };
  notes: { code: string }[];
  stack: { organization: unknown };
  resources: { change: unknown }[];
  products: unknown;
  credits: unknown;
  outlook: unknown;
}

async function ofPack(document: unknown): Promise<Report> {
  const { inputs, outputs } = sentPlan(document);
  for (const resource of inputs) await server.analyze(resource);
  await server.analyzeStack([...outputs]);
  return JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as Report;
}

async function ofCommand(document: unknown): Promise<Report> {
  const options = ['--format', 'json', '--date', NOW, '--config', join(folder, 'command.yaml')];
  const { stdout, stderr } = await run(['check', ...options], { stdin: JSON.stringify(document), cwd: folder });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

/** What the engine sends to no pack: what was there before, what waits, and what is only read. */
const OF_DOCUMENTS = new Set(['only-read', 'waits-for-deletion', 'kept-in-aws', 'deleted-already', 'interrupted']);

/** What was there before draws on the credits of the open month, and decides whether something is bought now. */
const changesWhatExists = (document: unknown): boolean =>
  /"op":"(update|delete|[a-z-]*replace)/.test(JSON.stringify(document));

function comparable(report: Report, document: unknown) {
  const { estimate, notes, resources, stack, products } = report;
  const { findings, summary, credits, outlook } = report;
  const isWhole = !changesWhatExists(document);
  return {
    organization: stack.organization,
    estimate: { ...estimate, change: null, resources: { ...estimate.resources, external: {} } },
    notes: notes.filter(({ code }) => !OF_DOCUMENTS.has(code) && (isWhole || !code.startsWith('open-month-'))),
    resources: resources.map((one) => ({ ...one, change: null })),
    products,
    findings: isWhole ? findings : findings.map((one) => JSON.stringify({ ...one, level: null })).sort(),
    ...(isWhole ? { credits, outlook, summary: { ...summary, sentence: summary.sentence.replace(/^\S+: /, '') } } : {}),
  };
}

async function expectSame(document: unknown): Promise<Report> {
  const [pack, command] = [await ofPack(document), await ofCommand(document)];
  expect(comparable(pack, document)).toEqual(comparable(command, document));
  return pack;
}

const root = dirname(__dirname);
const plansIn = (at: string): string[] =>
  readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !/expected|credits/.test(file))
    .map((file) => join(at, file));

/** CREDIT_GUARD_PLANS names a folder of documents beside those of the tests. */
const { CREDIT_GUARD_PLANS: more } = process.env;
const files = [join(root, 'scenarios'), join(root, 'cases'), ...(more === undefined ? [] : [more])].flatMap(plansIn);

test.each(files.map((file) => [relative(root, file), file]))('%s', async (_, file) => {
  await expectSame(JSON.parse(readFileSync(file, 'utf8')));
});

const PROVIDER = 'urn:pulumi:dev::shop::pulumi:providers:aws::default';
const provider = {
  urn: PROVIDER,
  type: 'pulumi:providers:aws',
  custom: true,
  id: 'p',
  inputs: { region: 'us-east-1' },
};

interface Sketch {
  type: string;
  name: string;
  properties: Readonly<Record<string, unknown>>;
  links?: readonly Link[];
}

/** A saved state, and a preview that creates all of it. */
function documentsOf(sketches: readonly Sketch[]): readonly unknown[] {
  const states = sketches.flatMap(({ type, name, properties, links = [] }) => {
    const others = links.map(([property, other, own]) => ({
      property,
      state: stateOf(other, `${name}-${property}`, own),
    }));
    const dependencies = Object.fromEntries(others.map(({ property, state }) => [property, [state.urn]]));
    return [
      ...others.map(({ state }) => state),
      { ...stateOf(type, name, properties), propertyDependencies: dependencies },
    ];
  });
  return [
    { version: 3, deployment: { resources: [provider, ...states.map(withId)] } },
    { steps: [provider, ...states.map(withoutId)].map((newState) => ({ op: 'create', urn: newState.urn, newState })) },
  ];
}

const withoutId = (state: ReturnType<typeof stateOf>) => {
  const { id: _, ...inputs } = state.inputs;
  return { ...state, inputs, outputs: inputs };
};

const withId = (state: ReturnType<typeof stateOf>) => ({ ...state, id: state.inputs['id'] ?? 'it' });

const stateOf = (type: string, name: string, properties: Readonly<Record<string, unknown>>) => ({
  urn: urnOf(type, name),
  type,
  custom: true,
  provider: `${PROVIDER}::p`,
  inputs: properties,
  outputs: properties,
});

const priced: Sketch[] = [
  ...HAPPY_PATHS.map(([type, properties, , links = []], i) => ({ type, name: `path-${i}`, properties, links })),
  ...samples.map((sample, i) => ({ ...sample, name: `sample-${i}` })),
];
const judged: Sketch[] = rules.flatMap(({ id, examples }) =>
  Object.entries(examples).flatMap(([kind, { type, properties, beside = [] }]) => [
    { type, name: `${id}-${kind}`, properties },
    ...beside.map((one: Example, i: number) => ({ ...one, name: `${id}-${kind}-${i}` })),
  ]),
);

test.each(documentsOf(priced))('every type that has a price: %#', async (document) => {
  const { estimate } = await expectSame(document);
  expect(estimate.resources['total']).toBeGreaterThan(250);
});

test.each(documentsOf(judged))('every example of a rule: %#', async (document) => {
  expect((await expectSame(document)).findings.length).toBeGreaterThan(80);
});

test.each(
  documentsOf([
    { type: 'kubernetes:core/v1:Service', name: 'web', properties: {} },
    { type: 'kubernetes:helm.sh/v3:Release', name: 'agent', properties: { chart: 'agent' } },
    { type: 'gcp:storage/bucket:Bucket', name: 'files', properties: {} },
    { type: 'net:tf:aws_nat_gateway', name: 'module.nat', properties: { connectivity_type: 'private' } },
    { type: 'net:tf:aws_of_tomorrow', name: 'module.x', properties: {} },
    { type: 'aws-native:gamelift:Fleet', name: 'games', properties: { name: 'games' } },
    { type: 'awscc:ec2/instance:Instance', name: 'other', properties: {} },
    { type: 'pulumi-nodejs:dynamic:Resource', name: 'code', properties: {} },
    { type: 'command:local:Command', name: 'code', properties: { create: 'aws s3 ls' } },
    { type: 'random:index/randomPet:RandomPet', name: 'pet', properties: {} },
  ]),
)('what lies outside AWS, and AWS behind other packages: %#', async (document) => {
  const { estimate, notes } = await expectSame(document);
  expect(estimate.resources['outside']).toEqual({ gcp: 1, kubernetes: 2, random: 1 });
  expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['aws-unread', 'code-unseen', 'images-unseen']));
});

test('a region that only what a provider has made names', async () => {
  const zoned = { ...stateOf('aws:ec2/subnet:Subnet', 'a', { availabilityZone: 'eu-west-1a' }), id: 'subnet-1' };
  const gateway = { ...stateOf('aws:ec2/natGateway:NatGateway', 'b', { connectivityType: 'private' }), id: 'nat-1' };
  const resources = [{ ...provider, inputs: {} }, zoned, gateway];
  expect((await expectSame({ version: 3, deployment: { resources } })).estimate).toMatchObject({
    monthly: { total: { min: '35.04' } },
  });
});

test('what is only read is in no figure', async () => {
  const gateway = { ...stateOf('aws:ec2/natGateway:NatGateway', 'b', { connectivityType: 'private' }), id: 'nat-1' };
  const resources = [provider, { ...gateway, external: true }];
  const { estimate } = await expectSame({ version: 3, deployment: { resources } });
  expect(estimate.resources['total']).toBe(0);
});
