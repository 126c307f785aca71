import { describe, expect, test } from 'vitest';
import { LATER, SECRET, urnOf } from '../../../support/resources';
import { answer, match, type Values } from '../judging';

const managed = (vendorName: unknown) => ({ managedRuleGroupStatement: { name: 'Bots', vendorName } });

const REGISTRY = '709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/agent:1';

describe('container images', () => {
  test.each<[string, string, Values]>([
    [
      'ecs-marketplace-image',
      'aws:ecs/daemonTaskDefinition:DaemonTaskDefinition',
      { containerDefinitions: [{ image: REGISTRY }] },
    ],
    [
      'ecs-marketplace-image',
      'aws:ecs/expressGatewayService:ExpressGatewayService',
      { primaryContainer: { image: REGISTRY } },
    ],
    [
      'marketplace-container-image',
      'aws:batch/jobDefinition:JobDefinition',
      { ecsProperties: `{"taskProperties":[{"containers":[{"image":"${REGISTRY}"}]}]}` },
    ],
    [
      'marketplace-container-image',
      'aws:batch/jobDefinition:JobDefinition',
      { eksProperties: { podProperties: { containers: [{ image: REGISTRY }] } } },
    ],
    [
      'marketplace-container-image',
      'aws:batch/jobDefinition:JobDefinition',
      { nodeProperties: `{"nodeRangeProperties":[{"container":{"image":"${REGISTRY}"}}]}` },
    ],
    [
      'marketplace-container-image',
      'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime',
      { agentRuntimeArtifact: { containerConfiguration: { containerUri: REGISTRY } } },
    ],
    ['marketplace-container-image', 'aws:imagebuilder/containerRecipe:ContainerRecipe', { parentImage: REGISTRY }],
    ['marketplace-container-image', 'aws:lambda/function:Function', { packageType: 'Image', imageUri: REGISTRY }],
  ])('%s reads them of %s', (id, type, properties) => {
    expect(answer(id, type, properties)).toBe('yes');
    const own = JSON.parse(JSON.stringify(properties).replaceAll('709825985650', '123456789012'));
    expect(answer(id, type, own)).toBe('no');
  });
});

test('each image of a Spot fleet', () => {
  const fleet = (...images: string[]) =>
    answer('marketplace-ami-alias', 'aws:ec2/spotFleetRequest:SpotFleetRequest', {
      launchSpecifications: images.map((ami) => ({ ami, instanceType: 'm5.large' })),
    });
  expect(fleet('ami-1', 'resolve:ssm:/aws/service/marketplace/prod-x7h6cigkuiul6/latest')).toBe('yes');
  expect(fleet('ami-1')).toBe('no');
});

describe('Image Builder', () => {
  const TYPE = 'aws:imagebuilder/imageRecipe:ImageRecipe';

  test.each<[string, Values, string]>([
    ['a product id as parent image', { parentImage: 'prod-x7h6cigkuiul6' }, 'yes'],
    [
      'an image of Marketplace',
      { parentImage: 'arn:aws:imagebuilder:us-east-1:aws-marketplace:image/os/x.x.x' },
      'yes',
    ],
    ['an image id', { parentImage: 'ami-0123456789abcdef0' }, 'no'],
    ['a component of one’s own', { components: [{ componentArn: LATER }] }, 'no'],
  ])('%s', (_, properties, expected) => {
    expect(answer('imagebuilder-marketplace-product', TYPE, properties)).toBe(expected);
  });
});

