import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { allTypes } from '../../src/core/charges/services';
import { rules } from '../../src/core/coverage/rules';
import type { Plan } from '../../src/core/plan';
import { Properties } from '../../src/core/properties';
import { absent, known } from '../../src/core/reading';
import { awsType, isJudged } from '../../src/pulumi/aws-terms';
import { isAwsResource } from '../../src/pulumi/canonical-type';
import { readPlan } from '../../src/pulumi/read-plan';
import { TerraformProperties } from '../../src/pulumi/terraform/terraform-properties';
import { camelCase, OTHERWISE, snakeCase, typeOfTerraform } from '../../src/pulumi/terraform/type-names';
import { wordsOf } from '../../src/words/notices';
import { LATER, SECRET } from '../support/resources';

const SDK = dirname(require.resolve('@pulumi/aws/package.json'));

/** Every resource token of the installed provider SDK, read from its text: loading the SDK takes long. */
const tokens = new Set(
  readdirSync(SDK, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.includes('node_modules'))
    .flatMap((file) => /__pulumiType = '([^']+)'/.exec(readFileSync(join(SDK, file), 'utf8'))?.[1] ?? []),
);

describe('the type of a resource', () => {
  it.each([
    ['aws_nat_gateway', 'aws:ec2/natGateway:NatGateway'],
    ['aws_instance', 'aws:ec2/instance:Instance'],
    ['aws_vpc_endpoint', 'aws:ec2/vpcEndpoint:VpcEndpoint'],
    ['aws_ec2_host', 'aws:ec2/dedicatedHost:DedicatedHost'],
    ['aws_ec2_transit_gateway', 'aws:ec2transitgateway/transitGateway:TransitGateway'],
    ['aws_db_instance', 'aws:rds/instance:Instance'],
    ['aws_rds_cluster', 'aws:rds/cluster:Cluster'],
    ['aws_docdb_cluster', 'aws:docdb/cluster:Cluster'],
    ['aws_lb', 'aws:lb/loadBalancer:LoadBalancer'],
    ['aws_alb', 'aws:lb/loadBalancer:LoadBalancer'],
    ['aws_alb_listener', 'aws:lb/listener:Listener'],
    ['aws_elb', 'aws:elb/loadBalancer:LoadBalancer'],
    ['aws_s3_bucket', 'aws:s3/bucket:Bucket'],
    ['aws_s3_object', 'aws:s3/bucketObjectv2:BucketObjectv2'],
    ['aws_cloudwatch_log_group', 'aws:cloudwatch/logGroup:LogGroup'],
    ['aws_cloudwatch_event_rule', 'aws:cloudwatch/eventRule:EventRule'],
    ['aws_config_config_rule', 'aws:cfg/rule:Rule'],
    ['aws_iam_role_policy_attachment', 'aws:iam/rolePolicyAttachment:RolePolicyAttachment'],
    ['aws_route53domains_domain', 'aws:route53domains/domain:Domain'],
    ['aws_savingsplans_savings_plan', 'aws:savingsplans/savingsPlan:SavingsPlan'],
    ['aws_bedrockagent_agent', 'aws:bedrock/agentAgent:AgentAgent'],
    ['aws_vpc_security_group_ingress_rule', 'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule'],
  ])('%s is %s', (name, type) => {
    expect(typeOfTerraform(name)).toBe(type);
    expect(awsType(`network:tf:${name}`)).toBe(type);
    expect(tokens).toContain(type);
  });

  it.each(['aws_of_tomorrow', 'random_pet', 'null_resource', 'aws_', '__proto__'])('%s has none', (name) => {
    expect(typeOfTerraform(name)).toBeUndefined();
    expect(isJudged(`network:tf:${name}`)).toBe(false);
  });

  test('every type that a price or a rule knows is found again by a name of its own', () => {
    const types = new Set([...allTypes(), ...rules.flatMap((rule) => rule.types)].filter(isAwsResource));
    const apart = new Set(Object.keys(OTHERWISE).map((name) => typeOfTerraform(`aws_${name}`)));
    const prefixes = ['', 'db', 'config', 'ce', 'dx', 'prometheus', 'ec2', 'osis', 'resourceexplorer2'];
    const squashed = (type = '') => type.split(':')[1]?.replace('/', '').toLowerCase();
    const isFound = (type: string): boolean => {
      const [, module = '', name = ''] = /^aws:([^/]+)\/([^:]+):/.exec(type) ?? [];
      const names = [module, 'route53recoverycontrolconfig', ...prefixes].map((one) => `aws_${one}_${snakeCase(name)}`);
      // The provider keeps a few resources under two tokens that make one name: `lambda/microvmsImage` is `lambdamicrovms/image`.
      return names.some((one) => squashed(typeOfTerraform(one)) === squashed(type));
    };
    expect([...types].filter((type) => !apart.has(type) && !isFound(type))).toEqual([]);
  });

  test('what does not follow the rule is a resource of the provider too', () => {
    const types = Object.keys(OTHERWISE).map((name) => typeOfTerraform(`aws_${name}`) ?? name);
    expect(types.filter((type) => !tokens.has(type))).toEqual([]);
  });

  test("Terraform's own provider under its package name is read alike", () => {
    expect(awsType('aws:index/route53domainsDomain:Route53domainsDomain')).toBe('aws:route53domains/domain:Domain');
    expect(awsType('aws:index/iamRole:IamRole')).toBe('aws:iam/role:Role');
  });
});

