// What the Node.js language host owes to programs and packs. With a released `pulumi` on PATH it is that one's own host
// that is tested, so that what the stand-in of cli/engine/nodejs-host does is what the real one does.
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithEngine, newFolder, newStack, type Stack, writePack } from './support';

const program = `
const pulumi = require('@pulumi/pulumi');
const config = new pulumi.Config();
if (config.get('fail') === 'throw') throw new Error('thrown by the program');
if (config.get('fail') === 'exit') process.exit(3);
console.log('the program prints');
exports.seen = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack(), pulumi.runtime.isDryRun(),
  config.get('plain')].join(' ');
exports.hidden = config.getSecret('hidden');
`;

const pack = `
const pulumi = require('@pulumi/pulumi');
const { PolicyPack } = require('@pulumi/policy');
const seen = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack(), pulumi.runtime.isDryRun(),
  new pulumi.Config().get('plain')].join(' ');
new PolicyPack('seer', {
  policies: [{
    name: 'tells',
    description: 'Tells.',
    enforcementLevel: process.env.LEVEL ?? 'advisory',
    validateStack: (_, report) => {
      console.log('the pack prints');
      report('the pack saw ' + seen);
    },
  }],
});
`;

describeWithEngine('the Node.js language host', () => {
  let stack: Stack;
  let home: string;
  let packFolder: string;

  beforeAll(async () => {
    const source = newFolder();
    rmSync(join(source, 'node_modules'));
    // Without the limit the SDK takes most of a minute to print an error: util.inspect of Node.js 20 does not get on
    // with the paths that the SDK's source maps put into the stack.
    writeFileSync(
      join(source, 'Pulumi.yaml'),
      'name: host\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n    nodeargs: --stack-trace-limit=3\n',
    );
    writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'host', main: 'index.js' }));
    writeFileSync(join(source, 'index.js'), program);
    stack = await newStack(source);
    rmSync(source, { recursive: true });
    home = dirname(stack.cwd);
    packFolder = writePack(home, 'seer', pack);
    await stack.run(['config', 'set', 'plain', 'a value with "quotes"']);
    await stack.run(['config', 'set', '--secret', 'hidden', 'hunter2']);
  });
  afterAll(() => stack?.dispose());

  it('tells a program and a pack which stack they are for, and whether it is a preview', async () => {
    const preview = await stack.run(['preview', '--policy-pack', packFolder]);
    expect(preview.stdout).toMatch(/the program prints/);
    expect(preview.stdout).toMatch(/the pack prints/);
    expect(preview.stdout).toMatch(/seen *: "organization host dev true a value with \\"quotes\\""/);
    expect(preview.stdout).toMatch(/hidden: \[secret\]/);
    expect(preview.stdout).toMatch(/the pack saw organization host dev true a value with "quotes"/);
    expect(preview.code).toBe(0);

    const up = await stack.run(['up', '--yes', '--skip-preview', '--policy-pack', packFolder]);
    expect(up.stdout).toMatch(/the pack saw organization host dev false/);
    expect(up.stdout).toMatch(/seen *: "organization host dev false/);
    expect(up.code).toBe(0);
  });

  it('gives a pack the environment, and a mandatory violation ends the command', async () => {
    const { code, stdout } = await stack.run(['preview', '--policy-pack', packFolder], { env: { LEVEL: 'mandatory' } });
    expect(stdout).toMatch(/\[mandatory\].*tells/);
    expect(code).not.toBe(0);
  });

  it('reports a program that throws by its error alone, and one that exits by its code', async () => {
    await stack.run(['config', 'set', 'fail', 'throw']);
    const thrown = await stack.run(['preview']);
    expect(thrown.code).not.toBe(0);
    expect(thrown.stdout).toMatch(/Error: thrown by the program/);
    expect(thrown.stdout).not.toMatch(/exit|unhandled error/);

    await stack.run(['config', 'set', 'fail', 'exit']);
    const exited = await stack.run(['preview']);
    expect(exited.code).not.toBe(0);
    expect(`${exited.stdout}${exited.stderr}`).toMatch(/exit.*\b3\b/);
    await stack.run(['config', 'rm', 'fail']);
  });

  it('says why a pack does not start', async () => {
    const broken = writePack(home, 'broken', 'throw new Error("thrown by the pack");');
    const ran = await stack.run(['preview', '--policy-pack', broken]);
    expect(ran.code).not.toBe(0);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/thrown by the pack/);
  });
});
