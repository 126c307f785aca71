import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { AwsServer, type Script } from '../support/aws-server';
import { program, run, violations, withPack, words } from './guarded';
import { describeWithEngine } from './support';

const usd = (amount: string) => ({ currencyCode: 'USD', currencyAmount: amount });
const ANSWERS: NonNullable<Script['answers']> = {
  GetCredits: () => ({
    credits: [
      {
        creditId: '1',
        accountId: '111122223333',
        description: 'AWS Activate',
        remainingAmount: usd('8500.00'),
        estimatedAmount: usd('8500.00'),
        startDate: 1_772_323_200,
        endDate: Math.floor(Date.now() / 1000) + 400 * 86_400,
        // What the program needs, and nothing else.
        applicableProductNames: ['Amazon EC2', 'Amazon VPC', 'Elastic Load Balancing', 'Amazon S3'],
      },
    ],
  }),
  GetAccountPlanState: () => ({ accountPlanType: 'PAID', accountPlanRemainingCredits: { amount: 0, unit: 'USD' } }),
};

let server: AwsServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

describeWithEngine('credits read from AWS in a preview', () => {
  it('come in the middle of it, once; where the network is cut it goes on with one line, or stops if it must', async () => {
    const config = (more = '') => `credits: { source: aws }\n${more}`;
    const of = await program(join(__dirname, 'programs/fleet'), config());
    const preview = async (script: Script) => {
      await server?.stop();
      server = await AwsServer.start({ answers: ANSWERS, ...script });
      const noProxy = { HTTPS_PROXY: '', https_proxy: '', ALL_PROXY: '', all_proxy: '' };
      const now = { CREDIT_GUARD_DATE: new Date().toISOString() };
      return run(of, withPack('preview'), { ...server.environment, ...noProxy, ...now });
    };
    const whole = await preview({});
    expect([whole.code, violations(whole)]).toEqual([0, []]);
    expect(server?.calls().sort()).toEqual(['GetAccountPlanState', 'GetCallerIdentity', 'GetCredits']);

    const cut = await preview({ faults: { GetCredits: 'cut', GetAccountPlanState: 'reset' } });
    expect([cut.code, new Set(violations(cut))]).toEqual([0, new Set(['advisory credit-outlook fleet-dev'])]);
    expect(words(cut)).toMatch(
      /The credit balance is not known\. AWS: The answer of \S+ to GetCredits was empty or cut\./,
    );
    expect(words(cut)).not.toMatch(/Internal error|\$0\.00/);

    const strict = config('policies: { credit-outlook: { onUnknownBalance: block } }\n');
    writeFileSync(join(of.cwd, 'credit-guard.yaml'), strict);
    const stopped = await preview({ faults: { GetCredits: 'silent' } });
    expect(stopped.code).not.toBe(0);
    expect(violations(stopped)).toContain('mandatory credit-outlook fleet-dev');
    expect(words(stopped)).toMatch(/did not answer GetCredits within 5 seconds/);
  });
});
