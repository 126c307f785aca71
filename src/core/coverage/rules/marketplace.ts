import type { Charge } from '../../charges/charge';
import type { Metering } from '../../charges/service';
import { decidedLater } from '../../properties';
import { type Reading, unknown } from '../../reading';
import { containerImages, isMarketplaceImage, KUBERNETES_TYPES } from '../container-images';
import { addonsLookUp, isId } from '../look-ups';
import { machineImages } from '../machine-images';
import { findNested, parseJson } from '../nested';
import { type Match, no, type Rule, settled, unsure, withLookUp, yes } from '../rule';
import { anyNested, anyText, whenText } from './matching';

const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

const MARKETPLACE = {
  policy: 'no-uncovered-marketplace',
  verdict: 'not-covered',
  judges: 'own',
  creditCanPay: 'marketplace',
  ...TERMS,
} as const;

/**
 * Software sold through AWS Marketplace: only its fee is excluded; what it runs on is ordinary usage. Where a plan shows
 * the seller but not whether the product is free, the confidence is that of the fee, and such a rule only warns.
 */
export const marketplaceRules: readonly Rule[] = [
  {
    ...MARKETPLACE,
    id: 'rds-db2-marketplace-license',
    types: ['aws:rds/instance:Instance'],
    what: 'a Db2 licence from Marketplace',
    why: "AWS Marketplace sells the licence, and AWS credits don't cover Marketplace; they cover the instance.",
    remedy: 'Bring your own Db2 licence, or choose another engine.',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:rds/instance:Instance',
        properties: { engine: 'db2-se', licenseModel: 'marketplace-license', instanceClass: 'db.m6i.large' },
      },
      miss: {
        type: 'aws:rds/instance:Instance',
        properties: { engine: 'db2-se', licenseModel: 'bring-your-own-license', instanceClass: 'db.m6i.large' },
      },
      unknown: {
        type: 'aws:rds/instance:Instance',
        properties: { engine: 'db2-se', licenseModel: decidedLater, instanceClass: 'db.m6i.large' },
      },
    },
    find(metering) {
      const engine = metering.properties.text('engine');
      if (engine.state === 'known' && !engine.value.toLowerCase().startsWith('db2')) return no; // only Db2 is sold so
      const charge = metering.under('AWS Marketplace').stated('hourly', 'Db2 licence', unknown(NO_LICENCE_PRICE));
      return whenText(metering, 'licenseModel', (model) => model === 'marketplace-license', charge);
    },
  },
  {
    ...MARKETPLACE,
    id: 'influxdb-read-replica-license',
    types: ['aws:timestreaminfluxdb/dbCluster:DbCluster'],
    what: 'a licence for InfluxDB read replicas',
    why: "AWS Marketplace sells the licence of a read replica cluster by the hour, and AWS credits don't cover Marketplace; they cover the instances.",
    remedy: 'Use a single InfluxDB instance (aws.timestreaminfluxdb.DbInstance), which needs no licence.',
    url: 'https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-rr-licensing.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:timestreaminfluxdb/dbCluster:DbCluster',
        properties: { dbInstanceType: 'db.influx.large', deploymentType: 'MULTI_NODE_READ_REPLICAS' },
      },
      miss: {
        type: 'aws:timestreaminfluxdb/dbInstance:DbInstance',
        properties: { dbInstanceType: 'db.influx.large', deploymentType: 'WITH_MULTIAZ_STANDBY' },
      },
      unknown: {
        type: 'aws:timestreaminfluxdb/dbCluster:DbCluster',
        properties: { dbInstanceType: 'db.influx.large', dbParameterGroupIdentifier: 'InfluxDBV3Core' },
      },
    },
    find(metering) {
      const charge = metering
        .under('AWS Marketplace')
        .stated('hourly', 'Read replica licence', unknown(NO_LICENCE_PRICE));
      const isVersion2 =
        metering.properties.any('deploymentType').state !== 'absent' ||
        metering.properties.any('dbParameterGroupIdentifier').state === 'absent';
      // Clusters of version 3 are made by their parameter group alone. AWS's licence page speaks of version 2.
      return isVersion2 ? yes(charge) : unsure('dbParameterGroupIdentifier may name InfluxDB 3', charge);
    },
  },
  {
    ...MARKETPLACE,
    id: 'marketplace-ami-alias',
    types: [
      'aws:ec2/instance:Instance',
      'aws:ec2/launchTemplate:LaunchTemplate',
      'aws:ec2/launchConfiguration:LaunchConfiguration',
      'aws:ec2/spotInstanceRequest:SpotInstanceRequest',
      'aws:ec2/spotFleetRequest:SpotFleetRequest',
      'aws:imagebuilder/imageRecipe:ImageRecipe',
    ],
    what: 'a machine image from Marketplace',
    why: "AWS Marketplace sells this image, and AWS credits don't cover Marketplace; they cover the instance. Some products are free.",
    remedy: 'Use an image of AWS or your own, or check that this product is free.',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-ami-aliases.html',
    asOf: '2026-11-24',
    confidence: 'C',
    examples: {
      hit: {
        type: 'aws:ec2/instance:Instance',
        properties: { ami: 'resolve:ssm:/aws/service/marketplace/prod-x7h6cigkuiul6/latest', instanceType: 'm5.large' },
      },
      miss: {
        type: 'aws:ec2/instance:Instance',
        properties: {
          ami: 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
          instanceType: 'm5.large',
        },
      },
    },
    // An image id says nothing until it is looked up, and one that is decided later no more: both count as not checked.
    find(metering) {
      const images = machineImages(metering.resource);
      const charge = software(metering, 'Machine image');
      const isConfirmed = images.some(
        (image) => image.state === 'known' && metering.confirmed.images.get(image.value.toLowerCase()) === true,
      );
      return isConfirmed
        ? settled(true, charge)
        : whenSold(images, (image) => image.includes('/aws/service/marketplace/'), charge);
    },
  },
  {
    ...MARKETPLACE,
    id: 'imagebuilder-marketplace-product',
    types: ['aws:imagebuilder/imageRecipe:ImageRecipe', 'aws:imagebuilder/containerRecipe:ContainerRecipe'],
    what: 'a Marketplace product in an Image Builder recipe',
    why: "AWS Marketplace sells this component or parent image, and AWS credits don't cover Marketplace. Some products are free.",
    remedy: 'Use a component or an image of AWS or your own, or check that this product is free.',
    url: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/use-marketplace-components.html',
    asOf: '2026-11-25',
    confidence: 'C', // that Marketplace sells it is certain; that it costs something is not
    examples: {
      hit: {
        type: 'aws:imagebuilder/imageRecipe:ImageRecipe',
        properties: {
          parentImage: 'arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x',
          components: [
            {
              componentArn: 'arn:aws:imagebuilder:us-east-1:aws-marketplace:component/vendor-agent-prod-abc123/0.1.0/1',
            },
          ],
        },
      },
      miss: {
        type: 'aws:imagebuilder/imageRecipe:ImageRecipe',
        properties: {
          parentImage: 'arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x',
          components: [{ componentArn: 'arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x' }],
        },
      },
    },
    // A component of one's own is decided later in most plans: saying "perhaps" to each would drown the rest.
    find: (metering) =>
      whenSold(
        [
          metering.properties.text('parentImage'),
          ...findNested(metering.properties.any('components'), ['componentArn'], []).found,
        ],
        (text) => /^arn:[^:]*:imagebuilder:[^:]*:aws-marketplace:/.test(text) || /^prod-[a-z0-9]+$/.test(text),
        software(metering, 'Image Builder product'),
      ),
  },
  {
    ...MARKETPLACE,
    id: 'waf-vendor-rule-group',
    types: [
      'aws:wafv2/webAcl:WebAcl',
      'aws:wafv2/webAclRule:WebAclRule',
      'aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation',
    ],
    what: "another vendor's WAF rule group",
    why: "AWS Marketplace sells the rule groups of other vendors, and AWS credits don't cover Marketplace.",
    remedy: "Use AWS's own managed rule groups, or write your own rules.",
    url: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-managed-rule-group.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:wafv2/webAcl:WebAcl',
        properties: {
          rules: [{ name: 'bots', statement: { managedRuleGroupStatement: { name: 'Bots', vendorName: 'Fortinet' } } }],
        },
      },
      miss: {
        type: 'aws:wafv2/webAcl:WebAcl',
        properties: {
          rules: [{ name: 'common', statement: { managedRuleGroupStatement: { name: 'Common', vendorName: 'AWS' } } }],
        },
      },
      unknown: {
        type: 'aws:wafv2/webAcl:WebAcl',
        properties: { rules: [{ name: 'bots', statement: decidedLater }] },
      },
    },
    find: findVendorRuleGroups,
  },
  {
    ...MARKETPLACE,
    id: 'waf-classic-rule-group',
    types: ['aws:waf/webAcl:WebAcl', 'aws:wafregional/webAcl:WebAcl'],
    what: 'a WAF Classic rule group of a Marketplace seller',
    why: "A rule of type GROUP is your own group or a Marketplace subscription, which AWS credits don't cover; its id doesn't say which.",
    remedy: 'Move to AWS WAF (aws.wafv2), where a rule group names its vendor.',
    url: 'https://www.pulumi.com/registry/packages/aws/api-docs/waf/getsubscribedrulegroup/',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      miss: {
        type: 'aws:waf/webAcl:WebAcl',
        properties: { rules: [{ type: 'GROUP', priority: 1, ruleId: 'own-group' }] },
        beside: [{ type: 'aws:waf/ruleGroup:RuleGroup', properties: { id: 'own-group' } }],
      },
      unknown: {
        type: 'aws:waf/webAcl:WebAcl',
        properties: { rules: [{ type: 'GROUP', priority: 1, ruleId: 'subscribed-group' }] },
      },
    },
    find: findClassicGroups,
  },
  {
    ...MARKETPLACE,
    id: 'network-firewall-partner-rules',
    types: ['aws:networkfirewall/firewallPolicy:FirewallPolicy'],
    what: "a partner's rule group for Network Firewall",
    why: "AWS Marketplace sells partner-managed rule groups, and AWS credits don't cover Marketplace; they cover the firewall.",
    remedy: "Use AWS's own managed rule groups, or write your own rules.",
    url: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/nwfw-managed-rule-groups.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:networkfirewall/firewallPolicy:FirewallPolicy',
        properties: {
          firewallPolicy: {
            statefulRuleGroupReferences: [
              { resourceArn: 'arn:aws:network-firewall:us-east-1:partner-managed:stateful-rulegroup/Vendor-Rules' },
            ],
          },
        },
      },
      miss: {
        type: 'aws:networkfirewall/firewallPolicy:FirewallPolicy',
        properties: {
          firewallPolicy: {
            statefulRuleGroupReferences: [
              { resourceArn: 'arn:aws:network-firewall:us-east-1:aws-managed:stateful-rulegroup/BotNetCommand' },
            ],
          },
        },
      },
    },
    // An ARN that is decided later is that of a group of one's own: nothing in a plan makes a partner's.
    find: (metering) =>
      whenSold(
        findNested(metering.properties.any('firewallPolicy'), ['resourceArn'], []).found,
        (arn) => /^arn:[^:]*:network-firewall:[^:]*:partner-managed:/.test(arn),
        software(metering, 'Partner rule group'),
      ),
  },
  {
    ...MARKETPLACE,
    id: 'eks-marketplace-addon',
    types: ['aws:eks/addon:Addon'],
    what: 'an EKS add-on from Marketplace',
    why: "AWS Marketplace sells add-ons named publisher_product, and AWS credits don't cover Marketplace. Some are free.",
    remedy: 'Install the open-source version yourself, or check that this product is free.',
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html',
    asOf: '2026-11-23',
    confidence: 'C',
    examples: {
      hit: { type: 'aws:eks/addon:Addon', properties: { clusterName: 'shop', addonName: 'kubecost_kubecost' } },
      miss: { type: 'aws:eks/addon:Addon', properties: { clusterName: 'shop', addonName: 'aws-ebs-csi-driver' } },
      unknown: { type: 'aws:eks/addon:Addon', properties: { clusterName: 'shop', addonName: decidedLater } },
    },
    find: findAddon,
  },
  {
    ...MARKETPLACE,
    id: 'grafana-enterprise-license',
    verdict: 'unknown',
    types: ['aws:grafana/licenseAssociation:LicenseAssociation'],
    what: 'a Grafana Enterprise licence',
    why: "A full licence is bought through AWS Marketplace, which AWS credits don't cover. AWS itself bills the Enterprise plugins, as a fee for each user.",
    remedy: 'Stay with Amazon Managed Grafana without Enterprise.',
    url: 'https://docs.aws.amazon.com/grafana/latest/APIReference/API_WorkspaceDescription.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:grafana/licenseAssociation:LicenseAssociation',
        properties: { workspaceId: 'g-1', licenseType: 'ENTERPRISE' },
      },
      miss: {
        type: 'aws:grafana/licenseAssociation:LicenseAssociation',
        properties: { workspaceId: 'g-1', licenseType: 'ENTERPRISE_FREE_TRIAL' },
      },
      unknown: {
        type: 'aws:grafana/licenseAssociation:LicenseAssociation',
        properties: { workspaceId: 'g-1', licenseType: decidedLater },
      },
    },
    find: (metering) =>
      whenText(
        metering,
        'licenseType',
        (type) => type !== 'enterprise_free_trial',
        software(metering, 'Grafana Enterprise licence'),
      ),
  },
  {
    ...MARKETPLACE,
    id: 'glue-marketplace-connector',
    types: ['aws:glue/connection:Connection'],
    what: 'a Glue connector from Marketplace',
    why: "AWS Marketplace sells the connector, and AWS credits don't cover Marketplace.",
    remedy: "Use one of Glue's own connection types, or write a custom connector.",
    confidence: 'A',
    examples: {
      hit: { type: 'aws:glue/connection:Connection', properties: { connectionType: 'MARKETPLACE' } },
      miss: { type: 'aws:glue/connection:Connection', properties: { connectionType: 'CUSTOM' } },
      unknown: { type: 'aws:glue/connection:Connection', properties: { connectionType: decidedLater } },
    },
    find: (metering) =>
      whenText(metering, 'connectionType', (type) => type === 'marketplace', software(metering, 'Glue connector')),
  },
  {
    ...MARKETPLACE,
    id: 'ecs-marketplace-image',
    types: [
      'aws:ecs/taskDefinition:TaskDefinition',
      'aws:ecs/daemonTaskDefinition:DaemonTaskDefinition',
      'aws:ecs/expressGatewayService:ExpressGatewayService',
    ],
    what: 'a container image from Marketplace',
    why: "AWS Marketplace sells the images in this registry, and AWS credits don't cover Marketplace. Some are free.",
    remedy: 'Use your own image or an open-source one, or check that this product is free.',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-launching-container-products.html',
    asOf: '2026-11-25',
    confidence: 'C',
    examples: {
      hit: {
        type: 'aws:ecs/taskDefinition:TaskDefinition',
        properties: {
          family: 'agent',
          containerDefinitions: '[{"image":"709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/agent:1"}]',
        },
      },
      miss: {
        type: 'aws:ecs/taskDefinition:TaskDefinition',
        properties: {
          family: 'shop',
          containerDefinitions: '[{"image":"123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1"}]',
        },
      },
    },
    find: findMarketplaceImage,
  },
  {
    ...MARKETPLACE,
    id: 'marketplace-container-image',
    types: [
      'aws:batch/jobDefinition:JobDefinition',
      'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime',
      'aws:imagebuilder/containerRecipe:ContainerRecipe',
      'aws:lambda/function:Function',
    ],
    what: 'a container image from Marketplace',
    why: "AWS Marketplace sells the images in this registry, and AWS credits don't cover Marketplace. Some are free.",
    remedy: 'Use your own image or an open-source one, or check that this product is free.',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-launching-container-products.html',
    asOf: '2026-11-25',
    confidence: 'C',
    examples: {
      hit: {
        type: 'aws:batch/jobDefinition:JobDefinition',
        properties: {
          type: 'container',
          containerProperties: '{"image":"709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/job:1"}',
        },
      },
      miss: {
        type: 'aws:batch/jobDefinition:JobDefinition',
        properties: {
          type: 'container',
          containerProperties: '{"image":"public.ecr.aws/amazonlinux/amazonlinux:2023"}',
        },
      },
    },
    find: findMarketplaceImage,
  },
  {
    ...MARKETPLACE,
    id: 'kubernetes-marketplace-image',
    types: KUBERNETES_TYPES,
    what: 'a container image or a chart from Marketplace',
    why: "AWS Marketplace sells the images and charts in this registry, and AWS credits don't cover Marketplace. Some are free.",
    remedy: 'Use your own image or an open-source one, or check that this product is free.',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-launching-container-products.html',
    asOf: '2026-11-25',
    confidence: 'C',
    examples: {
      hit: {
        type: 'kubernetes:apps/v1:Deployment',
        properties: {
          spec: {
            template: {
              spec: {
                containers: [{ name: 'agent', image: '709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/agent:1' }],
              },
            },
          },
        },
      },
      miss: {
        type: 'kubernetes:helm.sh/v3:Release',
        properties: { chart: 'oci://123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/chart', version: '1.2.3' },
      },
    },
    find: findMarketplaceImage,
  },
  {
    ...MARKETPLACE,
    id: 'sagemaker-marketplace-model',
    types: ['aws:sagemaker/model:Model'],
    what: 'a model package from Marketplace',
    why: "AWS Marketplace sells the model packages of this account, and AWS credits don't cover Marketplace; they cover the instances.",
    remedy: 'Use your own model, or check that this package is free.',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-mkt-find-subscribe.html',
    asOf: '2026-11-23',
    confidence: 'B',
    examples: {
      hit: {
        type: 'aws:sagemaker/model:Model',
        properties: {
          primaryContainer: { modelPackageName: 'arn:aws:sagemaker:us-east-1:865070037744:model-package/seller-1' },
        },
      },
      miss: {
        type: 'aws:sagemaker/model:Model',
        properties: {
          primaryContainer: { modelPackageName: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/mine-1' },
        },
      },
      unknown: {
        type: 'aws:sagemaker/model:Model',
        properties: { primaryContainer: { modelPackageName: decidedLater } },
      },
    },
    find: (metering) =>
      anyNested(
        ['primaryContainer', 'containers'].map((root) =>
          findNested(metering.properties.any(root), ['modelPackageName'], []),
        ),
        (name) => isOfSeller(name, 'model-package'),
        software(metering, 'Model package'),
      ),
  },
  {
    ...MARKETPLACE,
    id: 'sagemaker-marketplace-algorithm',
    types: ['aws:sagemaker/trainingJob:TrainingJob', 'aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob'],
    what: 'a SageMaker algorithm from Marketplace',
    why: "An algorithm is your own or a Marketplace subscription, which AWS credits don't cover; they cover the instances.",
    remedy: "Use your own algorithm or one of AWS's training images.",
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AlgorithmSpecification.html',
    asOf: '2026-11-25',
    confidence: 'B',
    examples: {
      hit: {
        type: 'aws:sagemaker/trainingJob:TrainingJob',
        properties: {
          algorithmSpecification: { algorithmName: 'arn:aws:sagemaker:us-east-1:865070037744:algorithm/seller-1' },
        },
      },
      miss: {
        type: 'aws:sagemaker/trainingJob:TrainingJob',
        properties: { algorithmSpecification: { algorithmName: 'my-algorithm' } },
      },
      unknown: {
        type: 'aws:sagemaker/trainingJob:TrainingJob',
        properties: {
          algorithmSpecification: { algorithmName: 'arn:aws:sagemaker:us-east-1:123456789012:algorithm/whose' },
        },
      },
    },
    find: findAlgorithms,
  },
  {
    ...MARKETPLACE,
    id: 'sagemaker-vendor-workforce',
    types: ['aws:sagemaker/labelingJob:LabelingJob', 'aws:sagemaker/flowDefinition:FlowDefinition'],
    what: "a vendor's workforce",
    why: "AWS Marketplace sells the work of vendor workforces, and AWS credits don't cover Marketplace.",
    remedy: 'Use a private workforce.',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-workforce-management-vendor.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:sagemaker/labelingJob:LabelingJob',
        properties: {
          humanTaskConfig: { workteamArn: 'arn:aws:sagemaker:us-east-1:123456789012:workteam/vendor-crowd/labels' },
        },
      },
      miss: {
        type: 'aws:sagemaker/labelingJob:LabelingJob',
        properties: {
          humanTaskConfig: { workteamArn: 'arn:aws:sagemaker:us-east-1:123456789012:workteam/private-crowd/us' },
        },
      },
    },
    // A work team that is decided later is reported by the rule on public workforces.
    find: (metering) =>
      whenSold(
        ['humanTaskConfig.workteamArn', 'humanLoopConfig.workteamArn'].map((path) => metering.properties.text(path)),
        (team) => team.includes('vendor-crowd'),
        software(metering, 'Vendor workforce'),
      ),
  },
  {
    ...MARKETPLACE,
    id: 'fms-third-party-firewall',
    types: ['aws:fms/policy:Policy'],
    what: 'a third-party firewall',
    why: "Each account subscribes to a third-party firewall through AWS Marketplace, and AWS credits don't cover Marketplace.",
    remedy: 'Use AWS Network Firewall, which credits cover.',
    url: 'https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_PutPolicy.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:fms/policy:Policy',
        properties: { securityServicePolicyData: { type: 'THIRD_PARTY_FIREWALL' } },
      },
      miss: {
        type: 'aws:fms/policy:Policy',
        properties: { securityServicePolicyData: { type: 'NETWORK_FIREWALL' } },
      },
      unknown: { type: 'aws:fms/policy:Policy', properties: { securityServicePolicyData: { type: decidedLater } } },
    },
    find: (metering) =>
      whenText(
        metering,
        'securityServicePolicyData.type',
        (type) => type === 'third_party_firewall',
        software(metering, 'Third-party firewall'),
      ),
  },
  {
    ...MARKETPLACE,
    id: 'fms-vendor-rule-group',
    types: ['aws:fms/policy:Policy'],
    what: "another vendor's WAF rule group in every account",
    why: "Each account subscribes to the rule groups of other vendors through AWS Marketplace, and AWS credits don't cover Marketplace.",
    remedy: "Use AWS's own managed rule groups, or write your own rules.",
    url: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-policies-rule-groups.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:fms/policy:Policy',
        properties: {
          securityServicePolicyData: {
            type: 'WAFV2',
            managedServiceData:
              '{"preProcessRuleGroups":[{"managedRuleGroupIdentifier":{"vendorName":"F5","managedRuleGroupName":"OWASP_Managed"}}]}',
          },
        },
      },
      miss: {
        type: 'aws:fms/policy:Policy',
        properties: {
          securityServicePolicyData: {
            type: 'WAFV2',
            managedServiceData:
              '{"preProcessRuleGroups":[{"managedRuleGroupIdentifier":{"vendorName":"AWS","managedRuleGroupName":"Common"}}]}',
          },
        },
      },
      unknown: {
        type: 'aws:fms/policy:Policy',
        properties: { securityServicePolicyData: { type: 'WAFV2', managedServiceData: decidedLater } },
      },
    },
    find(metering) {
      const data = parseJson(
        metering.properties.any('securityServicePolicyData.managedServiceData'),
        'managedServiceData',
      );
      const charge = vendorRuleGroup(metering);
      const type = metering.properties.text('securityServicePolicyData.type');
      if (type.state === 'known' && !type.value.toLowerCase().startsWith('waf')) return no;
      return anyNested([findNested(data, ['vendorName'], FMS_BRANCHES)], isVendor, charge);
    },
  },
  {
    ...MARKETPLACE,
    id: 'oracle-database-at-aws',
    types: [
      'aws:odb/cloudExadataInfrastructure:CloudExadataInfrastructure',
      'aws:odb/cloudVmCluster:CloudVmCluster',
      'aws:odb/cloudAutonomousVmCluster:CloudAutonomousVmCluster',
    ],
    what: 'Oracle Database@AWS',
    why: "Oracle Database@AWS is bought through AWS Marketplace, and AWS credits don't cover Marketplace.",
    remedy: 'Use Amazon RDS for Oracle, which credits cover, with your own licence.',
    url: 'https://docs.aws.amazon.com/goto/WebAPI/odb-2024-08-20/AcceptMarketplaceRegistration',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: { type: 'aws:odb/cloudVmCluster:CloudVmCluster', properties: { cpuCoreCount: 16 } },
      miss: { type: 'aws:odb/network:Network', properties: { displayName: 'oracle' } },
    },
    find: (metering) => yes(software(metering, 'Oracle Database@AWS')),
  },
  {
    ...MARKETPLACE,
    id: 'license-grant',
    verdict: 'unknown',
    types: ['aws:licensemanager/licenseGrantAccepter:LicenseGrantAccepter'],
    what: 'a licence that another account grants',
    why: "Most granted licences are Marketplace products, which AWS credits don't cover; AWS bills the account that bought it.",
    remedy: 'Ask the account that bought the licence who is billed for its use.',
    url: 'https://docs.aws.amazon.com/license-manager/latest/userguide/granted-licenses.html',
    asOf: '2026-11-25',
    confidence: 'C',
    examples: {
      hit: {
        type: 'aws:licensemanager/licenseGrantAccepter:LicenseGrantAccepter',
        properties: { grantArn: 'arn:aws:license-manager::123456789012:grant:g-1' },
      },
      miss: {
        type: 'aws:licensemanager/licenseConfiguration:LicenseConfiguration',
        properties: { licenseCountingType: 'vCPU' },
      },
    },
    find: (metering) => yes(software(metering, 'Granted licence')),
  },
  {
    ...MARKETPLACE,
    id: 'securityhub-partner-product',
    verdict: 'unknown',
    types: ['aws:securityhub/productSubscription:ProductSubscription'],
    what: "a partner's security product",
    why: "Security Hub takes in its findings, which credits cover; the product itself is often a Marketplace subscription, which AWS credits don't cover.",
    remedy: 'Look for the product in the Marketplace console, under Manage subscriptions.',
    url: 'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Product.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:securityhub/productSubscription:ProductSubscription',
        properties: { productArn: 'arn:aws:securityhub:us-east-1:733251395267:product/vendor/scanner' },
      },
      miss: {
        type: 'aws:securityhub/productSubscription:ProductSubscription',
        properties: { productArn: 'arn:aws:securityhub:us-east-1::product/aws/guardduty' },
      },
      unknown: {
        type: 'aws:securityhub/productSubscription:ProductSubscription',
        properties: { productArn: decidedLater },
      },
    },
    find: (metering) =>
      whenText(
        metering,
        'productArn',
        (arn) => !arn.includes(':product/aws/'),
        software(metering, "Partner's product"),
      ),
  },
];

