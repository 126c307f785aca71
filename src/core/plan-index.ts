import type { PlannedResource } from './plan';

const NONE: readonly PlannedResource[] = [];

/** Finds the resource that another one points to, by what the engine recorded or by a known id. */
export class PlanIndex {
  private readonly byUrn: ReadonlyMap<string, PlannedResource>;
  private byType: ReadonlyMap<string, readonly PlannedResource[]> | undefined;
  /** By type, and then by the URN that they point to. */
  private readonly pointers = new Map<string, ReadonlyMap<string, readonly PlannedResource[]>>();
  private byIdentity: ReadonlyMap<string, PlannedResource> | undefined;

  constructor(private readonly resources: readonly PlannedResource[]) {
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  }

  /** The resource behind a property such as `launchTemplate` or `taskDefinition`; undefined when it is not in the plan. */
  linked(resource: PlannedResource, property: string): PlannedResource | undefined {
    const [urn] = Object.hasOwn(resource.propertyDependencies, property)
      ? (resource.propertyDependencies[property] ?? [])
      : [];
    if (urn !== undefined) return this.byUrn.get(urn);
    for (const path of [property, `${property}.id`, `${property}.arn`]) {
      const value = resource.properties.text(path);
      if (value.state === 'known') return this.identified(value.value);
    }
    return undefined;
  }

  /** All resources that a property takes values from: a list may take each item from another one. */
  allLinked({ propertyDependencies }: PlannedResource, property: string): readonly PlannedResource[] {
    const urns = Object.hasOwn(propertyDependencies, property) ? (propertyDependencies[property] ?? []) : [];
    return urns.flatMap((urn) => this.byUrn.get(urn) ?? []);
  }

  /** The resource that has this id, ARN or name. */
  identified(value: string): PlannedResource | undefined {
    return this.identities().get(value);
  }

  holds(type: string): boolean {
    return this.ofType(type).length > 0;
  }

  /** Every planned resource of a type, in URN order. */
  ofType(type: string): readonly PlannedResource[] {
    this.byType ??= this.groupedByType();
    return this.byType.get(type) ?? NONE;
  }

  /** Resources of a type that point to another one, by whatever property. */
  pointingTo(type: string, urn: string): readonly PlannedResource[] {
    let pointers = this.pointers.get(type);
    if (pointers === undefined) {
      pointers = pointersOf(this.ofType(type));
      this.pointers.set(type, pointers);
    }
    return pointers.get(urn) ?? [];
  }

  private groupedByType(): ReadonlyMap<string, readonly PlannedResource[]> {
    const groups = new Map<string, PlannedResource[]>();
    for (const resource of this.resources) {
      const group = groups.get(resource.type) ?? [];
      groups.set(resource.type, group);
      group.push(resource);
    }
    return groups;
  }

  /** Built on first use: most plans never need it. */
  private identities(): ReadonlyMap<string, PlannedResource> {
    if (this.byIdentity === undefined) {
      const found = new Map<string, PlannedResource>();
      for (const resource of this.resources) {
        for (const key of ['id', 'arn', 'name']) {
          const value = resource.properties.text(key);
          if (value.state === 'known' && !found.has(value.value)) found.set(value.value, resource);
        }
      }
      this.byIdentity = found;
    }
    return this.byIdentity;
  }
}

function pointersOf(resources: readonly PlannedResource[]): ReadonlyMap<string, readonly PlannedResource[]> {
  const found = new Map<string, PlannedResource[]>();
  for (const resource of resources) {
    for (const urn of new Set(Object.values(resource.propertyDependencies).flat())) {
      const pointing = found.get(urn) ?? [];
      found.set(urn, pointing);
      pointing.push(resource);
    }
  }
  return found;
}