describe('SageMaker', () => {
  const JOB = 'aws:sagemaker/trainingJob:TrainingJob';
  const job = (algorithmName: unknown) => ({ algorithmSpecification: { algorithmName } });

  test('an algorithm of the same plan is one’s own', () => {
    const arn = 'arn:aws:sagemaker:us-east-1:123456789012:algorithm/mine';
    const algorithm = { type: 'aws:sagemaker/algorithm:Algorithm', name: 'mine', properties: { arn } };
    expect(match('sagemaker-marketplace-algorithm', { type: JOB, properties: job(arn) }, [algorithm]).match).toBe('no');
    expect(match('sagemaker-marketplace-algorithm', { type: JOB, properties: job(arn) }).match).toBe('unknown');
    expect(match('sagemaker-marketplace-algorithm', { type: JOB, properties: job(LATER) }).match).toBe('unknown');
  });

  test('a tuning job names one for each of its jobs', () => {
    const type = 'aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob';
    const sold = job('arn:aws:sagemaker:us-east-1:865070037744:algorithm/seller-1');
    expect(answer('sagemaker-marketplace-algorithm', type, { trainingJobDefinition: sold })).toBe('yes');
    expect(answer('sagemaker-marketplace-algorithm', type, { trainingJobDefinitions: [job('mine'), sold] })).toBe(
      'yes',
    );
    expect(answer('sagemaker-marketplace-algorithm', type, { trainingJobDefinitions: [job('mine')] })).toBe('no');
  });

  test('a model package is none of its algorithms', () => {
    const arn = 'arn:aws:sagemaker:us-east-1:865070037744:model-package/seller-1';
    expect(answer('sagemaker-marketplace-algorithm', JOB, job(arn))).toBe('unknown');
  });

  test('a vendor’s team works for a flow too', () => {
    const workteamArn = 'arn:aws:sagemaker:us-east-1:123456789012:workteam/vendor-crowd/labels';
    const type = 'aws:sagemaker/flowDefinition:FlowDefinition';
    expect(answer('sagemaker-vendor-workforce', type, { humanLoopConfig: { workteamArn } })).toBe('yes');
    expect(answer('mechanical-turk', type, { humanLoopConfig: { workteamArn } })).toBe('no');
  });
});

describe('InfluxDB', () => {
  const TYPE = 'aws:timestreaminfluxdb/dbCluster:DbCluster';

  test.each<[string, Values, string]>([
    ['a cluster with the defaults', { dbInstanceType: 'db.influx.large' }, 'yes'],
    [
      'a cluster of version 2 with parameters',
      { deploymentType: 'MULTI_NODE_READ_REPLICAS', dbParameterGroupIdentifier: 'mine' },
      'yes',
    ],
    ['a cluster made by its parameters alone', { dbParameterGroupIdentifier: LATER }, 'unknown'],
  ])('%s', (_, properties, expected) =>
    expect(answer('influxdb-read-replica-license', TYPE, properties)).toBe(expected),
  );
});

describe('rule groups of WAF Classic', () => {
  const TYPE = 'aws:wafregional/webAcl:WebAcl';
  const acl = (ruleId: unknown, type: unknown = 'GROUP') => ({ rules: [{ type, ruleId, priority: 1 }] });
  const group = { type: 'aws:wafregional/ruleGroup:RuleGroup', name: 'own', properties: {} };
  const dependencies = { rules: [urnOf(group.type, 'own')] };

  test('one that the plan makes is one’s own', () => {
    const own = match('waf-classic-rule-group', { type: TYPE, properties: acl(LATER), dependencies }, [group]);
    expect(own.match).toBe('no');
    expect(match('waf-classic-rule-group', { type: TYPE, properties: acl(LATER) }, [group]).match).toBe('unknown');
    // A sold one beside it stays possible: its id is known.
    expect(match('waf-classic-rule-group', { type: TYPE, properties: acl('sold'), dependencies }, [group]).match).toBe(
      'unknown',
    );
  });

  test.each<[string, Values, string]>([
    ['no rules', {}, 'no'],
    ['rules that are no groups', acl('x', 'REGULAR'), 'no'],
    ['rules without a type, which are regular', { rules: [{ ruleId: 'x', priority: 1 }] }, 'no'],
    ['rules whose type is decided later', acl('x', LATER), 'unknown'],
    ['rules that are decided later', { rules: LATER }, 'unknown'],
    ['one of them decided later', { rules: [SECRET] }, 'unknown'],
  ])('%s', (_, properties, expected) => expect(answer('waf-classic-rule-group', TYPE, properties)).toBe(expected));
});

describe('policies of Firewall Manager', () => {
  const TYPE = 'aws:fms/policy:Policy';
  const policy = (type: unknown, managedServiceData?: unknown) => ({
    securityServicePolicyData: { type, managedServiceData },
  });
  const vendor = (name: string) => `{"firstRuleGroups":[{"managedRuleGroupIdentifier":{"vendorName":"${name}"}}]}`;

  test.each<[string, Values, string]>([
    ['a vendor', policy('WAFV2', vendor('F5')), 'yes'],
    ['AWS', policy('WAFV2', vendor('AWS')), 'no'],
    ['the classic kind', policy('WAF', vendor('F5')), 'yes'],
    ['another service', policy('NETWORK_FIREWALL', vendor('F5')), 'no'],
    ['broken JSON', policy('WAFV2', '{"firstRuleGroups"'), 'unknown'],
    ['no data', policy('WAFV2'), 'no'],
    ['a service decided later', policy(LATER, vendor('F5')), 'yes'],
  ])('with %s', (_, properties, expected) => expect(answer('fms-vendor-rule-group', TYPE, properties)).toBe(expected));
});

