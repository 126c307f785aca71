import Module, { createRequire } from 'node:module';

/**
 * Loads `@pulumi/policy` without the main entry of the Pulumi SDK, of which it uses nothing but the asset classes. That
 * entry loads the Automation API and, to serialize closures, a whole npm client: 550 of 920 modules of a boot. A
 * stand-in takes its place while the policy SDK loads, and gets from the real one whatever else is asked of it.
 */
export function loadPolicySdk(): typeof import('@pulumi/policy') {
  const load = createRequire(require.resolve('@pulumi/policy'));
  const entry = load.resolve('@pulumi/pulumi');
  if (load.cache[entry] !== undefined) return load('@pulumi/policy');
  const standIn = new Module(entry);
  standIn.loaded = true;
  standIn.exports = new Proxy(
    {},
    { get: (_, name) => (name === 'asset' ? load('@pulumi/pulumi/asset') : load('@pulumi/pulumi')[name]) },
  );
  load.cache[entry] = standIn;
  try {
    return load('@pulumi/policy');
  } finally {
    delete load.cache[entry];
  }
}
