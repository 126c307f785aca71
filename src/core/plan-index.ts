import type { PlannedResource } from './plan';

const NONE: readonly PlannedResource[] = [];

/** Finds the resource that another one points to, by what the engine recorded or by a known id. */
export class PlanIndex {
  private readonly byUrn: ReadonlyMap<string, PlannedResource>;
  private byType: ReadonlyMap<string, readonly PlannedResource[]> | undefined;
  /** By type, and then by the URN that they point to. */
  private readonly pointers = new Map<string, ReadonlyMap<string, readonly PlannedResource[]>>();
  /** By type and property, and then by what names a resource of that type there. */
  private readonly named = new Map<string, ReadonlyMap<string, PlannedResource>>();

  constructor(private readonly resources: readonly PlannedResource[]) {
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  }

  /**
   * The resource of one of these types behind a property such as `launchTemplate` or `taskDefinition`; undefined when it is
   * not in the plan. Names are unique within a type only: a bucket may be called like a cluster.
   */
  linked(resource: PlannedResource, property: string, types: readonly string[]): PlannedResource | undefined {
    const found = this.allLinked(resource, property).find(({ type }) => types.includes(type));
    if (found !== undefined) return found;
    for (const path of [property, `${property}.id`, `${property}.arn`]) {
      const value = resource.properties.text(path);
      if (value.state !== 'known') continue;
      // A resource of the same type names another one by this property, as this one does.
      for (const type of types) {
        const named = this.namesOf(type, type === resource.type ? 'id' : property).get(value.value);
        if (named !== undefined) return named;
      }
      return undefined;
    }
    return undefined;
  }

  /** All resources that a property takes values from: a list may take each item from another one. */
  allLinked({ propertyDependencies }: PlannedResource, property: string): readonly PlannedResource[] {
    const urns = Object.hasOwn(propertyDependencies, property) ? (propertyDependencies[property] ?? []) : [];
    return urns.flatMap((urn) => this.byUrn.get(urn) ?? []);
  }

  /** The resource of one of these types that has this id, ARN or name. */
  identified(value: string, types: readonly string[]): PlannedResource | undefined {
    for (const type of types) {
      const found = this.namesOf(type).get(value);
      if (found !== undefined) return found;
    }
    return undefined;
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

  /**
   * What resources of a type are called: by id, ARN or name, and by the very property that names them elsewhere, such as
   * the `clusterIdentifier` of a cluster and its members. Built on first use: most plans never need it.
   */
  private namesOf(type: string, property = 'id'): ReadonlyMap<string, PlannedResource> {
    const key = `${type}\n${property}`;
    let names = this.named.get(key);
    if (names === undefined) {
      names = identitiesOf(this.ofType(type), new Set(['id', 'arn', 'name', property]));
      this.named.set(key, names);
    }
    return names;
  }
}

function identitiesOf(resources: readonly PlannedResource[], keys: Iterable<string>): Map<string, PlannedResource> {
  const found = new Map<string, PlannedResource>();
  for (const resource of resources) {
    for (const key of keys) {
      const value = resource.properties.text(key);
      if (value.state === 'known' && !found.has(value.value)) found.set(value.value, resource);
    }
  }
  return found;
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
