import { describe, expect, test } from 'vitest';
import { ChangedProperties } from '../../src/core/changed-properties';
import type { Plan } from '../../src/core/plan';
import { Properties } from '../../src/core/properties';
import { absent, known } from '../../src/core/reading';
import { type Supposition, suppose } from '../../src/core/what-if';
import fc from '../support/fast-check';
import { aResource, LATER, type ResourceSketch, SECRET, urnOf } from '../support/resources';

const RDS = 'aws:rds/instance:Instance';

function aPlan(resources: ResourceSketch[], before?: ResourceSketch[]): Plan {
  return {
    stack: { organization: null, project: 'shop', name: 'dev' },
    resources: resources.map(aResource),
    before: before?.map(aResource),
    external: new Map(),
    outside: new Map(),
    stackConfiguration: {},
    problems: [],
  };
}
const change = (name: string, path: string, value: unknown): Supposition => ({
  kind: 'change',
  urn: urnOf(RDS, name),
  changes: [{ path, value }],
});

describe('properties with some of them changed', () => {
  const base = new Properties({
    size: 1,
    later: LATER,
    secret: SECRET,
    disk: { size: 8, type: 'gp3' },
    disks: [{ size: 1 }, { size: 2 }],
    wrapped: [{ size: 4, type: 'gp2' }],
  });
  const changed = (...changes: [string, unknown][]) =>
    new ChangedProperties(
      base,
      changes.map(([path, value]) => ({ path, value })),
    );

  test('a change is what stands there, whatever stood there before', () => {
    for (const path of ['size', 'later', 'secret', 'new']) {
      expect(changed([path, '7']).quantity(path)).toEqual(known(7));
    }
    expect(changed(['size', null]).any('size')).toMatchObject({ state: 'absent', path: 'size' });
  });

  test('all else is as it was', () => {
    const one = changed(['size', '7'], ['disk.size', '9'], ['disks[1].size', '5']);
    expect(one.any('later')).toMatchObject({ state: 'unknown' });
    expect(one.text('disk.type')).toEqual(known('gp3'));
    const items = one.items('disks');
    const sizes =
      items.state === 'known' ? items.value.map((item) => item.state === 'known' && item.value.any('size')) : [];
    expect(sizes).toEqual([known(1), known('5')]);
  });

  test('inside an object, read either way', () => {
    const one = changed(['disk.size', '9']);
    expect(one.quantity('disk.size')).toEqual(known(9));
    const disk = one.object('disk');
    expect(disk.state === 'known' && disk.value.quantity('size')).toEqual(known(9));
    expect(disk.state === 'known' && disk.value.text('type')).toEqual(known('gp3'));
  });

  test('inside an object that older providers wrap, and one that is not there', () => {
    const one = changed(['wrapped.size', '9'], ['fresh.deep.size', '3']);
    const wrapped = one.object('wrapped');
    expect(wrapped.state === 'known' && [wrapped.value.any('size'), wrapped.value.any('type')]).toEqual([
      known('9'),
      known('gp2'),
    ]);
    expect(one.quantity('fresh.deep.size')).toEqual(known(3));
  });

  test('a list grows, and an item is replaced as a whole', () => {
    const one = changed(['disks[2].size', '3'], ['disks[0]', { size: 10 }]);
    const items = one.items('disks');
    const sizes =
      items.state === 'known' ? items.value.map((item) => item.state === 'known' && item.value.any('size')) : [];
    expect(sizes).toEqual([known(10), known(2), known('3')]);
  });

  test('the last word counts', () => {
    expect(changed(['size', '7'], ['size', '8']).any('size')).toEqual(known('8'));
    expect(changed(['disk.size', '7'], ['disk', { size: 1 }]).any('disk.size')).toEqual(known(1));
  });

  test('no value throws', () => {
    const value = fc.anything();
    fc.assert(
      fc.property(fc.constantFrom('a', 'a.b', 'a[0]', 'a[1].b', 'a.b.c'), value, value, (path, before, after) => {
        const one = new ChangedProperties(new Properties({ a: before }), [{ path, value: after }]);
        for (const asked of ['a', 'a.b', 'a.b.c', 'b']) {
          one.text(asked);
          one.items(asked);
          one.object(asked);
        }
      }),
    );
  });
});

describe('a plan as it would be', () => {
  test('without a resource', () => {
    const { plan } = suppose(
      aPlan([
        { type: RDS, name: 'a' },
        { type: RDS, name: 'b' },
      ]),
      [{ kind: 'remove', urn: urnOf(RDS, 'a') }],
    );
    expect(plan.resources.map(({ name }) => name)).toEqual(['b']);
  });

  test('a change of what stays as it is, is an update; what is created is still created', () => {
    const { plan } = suppose(
      aPlan([
        { type: RDS, name: 'a', change: 'same' },
        { type: RDS, name: 'b', change: 'create' },
      ]),
      [change('a', 'instanceClass', 'db.t4g.small'), change('b', 'instanceClass', 'db.t4g.small')],
    );
    expect(plan.resources.map((one) => one.change)).toEqual(['update', 'create']);
  });

  test('changes of one resource add up, also of a new one', () => {
    const add: Supposition = { kind: 'add', type: RDS, name: 'new', changes: [{ path: 'engine', value: 'mysql' }] };
    const { plan } = suppose(aPlan([]), [add, { ...add, changes: [{ path: 'multiAz', value: 'true' }] }]);
    const [one] = plan.resources;
    expect([plan.resources.length, one?.properties.any('engine'), one?.properties.flag('multiAz')]).toEqual([
      1,
      known('mysql'),
      known(true),
    ]);
  });

  test('a new resource is where all others are, and nowhere where they differ', () => {
    const add: Supposition = { kind: 'add', type: RDS, name: 'new', changes: [] };
    const regionIn = (...regions: string[]) =>
      suppose(aPlan(regions.map((region, i) => ({ type: RDS, name: `${i}`, region }))), [add]).supposed[0]?.resource
        .region;
    expect(regionIn('eu-west-1', 'eu-west-1')).toEqual(known('eu-west-1'));
    expect([regionIn('eu-west-1', 'us-east-1'), regionIn()]).toEqual([absent, absent]);
    const named = { ...add, changes: [{ path: 'region', value: 'eu-north-1' }] };
    expect(suppose(aPlan([]), [named]).supposed[0]?.resource.region).toEqual(known('eu-north-1'));
  });

  test('it is created only where the plan shows changes', () => {
    const add: Supposition = { kind: 'add', type: RDS, name: 'new', changes: [] };
    const changeIn = (plan: Plan) => suppose(plan, [add]).supposed[0]?.resource.change;
    expect([changeIn(aPlan([], [])), changeIn(aPlan([]))]).toEqual(['create', undefined]);
  });

  test('the plan that was given is as it was, and resources stay in order', () => {
    const plan = aPlan([{ type: RDS, name: 'b' }]);
    const add: Supposition = { kind: 'add', type: RDS, name: 'a', changes: [] };
    const after = suppose(plan, [add, change('b', 'engine', 'mysql')]);
    expect(after.plan.resources.map(({ name }) => name)).toEqual(['a', 'b']);
    expect([plan.resources.length, plan.resources[0]?.properties.any('engine')]).toEqual([
      1,
      { state: 'absent', path: 'engine' },
    ]);
  });
});
