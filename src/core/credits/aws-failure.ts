import type { Instant } from '../instant';
import { type Notice, notice } from '../notice';
import { type AnyCall, permissionOf } from './aws-calls';

/** An answer of AWS that is an error. */
export interface ErrorAnswer {
  readonly call: AnyCall;
  readonly status: number;
  /** The name of the error, without what stands before `#`. */
  readonly type: string;
  readonly message: string;
  /** When AWS answered, by its own clock. */
  readonly answeredAt: Instant | undefined;
  /** The same moment, by the clock of this machine. */
  readonly now: Instant;
}

/** AWS takes a signature for five minutes. */
const MOST_SKEW = 5 * 60_000;

/**
 * What a refusal means, for somebody who has to mend it. The names are those of the API models (billing, freetier,
 * ce, sts: botocore 1.44.8); the two switches are told apart by AWS's sentence alone, as their error is AccessDenied too.
 */
export function refusalNotice({ call, status, type, message, answeredAt, now }: ErrorAnswer): Notice {
  const text = `${type} ${message}`;
  const skew = answeredAt === undefined ? 0 : answeredAt - now;
  if (/RequestTimeTooSkewed|Signature (?:expired|not yet current)/i.test(text) || (AUTH.test(type) && isSkewed(skew)))
    return notice('aws-clock-skew', 'warn', { call, aws: answeredAt, here: now });
  if (/iam user access|not activated/i.test(text)) return notice('aws-root-switch', 'warn', { call });
  if (/not enabled for cost explorer|DataUnavailable/i.test(text)) return notice('aws-cost-explorer-off', 'warn', {});
  if (/AccessDenied|not authorized/i.test(text)) {
    const named = /perform:? (\w[\w-]*:\w+)/.exec(message)?.[1];
    const permission = named ?? permissionOf(call) ?? call;
    return notice('aws-permission', 'warn', { call, permission, sentence: message });
  }
  if (isThrottle(type, status)) return notice('aws-throttled', 'warn', { call });
  if (/ExpiredToken|RequestExpired/i.test(type)) return notice('aws-login-expired', 'warn', { because: message });
  if (AUTH.test(type)) return notice('aws-credentials-refused', 'warn', { call, sentence: message });
  return notice('aws-error', 'warn', { call, status, type, sentence: message });
}

const AUTH =
  /UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|InvalidToken|InvalidSignature|SignatureDoesNotMatch|MissingAuthentication|IncompleteSignature/i;

const isSkewed = (difference: number): boolean => Math.abs(difference) > MOST_SKEW;

const isThrottle = (type: string, status: number): boolean =>
  status === 429 || /Throttl|TooManyRequests|LimitExceeded|SlowDown/i.test(type);

/** A later try may help. */
export const isPassing = ({ type, status }: Pick<ErrorAnswer, 'type' | 'status'>): boolean =>
  status >= 500 || isThrottle(type, status);
