import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { PACK, PackServer } from '../support/pack-server';

/** Runs a script in a Node of its own, in the package's folder, and returns what it printed as JSON. */
const inNode = (script: string): unknown =>
  JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: PACK, encoding: 'utf8' }));

const LEAN = "const lean = require('./dist/policy-pack/policy-sdk').loadPolicySdk();";
const CLOSURES = 'Object.keys(require.cache).filter((file) => /arborist|closure.codePaths|automation/.test(file))';

it('loads the policy SDK without what serializes closures, which the plain SDK loads', () => {
  expect(inNode(`${LEAN} console.log(JSON.stringify(${CLOSURES}))`)).toEqual([]);
  expect(inNode(`require('@pulumi/policy'); console.log(${CLOSURES}.length)`)).toBeGreaterThan(0);
});

it('lists its policies without the libraries that read a configuration', () => {
  const loaded = "require('./dist/policy-pack/policies'); const files = Object.keys(require.cache);";
  const libraries = 'files.filter((file) => /node_modules.(zod|yaml|big|temporal)/.test(file))';
  expect(inNode(`${loaded} console.log(JSON.stringify(${libraries}))`)).toEqual([]);
  expect(inNode(`${loaded} console.log(files.filter((file) => /policy-settings/.test(file)).length)`)).toBe(1);
});

it('gives the same policy SDK and the same Pulumi SDK as a plain import', () => {
  const same = `${LEAN}
    const pulumi = require('@pulumi/pulumi');
    console.log(JSON.stringify([
      lean === require('@pulumi/policy'),
      typeof pulumi.Config,
      pulumi.runtime.isDryRun === require('@pulumi/pulumi/runtime/settings').isDryRun,
      pulumi.asset.FileAsset === require('@pulumi/pulumi/asset').FileAsset,
    ]))`;
  expect(inNode(same)).toEqual([true, 'function', true, true]);
});

it('takes the policy SDK as it is where the Pulumi SDK is loaded already', () => {
  const loaded = `const pulumi = require('@pulumi/pulumi'); ${LEAN}
    console.log(JSON.stringify([pulumi === require('@pulumi/pulumi'), typeof lean.PolicyPack]))`;
  expect(inNode(loaded)).toEqual([true, 'function']);
});

it('reads assets and archives, the one thing that the policy SDK takes from the entry', async () => {
  const server = await PackServer.boot();
  try {
    const signature = '4dabf18193072939515e22adb298388d';
    const asset = { [signature]: 'c44067f5952c0a294b673a41bacd8c17', text: 'hello' };
    const archive = { [signature]: '0def7320c3a5731c473e5ecbe6d01bc7', assets: { 'index.js': asset } };
    const bucket = { type: 'aws:s3/bucketObject:BucketObject', properties: { source: asset } };
    const lambda = { type: 'aws:lambda/function:Function', properties: { code: archive, memorySize: 128 } };
    expect(await server.analyze(bucket)).toEqual([]);
    expect((await server.analyzeStack([bucket, lambda])).map(({ message }) => message).join()).not.toMatch(/error/i);
  } finally {
    server.stop();
  }
});
