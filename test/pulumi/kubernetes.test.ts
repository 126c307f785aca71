import { expect, test } from 'vitest';
import type { Plan } from '../../src/core/plan';
import { readPlan } from '../../src/pulumi/read-plan';
import { wordsOf } from '../../src/words/notices';
import { LATER } from '../support/resources';

const SOLD = '709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/agent:1';
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const ASSET = 'c44067f5952c0a294b673a41bacd8c17';
const OWN = '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1';

const pod = (image: unknown) => ({ containers: [{ name: 'main', image }] });
const withTemplate = (image: unknown) => ({ spec: { replicas: 1, template: { spec: pod(image) } } });

function planOf(resources: readonly (readonly [type: string, inputs: object, custom?: boolean])[]): Plan {
  const steps = resources.map(([type, inputs, custom = true], i) => {
    const urn = `urn:pulumi:dev::shop::${type}::r${i}`;
    return { op: 'create', urn, newState: { urn, type, custom, inputs } };
  });
  const reading = readPlan({ steps, changeSummary: { create: steps.length } });
  if (!('plan' in reading)) throw new Error(reading.problem.code);
  return reading.plan;
}

const ofOne = (type: string, inputs: object, custom = true) => planOf([[type, inputs, custom]]);
const typesIn = ({ resources }: Plan) => resources.map(({ type, writtenType }) => [type, writtenType]);

test.each<[string, string, (image: unknown) => object]>([
  ['kubernetes:apps/v1:Deployment', 'kubernetes:apps/v1:Deployment', withTemplate],
  ['kubernetes:apps/v1beta1:Deployment', 'kubernetes:apps/v1:Deployment', withTemplate],
  ['kubernetes:extensions/v1beta1:DaemonSet', 'kubernetes:apps/v1:DaemonSet', withTemplate],
  ['kubernetes:apps/v1:DeploymentPatch', 'kubernetes:apps/v1:Deployment', withTemplate],
  ['kubernetes:apps/v1:StatefulSet', 'kubernetes:apps/v1:StatefulSet', withTemplate],
  ['kubernetes:apps/v1:ReplicaSet', 'kubernetes:apps/v1:ReplicaSet', withTemplate],
  ['kubernetes:core/v1:ReplicationController', 'kubernetes:core/v1:ReplicationController', withTemplate],
  ['kubernetes:batch/v1:Job', 'kubernetes:batch/v1:Job', withTemplate],
  [
    'kubernetes:batch/v1beta1:CronJob',
    'kubernetes:batch/v1:CronJob',
    (image) => ({ spec: { schedule: '@daily', jobTemplate: withTemplate(image) } }),
  ],
  ['kubernetes:core/v1:Pod', 'kubernetes:core/v1:Pod', (image) => ({ spec: pod(image) })],
  [
    'kubernetes:core/v1:Pod',
    'kubernetes:core/v1:Pod',
    (image) => ({ spec: { ...pod('nginx'), initContainers: [{ image }] } }),
  ],
  ['kubernetes:helm.sh/v3:Release', 'kubernetes:helm.sh/v3:Release', (image) => ({ chart: `oci://${image}` })],
  [
    'kubernetes:helm.sh/v3:Release',
    'kubernetes:helm.sh/v3:Release',
    (image) => ({ chart: 'agent', repositoryOpts: { repo: `oci://${image}` } }),
  ],
  [
    'kubernetes:helm.sh/v3:Release',
    'kubernetes:helm.sh/v3:Release',
    (image) => ({ chart: 'agent', values: { image: { repository: image, tag: '1' } } }),
  ],
  [
    'kubernetes:helm.sh/v3:Release',
    'kubernetes:helm.sh/v3:Release',
    (image) => ({ chart: 'agent', values: { sidecar: { image } } }),
  ],
  [
    'kubernetes:helm.sh/v3:Release',
    'kubernetes:helm.sh/v3:Release',
    (image) => ({
      chart: 'agent',
      values: { global: { dockerRegistry: String(image).split('/')[0] }, images: ['nginx'] },
    }),
  ],
  [
    'kubernetes:helm.sh/v3:Release',
    'kubernetes:helm.sh/v3:Release',
    (image) => ({ chart: 'agent', valueYamlFiles: [{ [SIGNATURE]: ASSET, text: `images:\n  agent: ${image}\n` }] }),
  ],
])('%s with an image of Marketplace is judged as %s, and with another one is outside AWS', (type, as, inputs) => {
  const [[found, written] = []] = typesIn(ofOne(type, inputs(SOLD)));
  expect([found, written ?? type]).toEqual([as, type]);
  const other = ofOne(type, inputs(OWN));
  expect([typesIn(other), [...other.outside]]).toEqual([[], [['kubernetes', 1]]]);
});

test('a chart is a component, and is judged all the same', () => {
  expect(typesIn(ofOne('kubernetes:helm.sh/v4:Chart', { chart: `oci://${SOLD}` }, false))).toEqual([
    ['kubernetes:helm.sh/v4:Chart', undefined],
  ]);
});

test('a kind of somebody else that is called Deployment is none', () => {
  expect(typesIn(ofOne('kubernetes:acme.io/v1:Deployment', withTemplate(SOLD)))).toEqual([]);
});

test('what may run images that the plan does not show is one line, and what cannot is none', () => {
  const { problems, outside } = planOf([
    ['kubernetes:apps/v1:Deployment', withTemplate(LATER)],
    ['kubernetes:helm.sh/v3:Release', { chart: 'nginx' }],
    ['kubernetes:acme.io/v1:Database', {}],
    ['kubernetes:apps/v1:Deployment', withTemplate('nginx')],
    ['kubernetes:core/v1:Service', { spec: { ports: LATER } }],
    ['kubernetes:networking.k8s.io/v1:Ingress', { spec: LATER }],
    ['kubernetes:helm.sh/v3:Chart', {}, false],
  ]);
  expect(problems.map(wordsOf)).toEqual([
    'Not checked for Marketplace: 3 kubernetes resources whose images the plan does not show. To check: look for the registry 709825985650 in charts and pods.',
  ]);
  expect([...outside]).toEqual([['kubernetes', 6]]);
});
