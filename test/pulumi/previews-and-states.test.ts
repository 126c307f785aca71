import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/core/plan';
import { absent, known } from '../../src/core/reading';
import { readPlan } from '../../src/pulumi/read-plan';
import { wordsOf } from '../../src/words/notices';
import fc from '../support/fast-check';

const urn = (type: string, name = 'it') => `urn:pulumi:prod::shop::${type}::${name}`;
const PROVIDER = urn('pulumi:providers:aws', 'default_7_48_0');
const INSTANCE = 'aws:ec2/instance:Instance';

const resource = (type: string, change: Record<string, unknown> = {}): Record<string, unknown> => ({
  urn: urn(type),
  custom: true,
  id: 'some-id',
  type,
  inputs: {},
  outputs: {},
  provider: `${PROVIDER}::p-1`,
  ...change,
});
const provider = (inputs: unknown = { region: 'eu-west-1' }) =>
  resource('pulumi:providers:aws', { urn: PROVIDER, id: 'p-1', inputs, provider: undefined });

const planOf = (document: unknown): Plan => {
  const reading = readPlan(document);
  if ('problem' in reading) throw new Error(wordsOf(reading.problem));
  return reading.plan;
};
const state = (...resources: unknown[]) => planOf({ version: 3, deployment: { resources } });
const preview = (steps: unknown[], rest: Record<string, unknown> = {}) => planOf({ steps, ...rest });
const step = (op: string, type: string, change: Record<string, unknown> = {}) => {
  const old = ['create', 'read'].includes(op) ? undefined : resource(type, change);
  const next = ['delete', 'delete-replaced'].includes(op) ? undefined : resource(type, change);
  return { op, urn: (change['urn'] as string) ?? urn(type), oldState: old, newState: next };
};

