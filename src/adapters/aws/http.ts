import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { notice } from '../../core/notice';
import { ReadFailure } from './failure';
import { LIVE_PACKAGES, loaded } from './packages';

export type Handler = Pick<
  NodeHttpHandler,
  'handle' | 'destroy' | 'metadata' | 'updateHttpClientConfig' | 'httpHandlerConfigs'
>;

/**
 * Sends requests as AWS documents it for its tools, which its JavaScript SDK alone does not: through the proxy of
 * HTTPS_PROXY unless NO_PROXY names the host, trusting what AWS_CA_BUNDLE lists. No connection outlives its request: a
 * command ends when it has printed.
 */
export async function httpHandler(environment: NodeJS.ProcessEnv): Promise<Handler> {
  const { NodeHttpHandler } = await loaded(() => import('@smithy/node-http-handler'), LIVE_PACKAGES);
  const trust = trusted(environment['AWS_CA_BUNDLE']);
  const proxyFor = await proxies(environment);
  const httpAgent = new HttpAgent({ keepAlive: false });
  const byProxy = new Map<string, NodeHttpHandler>();
  const handlerFor = async (host: string): Promise<NodeHttpHandler> => {
    const proxy = proxyFor(host);
    let handler = byProxy.get(proxy);
    if (handler === undefined) {
      const options = { ...trust, keepAlive: false };
      const httpsAgent = proxy === '' ? new HttpsAgent(options) : await tunnel(proxy, options);
      handler = new NodeHttpHandler({ httpAgent, httpsAgent });
      byProxy.set(proxy, handler);
    }
    return handler;
  };
  const plain = await handlerFor('');
  return {
    metadata: plain.metadata,
    handle: async (request, options) => (await handlerFor(request.hostname)).handle(request, options),
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => plain.httpHandlerConfigs(),
    destroy: () => {
      for (const handler of byProxy.values()) handler.destroy();
    },
  };
}

function trusted(file: string | undefined): { ca?: Buffer } {
  if (!file) return {};
  try {
    return { ca: readFileSync(file) };
  } catch {
    throw new ReadFailure(notice('aws-ca-bundle', 'warn', { file }));
  }
}

/** The proxy of a host, or an empty text. What finds it is loaded only where some proxy is set. */
async function proxies(environment: NodeJS.ProcessEnv): Promise<(host: string) => string> {
  const isSet = ['https_proxy', 'all_proxy'].some((name) => environment[name] || environment[name.toUpperCase()]);
  if (!isSet) return () => '';
  const { getProxyForUrl } = await loaded(() => import('proxy-from-env'), LIVE_PACKAGES);
  return (host) => (host === '' ? '' : getProxyForUrl(`https://${host}`));
}

async function tunnel(proxy: string, options: { ca?: Buffer; keepAlive: boolean }): Promise<HttpsAgent> {
  const { HttpsProxyAgent } = await loaded(() => import('https-proxy-agent'), LIVE_PACKAGES);
  const agent = new HttpsProxyAgent(proxy, options);
  // It takes what it is made with for the proxy alone: the host behind it has to be trusted by the same list.
  Object.assign(agent.options, options);
  return agent as unknown as HttpsAgent;
}
