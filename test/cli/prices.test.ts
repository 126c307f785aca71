import { describe, expect, test } from 'vitest';
import { readExamples } from '../../src/adapters/type-examples';
import { allTypes, classOf, pricedTypes } from '../../src/core/charges/services';
import { nativeTypes } from '../../src/pulumi/aws-native';
import { typesCalled } from '../../src/pulumi/called-types';
import { typeSheet } from '../../src/reports/model/type-sheet';
import { prices } from '../support/resources';
import { run } from './run';

const show = (...argv: string[]) => run(['prices', 'show', ...argv]);
const shown = async (...argv: string[]) => JSON.parse((await show(...argv, '--json')).stdout);

describe('prices show', () => {
  test.each([
    ['aws:ec2/natGateway:NatGateway'],
    ['aws_nat_gateway'],
    ['aws-native:ec2:NatGateway'],
    ['AWS::EC2::NatGateway'],
    ['aws:ec2:NatGateway'],
    ['aws.ec2.NatGateway'],
    ['ec2/natGateway'],
    ['NatGateway'],
    ['net:tf:aws_nat_gateway'],
  ])('%s is understood', async (written) => {
    expect((await shown(written)).type).toBe('aws:ec2/natGateway:NatGateway');
  });

  test('old names of modules and types fold as they do in a plan', async () => {
    expect((await shown('aws:alb/loadBalancer:LoadBalancer')).type).toBe('aws:lb/loadBalancer:LoadBalancer');
    expect((await shown('alb.LoadBalancer')).type).toBe('aws:lb/loadBalancer:LoadBalancer');
    expect((await shown('aws:s3/bucketV2:BucketV2')).type).toBe('aws:s3/bucket:Bucket');
    expect((await shown('AWS::RDS::DBInstance')).type).toBe('aws:rds/instance:Instance');
  });

  test('every type is found by its token, its short name and each name of aws-native', () => {
    for (const type of allTypes()) {
      expect(typesCalled(type)).toEqual([type]);
      expect(typesCalled(type.replace(/\/[^:]*/, ''))).toContain(type);
    }
    for (const token of nativeTypes()) expect(typesCalled(token), token).toHaveLength(1);
  });

  test.each([
    ['aws_nat_gatway', /did you mean aws:ec2\/natGateway:NatGateway\?/],
    ['aws:ec2/natGatway:NatGatway', /did you mean aws:ec2\/natGateway:NatGateway\?/],
    ['nothing like it at all', /no type of AWS is called so\. `credit-guard prices list` lists all/],
    ['__proto__', /no type of AWS is called so/],
    ['Cluster', /several types are called so.*\n {2}aws:cloudhsmv2\/cluster:Cluster\n/],
  ])('%s is no type, and what was meant is said', async (written, words) => {
    const { code, stdout, stderr } = await show(written);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });

  test('prices are those of the region that is asked', async () => {
    const nat = async (...argv: string[]) => (await shown('aws_nat_gateway', ...argv)).charges[0];
    expect(await nat()).toMatchObject({ price: { key: 'natgateway/nat.hour', region: 'us-east-1', usd: '0.045' } });
    expect(await nat('--region', 'eu-west-1')).toMatchObject({
      price: { region: 'eu-west-1', usd: '0.048' },
      usd: { min: '35.04', max: '35.04' },
    });
    const { stdout } = await run(['prices', 'show', 'aws_nat_gateway'], { env: { AWS_REGION: 'eu-west-1' } });
    expect(stdout).toContain('$0.048 for one hour in eu-west-1');
    const wrong = await show('aws_nat_gateway', '--region', 'eu-wst-1');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('did you mean eu-west-1?')]);
  });

  test('a price that no list says is an estimate, and says how it was found', async () => {
    const { stdout } = await show('aws_db_instance', '--region', 'ap-southeast-6');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/estimate ap-southeast-1 price × [\d.]+, from × [\d.]+ to × [\d.]+/);
  });

  test('each step of a price that goes down with the quantity', async () => {
    const [storage] = (await shown('aws_s3_bucket')).charges;
    expect(storage.steps.map(({ upTo, price }: { upTo: number; price: { usd: string } }) => [upTo, price.usd])).toEqual(
      [
        [51200, '0.023'],
        [512000, '0.022'],
        [null, '0.021'],
      ],
    );
  });

  test('an amount that is not known is null with a reason, never zero', async () => {
    const { charges } = await shown('aws_acm_certificate');
    const open = charges.filter(({ usd }: { usd: unknown }) => usd === null);
    expect(open.map(({ because }: { because: string }) => because)).toEqual(['no price is known']);
  });

  test('extended support says from which day', async () => {
    const { stdout } = await show('aws_db_instance', '--date', '2026-01-01');
    expect(stdout).toMatch(/Extended support of an old engine version\n(?: {4}.*\n)* {4}begins +2027-03-01\n/);
  });

  test('why a type has no price, and what it is billed with', async () => {
    const through = allTypes().find((type) => classOf(type)?.entry.class === 'through') ?? '';
    const sheet = await shown(through);
    expect(sheet).toMatchObject({ class: 'through', charges: [], example: null });
    expect((await show(through)).stdout).toContain(`billed with  ${sheet.of}`);
    expect((await show('aws_iam_role')).stdout).toMatch(/class +Free\n +why +AWS does not bill for it\.\n/);
  });

  test('every type has an answer, and each that leaves something out says why', () => {
    const example = readExamples();
    for (const type of allTypes()) {
      const sheet = typeSheet(type, { native: [], region: 'eu-west-1', prices, now: 0, example: example[type] });
      expect(sheet.class === 'priced' ? sheet.example : sheet.because, type).toBeTruthy();
      if (sheet.class === 'through') expect(classOf(sheet.of ?? ''), type).toBeDefined();
    }
    expect(Object.keys(example)).toEqual(pricedTypes());
  });

  test('every type has a page of 80 columns, but for words that are longer', async () => {
    const long: string[] = [];
    for (const type of ['aws:rds/cluster:Cluster', 'aws:lambda/function:Function', 'aws:kinesis/stream:Stream']) {
      const { code, stdout } = await show(type);
      expect(code).toBe(0);
      long.push(...stdout.split('\n').filter((line) => line.length > 80 && line.trim().includes(' ')));
    }
    expect(long.filter((line) => !line.includes('{ type: '))).toEqual([]);
  });
});

