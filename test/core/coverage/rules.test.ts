import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankBill } from '../../../src/core/charges/charges';
import { blindSpots } from '../../../src/core/coverage/blind-spots';
import { countNotChecked, notChecked } from '../../../src/core/coverage/not-checked';
import { programs } from '../../../src/core/coverage/programs';
import type { Match, Rule, Source } from '../../../src/core/coverage/rule';
import { ruleById, rules, rulesFor } from '../../../src/core/coverage/rules';
import { PROGRAMS } from '../../../src/core/programs';
import { absent, type Reading } from '../../../src/core/reading';
import { amounts, aResource, contextFor, LATER, type ResourceSketch, SECRET, urnOf } from '../../support/resources';

type Answer = Match['match'];
type Values = Record<string, unknown>;

/** The six cases that every rule is held against. */
interface Cases {
  type: string;
  /** Properties that the rule finds. */
  positive: Values;
  /** Almost the same, and not found: other properties, or a neighbouring type that the rule does not read at all. */
  nearMiss: Values | { otherType: string };
  /** Path of the property that decides; its value in `positive` is replaced. */
  decides: string;
  unknown: Answer;
  secret: Answer;
  absent: Answer;
  /** A value of a type that the provider never has, and the answer to it. */
  wrong: [value: unknown, Answer];
}

/** Rules that find every resource of their type: no property changes that. */
const always = (type: string, otherType: string, decides: string): Cases => ({
  type,
  positive: { [decides]: 'anything' },
  nearMiss: { otherType },
  decides,
  unknown: 'yes',
  secret: 'yes',
  absent: 'yes',
  wrong: [[{}], 'yes'],
});

const CLAUDE = { modelId: 'anthropic.claude-v2' };

const DECIDED_LATER = { unknown: 'maybe', secret: 'maybe' } as const;

const managed = (vendorName: unknown) => ({ managedRuleGroupStatement: { name: 'Bots', vendorName } });

