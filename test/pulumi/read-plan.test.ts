import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/core/plan';
import { known } from '../../src/core/reading';
import { readPlan } from '../../src/pulumi/read-plan';
import { wordsOf } from '../../src/words/notices';
import fc from '../support/fast-check';
import { SECRET } from '../support/resources';

const PROVIDER = 'urn:pulumi:dev::shop::pulumi:providers:aws::default';
const urn = (type: string, name = 'it') => `urn:pulumi:dev::shop::${type}::${name}`;

const aProvider = (region = 'eu-west-1', name = 'default') => ({
  urn: urn('pulumi:providers:aws', name),
  type: 'pulumi:providers:aws',
  custom: true,
  id: 'p1',
  inputs: { region },
});

const aState = (parts: Record<string, unknown> = {}) => ({
  urn: urn('aws:ec2/instance:Instance'),
  type: 'aws:ec2/instance:Instance',
  custom: true,
  id: 'i-1',
  provider: `${PROVIDER}::p1`,
  inputs: { instanceType: 't3.micro' },
  outputs: { instanceType: 't3.micro', availabilityZone: 'us-west-2a' },
  ...parts,
});

const exported = (...resources: unknown[]) => ({ version: 3, deployment: { resources } });
const preview = (...steps: unknown[]) => ({ steps });

function plan(document: unknown): Plan {
  const reading = readPlan(document);
  if ('problem' in reading) throw new Error(wordsOf(reading.problem));
  return reading.plan;
}

const names = (resources: readonly { urn: string }[] | undefined) => resources?.map((one) => one.urn.split('::').pop());

describe('a deployment of a part', () => {
  const leftOut = (name: string) => {
    const { id, inputs, outputs, ...state } = aState({ urn: urn('aws:ec2/instance:Instance', name) });
    return { op: 'same', urn: state.urn, oldState: state, newState: state };
  };

  test('what --target leaves out is in no list, and is said', () => {
    const { resources, before, problems } = plan(
      preview(leftOut('a'), leftOut('b'), { op: 'create', newState: aState() }),
    );
    expect([names(resources), names(before)]).toEqual([['it'], []]);
    expect(problems.map(wordsOf)).toEqual([
      '2 new resources are not part of this deployment (--target or --exclude); no figure includes them.',
    ]);
    expect(problems.map(({ level }) => level)).toEqual(['info']);
  });

  test('an unchanged resource that exists stays in both, whatever little is told of it', () => {
    const { inputs, outputs, ...hollow } = aState();
    const { resources, before, problems } = plan(preview({ op: 'same', oldState: hollow, newState: hollow }));
    expect([names(resources), names(before), problems]).toEqual([['it'], ['it'], []]);
  });
});

