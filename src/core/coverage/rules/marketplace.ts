import type { Charge } from '../../charges/charge';
import type { Bill } from '../../charges/service';
import { readRaw } from '../../properties';
import { type Reading, unknown } from '../../reading';
import { findNested, type Nested } from '../nested';
import { type Match, maybe, no, type Rule, yes } from '../rule';

const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

const MARKETPLACE = {
  policy: 'no-uncovered-marketplace',
  verdict: 'not-covered',
  creditCanPay: 'marketplace',
  ...TERMS,
} as const;

/** Software sold through AWS Marketplace: only its fee is excluded; what it runs on is ordinary usage. */
export const marketplaceRules: readonly Rule[] = [
  {
    ...MARKETPLACE,
    id: 'rds-db2-marketplace-license',
    types: ['aws:rds/instance:Instance'],
    what: 'a Db2 licence from Marketplace',
    why: 'The licence is sold through AWS Marketplace, which credits do not pay; the instance is ordinary usage.',
    remedy: 'Bring your own Db2 licence, or choose another engine.',
    confidence: 'A',
    find(bill) {
      const engine = bill.properties.text('engine');
      if (engine.state === 'known' && !engine.value.startsWith('db2')) return no; // only Db2 is sold so
      const charge = bill.under('AWS Marketplace').stated('hourly', 'Db2 licence', unknown(NO_LICENCE_PRICE));
      return whenText(bill, 'licenseModel', (model) => model === 'marketplace-license', charge);
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
      'aws:imagebuilder/imageRecipe:ImageRecipe',
    ],
    what: 'a machine image from Marketplace',
    why: 'This parameter names an AWS Marketplace product, which credits do not pay; the instance is ordinary usage, and some products are free.',
    remedy: 'Use an image of AWS or of your own, or check that this product is free.',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-ami-aliases.html',
    asOf: '2026-11-24',
    confidence: 'C',
    // An image id says nothing, and one that is decided later no more: both count as not checked.
    find(bill) {
      const images = IMAGE_PROPERTIES.map((path) => bill.properties.text(path));
      const isSold = images.some(
        (image) => image.state === 'known' && image.value.includes('/aws/service/marketplace/'),
      );
      return isSold ? yes(software(bill, 'Machine image')) : no;
    },
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
    why: 'Rule groups of other vendors are sold through AWS Marketplace, which credits do not pay.',
    remedy: "Use AWS's own managed rule groups, or rules of your own.",
    confidence: 'D',
    find: findVendorRuleGroups,
  },
  {
    ...MARKETPLACE,
    id: 'eks-marketplace-addon',
    types: ['aws:eks/addon:Addon'],
    what: 'an EKS add-on from Marketplace',
    why: 'Add-ons named publisher_product are sold through AWS Marketplace, which credits do not pay; some are free.',
    remedy: 'Install the open-source version yourself, or check that this add-on is free.',
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html',
    asOf: '2026-11-23',
    confidence: 'C',
    find: (bill) => whenText(bill, 'addonName', (name) => name.includes('_'), software(bill, 'EKS add-on')),
  },
  {
    ...MARKETPLACE,
    id: 'grafana-enterprise-license',
    types: ['aws:grafana/licenseAssociation:LicenseAssociation'],
    what: 'a Grafana Enterprise licence',
    why: 'The Enterprise licence has a fee of its own, probably through AWS Marketplace, which credits do not pay.',
    remedy: 'Stay with Amazon Managed Grafana without the Enterprise licence.',
    url: 'https://docs.aws.amazon.com/grafana/latest/userguide/upgrade-to-Grafana-Enterprise.html',
    asOf: '2026-11-23',
    confidence: 'D',
    find: (bill) =>
      whenText(
        bill,
        'licenseType',
        (type) => type !== 'ENTERPRISE_FREE_TRIAL',
        software(bill, 'Grafana Enterprise licence'),
      ),
  },
  {
    ...MARKETPLACE,
    id: 'glue-marketplace-connector',
    types: ['aws:glue/connection:Connection'],
    what: 'a Glue connector from Marketplace',
    why: 'The connector is sold through AWS Marketplace, which credits do not pay.',
    remedy: "Use one of Glue's own connection types, or a connector of your own.",
    confidence: 'A',
    find: (bill) =>
      whenText(
        bill,
        'connectionType',
        (type) => type.toUpperCase() === 'MARKETPLACE',
        software(bill, 'Glue connector'),
      ),
  },
  {
    ...MARKETPLACE,
    id: 'ecs-marketplace-image',
    types: ['aws:ecs/taskDefinition:TaskDefinition'],
    what: 'a container image from Marketplace',
    why: 'Images in this registry are sold through AWS Marketplace, which credits do not pay.',
    remedy: 'Use an image of your own or an open-source one.',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-launching-container-products.html',
    asOf: '2026-11-23',
    confidence: 'D',
    // Definitions are mostly decided later: saying "perhaps" to each would drown the rest, so they count as not checked.
    find(bill) {
      const text = bill.properties.text('containerDefinitions');
      const isSold = text.state === 'known' && text.value.includes(`${MARKETPLACE_REGISTRY}.dkr.ecr.`);
      return isSold ? yes(software(bill, 'Container image')) : no;
    },
  },
  {
    ...MARKETPLACE,
    id: 'sagemaker-marketplace-model',
    types: ['aws:sagemaker/model:Model'],
    what: 'a model package from Marketplace',
    why: 'Model packages in these accounts are sold through AWS Marketplace, which credits do not pay.',
    remedy: 'Use a model of your own, or check that this package is free.',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-mkt-find-subscribe.html',
    asOf: '2026-11-23',
    confidence: 'D',
    find(bill) {
      const containers = ['primaryContainer', 'containers'].map((path) =>
        findNested(bill.properties.any(path), ['modelPackageName'], []),
      );
      return anyNested(containers, isMarketplacePackage, software(bill, 'Model package'));
    },
  },
  {
    ...MARKETPLACE,
    id: 'fms-third-party-firewall',
    types: ['aws:fms/policy:Policy'],
    what: 'a third-party firewall',
    why: 'Third-party firewalls are bought through AWS Marketplace, which credits do not pay.',
    remedy: 'Use AWS Network Firewall, which credits do pay.',
    url: 'https://docs.aws.amazon.com/waf/latest/developerguide/third-party-firewall-policies.html',
    asOf: '2026-11-23',
    confidence: 'D',
    find: (bill) =>
      whenText(
        bill,
        'securityServicePolicyData.type',
        (type) => type === 'THIRD_PARTY_FIREWALL',
        software(bill, 'Third-party firewall'),
      ),
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
    why: 'Oracle Database@AWS is bought through AWS Marketplace, which credits do not pay.',
    remedy: 'Use Amazon RDS for Oracle with a licence of your own, which credits do pay.',
    url: 'https://docs.aws.amazon.com/odb/latest/UserGuide/what-is-odb.html',
    asOf: '2026-11-23',
    confidence: 'D',
    find: (bill) => yes(software(bill, 'Oracle Database@AWS')),
  },
];