const NO_LICENCE_PRICE = 'the licence price is not in the price book';

const software = (metering: Metering, what: string): Charge =>
  metering.under('AWS Marketplace').stated('usage', what, unknown('the seller sets its price'));

const vendorRuleGroup = (metering: Metering): Charge =>
  metering
    .under('AWS Marketplace')
    .stated('hourly', "Another vendor's rule group", unknown('the seller sets its price'));

/** Only what is written counts: values that are decided later are most often one's own, or count as not checked. */
const whenSold = (readings: readonly Reading<unknown>[], test: (text: string) => boolean, charge: Charge): Match =>
  anyText(
    readings.filter(({ state }) => state === 'known'),
    test,
    charge,
  ).match === 'yes'
    ? yes(charge)
    : no;

function findAddon(metering: Metering): Match {
  const name = metering.properties.text('addonName');
  const charge = software(metering, 'EKS add-on');
  const isSold = name.state === 'known' ? metering.confirmed.addons.get(name.value.toLowerCase()) : undefined;
  if (isSold !== undefined) return settled(isSold, charge);
  const match = anyText([name], (text) => text.includes('_'), charge);
  return name.state === 'known' && isId(name.value) && name.value.includes('_')
    ? withLookUp(match, addonsLookUp([{ id: name.value, region: metering.resource.region }]))
    : match;
}

