import type { PlannedResource } from '../plan';
import { absent, type Reading } from '../reading';
import { type Confirmed, nothingConfirmed } from './confirmed';
import { CONTAINER_TYPES, containerImages } from './container-images';
import {
  addonsLookUp,
  cacheNodesLookUp,
  databasesLookUp,
  imagesLookUp,
  isId,
  savingsPlansLookUp,
  type Wanted,
} from './look-ups';
import { machineImages } from './machine-images';
import type { Source } from './rule';

/** Something that a plan alone does not show: a seller behind an image, or the resources behind a template. */
export interface NotChecked extends Source {
  readonly id: string;
  readonly types: readonly string[];
  /** Fit to follow a count: "machine images". */
  readonly what: string;
  /** How an owner can check, in the imperative. */
  readonly check: string;
  /** Whole resources are hidden behind it: a preview says so too, and not only the report. */
  readonly hidesResources?: true;
  /** The command that checks it, for these ids. */
  command?(wanted: readonly Wanted[]): string;
  /** Does this resource need a check, and with which values? `confirmed`: what has been looked up. */
  openIn(resource: PlannedResource, confirmed: Confirmed): Open;
}

/** `no`: nothing to check. Else the values that the command takes, as far as the plan has them. */
type Open = 'no' | readonly string[];

const always = (): Open => [];

const TEMPLATE = {
  url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacks.html',
  asOf: '2026-11-25',
  confidence: 'A',
} as const;

/** Reported as one line for the whole plan, never for each resource: nearly every instance has an image. */
export const notChecked: readonly NotChecked[] = [
  {
    id: 'marketplace-ami',
    types: [
      'aws:ec2/instance:Instance',
      'aws:ec2/launchTemplate:LaunchTemplate',
      'aws:ec2/launchConfiguration:LaunchConfiguration',
      'aws:ec2/spotInstanceRequest:SpotInstanceRequest',
      'aws:ec2/spotFleetRequest:SpotFleetRequest',
      'aws:ec2/fleet:Fleet',
      'aws:imagebuilder/imageRecipe:ImageRecipe',
    ],
    what: 'machine images for Marketplace product codes',
    check: `name the file under confirmed:; aws.ec2.AllowedImagesSettings can keep Marketplace images out`,
    command: imagesLookUp,
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html',
    asOf: '2026-11-23',
    confidence: 'A',
    openIn: imagesIn,
  },
  {
    id: 'marketplace-container-image',
    types: CONTAINER_TYPES,
    what: 'container images that are decided later',
    check: 'see whether an image comes from the Marketplace registry 709825985650',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-launching-container-products.html',
    asOf: '2026-11-23',
    confidence: 'C',
    openIn: containersIn,
  },
  {
    id: 'savings-plan-offering',
    types: ['aws:savingsplans/savingsPlan:SavingsPlan'],
    what: 'payment options of Savings Plan offerings',
    check: 'name the file under confirmed:; the answer says whether it has an upfront fee',
    command: savingsPlansLookUp,
    url: 'https://docs.aws.amazon.com/savingsplans/latest/APIReference/API_DescribeSavingsPlansOfferings.html',
    asOf: '2026-11-25',
    confidence: 'A',
    openIn: offeringIn('savingsPlanOfferingId', 'paymentOption', 'upfrontPaymentAmount'),
  },
  {
    id: 'rds-offering',
    types: ['aws:rds/reservedInstance:ReservedInstance'],
    what: 'payment options of RDS offerings',
    check: 'name the file under confirmed:; the answer says whether it has an upfront fee',
    command: databasesLookUp,
    url: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeReservedDBInstancesOfferings.html',
    asOf: '2026-11-25',
    confidence: 'A',
    openIn: offeringIn('offeringId', 'offeringType', 'fixedPrice'),
  },
  {
    id: 'elasticache-offering',
    types: ['aws:elasticache/reservedCacheNode:ReservedCacheNode'],
    what: 'payment options of ElastiCache offerings',
    check: 'name the file under confirmed:; the answer says whether it has an upfront fee',
    command: cacheNodesLookUp,
    url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeReservedCacheNodesOfferings.html',
    asOf: '2026-11-25',
    confidence: 'A',
    openIn: offeringIn('reservedCacheNodesOfferingId', 'offeringType', 'fixedPrice'),
  },
  {
    id: 'eks-addon-publisher',
    types: ['aws:eks/addon:Addon'],
    what: 'publishers and prices of EKS add-ons',
    check: 'name the file under confirmed:; the answer names the Marketplace product, whose page shows its price',
    command: addonsLookUp,
    url: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeAddonVersions.html',
    asOf: '2026-11-25',
    confidence: 'A',
    openIn: ({ properties }, { addons }) => {
      const name = properties.text('addonName');
      if (name.state !== 'known' || addons.has(name.value.toLowerCase())) return 'no';
      return name.value.includes('_') ? safe(name.value) : 'no';
    },
  },
  {
    id: 'redshift-partner-product',
    types: ['aws:redshift/partner:Partner'],
    what: 'products of partners that use Redshift, which the partner bills',
    check: 'look under Manage subscriptions in the Marketplace console; credits do not cover what is bought there',
    url: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_AddPartner.html',
    asOf: '2026-11-30',
    confidence: 'D',
    openIn: always,
  },
  {
    id: 'contents-of-other-templates',
    hidesResources: true,
    types: [
      'aws:cloudformation/stack:Stack',
      'aws:cloudformation/stackSet:StackSet',
      'aws:cloudformation/stackInstances:StackInstances',
      'aws:cloudformation/stackSetInstance:StackSetInstance',
      'aws:serverlessrepository/cloudFormationStack:CloudFormationStack',
      'aws:servicecatalog/provisionedProduct:ProvisionedProduct',
      'aws:sagemaker/project:Project',
      'aws:amplify/backendEnvironment:BackendEnvironment',
      'aws:cloudcontrol/resource:Resource',
    ],
    what: 'templates whose resources the plan does not show',
    check: 'read the template, or declare its resources in Pulumi',
    ...TEMPLATE,
    openIn: always,
  },
  {
    id: 'contents-made-by-services',
    hidesResources: true,
    types: [
      'aws:elasticbeanstalk/environment:Environment',
      'aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager',
      'aws:datazone/environment:Environment',
      'aws:controltower/baseline:Baseline',
      'aws:controltower/landingZone:LandingZone',
      'aws:applicationinsights/application:Application',
      'aws:observabilityadmin/telemetryRule:TelemetryRule',
      'aws:observabilityadmin/telemetryRuleForOrganization:TelemetryRuleForOrganization',
    ],
    what: 'services that create resources the plan does not show',
    check: 'look for what they created in Cost Explorer after the deployment',
    url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/concepts.html',
    asOf: '2026-11-25',
    confidence: 'B',
    openIn: always,
  },
  {
    id: 'federated-catalog',
    types: ['aws:athena/dataCatalog:DataCatalog'],
    what: 'a federated data catalog, which creates a connection and a function',
    check: 'look for what it created in Cost Explorer after the deployment',
    url: 'https://docs.aws.amazon.com/athena/latest/ug/connect-to-a-data-source.html',
    asOf: '2026-11-25',
    confidence: 'C',
    openIn: ({ properties }) => {
      const type = properties.text('type');
      return type.state === 'known' && type.value.toUpperCase() !== 'FEDERATED' ? 'no' : [];
    },
  },
];