describe('a saved state', () => {
  test('everything in it exists, and nothing says what would change', () => {
    const { resources, before, stack } = plan(exported(aProvider(), aState()));
    expect(resources.map((one) => [one.type, one.existing, one.change, one.region])).toEqual([
      ['aws:ec2/instance:Instance', true, undefined, known('eu-west-1')],
    ]);
    expect([before, stack]).toEqual([undefined, { organization: null, project: 'shop', name: 'dev' }]);
  });

  test('a checkpoint file of a local backend is read alike', () => {
    const resources = [aProvider(), aState()];
    expect(plan({ version: 3, checkpoint: { latest: { resources } } }).resources).toEqual(
      plan(exported(...resources)).resources,
    );
  });

  test('components, providers and the stack itself are no resources', () => {
    const component = { urn: urn('aws:serverless:Function'), type: 'aws:serverless:Function', custom: false };
    expect(plan(exported(aProvider(), component)).resources).toEqual([]);
  });

  test('what the stack only reads is somebody else’s to pay', () => {
    const read = plan(exported(aProvider(), aState({ external: true })));
    expect([read.resources, [...read.external]]).toEqual([[], [['aws:ec2/instance:Instance', 1]]]);
  });

  test('other clouds are counted by package', () => {
    const gcp = { urn: urn('gcp:storage/bucket:Bucket'), type: 'gcp:storage/bucket:Bucket', custom: true };
    const native = { urn: urn('aws-native:amplify:App'), type: 'aws-native:amplify:App', custom: true };
    expect([...plan(exported(gcp, native)).outside]).toEqual([['gcp', 1]]);
  });

  test('a resource that waits for its deletion is in no figure, and is said: AWS bills it until then', () => {
    const { resources, problems } = plan(exported(aProvider(), aState(), aState({ delete: true, id: 'i-0' })));
    expect(resources.length).toBe(1);
    expect(problems).toMatchObject([{ code: 'waits-for-deletion', level: 'info', args: { urns: [aState().urn] } }]);
  });

  test('a real duplicate is said, and the last one counts', () => {
    const { resources, problems } = plan(
      exported(aState({ inputs: { instanceType: 'a' } }), aState({ inputs: { instanceType: 'b' } })),
    );
    expect(resources.map((one) => one.properties.text('instanceType'))).toEqual([known('b')]);
    expect(problems.map(wordsOf)).toEqual([
      `The plan lists ${urn('aws:ec2/instance:Instance')} more than once; the last entry is used.`,
    ]);
  });

  test('resources come in URN order, whatever their order in the file', () => {
    const [a, b] = ['a', 'b'].map((name) => aState({ urn: urn('aws:ec2/instance:Instance', name) }));
    expect(names(plan(exported(b, a)).resources)).toEqual(['a', 'b']);
  });

  test('a part that cannot be read is said by its place and hides nothing else', () => {
    const { resources, problems } = plan(exported(7, { urn: 5 }, aState()));
    expect(resources.length).toBe(1);
    expect(problems.map(wordsOf)).toEqual([
      'Resource 1 has no urn or no type; it was left out.',
      'Resource 2 has no urn or no type; it was left out.',
    ]);
  });
});

describe('the region', () => {
  const regionOf = (...resources: unknown[]) => plan(exported(...resources)).resources[0]?.region;

  test("the resource's own comes first, as version 7 of the provider allows", () => {
    expect(regionOf(aProvider(), aState({ inputs: { region: 'ap-south-1' } }))).toEqual(known('ap-south-1'));
  });
  test("then its provider's, not the default one's", () => {
    const other = { ...aProvider('sa-east-1', 'other'), id: 'p2' };
    expect(regionOf(aProvider(), other, aState({ provider: `${other.urn}::p2` }))).toEqual(known('sa-east-1'));
  });
  test('then what its zone or ARN names', () => {
    expect(regionOf(aState())).toEqual(known('us-west-2'));
    expect(regionOf(aState({ outputs: { arn: 'arn:aws:ec2:eu-north-1:1:instance/i' } }))).toEqual(known('eu-north-1'));
  });
  test('then what another resource of the same provider shows', () => {
    const other = aState({ urn: urn('aws:ec2/subnet:Subnet'), type: 'aws:ec2/subnet:Subnet' });
    expect(regionOf(aState({ outputs: {} }), other)).toEqual(known('us-west-2'));
  });
  test('a region that is decided later is unknown', () => {
    const later = { ...aProvider(), inputs: { region: SECRET } };
    expect(regionOf(later, aState({ outputs: {} }))?.state).toBe('unknown');
  });
  test('a preview has the region of the stack', () => {
    const read = plan({
      config: { 'aws:region': 'eu-south-1' },
      steps: [{ op: 'create', urn: aState().urn, newState: aState({ outputs: {} }) }],
    });
    expect(read.resources[0]?.region).toEqual(known('eu-south-1'));
  });
  test('not where a program makes a provider of its own: that reads no configuration of the stack', () => {
    const own = aState({ outputs: {}, provider: `${urn('pulumi:providers:aws', 'own')}::p2` });
    const read = plan({
      config: { 'aws:region': 'eu-south-1' },
      steps: [{ op: 'create', urn: own.urn, newState: own }],
    });
    expect(read.resources[0]?.region.state).toBe('absent');
  });
});

