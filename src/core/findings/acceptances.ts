import { matchesPattern } from '../charges/usage';
import { endOfDay, type Instant, MS_PER_DAY, startOfDay } from '../instant';
import { cents } from '../money';
import { type Notice, notice } from '../notice';
import type { Stack } from '../plan';
import type { Acceptance } from '../settings';
import { type Finding, says, stackFinding } from './finding';

/** An exception without a ceiling covers any amount, so it is looked at again after so many days. */
export const DAYS_WITHOUT_CEILING = 90;

export const endWithoutCeiling = (now: Instant): Instant =>
  endOfDay(startOfDay(now) + DAYS_WITHOUT_CEILING * MS_PER_DAY);

/** An owner's exceptions, found by what they are for: a plan of thousands asks for each finding. */
export class Acceptances {
  private readonly exact = new Map<string, Acceptance[]>();
  private readonly byName = new Map<string, Acceptance[]>();
  private readonly others = new Map<string, Acceptance[]>();
  private readonly used = new Set<Acceptance>();
  private readonly matched = new Set<Acceptance>();
  /** Used for something that may or may not exist, though they hold for nothing else. */
  private readonly unseen = new Set<Acceptance>();

  constructor(
    private readonly all: readonly Acceptance[],
    private readonly now: Instant,
  ) {
    for (const acceptance of all) {
      const { policy, resource } = acceptance;
      const name = lastPart(resource);
      if (!resource.includes('*')) addTo(this.exact, `${policy}\n${resource}`, acceptance);
      else if (name !== '' && !name.includes('*')) addTo(this.byName, `${policy}\n${name}`, acceptance);
      else addTo(this.others, policy, acceptance);
    }
  }

  /**
   * The finding after the exceptions: `info` with the reason where one holds. One with a ceiling holds for no finding above
   * it, and for none whose amount is not known; one for what exists holds for nothing that is new or replaced.
   */
  apply(finding: Finding): Finding {
    const matching = this.for(finding);
    for (const acceptance of matching) this.matched.add(acceptance);
    const open = matching.filter(({ until }) => until === undefined || until >= this.now);
    const holds = open.find((acceptance) => isWithin(acceptance, finding) && !isTooNew(acceptance, finding));
    if (holds !== undefined) {
      this.used.add(holds);
      if (holds.only === 'existing' && isNew(finding) === undefined) this.unseen.add(holds);
      const { reason, until } = holds;
      return { ...finding, level: 'info', accepted: { reason, until: until ?? null } };
    }
    const [refused] = open;
    if (refused === undefined) return finding;
    const { reason, maxUsd } = refused;
    return { ...finding, refused: { reason, maxUsd: isTooNew(refused, finding) ? undefined : maxUsd } };
  }

  /** Exceptions that have ended, and whose findings count again. */
  get ended(): readonly Finding[] {
    return this.all.flatMap((acceptance) => {
      const { policy, resource, reason, until } = acceptance;
      if (until === undefined || until >= this.now || !this.matched.has(acceptance)) return [];
      return [
        stackFinding({
          rule: 'exception-ended',
          level: 'warn',
          coverage: 'unknown',
          says: says('exception-ended', { policy, resource, reason, until }),
        }),
      ];
    });
  }

  /** What is worth a line of the exceptions themselves. Those of other stacks in a shared file are none of this one's. */
  notes(...stacks: readonly Stack[]): readonly Notice[] {
    const unused = this.all.filter(
      (acceptance) => !this.matched.has(acceptance) && !stacks.every((stack) => isOfOther(acceptance, stack)),
    );
    const endless = [...this.used].filter(({ until }) => until === undefined).length;
    return [
      ...(this.used.size > 0
        ? [notice('exceptions-used', 'info', { used: this.used.size, endless, unseen: this.unseen.size })]
        : []),
      ...(unused.length > 0
        ? [
            notice('exceptions-unused', 'info', {
              lines: unused.map(({ policy, resource, reason }) => ({ policy, resource, reason })),
            }),
          ]
        : []),
    ];
  }

  private for({ policy, urn }: Finding): readonly Acceptance[] {
    if (this.all.length === 0) return [];
    const resource = urn ?? '';
    const patterns = [
      ...(this.byName.get(`${policy}\n${lastPart(resource)}`) ?? []),
      ...(this.others.get(policy) ?? []),
    ];
    return [
      ...(this.exact.get(`${policy}\n${resource}`) ?? []),
      ...patterns.filter((acceptance) => matchesPattern(acceptance.resource, resource)),
    ];
  }
}

/** The name of a resource in a URN or a pattern of one. */
const lastPart = (urn: string): string => urn.slice(urn.lastIndexOf('::') + 2);

function addTo(index: Map<string, Acceptance[]>, key: string, acceptance: Acceptance): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [acceptance]);
  else list.push(acceptance);
}

/** Compared in the cents that a reader sees. */
const isWithin = ({ maxUsd }: Acceptance, { charge }: Finding): boolean =>
  maxUsd === undefined || (charge?.usd !== undefined && charge.usd !== null && cents(charge.usd.max).lte(maxUsd));

const isTooNew = ({ only }: Acceptance, finding: Finding): boolean => only === 'existing' && isNew(finding) === true;

/** Does this deployment create or replace it? Undefined where that is not known. */
function isNew({ existing, change }: Finding): boolean | undefined {
  if (change === 'create' || change === 'replace') return true;
  return existing === null ? undefined : !existing;
}

/** Does it name a resource of another stack or project? */
function isOfOther({ resource }: Acceptance, { project, name }: Stack): boolean {
  const [, stack, other] = /^urn:pulumi:([^:*]+)::([^:*]+)::/.exec(resource) ?? [];
  return (
    (stack !== undefined && name !== null && stack !== name) ||
    (other !== undefined && project !== null && other !== project)
  );
}