describe('prices list', () => {
  const listed = async (...argv: string[]) => JSON.parse((await run(['prices', 'list', ...argv, '--json'])).stdout);
  const types = async (...argv: string[]) => (await listed(...argv)).map(({ type }: { type: string }) => type);

  test('holds every type with its class, once', async () => {
    const rows = await listed();
    expect(rows.map(({ type }: { type: string }) => type)).toEqual(allTypes());
    const unexplained = rows.filter(
      (row: { class: string; because: unknown }) => (row.class === 'priced') !== (row.because === null),
    );
    expect(unexplained).toEqual([]);
  });

  test('by class, by a word of the name, and by the product', async () => {
    expect(await types('--class', 'priced')).toEqual(pricedTypes());
    expect(await types('kinesisanalytics')).toEqual(
      allTypes().filter((type) => type.startsWith('aws:kinesisanalytics')),
    );
    expect(await types('Amazon Kendra')).toContain('aws:kendra/index:Index');
    expect(await types('aws_nat_gateway', 'AWS::Kendra::Index')).toEqual([
      'aws:ec2/natGateway:NatGateway',
      'aws:kendra/index:Index',
    ]);
    expect(await types('kinesis', '--class', 'priced')).toContain('aws:kinesis/stream:Stream');
  });

  test('for people: each class with its count, and the sum', async () => {
    const { stdout } = await run(['prices', 'list', 'kendra']);
    expect(stdout).toMatch(/^Priced · \d+\n {2}aws:kendra\/dataSource:DataSource\n {4}Amazon Kendra\n/);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /\d+ types: priced \d+,.*`credit-guard prices show TYPE` explains one\. $/,
    );
  });

  test('what is not there is said', async () => {
    const { code, stderr } = await run(['prices', 'list', 'nonsense', '--class', 'free']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('no type of class free is called like nonsense')]);
  });
});

test('prices alone teaches', async () => {
  const { code, stdout } = await run(['prices']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('credit-guard prices show')]);
});