/** Definitions are mostly decided later: those count as not checked. */
function findMarketplaceImage(metering: Metering): Match {
  const images = containerImages(metering.resource);
  return whenSold(images, isMarketplaceImage, software(metering, 'Container image'));
}

/** Accounts that hold what Marketplace sells for SageMaker: one in each region, as sellers print them in their ARNs. */
const SELLER_ACCOUNTS = new Set([
  '865070037744', // us-east-1
  '057799348421', // us-east-2
  '382657785993', // us-west-1
  '594846645681', // us-west-2
  '470592106596', // ca-central-1
  '446921602837', // eu-central-1
  '985815980388', // eu-west-1
  '856760150666', // eu-west-2
  '843114510376', // eu-west-3
  '136758871317', // eu-north-1
  '192199979996', // ap-southeast-1
  '666831318237', // ap-southeast-2
  '977537786026', // ap-northeast-1
  '745090734665', // ap-northeast-2
  '077584701553', // ap-south-1
  '270155090741', // sa-east-1
]);

function isOfSeller(arn: string, kind: 'model-package' | 'algorithm'): boolean {
  const [, account, found] = /^arn:[^:]*:sagemaker:[^:]*:(\d{12}):([a-z-]+)\//.exec(arn) ?? [];
  return found === kind && account !== undefined && SELLER_ACCOUNTS.has(account);
}

