import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP } from 'node:net';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { notice } from '../../core/notice';
import type { AwsSettings, Stated } from './aws-settings';
import { ReadFailure } from './failure';
import { LIVE_PACKAGES, loaded } from './packages';

export type Handler = Pick<
  NodeHttpHandler,
  'handle' | 'destroy' | 'metadata' | 'updateHttpClientConfig' | 'httpHandlerConfigs'
>;

/**
 * Sends requests as AWS documents it for its tools, which its JavaScript SDK alone does not: through the proxy of
 * HTTPS_PROXY unless NO_PROXY names the host, trusting what AWS_CA_BUNDLE or the profile lists. No connection outlives its
 * request: a command ends when it has printed.
 */
export async function httpHandler(settings: AwsSettings): Promise<Handler> {
  const { NodeHttpHandler } = await loaded(() => import('@smithy/node-http-handler'), LIVE_PACKAGES);
  const trust = trusted(settings.caBundle);
  const proxyFor = await proxies(settings.environment);
  const httpAgent = new HttpAgent({ keepAlive: false });
  const byProxy = new Map<string, NodeHttpHandler>();
  const handlerThrough = async (proxy: string): Promise<NodeHttpHandler> => {
    let handler = byProxy.get(proxy);
    if (handler === undefined) {
      const options = { ...trust, keepAlive: false };
      const httpsAgent = proxy === '' ? new HttpsAgent(options) : await tunnel(proxy, options);
      handler = new NodeHttpHandler({ httpAgent, httpsAgent });
      byProxy.set(proxy, handler);
    }
    return handler;
  };
  const plain = await handlerThrough('');
  return {
    metadata: plain.metadata,
    handle: async (request, options) => (await handlerThrough(proxyFor(request))).handle(request, options),
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => plain.httpHandlerConfigs(),
    destroy: () => {
      for (const handler of byProxy.values()) handler.destroy();
    },
  };
}

function trusted(bundle: Stated | undefined): { ca?: Buffer } {
  if (bundle === undefined) return {};
  const { value: file, place } = bundle;
  try {
    return { ca: readFileSync(file) };
  } catch {
    throw new ReadFailure(notice('aws-ca-bundle', 'warn', { file, place }));
  }
}

type Target = Pick<Parameters<Handler['handle']>[0], 'protocol' | 'hostname' | 'port'>;

/** In this order: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html (read 2026-11-30) */
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];

/** The proxy on the way to a host, or an empty text. What NO_PROXY means is loaded only where some proxy is set. */
async function proxies(environment: NodeJS.ProcessEnv): Promise<(target: Target) => string> {
  const variable = PROXY_VARIABLES.find((name) => environment[name]);
  if (variable === undefined) return () => '';
  const { getProxyForUrl } = await loaded(() => import('proxy-from-env'), LIVE_PACKAGES);
  const proxy = addressOf(environment[variable] ?? '');
  return ({ protocol, hostname, port }) => {
    const isLeftOut = (host: string) => getProxyForUrl(`https://${host}:${port ?? 443}`) === '';
    if (protocol === 'http:' || domainsOf(hostname).some(isLeftOut)) return '';
    if (proxy === undefined) throw new ReadFailure(notice('aws-proxy-malformed', 'warn', { variable }));
    return proxy;
  };
}

/** A proxy is often written as `proxy.example.com:3128`, which AWS's CLI takes for http://. */
function addressOf(written: string): string | undefined {
  const proxy = written.includes('://') ? written : `http://${written}`;
  return URL.canParse(proxy) && /^https?:/i.test(proxy) ? proxy : undefined;
}

/** A host and the domains that it is in: `example.com` in NO_PROXY means all of them to AWS's CLI, as to curl. */
const domainsOf = (host: string): string[] =>
  isIP(host.replace(/^\[|\]$/g, '')) === 0
    ? host.split('.').map((_, at, labels) => labels.slice(at).join('.'))
    : [host];

async function tunnel(proxy: string, options: { ca?: Buffer; keepAlive: boolean }): Promise<HttpsAgent> {
  const { HttpsProxyAgent } = await loaded(() => import('https-proxy-agent'), LIVE_PACKAGES);
  const agent = new HttpsProxyAgent(proxy, options);
  // It takes what it is made with for the proxy alone: the host behind it has to be trusted by the same list.
  Object.assign(agent.options, options);
  return agent as unknown as HttpsAgent;
}
