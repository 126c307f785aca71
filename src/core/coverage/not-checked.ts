import type { PlannedResource } from '../plan';
import type { Source } from './rule';

/** Something that may be sold through Marketplace and that a plan alone cannot prove. */
export interface NotChecked extends Source {
  readonly id: string;
  readonly types: readonly string[];
  /** Fit to follow a count: "machine images". */
  readonly what: string;
  /** How an owner can check. */
  readonly check: string;
}

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
    check:
      'aws ec2 describe-images --image-ids <id> --query "Images[].ProductCodes"; allow only your own with aws.ec2.AllowedImagesSettings',
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html',
    asOf: '2026-11-23',
    confidence: 'A',
  },
  {
    id: 'marketplace-container-image',
    types: ['aws:ecs/taskDefinition:TaskDefinition'],
    what: 'container images that are decided later',
    check: 'see whether an image comes from a Marketplace registry',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-launching-container-products.html',
    asOf: '2026-11-23',
    confidence: 'D',
  },
  {
    id: 'contents-of-other-templates',
    types: [
      'aws:cloudformation/stack:Stack',
      'aws:cloudformation/stackSet:StackSet',
      'aws:servicecatalog/provisionedProduct:ProvisionedProduct',
      'aws:cloudcontrol/resource:Resource',
    ],
    what: 'templates whose contents the plan does not show',
    check: 'read the template, or declare its resources in Pulumi',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacks.html',
    asOf: '2026-11-23',
    confidence: 'A',
  },
];

/** How many resources of a plan each row leaves unchecked; rows that touch none are left out. */
export function countNotChecked(
  resources: readonly PlannedResource[],
): { readonly row: NotChecked; readonly count: number }[] {
  return notChecked
    .map((row) => ({ row, count: resources.filter((resource) => isOpen(row, resource)).length }))
    .filter(({ count }) => count > 0);
}

function isOpen(row: NotChecked, resource: PlannedResource): boolean {
  if (!row.types.includes(resource.type)) return false;
  if (row.id === 'marketplace-ami') return hasOpenImage(resource);
  if (row.id !== 'marketplace-container-image') return true;
  return resource.properties.text('containerDefinitions').state === 'unknown';
}

/** Fleets keep their images in lists of launch specifications: what is not looked into counts as open. */
const IMAGE_IN_LIST: readonly string[] = ['aws:ec2/spotFleetRequest:SpotFleetRequest', 'aws:ec2/fleet:Fleet'];

/** A public parameter or an image of AWS's own needs no check; without an image, the launch template is counted. */
function hasOpenImage({ type, properties }: PlannedResource): boolean {
  if (IMAGE_IN_LIST.includes(type)) return true;
  return ['ami', 'imageId', 'parentImage'].some((path) => {
    const image = properties.text(path);
    return image.state === 'unknown' || (image.state === 'known' && !PUBLIC_IMAGE.test(image.value));
  });
}

/** Marketplace products have public parameters too: a rule finds those, so that they are not counted here. */
const PUBLIC_IMAGE = /^(resolve:)?(ssm:)?\/aws\/service\/|^arn:[^:]*:imagebuilder:[^:]*:aws:/;
