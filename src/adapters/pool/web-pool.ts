import { notice } from '../../core/notice';
import type { Pool } from '../../core/pool';
import { AwsSettings } from '../aws/aws-settings';
import { type Answer, type Deadline, exchange } from '../aws/exchange';
import { ReadFailure } from '../aws/failure';
import { httpHandler } from '../aws/http';
import { type PoolFile, poolIn } from './pool-file';

/** A copy that some server hands out, without credentials: it can be read, and nobody can reserve in it. */
export class WebPool implements PoolFile {
  constructor(
    readonly name: string,
    private readonly url: URL,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly deadline: Deadline,
  ) {}

  async read(): Promise<Pool | undefined> {
    const { status, text } = await this.ask();
    if (status === 200) return poolIn(Buffer.from(text));
    if (status === 404) return undefined;
    throw new ReadFailure(notice('pool-refused', 'warn', { host: this.url.host, status }));
  }

  edit(): Promise<void> {
    return Promise.reject(new ReadFailure(notice('pool-read-only', 'warn', {})));
  }

  private async ask(): Promise<Answer> {
    const { protocol, hostname, port, pathname, searchParams, host } = this.url;
    const request = {
      method: 'GET',
      protocol,
      hostname,
      ...(port === '' ? {} : { port: Number(port) }),
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: { host, accept: 'application/json' },
    };
    const about = { call: 'GET', host } as const;
    return exchange(await httpHandler(AwsSettings.ofEnvironment(this.environment)), request, about, this.deadline);
  }
}