describe('a saved state', () => {
  it.each([
    ['stack export', (resources: unknown[]) => ({ version: 3, deployment: { resources } })],
    ['checkpoint', (resources: unknown[]) => ({ version: 3, checkpoint: { latest: { resources } } })],
    ['old checkpoint', (resources: unknown[]) => ({ version: 1, checkpoint: { latest: { resources } } })],
  ])('%s: everything exists, nothing changes', (_, wrap) => {
    const plan = planOf(wrap([provider(), resource(INSTANCE)]));
    expect(plan.resources).toHaveLength(1);
    expect(plan.resources[0]).toMatchObject({ type: INSTANCE, name: 'it', existing: true, change: undefined });
    expect(plan.before).toBeUndefined();
    expect(plan.stack).toEqual({ organization: null, project: 'shop', name: 'prod' });
    expect(plan.problems).toEqual([]);
  });

  it('an empty stack is an empty plan', () => {
    expect(planOf({ version: 3, deployment: { manifest: {} } }).resources).toEqual([]);
  });

  it('inputs come first, outputs and the id fill the gaps', () => {
    const [one] = state(
      resource(INSTANCE, { id: 'i-1', inputs: { size: 'asked' }, outputs: { size: 'answered', arn: 'a' } }),
    ).resources;
    expect(one?.properties.text('size')).toEqual(known('asked'));
    expect(one?.properties.text('arn')).toEqual(known('a'));
    expect(one?.properties.text('id')).toEqual(known('i-1'));
  });

  it('counts what is not AWS, what is only read, and leaves groups out', () => {
    const plan = state(
      resource('pulumi:pulumi:Stack', { custom: false }),
      resource('awsx:ec2:Vpc', { custom: false }),
      provider(),
      resource('gcp:storage/bucket:Bucket'),
      resource(INSTANCE, { external: true }),
    );
    expect(plan.resources).toEqual([]);
    expect([...plan.outside]).toEqual([['gcp', 1]]);
    expect([...plan.external]).toEqual([[INSTANCE, 1]]);
  });

  it('says that AWS resources of other providers are not judged', () => {
    expect(state(resource('aws-native:amplify:App')).problems).toMatchObject([
      { code: 'aws-unread', level: 'warn', args: { package: 'aws-native', count: 1 } },
    ]);
  });

  it('leaves out what waits for its deletion, and says a real duplicate', () => {
    const plan = state(resource(INSTANCE, { delete: true, id: 'old' }), resource(INSTANCE, { id: 'new' }));
    expect(plan.problems).toMatchObject([{ code: 'waits-for-deletion', level: 'info' }]);
    expect(plan.resources.map((one) => one.properties.text('id'))).toEqual([known('new')]);
    const twice = state(resource(INSTANCE, { id: 'first' }), resource(INSTANCE, { id: 'last' }));
    expect(twice.problems).toMatchObject([{ code: 'listed-twice', args: { urn: urn(INSTANCE) } }]);
    expect(twice.resources.map((one) => one.properties.text('id'))).toEqual([known('last')]);
  });

  it('one whose replacement was interrupted does not exist, and that is said', () => {
    const plan = state(resource(INSTANCE, { pendingReplacement: true }));
    expect([plan.resources, plan.stack.name]).toEqual([[], 'prod']);
    expect(plan.problems).toMatchObject([{ code: 'deleted-already', level: 'info', args: { urns: [urn(INSTANCE)] } }]);
  });

  it('what an interrupted deployment was doing is named, and in no total', () => {
    const operations = ['creating', 'deleting', 'reading'].map((type) => ({
      type,
      resource: resource(INSTANCE, { urn: urn(INSTANCE, type) }),
    }));
    const plan = planOf({ version: 3, deployment: { resources: [], pending_operations: [...operations, 7, {}] } });
    expect(plan.resources).toEqual([]);
    expect(plan.problems).toMatchObject([
      { code: 'interrupted', level: 'warn', args: { operation: 'creating', urns: [urn(INSTANCE, 'creating')] } },
      { code: 'interrupted', level: 'warn', args: { operation: 'deleting', urns: [urn(INSTANCE, 'deleting')] } },
    ]);
    expect(plan.problems.map(wordsOf)[0]).toBe(
      `1 resource may exist, in no total: its creation was interrupted. Run \`pulumi refresh\` to find out: ${urn(INSTANCE, 'creating')}.`,
    );
  });

  it('is in the order of URNs, whatever the order of the file', () => {
    const names = ['b', 'a', 'c'].map((name) => resource(INSTANCE, { urn: urn(INSTANCE, name) }));
    expect(state(...names).resources.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    [3, []],
    [4, []],
    [
      5,
      [
        'Its version is 5, and versions up to 4 are known here: something in it may be overlooked. Use a newer pulumi-credit-guard.',
      ],
    ],
  ])('of version %i is told where it is of a form that came later', (version, problems) => {
    const plan = planOf({ version, deployment: { resources: [resource(INSTANCE)] } });
    expect(plan.problems.map(wordsOf)).toEqual(problems);
    expect(plan.resources).toHaveLength(1);
    const checkpoint = planOf({ version, checkpoint: { latest: { resources: [resource(INSTANCE)] } } });
    expect(checkpoint.problems).toHaveLength(problems.length);
  });

  it('names what has no urn or type, and keeps the rest', () => {
    const plan = state({ type: INSTANCE }, 7, null, resource(INSTANCE));
    expect(plan.problems).toMatchObject(
      [1, 2, 3].map((place) => ({ code: 'resource-unread', args: { resource: place } })),
    );
    expect(plan.resources).toHaveLength(1);
  });

  it('keeps names as they are, with colons and control characters', () => {
    const name = 'a::b\u001b[31m';
    expect(state(resource(INSTANCE, { urn: urn(INSTANCE, name) })).resources[0]?.name).toBe(name);
  });

  it.each([
    ['aws:elasticloadbalancingv2/loadBalancer:LoadBalancer', 'aws:lb/loadBalancer:LoadBalancer'],
    ['aws:alb/listener:Listener', 'aws:lb/listener:Listener'],
    ['aws:applicationloadbalancing/targetGroup:TargetGroup', 'aws:lb/targetGroup:TargetGroup'],
    ['aws:elasticloadbalancing/loadBalancer:LoadBalancer', 'aws:elb/loadBalancer:LoadBalancer'],
    ['aws:s3/bucketV2:BucketV2', 'aws:s3/bucket:Bucket'],
    ['aws:s3/bucketVersioningV2:BucketVersioningV2', 'aws:s3/bucketVersioning:BucketVersioning'],
    ['aws:wafv2/webAcl:WebAcl', 'aws:wafv2/webAcl:WebAcl'],
    ['aws:apigatewayv2/api:Api', 'aws:apigatewayv2/api:Api'],
  ])('%s is %s', (old, canonical) => {
    expect(state(resource(old)).resources[0]?.type).toBe(canonical);
  });
});

describe('the region of a resource', () => {
  const regionIn = (plan: Plan) => plan.resources[0]?.region;

  it('is its own first, then that of its provider', () => {
    expect(regionIn(state(provider(), resource(INSTANCE, { inputs: { region: 'us-east-2' } })))).toEqual(
      known('us-east-2'),
    );
    expect(regionIn(state(provider(), resource(INSTANCE)))).toEqual(known('eu-west-1'));
  });

  it('is not known when the region of the provider is a secret', () => {
    expect(regionIn(state(provider({ region: '[secret]' }), resource(INSTANCE)))?.state).toBe('unknown');
  });

  it('is what the zone or the ARN names', () => {
    expect(regionIn(state(resource(INSTANCE, { inputs: { availabilityZone: 'us-west-2a' } })))).toEqual(
      known('us-west-2'),
    );
    const arn = 'arn:aws:ec2:ap-south-1:111122223333:instance/i-1';
    expect(regionIn(state(resource(INSTANCE, { outputs: { arn } })))).toEqual(known('ap-south-1'));
  });

  it('is what all others of the same provider have, for a provider that does not say', () => {
    const arn = (region: string, name: string) =>
      resource('aws:kms/key:Key', {
        urn: urn('aws:kms/key:Key', name),
        outputs: { arn: `arn:aws:kms:${region}:1:key/k` },
      });
    const nat = resource('aws:ec2/natGateway:NatGateway');
    const agreed = state(provider({}), nat, arn('us-west-2', 'a'), arn('us-west-2', 'b'));
    expect(agreed.resources.map(({ region }) => region)).toEqual([
      known('us-west-2'),
      known('us-west-2'),
      known('us-west-2'),
    ]);
    expect(regionIn(state(provider({}), nat, arn('us-west-2', 'a'), arn('eu-west-1', 'b')))).toEqual(absent);
    expect(regionIn(state(nat, { ...arn('us-west-2', 'a'), provider: 'another' }))).toEqual(absent);
  });

  it('is the one of the configuration at last', () => {
    expect(regionIn(preview([step('create', INSTANCE)], { config: { 'aws:region': 'eu-north-1' } }))).toEqual(
      known('eu-north-1'),
    );
    expect(regionIn(preview([step('create', INSTANCE)]))).toEqual(absent);
  });
});

describe('a preview', () => {
  it.each([
    ['create', false, 'create', 0],
    ['same', true, 'same', 1],
    ['refresh', true, 'same', 1],
    ['update', true, 'update', 1],
    ['replace', true, 'replace', 1],
  ])('%s', (op, existing, change, before) => {
    const plan = preview([step(op, INSTANCE)]);
    expect(plan.resources).toHaveLength(1);
    expect(plan.resources[0]).toMatchObject({ existing, change });
    expect(plan.before).toHaveLength(before);
  });

  it('what is deleted was there and will not be', () => {
    const plan = preview([step('delete', INSTANCE)]);
    expect(plan.resources).toEqual([]);
    expect(plan.before).toMatchObject([{ change: 'delete' }]);
    expect(plan.stack.project).toBe('shop');
  });

  it('the steps of a replacement are one resource, before and after', () => {
    const steps = ['create-replacement', 'replace', 'delete-replaced'].map((op) => step(op, INSTANCE));
    const plan = preview(steps);
    expect(plan.resources).toMatchObject([{ change: 'replace' }]);
    expect(plan.before).toMatchObject([{ change: 'replace' }]);
    expect(plan.problems).toEqual([]);
  });

  describe('a replacement', () => {
    const old = (change: object = {}) => resource(INSTANCE, { id: 'old', ...change });
    const next = resource(INSTANCE, { id: '' });
    const marked = { op: 'replace', urn: urn(INSTANCE), oldState: old({ delete: true }), newState: next };
    const begins = { op: 'create-replacement', urn: urn(INSTANCE), oldState: old(), newState: next };
    const ends = { op: 'delete-replaced', urn: urn(INSTANCE), oldState: old({ delete: true }) };
    const earlier = { op: 'delete-replaced', urn: urn(INSTANCE), oldState: old({ delete: true, id: 'older' }) };

    it.each([
      ['created first, as by default', [marked]],
      ['created first, with all its steps', [begins, marked, ends]],
      ['beside what an earlier one left to delete', [begins, marked, ends, earlier]],
      ['deleted first', [{ ...marked, oldState: old({ pendingReplacement: true }) }]],
      [
        'deleted first, with all its steps',
        [{ op: 'delete-replaced', urn: urn(INSTANCE), oldState: old() }, { ...marked, oldState: old() }, begins],
      ],
    ])('%s: one resource, before and after', (_, steps) => {
      const plan = preview(steps);
      expect(plan.before?.map((one) => one.properties.text('id'))).toEqual([known('old')]);
      expect(plan.resources).toMatchObject([{ change: 'replace' }]);
      expect(plan.problems).toEqual([]);
    });

    it('of what stays in AWS saves nothing', () => {
      const plan = preview([{ ...marked, oldState: old({ delete: true, retainOnDelete: true }) }]);
      expect([plan.resources.length, plan.before]).toEqual([1, []]);
      expect(plan.problems).toMatchObject([{ code: 'kept-in-aws', level: 'info', args: { urns: [urn(INSTANCE)] } }]);
    });
  });

  it('a deletion that keeps the resource in AWS saves nothing, and says so', () => {
    const plan = preview([step('delete', INSTANCE, { retainOnDelete: true })]);
    expect(plan.before).toEqual([]);
    expect(plan.problems.map(wordsOf)).toEqual([
      `1 resource leaves the stack but stays in AWS (retainOnDelete): AWS goes on billing it, outside every figure here. ${urn(INSTANCE)}.`,
    ]);
  });

  it('what is imported exists already', () => {
    const plan = preview([
      { op: 'import', urn: urn(INSTANCE), newState: resource(INSTANCE, { inputs: { size: 'm' } }) },
    ]);
    expect(plan.before?.map((one) => one.properties.text('size'))).toEqual([known('m')]);
  });

  describe('with --refresh', () => {
    const sized = (size: string) => resource(INSTANCE, { inputs: { size } });
    const refresh = { op: 'refresh', urn: urn(INSTANCE), oldState: sized('s'), newState: sized('s') };

    it.each([
      ['same', { op: 'same', urn: urn(INSTANCE), oldState: sized('s'), newState: sized('s') }, 's', 's'],
      ['update', { op: 'update', urn: urn(INSTANCE), oldState: sized('s'), newState: sized('m') }, 's', 'm'],
      ['replace', { op: 'replace', urn: urn(INSTANCE), oldState: sized('s'), newState: sized('m') }, 's', 'm'],
    ])('a refresh and then %s are one resource', (op, own, before, after) => {
      const plan = preview([refresh, own], { changeSummary: { [op]: 1 } });
      expect(plan.before?.map((one) => one.properties.text('size'))).toEqual([known(before)]);
      expect(plan.resources.map((one) => one.properties.text('size'))).toEqual([known(after)]);
      expect(plan.problems).toEqual([]);
    });

    it('what it lists is not missing, though the summary counts it as unchanged', () => {
      expect(preview([refresh], { changeSummary: { same: 1 } }).problems).toEqual([]);
      expect(preview([refresh], { changeSummary: { same: 3 } }).problems).toMatchObject([
        { code: 'unchanged-unlisted', args: { count: 2 } },
      ]);
    });
  });

  it('old and new state are told apart', () => {
    const changed = {
      op: 'update',
      urn: urn(INSTANCE),
      oldState: resource(INSTANCE, { inputs: { instanceType: 't3.micro' } }),
      newState: resource(INSTANCE, { inputs: { instanceType: 'm5.large' } }),
    };
    const plan = preview([changed]);
    expect(plan.before?.[0]?.properties.text('instanceType')).toEqual(known('t3.micro'));
    expect(plan.resources[0]?.properties.text('instanceType')).toEqual(known('m5.large'));
  });

  it('flat and hollow steps are read too', () => {
    const flat = {
      op: 'create',
      urn: urn(INSTANCE),
      type: INSTANCE,
      inputs: { instanceType: 't3.micro' },
      outputs: {},
    };
    expect(preview([flat]).resources[0]?.properties.text('instanceType')).toEqual(known('t3.micro'));
    const hollow = preview([{ op: 'update', urn: urn(INSTANCE), type: INSTANCE }]);
    expect(hollow.resources[0]?.properties.text('instanceType')).toMatchObject(absent);
    expect(hollow.before).toHaveLength(1);
  });

  it('what is only read is counted and not judged', () => {
    const plan = preview([step('read', INSTANCE)]);
    expect(plan.resources).toEqual([]);
    expect([...plan.external]).toEqual([[INSTANCE, 1]]);
  });

  it('what an earlier deployment left to delete does not hide its successor', () => {
    const leftover = { op: 'delete', urn: urn(INSTANCE), oldState: resource(INSTANCE, { delete: true, id: 'old' }) };
    const plan = preview([step('same', INSTANCE), leftover]);
    expect(plan.before).toMatchObject([{ change: 'same' }]);
  });

  it('says what is missing: unchanged resources, steps that cannot be read, duplicates', () => {
    const short = preview([step('create', INSTANCE)], { changeSummary: { create: 1, same: 12 } });
    expect(short.problems).toMatchObject([{ code: 'unchanged-unlisted', args: { count: 12 } }]);
    expect(preview([step('same', INSTANCE)], { changeSummary: { same: 1 } }).problems).toEqual([]);
    expect(preview([{ op: 'teleport', urn: urn(INSTANCE) }, 7]).problems).toHaveLength(2);
    const twice = preview([step('same', INSTANCE, { id: 'a' }), step('same', INSTANCE, { id: 'b' })]);
    expect(twice.problems).toMatchObject([{ code: 'listed-twice' }]);
    expect(preview([step('same', INSTANCE), step('same', INSTANCE)]).problems).toEqual([]);
  });
});

describe('other documents', () => {
  it.each([[null], [[]], ['x'], [1], [{}], [{ version: 3 }], [{ deployment: null }]])('%j is no plan', (document) => {
    expect(readPlan(document)).toHaveProperty('problem');
  });

  it.each([[{ steps: {} }], [{ deployment: { resources: {} } }]])('%j: the list is no list', (document) => {
    expect(readPlan(document)).toMatchObject({ problem: { code: 'no-list' } });
  });

  it('a value that cannot be written as text counts nothing', () => {
    const nothing = { toString: '' };
    const plan = preview([step('create', INSTANCE)], { changeSummary: { create: nothing, [urn(INSTANCE)]: nothing } });
    expect(plan.resources).toHaveLength(1);
    const begins = { metadata: { op: 'create', urn: nothing } };
    const events = [{ sequence: 1, timestamp: 1, resourcePreEvent: begins }];
    expect(readPlan(events)).toHaveProperty('problem');
  });

  it('never throws, also while the result is read', () => {
    const hostile = fc.oneof(fc.jsonValue(), fc.constant(JSON.parse('{"__proto__": {"id": 1}, "toString": 1}')));
    const fields = ['urn', 'type', 'inputs', 'outputs', 'id', 'provider', 'propertyDependencies', 'custom', 'external'];
    const broken = fc.dictionary(fc.constantFrom(...fields), hostile).map((change) => resource(INSTANCE, change));
    const steps = fc.record({
      op: fc.oneof(fc.constantFrom('same', 'create', 'delete', 'replace', 'toString'), hostile),
      urn: hostile,
      oldState: fc.oneof(broken, hostile),
      newState: fc.oneof(broken, hostile),
    });
    const metadata = steps.map(({ oldState, newState, ...step }) => ({ ...step, old: oldState, new: newState }));
    const event = fc.record(
      {
        resourcePreEvent: fc.oneof(fc.record({ metadata }), hostile),
        resOutputsEvent: fc.oneof(fc.record({ metadata }), hostile),
        diagnosticEvent: hostile,
        preludeEvent: fc.oneof(fc.record({ config: hostile }), hostile),
        summaryEvent: fc.oneof(
          fc.record({ resourceChanges: hostile, result: fc.oneof(fc.constant('succeeded'), hostile) }),
          hostile,
        ),
      },
      { requiredKeys: [] },
    );
    const events = fc.array(event.map((one) => ({ sequence: 1, timestamp: 1, ...one })));
    const documents = fc.oneof(
      hostile,
      fc.array(fc.oneof(broken, hostile)).map((resources) => ({ deployment: { resources } })),
      fc.record({ steps: fc.array(steps), config: hostile, changeSummary: hostile, diagnostics: hostile }),
      events,
    );
    fc.assert(
      fc.property(documents, (document) => {
        const reading = readPlan(document);
        if ('plan' in reading) for (const one of reading.plan.resources) one.properties.text('id');
      }),
    );
  });
});
