import { creditGuardPolicies, loadGuard } from './policies';
import { loadPolicySdk } from './policy-sdk';

const { PolicyPack } = loadPolicySdk();

// The one file with a side effect: it serves the policies to the engine. Nothing may print before the port does.
new PolicyPack('pulumi-credit-guard', {
  displayName: 'Credit Guard',
  description: 'Shows, before you deploy, which charges AWS promotional credits do not cover.',
  provider: 'aws',
  tags: ['aws', 'credits', 'cost'],
  policies: creditGuardPolicies,
});

// The engine starts the user's program next, which takes seconds: what judges resources is loaded and compiled meanwhile.
setTimeout(async () => (await loadGuard()).rehearse(), 200).unref();