/**
 * How many resources of a plan each row leaves unchecked; rows that touch none are left out. The check of a row that is
 * answered holds the command for this very plan.
 */
export function countNotChecked(
  resources: readonly PlannedResource[],
  confirmed = nothingConfirmed,
): { readonly row: NotChecked; readonly count: number }[] {
  const unchecked = new Map<NotChecked, (readonly Wanted[])[]>();
  for (const resource of resources) {
    for (const row of rowsFor(resource.type)) {
      const open = row.openIn(resource, confirmed);
      if (open === 'no') continue;
      const wanted = open.map((id) => ({ id, region: resource.region }));
      const before = unchecked.get(row);
      if (before === undefined) unchecked.set(row, [wanted]);
      else before.push(wanted);
    }
  }
  return notChecked.flatMap((row) => {
    const open = unchecked.get(row);
    return open === undefined ? [] : [{ row: { ...row, check: checkFor(row, open.flat()) }, count: open.length }];
  });
}

const byType = new Map<string, readonly NotChecked[]>();
for (const row of notChecked) {
  for (const type of row.types) byType.set(type, [...(byType.get(type) ?? []), row]);
}

const none: readonly NotChecked[] = [];

const rowsFor = (type: string): readonly NotChecked[] => byType.get(type) ?? none;

const MOST_IDS = 10;
const PLACEHOLDER: readonly Wanted[] = [{ id: '<id>', region: absent }];

function checkFor({ check, command }: NotChecked, values: readonly Wanted[]): string {
  const wanted = [...new Map(values.map((one) => [one.id, one])).values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, MOST_IDS);
  return command === undefined ? check : `${command(wanted.length === 0 ? PLACEHOLDER : wanted)}: ${check}`;
}

/** The check of a row, with a placeholder where a plan has its ids. */
export const generalCheck = (row: NotChecked): string => checkFor(row, []);

const safe = (id: string): readonly string[] => (isId(id) ? [id] : []);

/** Open as long as neither the option nor the fee is known. */
function offeringIn(id: string, option: string, fee: string): NotChecked['openIn'] {
  return ({ properties }, { offerings }) => {
    if ([option, fee].some((path) => properties.any(path).state === 'known')) return 'no';
    const offering = properties.text(id);
    if (offering.state !== 'known') return [];
    return offerings.has(offering.value.toLowerCase()) ? 'no' : safe(offering.value);
  };
}

/** Fleets keep their images in lists of launch specifications: what is not looked into counts as open. */
/** What these start is named by launch templates, which may lie outside the plan. */
const isFleetOfTemplates = ({ type, properties }: PlannedResource): boolean =>
  type === 'aws:ec2/fleet:Fleet' ||
  (type === 'aws:ec2/spotFleetRequest:SpotFleetRequest' && properties.any('launchSpecifications').state === 'absent');

/** A public parameter or an image of AWS's own needs no check; without an image, the launch template is counted. */
function imagesIn(resource: PlannedResource, confirmed: Confirmed): Open {
  if (isFleetOfTemplates(resource)) return [];
  const images = machineImages(resource).filter(
    (image) => isOpenImage(image) && !(image.state === 'known' && confirmed.images.has(image.value.toLowerCase())),
  );
  if (images.length === 0) return 'no';
  return images.flatMap((image) => (image.state === 'known' && AMI.test(image.value) ? [image.value] : []));
}

const isOpenImage = (image: Reading<string>): boolean =>
  image.state === 'unknown' || (image.state === 'known' && !PUBLIC_IMAGE.test(image.value));

const AMI = /^ami-[0-9a-f]+$/;

/** Marketplace products have public parameters too: rules find those, so that they are not counted here. */
const PUBLIC_IMAGE =
  /^(resolve:)?(ssm:)?\/aws\/service\/|^arn:[^:]*:imagebuilder:[^:]*:aws(-marketplace)?:|^prod-[a-z0-9]+$/;

/** Only what is decided later is open: a rule reads the rest. */
function containersIn(resource: PlannedResource): Open {
  return containerImages(resource).some(({ state }) => state === 'unknown') ? [] : 'no';
}
