import type { AnyCall } from '../../core/credits/aws-calls';
import { type ErrorAnswer, isPassing, refusalNotice } from '../../core/credits/aws-failure';
import { type Notice, notice } from '../../core/notice';

/** Why AWS could not be read. `isPassing`: a later try may help. */
export class ReadFailure extends Error {
  constructor(
    readonly notice: Notice,
    readonly isPassing = false,
  ) {
    super(notice.code);
  }
}

/** For what a source has to say. What nobody foresaw is no reason to end a preview. */
export const whyNotRead = (error: unknown): Notice =>
  error instanceof ReadFailure
    ? error.notice
    : notice('aws-unforeseen', 'warn', { because: error instanceof Error ? error.message : String(error) });

export const refused = (refusal: ErrorAnswer): ReadFailure =>
  new ReadFailure(refusalNotice(refusal), isPassing(refusal));

/** Of a connection, by Node's name of the fault. */
export function unreached(error: unknown, call: AnyCall, host: string): ReadFailure {
  const code = codeOf(error);
  if (code === undefined) throw error; // a fault of ours, and not of the network
  if (CERTIFICATE.test(code)) return new ReadFailure(notice('aws-certificate', 'warn', { call, host, code }));
  return new ReadFailure(notice('aws-not-reached', 'warn', { call, host, code }), PASSING.has(code));
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ERR_TLS/;

const PASSING: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNREFUSED']);

/** The SDK's credential chain says what is wrong in a sentence alone. */
export function withoutCredentials(
  error: unknown,
  profile: string | undefined,
  others: readonly string[],
): ReadFailure {
  const because = error instanceof Error ? error.message : String(error);
  const isExpired = /expired|aws sso login|reauthenticate/i.test(because);
  if (isExpired) return new ReadFailure(notice('aws-login-expired', 'warn', { because }));
  return new ReadFailure(notice('aws-no-credentials', 'warn', { because, profile, others }));
}