describe('the properties of a resource', () => {
  const read = (inputs: object) => new TerraformProperties(new Properties(inputs));

  test('are found under the names of Terraform, at any depth', () => {
    const instance = read({
      instance_type: 'm5.large',
      root_block_device: [{ volume_size: 50, volume_type: 'gp3' }],
      ebs_block_device: [{ volume_size: 100 }, { volume_size: LATER }],
      tags: { CostCentre: 'a', cost_centre: 'b' },
    });
    expect(instance.text('instanceType')).toEqual(known('m5.large'));
    expect(instance.number('rootBlockDevice.volumeSize')).toEqual(known(50));
    const sizes = instance.items('ebsBlockDevices');
    expect(
      sizes.state === 'known' && sizes.value.map((one) => one.state === 'known' && one.value.number('volumeSize')),
    ).toEqual([known(100), expect.objectContaining({ state: 'unknown' })]);
    expect(instance.any('tags')).toEqual(known({ CostCentre: 'a', cost_centre: 'b' }));
    expect(instance.any('monitoring')).toEqual(absent);
  });

  it.each([
    ['addresses', 'address'],
    ['policies', 'policy'],
    ['globalSecondaryIndices', 'global_secondary_index'],
    ['overrides', 'override'],
    ['securityGroups', 'security_groups'],
  ])('%s is %s', (name, inTerraform) => {
    expect(read({ [inTerraform]: ['x'] }).list(name)).toEqual(known([known('x')]));
  });

  it.each([[LATER], [SECRET]])('%j stays unknown', (value) => {
    expect(read({ instance_type: value }).text('instanceType').state).toBe('unknown');
    expect(read({ subnet_mapping: [value] }).items('subnetMappings')).toMatchObject({ value: [{ state: 'unknown' }] });
  });

  test('a part of another shape is unknown, never absent', () => {
    expect(read({ root_block_device: 'none' }).any('rootBlockDevice.volumeSize').state).toBe('unknown');
    expect(read({ root_block_device: [{}, {}] }).any('rootBlockDevice.volumeSize').state).toBe('unknown');
  });

  test('names of one and the other are turned into each other', () => {
    expect([camelCase('ebs_block_device'), snakeCase('ebsBlockDevice')]).toEqual([
      'ebsBlockDevice',
      'ebs_block_device',
    ]);
  });
});

describe('a plan with a Terraform module', () => {
  const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
  const PROVIDER = urn('pulumi:providers:network', 'default');
  const provider = (aws: unknown) => ({
    urn: PROVIDER,
    custom: true,
    type: 'pulumi:providers:network',
    id: 'p',
    inputs: { aws },
  });
  const child = (name: string, inputs: object) => ({
    urn: urn(`network:tf:${name}`, `module.main.${name}.this[0]`),
    custom: true,
    type: `network:tf:${name}`,
    id: 'i',
    provider: `${PROVIDER}::p`,
    inputs,
  });
  const planOf = (...resources: unknown[]): Plan => {
    const reading = readPlan({ deployment: { resources } });
    if ('problem' in reading) throw new Error(wordsOf(reading.problem));
    return reading.plan;
  };

  test('has its resources in the words of the aws provider, with their own token', () => {
    const plan = planOf(provider({ region: 'eu-west-1' }), child('aws_nat_gateway', { connectivity_type: 'public' }));
    expect(plan.resources).toMatchObject([
      {
        type: 'aws:ec2/natGateway:NatGateway',
        writtenType: 'network:tf:aws_nat_gateway',
        name: 'module.main.aws_nat_gateway.this[0]',
        region: known('eu-west-1'),
      },
    ]);
    expect(plan.resources[0]?.properties.text('connectivityType')).toEqual(known('public'));
    expect(plan.problems).toEqual([]);
  });

  it.each([
    ['as JSON, as providers keep it', '{"region":"eu-west-1"}', 'eu-west-1'],
    ['not at all', undefined, undefined],
    ['in another shape', '[', undefined],
  ])('takes the region of the module’s provider: %s', (_, aws, region) => {
    const [nat] = planOf(provider(aws), child('aws_nat_gateway', {})).resources;
    expect(nat?.region.state === 'known' ? nat.region.value : undefined).toBe(region);
  });

  test('does not take the region of the stack: the module’s provider does not read it', () => {
    const reading = readPlan({
      config: { 'aws:region': 'eu-west-1' },
      steps: [{ op: 'create', newState: child('aws_nat_gateway', {}) }],
    });
    expect('plan' in reading ? reading.plan.resources.map(({ region }) => region) : []).toEqual([absent]);
  });

  test('names what cannot be mapped, and what is no AWS is no AWS', () => {
    const plan = planOf(child('aws_of_tomorrow', {}), child('random_pet', {}));
    expect(plan.problems.map(wordsOf)).toEqual([
      '1 AWS resource of the network package is not judged: network:tf:aws_of_tomorrow.',
    ]);
    expect([...plan.outside]).toEqual([['network', 1]]);
  });
});

test('code of the owner’s own is named, and not called outside of AWS', () => {
  const types = ['pulumi-nodejs:dynamic:Resource', 'pulumi-python:dynamic/mine:Bucket', 'command:local:Command'];
  const resources = types.map((type, i) => ({ urn: `urn:pulumi:s::p::${type}::${i}`, custom: true, type, id: 'i' }));
  const reading = readPlan({ deployment: { resources } });
  const plan = 'plan' in reading ? reading.plan : undefined;
  expect(plan?.problems).toMatchObject([{ code: 'code-unseen', level: 'info', args: { count: 3 } }]);
  expect([...(plan?.outside ?? [])]).toEqual([]);
});
