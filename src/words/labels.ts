import type { EndBecause } from '../core/outlook/ledger';

/** Why a charge is not covered today: fit to stand in a table, and to follow "you pay:". */
export const NOT_COVERED_NOW: Readonly<Record<EndBecause, string>> = {
  'used-up': 'the credit is used up',
  ended: 'the credit has expired',
  'not-yet': 'the credit has not started',
  'not-listed': 'no usable credit lists it',
  'not-eligible': 'credits do not cover it',
  'not-entitled': 'the credit belongs to another account',
  reserved: 'no credit is left for this stack',
  'account-closes': 'AWS closes the account',
  unknown: 'credits may or may not cover it',
};

/** Why a charge stops being covered on some day. */
export const NOT_COVERED_THEN: Readonly<Record<EndBecause, string>> = {
  ...NOT_COVERED_NOW,
  'used-up': 'the credit runs out',
  ended: 'the credit expires',
  'not-yet': 'the next credit starts later',
};