/** A plain name, and an algorithm of this plan, are one's own. Of an ARN with another account, nobody says whose it is. */
function findAlgorithms(metering: Metering): Match {
  const charge = software(metering, 'Algorithm');
  const trees = ['algorithmSpecification', 'trainingJobDefinition', 'trainingJobDefinitions'].map((root) =>
    findNested(metering.properties.any(root), ['algorithmName'], ['algorithmSpecification']),
  );
  const sold = anyNested(trees, (name) => isOfSeller(name, 'algorithm'), charge);
  if (sold.match !== 'no') return sold;
  const isForeign = (name: string) =>
    name.toLowerCase().startsWith('arn:') &&
    metering.plan.identified(name, ['aws:sagemaker/algorithm:Algorithm']) === undefined;
  const written = trees.flatMap((tree) => tree.found);
  return written.some((one) => one.state === 'known' && typeof one.value === 'string' && isForeign(one.value))
    ? unsure('the plan does not say whose account the algorithm is in', charge)
    : no;
}

const WAF_BRANCHES = [
  'statement',
  'statements',
  'andStatement',
  'orStatement',
  'notStatement',
  'rateBasedStatement',
  'scopeDownStatement',
  'managedRuleGroupStatement',
  'managedRuleGroup',
];
const FMS_BRANCHES = [
  'preProcessRuleGroups',
  'postProcessRuleGroups',
  'firstRuleGroups',
  'lastRuleGroups',
  'managedRuleGroupIdentifier',
];

