import type { ReportViolation } from '@pulumi/policy/policy';

export type Guard = Pick<typeof import('./guard.js'), 'checkResource' | 'checkStack' | 'rehearse'>;

/**
 * Stands in for a guard that cannot be loaded, as after half an installation: one line for the whole stack, and one for
 * each resource only where the owner wants to be stopped by what is not known. It imports nothing of the guard: that may be
 * what is missing.
 */
export function brokenGuard(error: unknown): Guard {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  const message = `pulumi-credit-guard cannot be loaded, so nothing is checked: ${reason}. Install it again.`;
  const tell = (args: { getConfig<T extends object>(): T }, report: ReportViolation, urn?: string): void => {
    const blocks = args.getConfig<{ onUnknown?: unknown }>().onUnknown === 'block';
    if (urn !== undefined && !blocks) return;
    const violation = {
      message,
      ...(urn === undefined ? {} : { urn }),
      ...(blocks ? {} : { enforcementLevel: 'advisory' }),
    };
    // The SDK takes an object too, which its types do not show.
    (report as unknown as (one: typeof violation) => void)(violation);
  };
  return {
    checkResource: (_, args, report) => tell(args, report, args.urn),
    checkStack: async (args, report) => tell(args, report),
    rehearse: async () => {},
  };
}
