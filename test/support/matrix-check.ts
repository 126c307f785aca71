/**
 * Boots an installed pack on a given Node and asks it the two questions that an engine asks. Prints what it found as
 * one line of JSON, or fails.
 *
 *   tsx test/support/matrix-check.ts <folder of the installed pack> <Node binary>
 */
import { PackServer, type SentResource } from './pack-server';
import { LATER } from './resources';

const PLAN: SentResource = {
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  name: 'compute',
  properties: { commitment: LATER, upfrontPaymentAmount: '1314.00', savingsPlanOfferingId: LATER },
};
const UNCERTAIN: SentResource = { ...PLAN, properties: { ...PLAN.properties, upfrontPaymentAmount: LATER } };
const NAT: SentResource = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat', properties: { subnetId: 'subnet-1' } };

async function main([pack, node]: string[]): Promise<void> {
  if (pack === undefined || node === undefined) throw new Error('which pack, on which Node?');
  const server = await PackServer.boot({ pack, node });
  try {
    const { policiesList } = await server.info();
    expect('policies', policiesList.length, 8);
    const levelOf = async (resource: SentResource) =>
      (await server.analyze(resource)).find((one) => one.policy === 'no-uncovered-upfront-fees')?.level;
    expect('an upfront fee', await levelOf(PLAN), 'mandatory');
    // The policy is mandatory and this finding is not: a level of its own for one violation must be understood.
    expect('an unknown fee', await levelOf(UNCERTAIN), 'advisory');
    expect('a NAT gateway', (await server.analyze(NAT)).length, 0);
    const violations = await server.analyzeStack([PLAN, NAT]);
    expect('policies that speak of the stack', new Set(violations.map(({ policy }) => policy)).size, 1);
    console.log(JSON.stringify(violations.map(({ level, message }) => [level, message])));
  } finally {
    server.stop();
  }
}

function expect(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
