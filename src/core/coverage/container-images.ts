import type { PlannedResource } from '../plan';
import { known, type Reading } from '../reading';
import { findNested, textsIn } from './nested';

const WORKLOADS = [
  'kubernetes:apps/v1:DaemonSet',
  'kubernetes:apps/v1:Deployment',
  'kubernetes:apps/v1:ReplicaSet',
  'kubernetes:apps/v1:StatefulSet',
  'kubernetes:batch/v1:CronJob',
  'kubernetes:batch/v1:Job',
  'kubernetes:core/v1:Pod',
  'kubernetes:core/v1:ReplicationController',
] as const;

const CHARTS = ['kubernetes:helm.sh/v3:Release', 'kubernetes:helm.sh/v4:Chart'] as const;

/** What runs containers on Kubernetes, and the charts that it comes from: by the token of the newest version of its API. */
export const KUBERNETES_TYPES: readonly string[] = [...WORKLOADS, ...CHARTS];

const CHART_PATHS = ['chart', 'repositoryOpts.repo', 'fetchOpts.repo', 'values', 'valueYamlFiles'];

/** Charts take images in parts, under names of their own, and in files. */
const CHART_VALUES: readonly string[] = ['values', 'valueYamlFiles'];

/** Where each type names the images of its containers: a text, a JSON text, or an object with them somewhere in it. */
const IMAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:ecs/taskDefinition:TaskDefinition', ['containerDefinitions']],
  ['aws:ecs/daemonTaskDefinition:DaemonTaskDefinition', ['containerDefinitions']],
  ['aws:ecs/expressGatewayService:ExpressGatewayService', ['primaryContainer']],
  [
    'aws:batch/jobDefinition:JobDefinition',
    ['containerProperties', 'ecsProperties', 'nodeProperties', 'eksProperties'],
  ],
  [
    'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime',
    ['agentRuntimeArtifact.containerConfiguration.containerUri'],
  ],
  ['aws:imagebuilder/containerRecipe:ContainerRecipe', ['parentImage']],
  ['aws:lambda/function:Function', ['imageUri']],
  ...WORKLOADS.map((type): [string, string[]] => [type, ['spec']]),
  ...CHARTS.map((type): [string, string[]] => [type, CHART_PATHS]),
]);

export const CONTAINER_TYPES: readonly string[] = [...IMAGES.keys()];

const KEYS = ['image'];

/** The parts of an object under which its containers stand: elsewhere a value may be decided later and hide no image. */
const BRANCHES = [
  'podProperties',
  'containers',
  'initContainers',
  'ephemeralContainers',
  'nodeRangeProperties',
  'container',
  'taskProperties',
  'template',
  'jobTemplate',
  'spec',
];

type Image = Reading<unknown>;

/** The images of a resource, or texts that hold them. What is decided later is one of them. */
export function containerImages({ type, properties }: Pick<PlannedResource, 'type' | 'properties'>): readonly Image[] {
  return (IMAGES.get(type) ?? []).flatMap((path): readonly Image[] => {
    const root = properties.any(path);
    if (root.state !== 'known' || typeof root.value !== 'object') return [root];
    if (CHART_VALUES.includes(path)) return textsIn(root).filter(isMarketplaceImage).map(known);
    const { found, hidden } = findNested(root, KEYS, BRANCHES);
    return [...found, ...(hidden === undefined ? [] : [{ state: 'unknown' as const, because: hidden }])];
  });
}

/** The account of AWS Marketplace's registry, as sellers print it in their manuals. */
const MARKETPLACE_REGISTRY = '709825985650.dkr.ecr.';

/** Is this an image of AWS Marketplace's registry, or a text with one in it? Any case, as in the rules. */
export const isMarketplaceImage = (text: string): boolean => text.toLowerCase().includes(MARKETPLACE_REGISTRY);

/** Does a resource say that it runs what AWS Marketplace sells? */
export const runsMarketplaceImage = (resource: Pick<PlannedResource, 'type' | 'properties'>): boolean =>
  containerImages(resource).some(
    (image) => image.state === 'known' && typeof image.value === 'string' && isMarketplaceImage(image.value),
  );
