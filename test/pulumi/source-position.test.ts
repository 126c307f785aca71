import { expect, test } from 'vitest';
import { readPlan } from '../../src/pulumi/read-plan';
import { sourcePositionOf } from '../../src/pulumi/source-position';

test.each([
  ['project:///index.ts#12,5', { file: 'index.ts', line: 12, column: 5 }],
  ['project:///lib/a%20b.py#3', { file: 'lib/a b.py', line: 3, column: undefined }],
  ['project:///Pulumi.yaml#7,0', { file: 'Pulumi.yaml', line: 7, column: undefined }],
])('%s', (raw, position) => {
  expect(sourcePositionOf(raw)).toEqual(position);
});

test.each([
  undefined,
  null,
  12,
  {},
  '',
  'index.ts#12',
  'file:///etc/passwd#1',
  'project:///../other/index.ts#1,1',
  'project:///a/%2e%2e/%2e%2e/index.ts#1,1',
  'project:////etc/passwd#1',
  'project:///node_modules/@acme/web/index.js#9,9',
  'project:///index.ts',
  'project:///index.ts#0',
  'project:///index.ts#-1',
  'project:///index.ts#1,',
  'project:///%zz.ts#1',
])('%s is no place in the project', (raw) => {
  expect(sourcePositionOf(raw)).toBeUndefined();
});

test('a preview and a saved state say where a resource is declared', () => {
  const state = {
    urn: 'urn:pulumi:dev::shop::aws:ec2/eip:Eip::nat',
    type: 'aws:ec2/eip:Eip',
    custom: true,
    inputs: {},
    sourcePosition: 'project:///index.ts#12,5',
  };
  const preview = { steps: [{ op: 'create', urn: state.urn, newState: state }], changeSummary: { create: 1 } };
  const saved = { version: 3, deployment: { manifest: {}, resources: [{ ...state, id: 'eip-1' }] } };
  for (const document of [preview, saved]) {
    const reading = readPlan(document);
    expect('plan' in reading && reading.plan.resources[0]?.source).toEqual({ file: 'index.ts', line: 12, column: 5 });
  }
});
