import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithEngine, newStack, type Stack, writePack } from './support';

// The smallest pack that shows all that a stack policy gets: how many resources, and whether the bucket's ARN is known.
const pack = `
const { PolicyPack } = require('@pulumi/policy');
new PolicyPack('counter', {
  policies: [{
    name: 'count-resources',
    description: 'Counts.',
    enforcementLevel: 'advisory',
    validateStack: ({ resources }, report) => {
      const bucket = resources.find(({ type }) => type === 'aws:s3/bucket:Bucket');
      const arn = Object.getOwnPropertyDescriptor(bucket.props, 'arn');
      const plan = resources.find(({ type }) => type === 'aws:savingsplans/savingsPlan:SavingsPlan');
      report(\`resources: \${resources.length}; up front: \${plan.props.upfrontPaymentAmount}; arn: \${arn?.value}\`);
    },
  }],
});
`;

for (const program of ['typescript', 'yaml']) {
  describeWithEngine(`the engine on a ${program} program`, () => {
    let stack: Stack;
    let packFolder: string;
    beforeAll(async () => {
      stack = await newStack(join(__dirname, 'programs', program));
      packFolder = writePack(dirname(stack.cwd), 'counter', pack);
    });
    afterAll(() => stack?.dispose());

    it('previews it with a policy pack, and the ARN of a new resource is unknown', async () => {
      const { code, stdout, stderr } = await stack.run(['preview', '--policy-pack', packFolder]);
      expect(`${stdout}${stderr}`).toMatch(/resources: 5; up front: 8760\.00; arn: 04da6b54-/);
      expect(stdout).toMatch(/logsArn: \[unknown\]/);
      expect(stdout).toMatch(/region +: "us-east-1"/);
      expect(stdout).toMatch(/\+ 4 to create/);
      expect(`${stdout}${stderr}`).not.toMatch(/warning:/);
      expect(code).toBe(0);
    });

    it('prints the preview as JSON', async () => {
      const { code, stdout } = await stack.run(['preview', '--json']);
      expect(code).toBe(0);
      const preview = JSON.parse(stdout) as { steps: { op: string; urn: string }[] };
      const steps = preview.steps.map(({ op, urn }) => `${op} ${urn.split('::').pop()}`);
      expect(steps.sort()).toEqual(
        ['create gateway', 'create logs', 'create plan', `create engine-${program}-dev`].sort(),
      );
    });

    it('creates it, and keeps inputs and outputs in the state', async () => {
      const up = await stack.run(['up', '--yes', '--skip-preview', '--policy-pack', packFolder]);
      expect(`${up.stdout}${up.stderr}`).toMatch(/arn: arn:aws:s3:us-east-1:123456789012:logs-/);
      expect(up.code).toBe(0);

      const { stdout } = await stack.run(['stack', 'export']);
      const { deployment } = JSON.parse(stdout) as {
        deployment: { resources: { type: string; id?: string; outputs?: Record<string, unknown> }[] };
      };
      const plan = deployment.resources.find(({ type }) => type === 'aws:savingsplans/savingsPlan:SavingsPlan');
      expect(plan?.id).toMatch(/^plan-/);
      expect(plan?.outputs).toMatchObject({ upfrontPaymentAmount: '8760.00', commitment: '1.00' });

      const again = await stack.run(['preview', '--policy-pack', packFolder]);
      expect(again.stdout).toMatch(/4 unchanged/);
    });
  });
}
