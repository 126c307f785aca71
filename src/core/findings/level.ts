import type { Level } from '../policy-names';
import type { OnUnknown, PolicySettings } from '../settings';

const ORDER: readonly Level[] = ['info', 'warn', 'block'];

/** The milder of two levels. */
export const lower = (a: Level, b: Level): Level => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b);

/** The most that a policy may do, as its owner set it. */
export const ceilingOf = (policy: Pick<PolicySettings, 'level'>): Level =>
  policy.level === 'block' ? 'block' : 'warn';

/** The level of something that is only possible: a warning, unless the owner wants the dearer answer taken as true. */
export const unknownLevel = (onUnknown: OnUnknown, level: Level): Level =>
  onUnknown === 'warn' ? lower(level, 'warn') : level;
