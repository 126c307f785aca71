import { containerImages, KUBERNETES_TYPES, runsMarketplaceImage } from '../core/coverage/container-images';
import type { Properties } from '../core/properties';

/** `kubernetes:<group>/<version>:<Kind>`; a patch of a resource, `DeploymentPatch`, may set its images too. */
const TOKEN = /^kubernetes:(.+)\/[^/:]+:(\w+?)(Patch)?$/;

const byKind = new Map(KUBERNETES_TYPES.map((type) => [type.slice(type.lastIndexOf(':') + 1), type]));

/** Groups of Kubernetes itself in which these kinds stand or stood; those of others may use the same names. */
const GROUPS = new Set(['apps', 'extensions', 'batch', 'core', 'helm.sh']);

/** One token for what runs containers, whatever the version of its API; undefined for everything else. */
export function workloadType(type: string): string | undefined {
  const [, group, kind] = TOKEN.exec(type) ?? [];
  return group !== undefined && kind !== undefined && GROUPS.has(group) ? byKind.get(kind) : undefined;
}

/** Kubernetes is no part of AWS. What it runs is, where AWS Marketplace sells it. */
export function isSoldByMarketplace(type: string, propertiesOf: () => Properties): boolean {
  const own = workloadType(type);
  return own !== undefined && runsMarketplaceImage({ type: own, properties: propertiesOf() });
}

/**
 * May it run images that the plan does not show? An image that is decided later, a release whose chart Helm opens, and a
 * resource of somebody's own kind, for which an operator runs containers.
 */
export function hidesImages(type: string, propertiesOf: () => Properties): boolean {
  const own = workloadType(type);
  if (own !== undefined) {
    const isRelease = own.endsWith(':Release');
    return (
      isRelease || containerImages({ type: own, properties: propertiesOf() }).some(({ state }) => state === 'unknown')
    );
  }
  const group = TOKEN.exec(type)?.[1];
  return group?.includes('.') === true && !group.endsWith('.k8s.io') && group !== 'helm.sh';
}
