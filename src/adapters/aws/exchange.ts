import type { AnyCall } from '../../core/credits/aws-calls';
import { notice } from '../../core/notice';
import { ReadFailure, unreached } from './failure';
import type { Handler } from './http';

/** When a run ends, and how long that is. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** What the signal waits for, to be said when it has passed. */
  readonly seconds: number;
}

/** What a request is for, and of whom it is asked. `host`: undefined while it is still looking for credentials. */
export interface About {
  readonly call: AnyCall;
  readonly host: string | undefined;
}

/** What a server says, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** More than any account's list of credits. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** Sends a request and waits for all of its answer. @throws ReadFailure */
export async function exchange(
  handler: Handler,
  request: object,
  about: About & { readonly host: string },
  deadline: Deadline,
): Promise<Answer> {
  const sent = handler.handle(request as Parameters<Handler['handle']>[0], { abortSignal: deadline.signal });
  sent.catch(() => {});
  try {
    const { response } = await inTime(sent, about, deadline);
    const text = await inTime(textOf(response.body), about, deadline);
    const { statusCode: status, headers } = response;
    if (isWebPage(text)) throw new ReadFailure(notice('aws-web-page', 'warn', { ...about, status }), status >= 500);
    return { status, headers, text };
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    if (deadline.signal.aborted) throw late(about, deadline);
    if (error instanceof Error && error.message === 'aborted')
      throw new ReadFailure(notice('aws-answer-cut', 'warn', about), true);
    throw unreached(error, about.call, about.host);
  }
}

/** Waits no longer than the run does. @throws ReadFailure when it ends first. */
export async function inTime<T>(promise: Promise<T>, about: About, deadline: Deadline): Promise<T> {
  const { signal } = deadline;
  if (signal.aborted) throw late(about, deadline);
  let stop = () => {};
  const end = new Promise<never>((_, reject) => {
    stop = () => reject(late(about, deadline));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export const late = (about: About, { seconds }: Deadline): ReadFailure =>
  new ReadFailure(notice('aws-no-answer', 'warn', { ...about, seconds }));

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const isWebPage = (text: string): boolean => /^\s*<(?:!doctype html|html)/i.test(text);
