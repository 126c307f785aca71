import type { PlannedResource } from '../plan';
import type { Reading } from '../reading';
import { findNested } from './nested';

/** Where each type names the images of its containers: a text, a JSON text, or an object with `image` somewhere in it. */
const IMAGES: Readonly<Record<string, readonly string[]>> = {
  'aws:ecs/taskDefinition:TaskDefinition': ['containerDefinitions'],
  'aws:ecs/daemonTaskDefinition:DaemonTaskDefinition': ['containerDefinitions'],
  'aws:ecs/expressGatewayService:ExpressGatewayService': ['primaryContainer'],
  'aws:batch/jobDefinition:JobDefinition': ['containerProperties', 'ecsProperties', 'nodeProperties', 'eksProperties'],
  'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime': [
    'agentRuntimeArtifact.containerConfiguration.containerUri',
  ],
  'aws:imagebuilder/containerRecipe:ContainerRecipe': ['parentImage'],
  'aws:lambda/function:Function': ['imageUri'],
};

export const CONTAINER_TYPES: readonly string[] = Object.keys(IMAGES);

/** The parts of an object under which its containers stand: elsewhere a value may be decided later and hide no image. */
const BRANCHES = [
  'podProperties',
  'containers',
  'initContainers',
  'nodeRangeProperties',
  'container',
  'taskProperties',
];

/** The images of a resource, or texts that hold them. What is decided later is one of them. */
export function containerImages({ type, properties }: PlannedResource): readonly Reading<unknown>[] {
  return (IMAGES[type] ?? []).flatMap((path): readonly Reading<unknown>[] => {
    const root = properties.any(path);
    if (root.state !== 'known' || typeof root.value !== 'object') return [root];
    const { found, hidden } = findNested(root, ['image'], BRANCHES);
    return hidden === undefined ? found : [...found, { state: 'unknown', because: hidden }];
  });
}