describe('rule groups of Network Firewall', () => {
  test('one of one’s own may be decided later', () => {
    const firewallPolicy = { statefulRuleGroupReferences: [{ resourceArn: LATER }] };
    const type = 'aws:networkfirewall/firewallPolicy:FirewallPolicy';
    expect(answer('network-firewall-partner-rules', type, { firewallPolicy })).toBe('no');
  });
});

describe('Db2', () => {
  test.each([
    ['postgres', 'marketplace-license', 'no'],
    ['postgres', LATER, 'no'],
    ['db2-ae', LATER, 'unknown'],
    [LATER, 'marketplace-license', 'yes'],
    [LATER, undefined, 'no'],
    ['Db2-SE', 'Marketplace-License', 'yes'],
  ])('engine %s with licence %s: %s', (engine, licenseModel, expected) => {
    expect(answer('rds-db2-marketplace-license', 'aws:rds/instance:Instance', { engine, licenseModel })).toBe(expected);
  });
});

describe('WAF rule groups', () => {
  const ACL = 'aws:wafv2/webAcl:WebAcl';
  const waf = (properties: Values, type = ACL) => answer('waf-vendor-rule-group', type, properties);

  test.each([
    ['and', { andStatement: { statements: [{ geoMatchStatement: {} }, managed('Fortinet')] } }],
    ['or', { orStatement: { statements: [managed('AWS'), managed('F5')] } }],
    ['not', { notStatement: { statement: managed('F5') } }],
    ['the scope of a rate', { rateBasedStatement: { limit: 100, scopeDownStatement: managed('F5') } }],
    ['the scope of a group', { managedRuleGroupStatement: { vendorName: 'AWS', scopeDownStatement: managed('F5') } }],
  ])('are found inside "%s"', (_, statement) => {
    expect(waf({ rules: [{ statement }] })).toBe('yes');
    expect(waf({ statement }, 'aws:wafv2/webAclRule:WebAclRule')).toBe('yes');
  });

  test('are found in an association', () => {
    const type = 'aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation';
    expect(waf({ managedRuleGroup: { name: 'x', vendorName: 'F5' } }, type)).toBe('yes');
    expect(waf({ managedRuleGroup: { name: 'x', vendorName: 'AWS' } }, type)).toBe('no');
    expect(waf({ ruleGroupReference: { arn: LATER } }, type)).toBe('no');
  });

  test.each([
    ['a vendor', '[{"Statement":{"ManagedRuleGroupStatement":{"VendorName":"F5"}}}]', 'yes'],
    ['AWS itself', '[{"Statement":{"ManagedRuleGroupStatement":{"VendorName":"AWS"}}}]', 'no'],
    ['no rules', '[]', 'no'],
    ['broken JSON', '[{"Statement"', 'unknown'],
    ['text', '"x"', 'unknown'],
    ['a later value', LATER, 'unknown'],
  ])('in a JSON text with %s', (_, ruleJson, expected) => expect(waf({ ruleJson })).toBe(expected));

  test.each([
    ['all rules', { rules: LATER }, 'unknown'],
    ['one rule', { rules: [LATER] }, 'unknown'],
    ['a statement', { rules: [{ statement: SECRET }] }, 'unknown'],
    ['what cannot hold a group', { rules: [{ action: LATER, statement: { geoMatchStatement: LATER } }] }, 'no'],
    ['rules that are no list', { rules: 'all' }, 'unknown'],
  ])('hidden: %s', (_, properties, expected) => expect(waf(properties)).toBe(expected));

  test('ten thousand levels neither overflow nor hide a vendor', () => {
    expect(waf({ rules: [{ statement: deep(10_000, managed('F5')) }] })).toBe('yes');
    expect(waf({ rules: [{ statement: deep(10_000, managed('AWS')) }] })).toBe('no');
    expect(waf({ ruleJson: `${'['.repeat(10_000)}${']'.repeat(10_000)}` })).toMatch(/^(no|unknown)$/);
  });

  test('more than can be looked through is not called clean', () => {
    expect(waf({ rules: Array.from({ length: 200_000 }, () => ({})) })).toBe('unknown');
  });
});

function deep(levels: number, inmost: Values): Values {
  let statement = inmost;
  for (let level = 0; level < levels; level++) statement = { notStatement: { statement } };
  return statement;
}
