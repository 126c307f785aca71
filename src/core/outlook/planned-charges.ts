import type { Finding } from '../findings/finding';
import type { JudgedResource } from '../judge';
import { addRanges, nothing, type Range } from '../money';
import { isPaidAlready, type PlannedResource } from '../plan';
import type { Part, PlannedCharges } from './streams';
import type { WhoPays } from './who-pays';

/**
 * The charges that the ledger counts: those of the plan, each as kept, added or perhaps added, and those that go. What was
 * paid once, before this deployment, is no new cash.
 */
export function plannedCharges(
  resources: readonly JudgedResource[],
  before: readonly JudgedResource[] = [],
): readonly PlannedCharges[] {
  const after = resources.map(
    ({ resource, judged }): PlannedCharges => ({ part: partOf(resource), judged, isPaid: isPaidAlready(resource) }),
  );
  const later = resources
    .filter((one) => one.later.length > 0)
    .map((one): PlannedCharges => ({ part: partOf(one.resource), judged: one.later, isPaid: false }));
  const removed = before
    .filter(({ resource }) => resource.change !== 'same')
    .map(({ judged }): PlannedCharges => ({ part: 'removed', judged, isPaid: true }));
  return later.length + removed.length === 0 ? after : [...after, ...later, ...removed];
}

/** A changed resource is a new one here: what it cost before is reported as removed. */
function partOf({ existing, change }: PlannedResource): Part {
  if (existing === undefined) return 'unknown';
  return existing && change !== 'update' && change !== 'replace' ? 'kept' : 'added';
}

/** Cash that the owner has accepted, by the findings that an exception holds for. */
export function acceptedCash(
  resources: readonly JudgedResource[],
  findings: readonly Finding[],
  whoPays: WhoPays,
): Record<'month' | 'once', Range> {
  const cash: Record<'month' | 'once', Range> = { month: nothing, once: nothing };
  const accepted = new Set(findings.filter((one) => one.accepted !== null).map(({ urn, rule }) => `${urn}\n${rule}`));
  if (accepted.size === 0) return cash;
  for (const { resource, judged } of resources) {
    for (const { charge, eligibility } of judged) {
      if (charge.usd.state === 'unknown' || !accepted.has(`${resource.urn}\n${eligibility.rule?.id}`)) continue;
      if (charge.per === 'once' && isPaidAlready(resource)) continue;
      const split = whoPays.split(eligibility.key, charge.per, charge.usd.value);
      cash[charge.per] = addRanges(cash[charge.per], split.cash);
    }
  }
  return cash;
}
