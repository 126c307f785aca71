import { setTimeout as pause } from 'node:timers/promises';
import type { PoolCall } from '../../core/credits/aws-calls';
import { notice } from '../../core/notice';
import { type Pool, type PoolPlace, poolText } from '../../core/pool';
import { Aws, failureIn } from '../aws/aws';
import { isRegion } from '../aws/aws-settings';
import { objectEndpoint } from '../aws/endpoints';
import type { Answer, Deadline } from '../aws/exchange';
import { ReadFailure } from '../aws/failure';
import { type Change, type PoolFile, poolIn } from './pool-file';

/** What was read, and the condition on which it may be replaced. */
interface Read {
  readonly text: string | undefined;
  readonly condition: Readonly<Record<string, string>>;
}

const LONGEST_PAUSE = 1_000;
const MOST_FAULTS = 4;

/**
 * An object of S3, or of a server that speaks as S3 does. It is written only where it is still what was read (`If-Match`), or
 * still missing (`If-None-Match`): of two writers one is refused, and reads again.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export class ObjectPool implements PoolFile {
  private opened: Promise<Aws> | undefined;
  /** Where the bucket is, once that is known. */
  private region: string | undefined;

  constructor(
    readonly name: string,
    private readonly place: Extract<PoolPlace, { kind: 'object' }>,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly deadline: Deadline,
  ) {}

  async read(): Promise<Pool | undefined> {
    const { text } = await this.again(() => this.get());
    return text === undefined ? undefined : poolIn(Buffer.from(text));
  }

  edit(change: Change): Promise<void> {
    return this.again(async () => {
      const { text, condition } = await this.get();
      const after = change(text === undefined ? [] : poolIn(Buffer.from(text)));
      // What an earlier try has written, though its answer got lost, is there already.
      if (after !== undefined && poolText(after) !== text) await this.put(poolText(after), condition);
    });
  }

  private async get(): Promise<Read> {
    const answer = await this.ask('GetObject', {});
    const { status, headers, text } = answer;
    if (status === 404 && /<Code>NoSuchKey</.test(text))
      return { text: undefined, condition: { 'if-none-match': '*' } };
    if (status !== 200) throw this.failure('GetObject', answer);
    const etag = headers['etag'];
    const { call, what } = { call: 'GetObject', what: 'it has no ETag' } as const;
    if (etag === undefined) throw new ReadFailure(notice('aws-answer-malformed', 'warn', { call, what }));
    return { text, condition: { 'if-match': etag } };
  }

  private async put(text: string, condition: Read['condition']): Promise<void> {
    const answer = await this.ask('PutObject', { ...condition, 'content-type': 'application/json' }, text);
    // 412: somebody has written in between. 409: somebody does so now. 404: somebody has taken it away.
    const isOvertaken = [409, 412].includes(answer.status) || /<Code>NoSuchKey</.test(answer.text);
    if (isOvertaken) throw new ReadFailure(notice('pool-overtaken', 'warn', {}), true);
    if (answer.status >= 300) throw this.failure('PutObject', answer);
  }

  /** Asks in the region of the bucket, which S3 names where it is another one. */
  private async ask(call: PoolCall, headers: Readonly<Record<string, string>>, body?: string): Promise<Answer> {
    this.opened ??= Aws.open(this.environment, this.deadline);
    const aws = await this.opened;
    const { bucket, key } = this.place;
    const { settings } = aws;
    const inRegion = (region: string) => aws.object(call, objectEndpoint(bucket, key, region, settings), headers, body);
    const asked = this.region ?? settings.region;
    const answer = await inRegion(asked);
    const region = regionIn(answer);
    if (region === undefined || region === asked) return answer;
    this.region = region;
    return inRegion(region);
  }

  private failure(call: PoolCall, answer: Answer): ReadFailure {
    const { bucket } = this.place;
    const region = regionIn(answer);
    if (region !== undefined) return new ReadFailure(notice('pool-elsewhere', 'warn', { bucket, region }));
    if (/<Code>NoSuchBucket</.test(answer.text)) return new ReadFailure(notice('pool-no-bucket', 'warn', { bucket }));
    const failure = failureIn(call, answer);
    // S3 says so too of an object that is not there, to whom may not list the bucket.
    const isHidden = call === 'GetObject' && failure.notice.code === 'aws-permission';
    return isHidden ? new ReadFailure(notice('pool-hidden', 'warn', { bucket, why: failure.notice })) : failure;
  }

  /**
   * Until it is done, what was wrong does not pass, or the run ends; then what was wrong says more than that time is up. With
   * full jitter: two writers must not meet again.
   */
  private async again<T>(once: () => Promise<T>): Promise<T> {
    let before: ReadFailure | undefined;
    let faults = 0;
    for (let tries = 1; ; tries++) {
      try {
        return await once();
      } catch (error) {
        if (!(error instanceof ReadFailure)) throw error;
        if (!error.isPassing) throw error.notice.code === 'aws-no-answer' ? (before ?? error) : error;
        // Other writers come to an end; a server that fails may not.
        if (error.notice.code !== 'pool-overtaken' && ++faults === MOST_FAULTS) throw error;
        before = error;
        const longest = Math.min(LONGEST_PAUSE, 50 * 2 ** tries);
        await pause(Math.random() * longest, undefined, { signal: this.deadline.signal }).catch(() =>
          Promise.reject(error),
        );
      }
    }
  }
}

/** The region that S3 names in place of an answer: the bucket is there, or the request is signed for another one. */
function regionIn({ status, headers, text }: Answer): string | undefined {
  if (![301, 307, 400].includes(status)) return undefined;
  const named = headers['x-amz-bucket-region'] ?? /<Region>([^<]*)<\/Region>/.exec(text)?.[1] ?? '';
  return isRegion(named) ? named : undefined;
}
