import type { PlannedResource } from './plan';
import type { Properties } from './properties';

const NONE: readonly PlannedResource[] = [];

/** Finds the resource that another one points to, by what the engine recorded or by a known id. */
export class PlanIndex {
  private readonly byUrn: ReadonlyMap<string, PlannedResource>;
  private byType: ReadonlyMap<string, readonly PlannedResource[]> | undefined;
  /** By type, and then by the URN that they point to. */
  private readonly pointers = new Map<string, ReadonlyMap<string, readonly PlannedResource[]>>();
  /** By type and property, and then by the text that stands there. */
  private readonly byText = new Map<string, ReadonlyMap<string, readonly PlannedResource[]>>();
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
    const name = nameIn(resource.properties, property);
    if (name === undefined) return undefined;
    // A resource of the same type names another one by this property, as this one does.
    for (const type of types) {
      const named = this.namesOf(type, type === resource.type ? 'id' : property).get(name);
      if (named !== undefined) return named;
    }
    return undefined;
  }

  /** All resources that a property takes values from: a list may take each item from another one. */
  allLinked({ propertyDependencies }: PlannedResource, property: string): readonly PlannedResource[] {
    const urns = Object.hasOwn(propertyDependencies, property) ? propertyDependencies[property] : undefined;
    if (urns === undefined) return NONE;
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

  /** Is one of this type in the plan? */
  holds(type: string): boolean {
    return this.ofType(type).length > 0;
  }

  /** Every planned resource of a type, in URN order. */
  ofType(type: string): readonly PlannedResource[] {
    this.byType ??= groupedBy(this.resources, (one) => [one.type]);
    return this.byType.get(type) ?? NONE;
  }

  /** Resources of a type that point to another one, by whatever property. */
  pointingTo(type: string, urn: string): readonly PlannedResource[] {
    let pointers = this.pointers.get(type);
    if (pointers === undefined) {
      pointers = groupedBy(
        this.ofType(type),
        ({ propertyDependencies }) => new Set(Object.values(propertyDependencies).flat()),
      );
      this.pointers.set(type, pointers);
    }
    return pointers.get(urn) ?? [];
  }

  /** Resources of a type that name something by this property: policies by their `autoscalingGroupName`. */
  naming(type: string, property: string, name: string): readonly PlannedResource[] {
    const key = `${type}\n${property}`;
    let found = this.byText.get(key);
    if (found === undefined) {
      found = groupedBy(this.ofType(type), ({ properties }) => {
        const value = properties.text(property);
        return value.state === 'known' ? [value.value] : [];
      });
      this.byText.set(key, found);
    }
    return found.get(name) ?? NONE;
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

/** The text by which a property names another resource: itself, or an object that holds its id or ARN. */
function nameIn(properties: Properties, property: string): string | undefined {
  const own = properties.text(property);
  if (own.state === 'absent') return undefined;
  if (own.state === 'known') return own.value;
  const id = properties.text(`${property}.id`);
  if (id.state === 'known') return id.value;
  const arn = properties.text(`${property}.arn`);
  return arn.state === 'known' ? arn.value : undefined;
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

/** Resources by each of the keys that they have. */
function groupedBy(
  resources: readonly PlannedResource[],
  keysOf: (resource: PlannedResource) => Iterable<string>,
): ReadonlyMap<string, readonly PlannedResource[]> {
  const groups = new Map<string, PlannedResource[]>();
  for (const resource of resources) {
    for (const key of keysOf(resource)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [resource]);
      else group.push(resource);
    }
  }
  return groups;
}