const TABLE: Record<string, Cases> = {
  'savings-plan-upfront': {
    type: 'aws:savingsplans/savingsPlan:SavingsPlan',
    positive: { commitment: '0.5', upfrontPaymentAmount: '1314' },
    nearMiss: { commitment: '0.5', upfrontPaymentAmount: '0' },
    decides: 'upfrontPaymentAmount',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
  'rds-reserved-instance': {
    type: 'aws:rds/reservedInstance:ReservedInstance',
    positive: { offeringId: 'o', instanceCount: 2, fixedPrice: 500 },
    nearMiss: { offeringId: 'o', offeringType: 'No Upfront', fixedPrice: 0 },
    decides: 'fixedPrice',
    ...DECIDED_LATER,
    absent: 'maybe', // an output: no plan of a new reservation has it
    wrong: ['free', 'maybe'],
  },
  'elasticache-reserved-node': {
    type: 'aws:elasticache/reservedCacheNode:ReservedCacheNode',
    positive: { reservedCacheNodesOfferingId: 'o', fixedPrice: 500 },
    nearMiss: { reservedCacheNodesOfferingId: 'o', offeringType: 'No Upfront' },
    decides: 'fixedPrice',
    ...DECIDED_LATER,
    absent: 'maybe',
    wrong: [[], 'maybe'],
  },
  'ec2-capacity-block': always(
    'aws:ec2/capacityBlockReservation:CapacityBlockReservation',
    'aws:ec2/capacityReservation:CapacityReservation',
    'capacityBlockOfferingId',
  ),
  'rds-db2-marketplace-license': {
    type: 'aws:rds/instance:Instance',
    positive: { engine: 'db2-se', licenseModel: 'marketplace-license' },
    nearMiss: { engine: 'db2-se', licenseModel: 'bring-your-own-license' },
    decides: 'licenseModel',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [['marketplace-license', 'x'], 'maybe'],
  },
  'marketplace-ami-alias': {
    type: 'aws:ec2/instance:Instance',
    positive: { ami: 'resolve:ssm:/aws/service/marketplace/prod-x7h6cigkuiul6/latest' },
    nearMiss: { ami: 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64' },
    decides: 'ami',
    unknown: 'no', // counted as not checked instead: nearly every instance has an image
    secret: 'no',
    absent: 'no',
    wrong: [{}, 'no'],
  },
  'waf-vendor-rule-group': {
    type: 'aws:wafv2/webAcl:WebAcl',
    positive: { rules: [{ name: 'bots', statement: managed('Fortinet') }] },
    nearMiss: { rules: [{ name: 'bots', statement: managed('AWS') }] },
    decides: 'rules.0.statement.managedRuleGroupStatement.vendorName',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [7, 'maybe'],
  },
  'eks-marketplace-addon': {
    type: 'aws:eks/addon:Addon',
    positive: { addonName: 'kubecost_kubecost' },
    nearMiss: { addonName: 'aws-ebs-csi-driver' },
    decides: 'addonName',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
  'grafana-enterprise-license': {
    type: 'aws:grafana/licenseAssociation:LicenseAssociation',
    positive: { licenseType: 'ENTERPRISE' },
    nearMiss: { licenseType: 'ENTERPRISE_FREE_TRIAL' },
    decides: 'licenseType',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [true, 'maybe'],
  },
  'glue-marketplace-connector': {
    type: 'aws:glue/connection:Connection',
    positive: { connectionType: 'MARKETPLACE' },
    nearMiss: { connectionType: 'CUSTOM' },
    decides: 'connectionType',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
  'ecs-marketplace-image': {
    type: 'aws:ecs/taskDefinition:TaskDefinition',
    positive: {
      containerDefinitions: '[{"image":"709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/agent:1"}]',
    },
    nearMiss: { containerDefinitions: '[{"image":"123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1"}]' },
    decides: 'containerDefinitions',
    unknown: 'no', // counted as not checked instead: most definitions are decided later
    secret: 'no',
    absent: 'no',
    wrong: [[{}], 'no'],
  },
  'sagemaker-marketplace-model': {
    type: 'aws:sagemaker/model:Model',
    positive: {
      primaryContainer: { modelPackageName: 'arn:aws:sagemaker:us-east-1:865070037744:model-package/seller-1' },
    },
    nearMiss: {
      primaryContainer: { modelPackageName: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/mine-1' },
    },
    decides: 'primaryContainer.modelPackageName',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
  'fms-third-party-firewall': {
    type: 'aws:fms/policy:Policy',
    positive: { securityServicePolicyData: { type: 'THIRD_PARTY_FIREWALL' } },
    nearMiss: { securityServicePolicyData: { type: 'NETWORK_FIREWALL' } },
    decides: 'securityServicePolicyData.type',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [[1, 2], 'maybe'],
  },
  'oracle-database-at-aws': always('aws:odb/cloudVmCluster:CloudVmCluster', 'aws:odb/network:Network', 'shape'),
  'bedrock-model-agreement': {
    type: 'aws:bedrockfoundation/modelAgreement:ModelAgreement',
    positive: { modelId: 'anthropic.claude-sonnet-4-6' },
    nearMiss: { modelId: 'amazon.nova-lite-v1:0' },
    decides: 'modelId',
    unknown: 'yes', // an agreement is one with a seller, whatever the model
    secret: 'yes',
    absent: 'yes',
    wrong: [{}, 'yes'],
  },
  'bedrock-third-party-model': {
    type: 'aws:bedrock/agentAgent:AgentAgent',
    positive: { foundationModel: 'us.anthropic.claude-sonnet-4-6' },
    nearMiss: { foundationModel: 'us.amazon.nova-pro-v1:0' },
    decides: 'foundationModel',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
  'bedrock-third-party-model-nested': {
    type: 'aws:bedrock/agentPrompt:AgentPrompt',
    positive: { variants: [{ name: 'a', modelId: 'cohere.command-r-v1:0' }] },
    nearMiss: { variants: [{ name: 'a', modelId: 'meta.llama3-70b-instruct-v1:0' }] },
    decides: 'variants.0.modelId',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [4, 'maybe'],
  },
  'domain-registration': always(
    'aws:route53domains/domain:Domain',
    'aws:route53domains/delegationSignerRecord:DelegationSignerRecord',
    'domainName',
  ),
  'domain-renewal': {
    type: 'aws:route53domains/registeredDomain:RegisteredDomain',
    positive: { domainName: 'example.com', autoRenew: true },
    nearMiss: { domainName: 'example.com', autoRenew: false },
    decides: 'autoRenew',
    ...DECIDED_LATER,
    absent: 'yes', // renewing is the default
    wrong: ['sometimes', 'maybe'],
  },
  'mechanical-turk': {
    type: 'aws:sagemaker/labelingJob:LabelingJob',
    positive: {
      humanTaskConfig: { workteamArn: 'arn:aws:sagemaker:us-east-1:394669845002:workteam/public-crowd/default' },
    },
    nearMiss: {
      humanTaskConfig: { workteamArn: 'arn:aws:sagemaker:us-east-1:123456789012:workteam/private-crowd/us' },
    },
    decides: 'humanTaskConfig.workteamArn',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
  'organization-ends-free-plan': always(
    'aws:organizations/organization:Organization',
    'aws:organizations/account:Account',
    'featureSet',
  ),
  'landing-zone-ends-free-plan': always(
    'aws:controltower/landingZone:LandingZone',
    'aws:controltower/baseline:Baseline',
    'manifestJson',
  ),
  'budget-includes-credits': {
    type: 'aws:budgets/budget:Budget',
    positive: { budgetType: 'COST', costTypes: { includeCredit: true } },
    nearMiss: { budgetType: 'COST', costTypes: { includeCredit: false } },
    decides: 'costTypes.includeCredit',
    ...DECIDED_LATER,
    absent: 'yes', // AWS counts credits in unless told otherwise
    wrong: [[], 'maybe'],
  },
  'shield-advanced': always('aws:shield/subscription:Subscription', 'aws:shield/protection:Protection', 'autoRenew'),
  'connect-phone-number': always('aws:connect/phoneNumber:PhoneNumber', 'aws:connect/queue:Queue', 'type'),
  'connect-instance': always('aws:connect/instance:Instance', 'aws:connect/user:User', 'instanceAlias'),
  'chime-voice-connector': always(
    'aws:chime/voiceConnector:VoiceConnector',
    'aws:chime/voiceConnectorGroup:VoiceConnectorGroup',
    'name',
  ),
  'sms-phone-number': always(
    'aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber',
    'aws:pinpoint/app:App',
    'numberType',
  ),
  'sns-sms': always('aws:sns/smsPreferences:SmsPreferences', 'aws:sns/topic:Topic', 'defaultSmsType'),
  'workspaces-user-fee': always('aws:workspaces/workspace:Workspace', 'aws:workspaces/ipGroup:IpGroup', 'bundleId'),
  'workmail-user-fee': always('aws:workmail/organization:Organization', 'aws:workmail/domain:Domain', 'alias'),
  'appstream-user-fee': always('aws:appstream/fleet:Fleet', 'aws:appstream/stack:Stack', 'instanceType'),
  'quicksight-user-fee': always(
    'aws:quicksight/accountSubscription:AccountSubscription',
    'aws:quicksight/dashboard:Dashboard',
    'edition',
  ),
  'qbusiness-user-fee': always('aws:qbusiness/application:Application', 'aws:kendra/index:Index', 'displayName'),
  'mediaconvert-reserved-queue': {
    type: 'aws:mediaconvert/queue:Queue',
    positive: { pricingPlan: 'RESERVED' },
    nearMiss: { pricingPlan: 'ON_DEMAND' },
    decides: 'pricingPlan',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
  'exportable-certificate': {
    type: 'aws:acm/certificate:Certificate',
    positive: { domainName: 'example.com', options: { export: 'ENABLED' } },
    nearMiss: { domainName: 'example.com', options: { export: 'DISABLED' } },
    decides: 'options.export',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
  'direct-connect': always('aws:directconnect/connection:Connection', 'aws:directconnect/gateway:Gateway', 'bandwidth'),
  'outposts-capacity': always(
    'aws:outposts/capacityTask:CapacityTask',
    'aws:ec2/localGatewayRoute:LocalGatewayRoute',
    'outpostIdentifier',
  ),
  'bedrock-provisioned-throughput': {
    type: 'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput',
    positive: { modelArn: 'amazon.titan-text-lite-v1', commitmentDuration: 'SixMonths' },
    nearMiss: { modelArn: 'amazon.titan-text-lite-v1' },
    decides: 'commitmentDuration',
    ...DECIDED_LATER,
    absent: 'no',
    wrong: [{}, 'maybe'],
  },
};

const cases = Object.entries(TABLE);

describe('every rule', () => {
  test('has its six cases in the table, and no other has', () => {
    expect(Object.keys(TABLE).sort()).toEqual(rules.map((rule) => rule.id).sort());
  });

  test.each(cases)('%s: finds what it is for', (id, { type, positive }) => {
    expect(answer(id, type, positive)).toBe('yes');
  });

  test.each(cases)('%s: leaves the near miss alone', (id, { type, nearMiss }) => {
    if (typeof nearMiss.otherType === 'string') expect(namesOf(nearMiss.otherType)).not.toContain(id);
    else expect(answer(id, type, nearMiss)).toBe('no');
  });

  test.each(cases)('%s: a value decided later', (id, row) => {
    expect(answer(id, row.type, changed(row, LATER))).toBe(row.unknown);
  });

  test.each(cases)('%s: a secret', (id, row) => {
    expect(answer(id, row.type, changed(row, SECRET))).toBe(row.secret);
  });

  test.each(cases)('%s: a value that is not set', (id, row) => {
    expect(answer(id, row.type, changed(row, undefined))).toBe(row.absent);
  });

  test.each(cases)('%s: a value of a wrong type', (id, row) => {
    expect(answer(id, row.type, changed(row, row.wrong[0]))).toBe(row.wrong[1]);
  });
});

describe('the table as a whole', () => {
  const sdk = installedTypes();

  test('ids are unique and in kebab-case, and a rule is found by its id', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of rules) {
      expect(rule.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(ruleById(rule.id)).toBe(rule);
    }
    expect(ruleById('nothing')).toBeUndefined();
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s is complete', (_, rule) => {
    expectSource(rule);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.remedy).toMatch(/^[A-Z].*\.$/);
    expect(rule.what).toMatch(/^[^.]+$/);
    expect(rule.types.length).toBeGreaterThan(0);
  });

  test('every type exists in the installed AWS package, and leads to its rules', () => {
    const types = [...rules, ...notChecked].flatMap((row) => row.types);
    expect(types.filter((type) => !sdk.has(type))).toEqual([]);
    for (const rule of rules) for (const type of rule.types) expect(rulesFor(type)).toContain(rule);
    expect(rulesFor('aws:ec2/vpc:Vpc')).toEqual([]);
  });

  test('every type and every neighbour named in the cases exists too', () => {
    const types = Object.values(TABLE).flatMap(({ type, nearMiss }) => [type, nearMiss.otherType ?? type]);
    expect(types.filter((type) => !sdk.has(String(type)))).toEqual([]);
  });

  test('a rule that judges ordinary charges by their product names it', () => {
    const nameless = rules.filter((rule) => rule.creditCanPay === 'product' && rule.product === undefined);
    expect(nameless.map((rule) => rule.id)).toEqual([]);
  });

  test('ids, policies and verdicts are pinned: they stand in configurations for ever', () => {
    expect(
      rules.map(({ id, policy, verdict, confidence }) => [id, policy, verdict, confidence].join(' ')),
    ).toMatchInlineSnapshot(`
      [
        "savings-plan-upfront no-uncovered-upfront-fees not-covered A",
        "rds-reserved-instance no-uncovered-upfront-fees not-covered A",
        "elasticache-reserved-node no-uncovered-upfront-fees not-covered A",
        "ec2-capacity-block no-uncovered-upfront-fees not-covered D",
        "rds-db2-marketplace-license no-uncovered-marketplace not-covered A",
        "marketplace-ami-alias no-uncovered-marketplace not-covered C",
        "waf-vendor-rule-group no-uncovered-marketplace not-covered D",
        "eks-marketplace-addon no-uncovered-marketplace not-covered C",
        "grafana-enterprise-license no-uncovered-marketplace not-covered D",
        "glue-marketplace-connector no-uncovered-marketplace not-covered A",
        "ecs-marketplace-image no-uncovered-marketplace not-covered D",
        "sagemaker-marketplace-model no-uncovered-marketplace not-covered D",
        "fms-third-party-firewall no-uncovered-marketplace not-covered D",
        "oracle-database-at-aws no-uncovered-marketplace not-covered D",
        "bedrock-model-agreement no-uncovered-marketplace not-covered A",
        "bedrock-third-party-model no-uncovered-marketplace not-covered C",
        "bedrock-third-party-model-nested no-uncovered-marketplace not-covered C",
        "domain-registration no-uncovered-services not-covered A",
        "domain-renewal no-uncovered-services not-covered D",
        "mechanical-turk no-uncovered-services not-covered A",
        "organization-ends-free-plan keep-free-plan-credits ends-credits B",
        "landing-zone-ends-free-plan keep-free-plan-credits ends-credits B",
        "budget-includes-credits budgets-see-credits hides-credits A",
        "shield-advanced coverage-known unknown D",
        "connect-phone-number coverage-known unknown D",
        "connect-instance coverage-known unknown D",
        "chime-voice-connector coverage-known unknown D",
        "sms-phone-number coverage-known unknown D",
        "sns-sms coverage-known unknown D",
        "workspaces-user-fee coverage-known unknown D",
        "workmail-user-fee coverage-known unknown D",
        "appstream-user-fee coverage-known unknown D",
        "quicksight-user-fee coverage-known unknown D",
        "qbusiness-user-fee coverage-known unknown D",
        "mediaconvert-reserved-queue coverage-known unknown D",
        "exportable-certificate coverage-known unknown D",
        "direct-connect coverage-known unknown D",
        "outposts-capacity coverage-known unknown D",
        "bedrock-provisioned-throughput coverage-known unknown D",
      ]
    `);
  });
});

describe('Savings Plans and reservations', () => {
  test('the upfront payment of a Savings Plan is stated to the cent', () => {
    expect(charged('savings-plan-upfront', { upfrontPaymentAmount: '1314.000' })).toEqual([
      ['Savings Plan upfront payment', '1314.00', '1314.00'],
    ]);
  });

  test('a saved state knows the upfront price of each reserved instance', () => {
    expect(charged('rds-reserved-instance', { fixedPrice: 500.5, instanceCount: 3 })).toEqual([
      ['RDS reserved instance', '1501.50', '1501.50'],
    ]);
  });

  test('an upfront price of zero is no fee, whatever the option is called', () => {
    expect(answer('rds-reserved-instance', 'aws:rds/reservedInstance:ReservedInstance', { fixedPrice: 0 })).toBe('no');
  });

  test('an option with an upfront part is certain even when its price is not known', () => {
    const type = 'aws:rds/reservedInstance:ReservedInstance';
    expect(answer('rds-reserved-instance', type, { offeringType: 'Partial Upfront' })).toBe('yes');
    expect(answer('rds-reserved-instance', type, { offeringType: 'Light Utilization' })).toBe('maybe');
  });

  test('a count that is decided later leaves the amount unknown and the finding certain', () => {
    expect(charged('rds-reserved-instance', { fixedPrice: 500, instanceCount: LATER })).toEqual([
      ['RDS reserved instance', 'instanceCount is set by another resource, after deployment'],
    ]);
  });

  test('a commitment of Provisioned Throughput binds for its term', () => {
    const match = find('bedrock-provisioned-throughput', TABLE['bedrock-provisioned-throughput']?.type ?? '', {
      commitmentDuration: 'OneMonth',
    });
    expect(match).toMatchObject({ charges: [{ kind: 'commitment', termMonths: 1 }] });
  });

  test('Shield Advanced is a commitment of a year at the monthly fee', () => {
    const match = find('shield-advanced', 'aws:shield/subscription:Subscription', {});
    expect(match).toMatchObject({ charges: [{ kind: 'commitment', termMonths: 12, product: 'AWS Shield' }] });
    expect(charged('shield-advanced', {})).toEqual([['Shield Advanced', '3000.00', '3000.00']]);
  });
});

describe('domains', () => {
  const registration = (properties: Values, region?: Reading<string>) =>
    charged('domain-registration', properties, region === undefined ? {} : { region });

  test('each year of a registration is paid at once, by the ending of the name', () => {
    const [one] = registration({ domainName: 'example.com' });
    const [three] = registration({ domainName: 'Example.COM.', durationInYears: 3 });
    expect(Number((three as string[])[1])).toBeCloseTo(3 * Number((one as string[])[1]), 2);
  });

  test('an ending of two parts is looked up whole', () => {
    expect(registration({ domainName: 'example.co.uk' })[0]).not.toEqual(
      registration({ domainName: 'example.com' })[0],
    );
  });

  test.each([
    ['an ending without a price', { domainName: 'x.hidden-value' }, 'no price is kept for the ending of this domain'],
    ['a name without an ending', { domainName: 'hidden-value' }, 'no price is kept for the ending of this domain'],
    ['no name', {}, 'domainName is not set'],
    ['a name decided later', { domainName: LATER }, 'domainName is set by another resource, after deployment'],
  ])('%s: the amount is unknown, and the reason holds no value', (_, properties, because) => {
    expect(registration(properties)).toEqual([['Domain registration', because]]);
  });

  test('a registration costs the same everywhere, so no region is needed', () => {
    expect(registration({ domainName: 'example.com' }, absent)).toEqual(registration({ domainName: 'example.com' }));
  });

  test('a renewal is one year', () => {
    expect(charged('domain-renewal', { domainName: 'example.com' })[0]).toEqual([
      'Domain renewal, each year',
      ...(registration({ domainName: 'example.com' })[0] as string[]).slice(1),
    ]);
  });
});

describe('Mechanical Turk', () => {
  const PRICE = { amountInUsd: { dollars: 0, cents: 12 } };

  test.each(['humanTaskConfig', 'humanLoopConfig'])('a price for public workers in %s is enough', (config) => {
    expect(answer('mechanical-turk', FLOW, { [config]: { publicWorkforceTaskPrice: PRICE } })).toBe('yes');
  });

  test('a public team is one whatever the price says', () => {
    const humanLoopConfig = { workteamArn: 'arn:aws:sagemaker:us-east-1:1:workteam/public-crowd/default' };
    expect(answer('mechanical-turk', FLOW, { humanLoopConfig })).toBe('yes');
    expect(answer('mechanical-turk', FLOW, { humanLoopConfig: LATER })).toBe('maybe');
  });

  const FLOW = 'aws:sagemaker/flowDefinition:FlowDefinition';
});

describe('Db2', () => {
  test.each([
    ['postgres', 'marketplace-license', 'no'],
    ['postgres', LATER, 'no'],
    ['db2-ae', LATER, 'maybe'],
    [LATER, 'marketplace-license', 'yes'],
    [LATER, undefined, 'no'],
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
    ['broken JSON', '[{"Statement"', 'maybe'],
    ['text', '"x"', 'maybe'],
    ['a later value', LATER, 'maybe'],
  ])('in a JSON text with %s', (_, ruleJson, expected) => expect(waf({ ruleJson })).toBe(expected));

  test.each([
    ['all rules', { rules: LATER }, 'maybe'],
    ['one rule', { rules: [LATER] }, 'maybe'],
    ['a statement', { rules: [{ statement: SECRET }] }, 'maybe'],
    ['what cannot hold a group', { rules: [{ action: LATER, statement: { geoMatchStatement: LATER } }] }, 'no'],
    ['rules that are no list', { rules: 'all' }, 'maybe'],
  ])('hidden: %s', (_, properties, expected) => expect(waf(properties)).toBe(expected));

  test('ten thousand levels neither overflow nor hide a vendor', () => {
    expect(waf({ rules: [{ statement: deep(10_000, managed('F5')) }] })).toBe('yes');
    expect(waf({ rules: [{ statement: deep(10_000, managed('AWS')) }] })).toBe('no');
    expect(waf({ ruleJson: `${'['.repeat(10_000)}${']'.repeat(10_000)}` })).toMatch(/no|maybe/);
  });

  test('more than can be looked through is not called clean', () => {
    expect(waf({ rules: Array.from({ length: 200_000 }, () => ({})) })).toBe('maybe');
  });
});

describe('Bedrock models', () => {
  const profile = aResource({
    type: 'aws:bedrock/inferenceProfile:InferenceProfile',
    name: 'profile',
    properties: { modelSource: { copyFrom: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0' } },
  });

  test.each<[string, Values, Answer]>([
    ['aws:bedrock/inferenceProfile:InferenceProfile', { modelSource: { copyFrom: 'anthropic.claude-v2' } }, 'yes'],
    ['aws:bedrockmodel/invocationJob:InvocationJob', { modelId: 'mistral.mistral-large-2402-v1:0' }, 'no'],
    ['aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput', { modelArn: 'minimax.m2' }, 'maybe'],
    ['aws:bedrock/customModel:CustomModel', { baseModelIdentifier: 'cohere.command-light-text-v14' }, 'yes'],
    [
      'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase',
      { knowledgeBaseConfiguration: { vectorKnowledgeBaseConfiguration: { embeddingModelArn: 'cohere.embed-v4:0' } } },
      'yes',
    ],
  ])('%s names its model', (type, properties, expected) => {
    expect(answer('bedrock-third-party-model', type, properties)).toBe(expected);
  });

  test.each<[string, Values]>([
    ['aws:bedrock/agentPrompt:AgentPrompt', { variants: [{ name: 'a' }, { modelId: 'anthropic.claude-v2' }] }],
    [
      'aws:bedrock/agentFlow:AgentFlow',
      { definition: { nodes: [{ configuration: { prompt: { sourceConfiguration: { inline: CLAUDE } } } }] } },
    ],
    ['aws:bedrock/agentFlow:AgentFlow', { definition: { nodes: [{ configuration: { knowledgeBase: CLAUDE } }] } }],
    [
      'aws:bedrock/evaluationJob:EvaluationJob',
      { inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: 'anthropic.claude-v2' } }] } },
    ],
    ['aws:bedrock/agentcoreHarness:AgentcoreHarness', { model: { bedrockModelConfig: CLAUDE } }],
  ])('%s holds its model deep inside', (type, properties) => {
    expect(answer('bedrock-third-party-model-nested', type, properties)).toBe('yes');
  });

  test("a model of another provider's own address is not billed by Bedrock", () => {
    const model = { geminiModelConfig: { modelId: 'gemini-3' } };
    expect(answer('bedrock-third-party-model-nested', 'aws:bedrock/agentcoreHarness:AgentcoreHarness', { model })).toBe(
      'no',
    );
  });

  test('a profile of the same stack tells its model', () => {
    const agent = {
      type: 'aws:bedrock/agentAgent:AgentAgent',
      properties: { foundationModel: LATER },
      dependencies: { foundationModel: [urnOf(profile.type, 'profile')] },
    };
    expect(match('bedrock-third-party-model', agent, [profile]).match).toBe('no');
    expect(match('bedrock-third-party-model', agent).match).toBe('maybe');
  });
});

describe('budgets', () => {
  const budget = (properties: Values) => answer('budget-includes-credits', 'aws:budgets/budget:Budget', properties);

  test.each<[string, Values, Answer]>([
    ['a usage budget', { budgetType: 'USAGE' }, 'no'],
    ['a budget whose kind is decided later', { budgetType: LATER }, 'maybe'],
    ['a budget without a kind', {}, 'maybe'],
    ['a cost budget with the defaults', { budgetType: 'COST' }, 'yes'],
    ['a budget with a filter expression', { budgetType: 'COST', metrics: 'X', filterExpression: {} }, 'maybe'],
    ['a kind decided later that counts no credits', { budgetType: LATER, costTypes: { includeCredit: false } }, 'no'],
  ])('%s', (_, properties, expected) => expect(budget(properties)).toBe(expected));
});

describe('what is not checked', () => {
  test('is counted by kind, and container definitions only when they are decided later', () => {
    const instance = (name: string) =>
      aResource({ type: 'aws:ec2/instance:Instance', name, properties: { ami: 'ami-1' } });
    const task = (containerDefinitions: unknown) =>
      aResource({ type: 'aws:ecs/taskDefinition:TaskDefinition', properties: { containerDefinitions } });
    const counted = countNotChecked([instance('a'), instance('b'), task('[]'), task(LATER)]);
    expect(counted.map(({ row, count }) => [row.id, count])).toEqual([
      ['marketplace-ami', 2],
      ['marketplace-container-image', 1],
    ]);
  });

  test.each<[string, string, Values, number]>([
    ['an image decided later', 'aws:ec2/instance:Instance', { ami: LATER }, 1],
    ['an instance that leaves its image to a template', 'aws:ec2/instance:Instance', { launchTemplate: {} }, 0],
    ['a public parameter', 'aws:ec2/launchTemplate:LaunchTemplate', { imageId: 'resolve:ssm:/aws/service/x/y' }, 0],
    ['a parameter of one’s own', 'aws:ec2/launchTemplate:LaunchTemplate', { imageId: 'resolve:ssm:/golden' }, 1],
    [
      'an image of AWS',
      'aws:imagebuilder/imageRecipe:ImageRecipe',
      { parentImage: 'arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x' },
      0,
    ],
    ['a fleet', 'aws:ec2/fleet:Fleet', {}, 1],
    ['a network', 'aws:ec2/vpc:Vpc', {}, 0],
  ])('%s', (_, type, properties, expected) => {
    expect(countNotChecked([aResource({ type, properties })]).reduce((sum, { count }) => sum + count, 0)).toBe(
      expected,
    );
  });

  test('each row says how to check, with a source', () => {
    for (const row of notChecked) {
      expectSource(row);
      expect(row.check).not.toBe('');
    }
  });
});

describe('texts about what no plan shows', () => {
  test('each blind spot says where to look instead', () => {
    for (const spot of blindSpots) {
      expectSource(spot);
      expect(spot.why).toMatch(/^[A-Z].*\.$/);
      expect(spot.look).not.toBe('');
    }
  });

  test('each programme is explained', () => {
    expect(Object.keys(programs)).toEqual([...PROGRAMS]);
    for (const program of Object.values(programs)) {
      expectSource(program);
      expect(program.facts).toMatch(/^[A-Z$].*\.$/);
      expect(program.effect).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('hostile properties', () => {
  const byRule = rules.flatMap((rule) => rule.types.map((type) => [rule, type] as const));

  test('no rule throws on any JSON value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...byRule), fc.jsonValue(), ([rule, type], value) => {
        expect(['yes', 'no', 'maybe']).toContain(match(rule.id, { type, properties: value as Values }).match);
      }),
      { numRuns: 500 },
    );
  });

  test('no rule throws on any JSON value where it looks', () => {
    const deciding = Object.entries(TABLE);
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(LATER, SECRET, Number.NaN, ''));
    fc.assert(
      fc.property(fc.constantFrom(...deciding), odd, ([id, row], value) => {
        const found = match(id, { type: row.type, properties: changed(row, value) });
        expect(['yes', 'no', 'maybe']).toContain(found.match);
      }),
      { numRuns: 1000 },
    );
  });

  test('a reason never repeats a value', () => {
    for (const [id, row] of cases) {
      const found = match(id, { type: row.type, properties: changed(row, 'hush-hush') });
      expect(JSON.stringify(found)).not.toContain('hush');
    }
  });
});

function expectSource({ url, asOf, confidence }: Source): void {
  expect(url).toMatch(/^https:\/\/\S+$/);
  expect(asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  expect(confidence).toMatch(/^[ABCD]$/);
}

function match(id: string, sketch: ResourceSketch, others: ReturnType<typeof aResource>[] = []): Match {
  const rule = ruleById(id) as Rule;
  const resource = aResource(sketch);
  return rule.find(blankBill(resource, rule.product ?? 'AWS', contextFor(resource, { others })));
}

function find(id: string, type: string, properties: Values): Match {
  return match(id, { type, properties });
}

function answer(id: string, type: string, properties: Values): Answer {
  expect(namesOf(type)).toContain(id);
  return find(id, type, properties).match;
}

function charged(id: string, properties: Values, rest: Partial<ResourceSketch> = {}): unknown[] {
  const found = match(id, { type: ruleById(id)?.types[0] ?? '', properties, ...rest });
  return found.match === 'no' ? [] : amounts(found.charges);
}

const namesOf = (type: string): string[] => rulesFor(type).map((rule) => rule.id);

/** The positive case with another value at the path that decides. */
function changed({ positive, decides }: Cases, value: unknown): Values {
  const copy = structuredClone(positive);
  const steps = decides.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Values>((inner, step) => inner[step] as Values, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

function deep(levels: number, inmost: Values): Values {
  let statement = inmost;
  for (let level = 0; level < levels; level++) statement = { notStatement: { statement } };
  return statement;
}

/** Type tokens of the installed AWS package, read from its text: loading the package takes far longer. */
function installedTypes(): ReadonlySet<string> {
  const root = join(__dirname, '../../../node_modules/@pulumi/aws');
  const found = new Set<string>();
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory() || folder.name === 'types') continue;
    for (const file of readdirSync(join(root, folder.name))) {
      if (!file.endsWith('.js') || file === 'index.js' || /^get[A-Z]/.test(file)) continue;
      const type = /__pulumiType = '([^']+)'/.exec(readFileSync(join(root, folder.name, file), 'utf8'))?.[1];
      if (type !== undefined) found.add(type);
    }
  }
  return found;
}