const isVendor = (vendor: string): boolean => vendor !== 'aws';

/** Managed rule groups may be nested in statements, and a web ACL may hold its rules as one JSON text. */
function findVendorRuleGroups(metering: Metering): Match {
  const roots = ['rules', 'statement', 'managedRuleGroup'].map((path) => metering.properties.any(path));
  const nested = [...roots, parseJson(metering.properties.any('ruleJson'), 'ruleJson')].map((root) =>
    findNested(root, ['vendorName'], WAF_BRANCHES),
  );
  return anyNested(nested, isVendor, vendorRuleGroup(metering));
}

const CLASSIC_GROUPS = ['aws:waf/ruleGroup:RuleGroup', 'aws:wafregional/ruleGroup:RuleGroup'];

/** A group of this plan is one's own. An id that is set later comes from a resource, and only own groups are resources. */
function findClassicGroups(metering: Metering): Match {
  const charge = vendorRuleGroup(metering);
  const rules = metering.properties.items('rules');
  if (rules.state === 'absent') return no;
  if (rules.state === 'unknown') return unsure(rules.because, charge);
  const linksOwn = metering.plan
    .allLinked(metering.resource, 'rules')
    .some(({ type }) => CLASSIC_GROUPS.includes(type));
  for (const rule of rules.value) {
    if (rule.state !== 'known') return unsure('one of its rules is not known', charge);
    const type = rule.value.text('type');
    if (type.state === 'absent' || (type.state === 'known' && type.value.toUpperCase() !== 'GROUP')) continue;
    const id = rule.value.text('ruleId');
    const isOwn = id.state === 'known' ? metering.plan.identified(id.value, CLASSIC_GROUPS) !== undefined : linksOwn;
    if (!isOwn) return unsure('its ruleId is in no rule group of this plan', charge);
  }
  return no;
}
