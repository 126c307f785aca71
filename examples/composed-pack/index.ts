import { PolicyPack } from '@pulumi/policy';
import { creditGuardPolicies } from 'pulumi-credit-guard';

// The guard's policies, and one of our own. Importing them starts nothing; this line serves them all.
new PolicyPack('acme-policies', {
  policies: [
    ...creditGuardPolicies,
    {
      name: 'instances-are-tagged',
      description: 'Every EC2 instance names its owner.',
      enforcementLevel: 'advisory',
      validateResource: ({ type, props }, reportViolation) => {
        if (type === 'aws:ec2/instance:Instance' && props['tags']?.owner === undefined) {
          reportViolation('Set the tag "owner".');
        }
      },
    },
  ],
});
