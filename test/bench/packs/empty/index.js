// The floor: what the SDK alone costs. One policy of each kind, so that both calls do their work.
const { PolicyPack } = require('@pulumi/policy');

new PolicyPack('empty-pack', {
  policies: [
    { name: 'resource', description: 'Does nothing.', enforcementLevel: 'advisory', validateResource: () => {} },
    { name: 'stack', description: 'Does nothing.', enforcementLevel: 'advisory', validateStack: () => {} },
  ],
});