const IMAGE_PROPERTIES = ['ami', 'imageId', 'parentImage'];

const MARKETPLACE_REGISTRY = '709825985650';

/** Accounts that hold what Marketplace sells for SageMaker: one in each region, as sellers print them in their ARNs. */
const PACKAGE_ACCOUNTS = new Set([
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

function isMarketplacePackage(name: string): boolean {
  const account = /^arn:[^:]*:sagemaker:[^:]*:(\d{12}):model-package\//.exec(name)?.[1];
  return account !== undefined && PACKAGE_ACCOUNTS.has(account);
}

const NO_LICENCE_PRICE = 'the licence price is not in the price book';

const software = (bill: Bill, what: string): Charge =>
  bill.under('AWS Marketplace').stated('usage', what, unknown('the seller sets its price'));

/** One text property decides. */
function whenText(bill: Bill, path: string, matches: (text: string) => boolean, charge: Charge): Match {
  return anyText([bill.properties.text(path)], matches, charge);
}

function anyText(readings: readonly Reading<unknown>[], matches: (text: string) => boolean, charge: Charge): Match {
  const hit = readings.some((one) => one.state === 'known' && typeof one.value === 'string' && matches(one.value));
  if (hit) return yes(charge);
  for (const one of readings) {
    if (one.state === 'unknown') return maybe(one.because, charge);
    if (one.state === 'known' && typeof one.value !== 'string') return maybe('it should be text and is not', charge);
  }
  return no;
}

/** The same for texts anywhere in a tree, parts of which may be hidden. */
function anyNested(trees: readonly Nested[], matches: (text: string) => boolean, charge: Charge): Match {
  const match = anyText(
    trees.flatMap((tree) => tree.found),
    matches,
    charge,
  );
  const hidden = trees.map((tree) => tree.hidden).find((because) => because !== undefined);
  return match.match === 'no' && hidden !== undefined ? maybe(hidden, charge) : match;
}

const VENDOR_KEYS = ['vendorName', 'VendorName'];
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

/** Managed rule groups may be nested in statements, and a web ACL may hold its rules as one JSON text. */
function findVendorRuleGroups(bill: Bill): Match {
  const roots = ['rules', 'statement', 'managedRuleGroup'].map((path) => bill.properties.any(path));
  const nested = [...roots, parseJson(bill.properties.any('ruleJson'))].map((root) =>
    findNested(root, VENDOR_KEYS, WAF_BRANCHES),
  );
  const charge = bill
    .under('AWS Marketplace')
    .stated('hourly', "Another vendor's rule group", unknown('the seller sets its price'));
  return anyNested(nested, (vendor) => vendor !== 'AWS', charge);
}

function parseJson(text: Reading<unknown>): Reading<unknown> {
  if (text.state !== 'known') return text;
  if (typeof text.value !== 'string') return unknown('ruleJson is no text');
  try {
    return readRaw(JSON.parse(text.value));
  } catch {
    return unknown('ruleJson cannot be read as JSON');
  }
}
