import type { Answer } from '../reading';
import type { Balance, Credit } from './credit';

/**
 * The account that pays this stack: the owner's word, else the one account that owns every credit. Undefined when the
 * credits belong to several and nobody has said.
 */
export function payingAccount(stated: string | undefined, balance: Balance): string | undefined {
  if (stated !== undefined || balance.credits.state === 'unknown') return stated;
  const owners = new Set(balance.credits.value.map(({ owner }) => owner));
  const [only] = owners;
  return owners.size === 1 ? only : undefined;
}

/** Does AWS say that accounts besides this one may use the credit? Then it also goes to what they spend. */
export function isShared({ owner, sharing: { type, accounts, isOn } }: Credit, account: string | undefined): boolean {
  if (owner === undefined || type === 'disabled') return false;
  if (owner !== account) return true;
  return accounts === undefined ? type !== 'default' || isOn === true : accounts.some((one) => one !== account);
}

/** May this account use the credit? `unknown` where neither the credit nor the configuration tells. */
export function entitlement({ owner, sharing }: Credit, account: string | undefined): Answer {
  if (owner === undefined || owner === account) return 'yes';
  if (sharing.type === 'disabled') return account === undefined ? 'unknown' : 'no';
  if (sharing.accounts !== undefined) {
    if (account === undefined) return 'unknown';
    return sharing.accounts.includes(account) ? 'yes' : 'no';
  }
  if (sharing.type !== 'default' || sharing.isOn === undefined) return 'unknown';
  if (sharing.isOn) return 'yes';
  return account === undefined ? 'unknown' : 'no';
}
