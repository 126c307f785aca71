import type { Balance } from '../core/credits/credit';
import type { Settings } from '../core/settings';
import { type BalanceFiles, readBalance } from './balance-files';

/**
 * What a plan is held against, whatever the settings of a policy say: it is read once per run. What other stacks have
 * reserved is a setting (`pool.reserved`), and no source is asked for it.
 */
export interface Account {
  readonly balance: Balance;
  /** USD a month by billed product, before credits; undefined when it is not known. */
  readonly burn: Settings['burn'];
}

/** Reads the account from where its owner says. Never throws. */
export const readAccount = (files: BalanceFiles): Account => ({
  balance: readBalance(files),
  burn: files.settings.burn,
});
