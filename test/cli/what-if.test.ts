import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './run';

const demo = join(__dirname, '../../src/data/demo');
const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/schemas/what-if.schema.json'), 'utf8'));
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats(ajv);
const isValid = ajv.compile(schema);

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'credit-guard-what-if-'));
  for (const name of ['plan.json', 'credits.json', 'account-plan.json', 'credit-guard.yaml']) {
    copyFileSync(join(demo, name), join(cwd, name));
  }
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const check = (...argv: string[]) => run(['check', 'plan.json', ...argv], { cwd });
const SMALL = 'aws:rds/instance:Instance shop instanceClass=db.t4g.small multiAz=false';

async function compared(...argv: string[]) {
  const { stdout } = await check(...argv, '--format', 'json');
  const document = JSON.parse(stdout);
  isValid(document);
  expect(isValid.errors ?? []).toEqual([]);
  return document;
}

describe('beside the plan as it is', () => {
  test('each side is what check says of it', async () => {
    const { planned, supposed, change } = await compared('--what-if', SMALL);
    const asIs = JSON.parse((await check('--format', 'json')).stdout);
    expect(planned).toMatchObject({
      status: asIs.summary.status,
      sentence: asIs.summary.sentence,
      monthly: asIs.estimate.monthly,
      once: asIs.estimate.once,
      runwayDays: asIs.outlook.runwayDays,
    });
    // The same plan with the class written into it.
    const plan = readFileSync(join(cwd, 'plan.json'), 'utf8');
    const steps = JSON.parse(plan);
    const step = steps.steps.find(({ urn }: { urn: string }) => urn.endsWith('rds/instance:Instance::shop'));
    Object.assign(step.newState.inputs, { instanceClass: 'db.t4g.small', multiAz: false });
    writeFileSync(join(cwd, 'plan.json'), JSON.stringify(steps));
    const written = JSON.parse((await check('--format', 'json')).stdout);
    expect(supposed).toMatchObject({
      sentence: written.summary.sentence,
      monthly: written.estimate.monthly,
      once: written.estimate.once,
      runwayDays: written.outlook.runwayDays,
    });
    expect(change.runwayDays).toBe(supposed.runwayDays - planned.runwayDays);
    expect(change.runwayDays).toBeGreaterThan(0);
  });

  test('a change is the one side less the other, to the cent', async () => {
    const { planned, supposed, change } = await compared('--what-if', SMALL, '--without', 'compute');
    for (const per of ['monthly', 'once'] as const) {
      for (const part of ['total', 'covered', 'cash', 'unknown'] as const) {
        const ends = ['min', 'max'].map((end) => supposed[per][part][end] - planned[per][part][end]);
        const told = [change[per][part].min, change[per][part].max].map(Number);
        expect(told.map((usd) => usd.toFixed(2))).toEqual(ends.sort((a, b) => a - b).map((usd) => usd.toFixed(2)));
      }
    }
    expect(Number(change.once.cash.max)).toBeLessThan(0);
  });

  test('findings that come and go, and not those that only change their figures', async () => {
    const { findings } = await compared('--without', 'acme');
    expect(findings.new).toEqual([]);
    expect(findings.gone.map(({ policy }: { policy: string }) => policy)).toEqual(['keep-free-plan-credits']);
    const domain = 'aws:route53domains/registeredDomain:RegisteredDomain extra domainName=acme.com';
    const more = (await compared('--what-if', domain)).findings;
    expect(more.gone).toEqual([]);
  });

  test('the plan itself is no change at all', async () => {
    const { change, findings, suppositions } = await compared('--what-if', 'aws:ec2/vpc:Vpc shop tags.Name=shop');
    expect(Object.values(change.monthly.total)).toEqual(['0.00', '0.00']);
    expect([change.runwayDays, findings]).toEqual([0, { new: [], gone: [] }]);
    expect(suppositions[0].withoutEffect).toEqual(['tags']);
  });

  test('a name that is much like one of the plan is said, for it adds a resource', async () => {
    const { suppositions } = await compared('--what-if', 'aws:rds/instance:Instance shp instanceClass=db.t4g.small');
    expect(suppositions).toMatchObject([{ kind: 'add', name: 'shp', similar: 'shop' }]);
    expect(suppositions[0].notPriced).toContain('engine is not set');
    const { stdout } = await check('--what-if', 'aws:rds/instance:Instance shp instanceClass=db.t4g.small');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'new: aws:rds:Instance shp: instanceClass = db.t4g.small (the plan has shop: was that meant?; not priced in full: Database instance: engine is not set',
    );
    expect(
      (await compared('--what-if', 'aws:rds/instance:Instance ledger engine=mysql')).suppositions[0].similar,
    ).toBeNull();
  });

  test('what cannot be priced is no "no change"', async () => {
    const { stdout } = await check('--what-if', 'aws:rds/instance:Instance ledger instanceClass=db.t4g.small');
    expect(stdout).toMatch(/credits cover .* or more +not known\n/);
  });

  test('what it stops is what the exit code says', async () => {
    expect((await check('--without', 'acme', '--fail-on', 'never')).code).toBe(0);
    expect((await check('--without', 'acme')).code).toBe(1);
  });

  test('nothing is written, whatever the configuration says', async () => {
    writeFileSync(join(cwd, 'credit-guard.yaml'), 'reports: { json: guard.json }\n');
    await check('--without', 'acme');
    expect(readdirSync(cwd)).not.toContain('guard.json');
  });

  test('a page that is narrow', async () => {
    const { stdout } = await run(['check', 'plan.json', '--what-if', SMALL], { cwd, env: { COLUMNS: '60' } });
    expect(stdout).toMatch(/ {2}Runway\n {4}as planned +\d+ days/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe('a slip names the fix, and nothing is printed', () => {
  test.each([
    [
      ['--what-if', 'aws:rds/instanc:Instance shop a=b'],
      /aws:rds\/instanc:Instance is no type of the aws provider; did you mean aws:rds\/instance:Instance\?/,
    ],
    [['--what-if', 'aws:rds:Instanc shop a=b'], /did you mean aws:rds:Instance\?/],
    [
      ['--what-if', 'aws-native:rds:DbInstance shop a=b'],
      /write it as aws:rds\/instance:Instance, with the properties of the aws provider/,
    ],
    [
      ['--what-if', 'aws:rds/instance:Instance shop instanceClas=x'],
      /instanceClas decides nothing of aws:rds:Instance shop; did you mean instanceClass\?/,
    ],
    [['--what-if', 'aws:rds/instance:Instance shop'], /it changes nothing; write TYPE NAME PROPERTY=VALUE/],
    [['--what-if', 'aws:rds/instance:Instance instanceClass=x'], /it names no resource; write TYPE NAME/],
    [['--what-if', ''], /it names no resource; write TYPE NAME/],
    [['--what-if', 'aws:rds/instance:Instance shop db.t4g.small'], /db\.t4g\.small sets no property/],
    [['--what-if', 'aws:rds/instance:Instance shop tags={a'], /the value of tags is no JSON/],
    [
      ['--what-if', 'urn:pulumi:prod::acme-shop::aws:rds/instance:Instance::shp a=b'],
      /did you mean urn:pulumi:prod::acme-shop::aws:rds\/instance:Instance::shop\?/,
    ],
    [['--without', 'computee'], /no AWS resource of this plan is called so; did you mean compute\?/],
    [['--without', 'nat'], /several are called so; write one of 'aws:ec2:Eip nat', 'aws:ec2:NatGateway nat'/],
    [['--without', 'compute', '--format', 'sarif'], /printed as text or json, not as sarif/],
    [['--without', 'compute', '--report', 'json=x.json'], /writes no reports/],
    [['credits.json', '--without', 'compute'], /--what-if compares one plan: name one file/],
  ])('%j', async (argv, words) => {
    const { code, stdout, stderr } = await check(...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });

  test('a resource by type and name, in either form, and by URN', async () => {
    for (const written of [
      'aws:ec2:NatGateway nat',
      'aws:ec2/natGateway:NatGateway nat',
      'urn:pulumi:prod::acme-shop::aws:ec2/natGateway:NatGateway::nat',
    ]) {
      const { suppositions } = await compared('--without', written);
      expect(suppositions).toMatchObject([{ kind: 'remove', type: 'aws:ec2/natGateway:NatGateway', name: 'nat' }]);
    }
  });

  test('values: text as it stands, JSON, and nothing', async () => {
    const { suppositions: told } = await compared(
      '--what-if',
      `aws:rds/instance:Instance shop engineVersion=8.0 tags={"a": "b c"} iops=null dbName='y z'`,
    );
    expect(told[0].set).toEqual([
      { property: 'engineVersion', value: '8.0' },
      { property: 'tags', value: { a: 'b c' } },
      { property: 'iops', value: null },
      { property: 'dbName', value: 'y z' },
    ]);
  });
});