describe('a preview', () => {
  const step = (op: string, name = op) => {
    const state = aState({ urn: urn('aws:ec2/instance:Instance', name) });
    return { op, urn: state.urn, oldState: op === 'create' ? null : state, newState: op === 'delete' ? null : state };
  };

  test.each([
    ['create', false, 'create'],
    ['update', true, 'update'],
    ['same', true, 'same'],
    ['import', true, 'same'],
  ])('%s: existing %s', (op, existing, change) => {
    const [resource] = plan(preview(step(op))).resources;
    expect([resource?.existing, resource?.change]).toEqual([existing, change]);
  });

  test('what is deleted is only in what was before', () => {
    const { resources, before } = plan(preview(step('delete'), step('create')));
    expect([names(resources), names(before)]).toEqual([['create'], ['delete']]);
  });

  test('a replacement of three steps is one resource, bought anew', () => {
    const { resources, before } = plan(
      preview(step('create-replacement', 'it'), step('replace', 'it'), step('delete-replaced', 'it')),
    );
    expect([names(resources), resources[0]?.change, names(before)]).toEqual([['it'], 'replace', ['it']]);
  });

  test('what is only read is somebody else’s to pay', () => {
    expect([...plan(preview(step('read'))).external.values()]).toEqual([1]);
  });

  test('a flat step is read too', () => {
    const flat = {
      op: 'create',
      urn: urn('aws:s3/bucketV2:BucketV2'),
      type: 'aws:s3/bucketV2:BucketV2',
      inputs: { bucket: 'b' },
    };
    const [resource] = plan(preview(flat)).resources;
    expect([resource?.type, resource?.properties.text('bucket')]).toEqual(['aws:s3/bucket:Bucket', known('b')]);
  });

  test('an operation that is not known is said', () => {
    expect(plan(preview(step('conjure'))).problems.map(wordsOf)).toEqual([
      'Step 1 has no urn or an unknown operation; it was left out.',
    ]);
  });
});

describe('older names', () => {
  test.each([
    ['aws:elasticloadbalancingv2/loadBalancer:LoadBalancer', 'aws:lb/loadBalancer:LoadBalancer'],
    ['aws:applicationloadbalancing/listener:Listener', 'aws:lb/listener:Listener'],
    ['aws:alb/targetGroup:TargetGroup', 'aws:lb/targetGroup:TargetGroup'],
    ['aws:elasticloadbalancing/loadBalancer:LoadBalancer', 'aws:elb/loadBalancer:LoadBalancer'],
    ['aws:s3/bucketVersioningV2:BucketVersioningV2', 'aws:s3/bucketVersioning:BucketVersioning'],
    ['aws:rds/instance:Instance', 'aws:rds/instance:Instance'],
  ])('%s is %s', (type, canonical) => {
    expect(plan(exported(aState({ type, urn: urn(type) }))).resources[0]?.type).toBe(canonical);
  });
});

describe('hostile input', () => {
  test.each([[null], [[]], [7], ['text'], [{}], [{ resources: [] }]])('%j is no plan, and says so', (document) => {
    expect(readPlan(document)).toMatchObject({ problem: { code: 'not-a-plan' } });
  });

  test.each([[{ steps: {} }], [{ deployment: { resources: 'x' } }]])(
    '%j has the wrong shape, and says where',
    (document) => {
      expect(readPlan(document)).toMatchObject({ problem: { code: 'no-list' } });
    },
  );

  test('a prototype key is a key like others', () => {
    const resource = JSON.parse(JSON.stringify(aState()).replace('"instanceType"', '"__proto__"'));
    expect(plan(exported(resource)).resources[0]?.properties.any('__proto__').state).toBe('known');
  });

  test('nothing that JSON can hold makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const document of [
          value,
          { steps: [value] },
          { deployment: { resources: [value] } },
          preview({ op: 'create', newState: value }),
        ]) {
          expect(() => readPlan(document)).not.toThrow();
        }
      }),
    );
  });
});
