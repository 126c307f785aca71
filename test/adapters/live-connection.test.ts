import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAccount } from '../../src/adapters/account';
import { AwsSettings } from '../../src/adapters/aws/aws-settings';
import { endpointOf } from '../../src/adapters/aws/endpoints';
import { settingsOf } from '../../src/config/read-settings';
import { wordsOf } from '../../src/words/notices';
import { AwsServer, KEYS, type Script } from '../support/aws-server';
import { Endless, runsEnd } from '../support/deadline';

const ANSWERS: NonNullable<Script['answers']> = {
  GetCredits: () => ({ credits: [] }),
  GetAccountPlanState: () => ({ accountPlanType: 'PAID', accountPlanRemainingCredits: { amount: 0, unit: 'USD' } }),
  GetCostAndUsage: () => ({ ResultsByTime: [] }),
};

let folder: string;
const stops: (() => unknown)[] = [];
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const stop of stops.splice(0)) await stop();
});
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-live-'));
  // biome-ignore format: one command
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,DNS:aws.test', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  execFileSync('openssl', args, { stdio: 'ignore' });
  return () => rmSync(folder, { recursive: true, force: true });
});

async function started(script: Script = {}): Promise<AwsServer> {
  const server = await AwsServer.start({ answers: ANSWERS, ...script });
  stops.push(() => server.stop());
  return server;
}

async function problemsIn(
  environment: Record<string, string | undefined>,
  burn: 'monthly' | 'cost-explorer' = 'monthly',
) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const settings = settingsOf({ credits: { source: 'aws' }, burn: { source: burn } });
  const request = { settings, configFile: undefined, now: Date.now(), environment: process.env };
  return (await readAccount(request)).balance.problems.map(wordsOf);
}

/** A proxy that lets `CONNECT` through to one port, or answers as a login page does. */
async function proxy(port: number, isLogin = false): Promise<{ url: string; tunnels: string[]; logins: Set<string> }> {
  const tunnels: string[] = [];
  const logins = new Set<string>();
  const server: Server = createServer();
  server.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    logins.add(request.headers['proxy-authorization'] ?? 'nobody');
    socket.on('error', () => {});
    if (isLogin) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Type: text/html\r\n\r\n<html>Sign in</html>');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels, logins };
}

const NO_CREDIT = ['AWS: it lists no credit, so every charge is cash.'];

describe('over TLS', () => {
  const tls = () => ({
    key: readFileSync(join(folder, 'key.pem'), 'utf8'),
    cert: readFileSync(join(folder, 'cert.pem'), 'utf8'),
  });

  test('AWS_CA_BUNDLE says whom to trust; without it nothing is sent', async () => {
    const server = await started({ tls: tls() });
    expect((await problemsIn(server.environment))[0]).toMatch(
      /certificate of localhost:\d+ is not trusted .*AWS_CA_BUNDLE/,
    );
    expect(server.asked).toEqual([]);
    expect(await problemsIn({ AWS_CA_BUNDLE: join(folder, 'cert.pem') })).toEqual(NO_CREDIT);
  });

  test('so does ca_bundle of the profile, which AWS_CA_BUNDLE overrules', async () => {
    const server = await started({ tls: tls() });
    const config = join(folder, 'bundle');
    writeFileSync(config, `[profile corp]\nca_bundle = ${join(folder, 'cert.pem')}\n`);
    const environment = { ...server.environment, AWS_CONFIG_FILE: config, AWS_PROFILE: 'corp' };
    // Who names a profile means its keys, and not those of the environment.
    const keys = join(folder, 'bundle-keys');
    writeFileSync(
      keys,
      `[corp]\n${Object.entries(KEYS)
        .map(([name, value]) => `${name.toLowerCase()} = ${value}\n`)
        .join('')}`,
    );
    const login = { AWS_SHARED_CREDENTIALS_FILE: keys, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
    expect(await problemsIn({ ...environment, ...login })).toEqual(NO_CREDIT);
    expect((await problemsIn({ AWS_CA_BUNDLE: join(folder, 'key.pem') }))[0]).toMatch(/certificate .* is not trusted/);
    vi.stubEnv('AWS_CA_BUNDLE', undefined);
    writeFileSync(config, '[profile corp]\nca_bundle = /none/ca.pem\n');
    expect((await problemsIn({}))[0]).toBe(
      `AWS: ca_bundle under [profile corp] in ${config}: /none/ca.pem cannot be read. Correct the path, or remove it.`,
    );
  });

  test('HTTPS_PROXY is the way for every call, that of the SDK too', async () => {
    const server = await started({ tls: tls() });
    const { url, tunnels } = await proxy(server.port);
    const environment = {
      ...server.environment,
      AWS_ENDPOINT_URL: 'https://aws.test',
      AWS_CA_BUNDLE: join(folder, 'cert.pem'),
      HTTPS_PROXY: url,
    };
    const problems = await problemsIn(environment, 'cost-explorer');
    expect(problems[0]).toBe(NO_CREDIT[0]);
    expect(problems[1]).toMatch(/GetCostAndUsage lists nothing for \d{4}-\d{2}/);
    expect(new Set(tunnels)).toEqual(new Set(['aws.test:443']));
    expect([...server.calls()].sort()).toEqual([
      'GetAccountPlanState',
      'GetCallerIdentity',
      'GetCostAndUsage',
      'GetCredits',
    ]);
  });

  const behindProxy = (server: AwsServer) => ({
    ...server.environment,
    AWS_ENDPOINT_URL: 'https://aws.test',
    AWS_CA_BUNDLE: join(folder, 'cert.pem'),
  });

  test.each(['https_proxy', 'ALL_PROXY', 'all_proxy'])(
    '%s is a way too, and its address may lack http://',
    async (name) => {
      const server = await started({ tls: tls() });
      const { url, tunnels } = await proxy(server.port);
      const address = url.replace('http://', '');
      // Of two cases of a name the lower one counts, and HTTPS_PROXY before ALL_PROXY.
      const other =
        name === 'https_proxy' ? { HTTPS_PROXY: 'http://127.0.0.1:9', ALL_PROXY: 'http://127.0.0.1:9' } : {};
      expect(await problemsIn({ ...behindProxy(server), ...other, [name]: address })).toEqual(NO_CREDIT);
      expect(new Set(tunnels)).toEqual(new Set(['aws.test:443']));
    },
  );

  test('a name and a password in the address of a proxy go to the proxy, and into no line', async () => {
    const server = await started({ tls: tls() });
    const through = await proxy(server.port);
    const withLogin = (url: string) => url.replace('//', '//ci:s%40cret@');
    expect(await problemsIn({ ...behindProxy(server), HTTPS_PROXY: withLogin(through.url) })).toEqual(NO_CREDIT);
    expect([...through.logins]).toEqual([`Basic ${Buffer.from('ci:s@cret').toString('base64')}`]);
    const refusing = await proxy(server.port, true);
    const nobody = 'http://ci:s%40cret@127.0.0.1:9';
    const socks = 'socks5://ci:s%40cret@127.0.0.1:9';
    for (const url of [withLogin(refusing.url), nobody, socks, 'http://ci:s%40cret@:9']) {
      const lines = await problemsIn({ HTTPS_PROXY: url });
      expect(lines[0]).toMatch(/^AWS: .*HTTPS_PROXY/);
      expect(lines.join()).not.toMatch(/cret/);
    }
    expect((await problemsIn({ HTTPS_PROXY: socks }))[0]).toBe(
      'AWS: HTTPS_PROXY is no http:// or https:// address of a proxy. Correct it, or unset it; NO_PROXY names hosts to ask without one.',
    );
  });

  test.each(['localhost', '*', 'other.test, localhost', 'localhost:PORT'])(
    'NO_PROXY=%s leaves hosts out',
    async (written) => {
      const server = await started({ tls: tls() });
      const { url, tunnels } = await proxy(server.port);
      const environment = {
        ...server.environment,
        AWS_CA_BUNDLE: join(folder, 'cert.pem'),
        HTTPS_PROXY: url,
        NO_PROXY: written.replace('PORT', String(server.port)),
      };
      expect(await problemsIn(environment)).toEqual(NO_CREDIT);
      expect(tunnels).toEqual([]);
    },
  );

  test.each(['test', '.test', '*.test'])('NO_PROXY=%s leaves out the hosts of a domain', async (NO_PROXY) => {
    const server = await started({ tls: tls() });
    const { url, tunnels } = await proxy(server.port);
    // Nobody but the proxy knows that name.
    const lines = await problemsIn({ ...behindProxy(server), HTTPS_PROXY: url, NO_PROXY });
    expect(lines[0]).toMatch(/^AWS: aws\.test was not reached/);
    expect(tunnels).toEqual([]);
  });

  test.each(['ws.test', 'aws.test:8443', 'aws.test.example'])('NO_PROXY=%s is another host', async (NO_PROXY) => {
    const server = await started({ tls: tls() });
    const { url, tunnels } = await proxy(server.port);
    expect(await problemsIn({ ...behindProxy(server), HTTPS_PROXY: url, NO_PROXY })).toEqual(NO_CREDIT);
    expect(new Set(tunnels)).toEqual(new Set(['aws.test:443']));
  });

  test('a proxy that wants a login is one line', async () => {
    const server = await started({ tls: tls() });
    const { url } = await proxy(server.port, true);
    const environment = { ...server.environment, AWS_ENDPOINT_URL: 'https://aws.test', HTTPS_PROXY: url };
    const [first = ''] = await problemsIn(environment);
    expect(first).toMatch(/^AWS: aws\.test .*HTTPS_PROXY/);
    expect(server.asked).toEqual([]);
  });
});

describe('credentials', () => {
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  test('AWS_PROFILE names those of a file', async () => {
    const server = await started();
    const keys = `aws_access_key_id = ${KEYS.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${KEYS.AWS_SECRET_ACCESS_KEY}\n`;
    const environment = {
      ...server.environment,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SHARED_CREDENTIALS_FILE: file(
        'credentials',
        `[default]\naws_access_key_id = x\naws_secret_access_key = y\n[billing]\n${keys}`,
      ),
    };
    expect((await problemsIn(environment))[0]).toMatch(/does not accept these credentials/);
    expect(await problemsIn({ AWS_PROFILE: 'billing' })).toEqual(NO_CREDIT);
  });

  test('keys in the environment count before those of AWS_PROFILE, as for the AWS CLI, and nobody warns of it', async () => {
    const server = await started();
    const warned = vi.spyOn(console, 'warn');
    const keys = file('others', '[billing]\naws_access_key_id = x\naws_secret_access_key = y\n');
    const environment = { ...server.environment, AWS_SHARED_CREDENTIALS_FILE: keys, AWS_PROFILE: 'billing' };
    expect(await problemsIn(environment)).toEqual(NO_CREDIT);
    expect((await problemsIn({ AWS_SECRET_ACCESS_KEY: undefined }))[0]).toMatch(/does not accept these credentials/);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  test('an SSO login that has expired names the command that renews it', async () => {
    const server = await started();
    const cache = join(folder, '.aws', 'sso', 'cache');
    mkdirSync(cache, { recursive: true });
    const token = {
      accessToken: 'x',
      expiresAt: '2026-01-01T00:00:00Z',
      region: 'us-east-1',
      startUrl: 'https://acme.awsapps.com/start',
    };
    const name = createHash('sha1').update(token.startUrl).digest('hex');
    writeFileSync(join(cache, `${name}.json`), JSON.stringify(token));
    const profile =
      '[profile sso]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = ReadBilling\n';
    const environment = {
      ...server.environment,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_CONFIG_FILE: file('config', profile),
      AWS_PROFILE: 'sso',
      HOME: folder,
    };
    expect((await problemsIn(environment))[0]).toMatch(/The AWS login has expired\. Run `aws sso login`/);
    expect(server.asked).toEqual([]);
  });

  test('a login that asks AWS itself goes the same way: its fault is that of the proxy', async () => {
    const server = await started();
    const cache = join(folder, '.aws', 'sso', 'cache');
    mkdirSync(cache, { recursive: true });
    const startUrl = 'https://other.awsapps.com/start';
    const token = { accessToken: 'x', expiresAt: '2099-01-01T00:00:00Z', region: 'us-east-1', startUrl };
    writeFileSync(join(cache, `${createHash('sha1').update(startUrl).digest('hex')}.json`), JSON.stringify(token));
    const profile = `[profile sso]\nsso_start_url = ${startUrl}\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = ReadBilling\n`;
    const environment = {
      ...server.environment,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_ENDPOINT_URL: undefined,
      AWS_CONFIG_FILE: file('sso-config', profile),
      AWS_PROFILE: 'sso',
      HOME: folder,
      HTTPS_PROXY: 'socks5://127.0.0.1:9',
    };
    expect((await problemsIn(environment))[0]).toMatch(/^AWS: HTTPS_PROXY is no http:/);
    expect(server.asked).toEqual([]);
  });

  test('a command for credentials that never ends does not hold up the run', async () => {
    const server = await started();
    const endless = new Endless(folder);
    runsEnd(() => endless.begun());
    const environment = {
      ...server.environment,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_CONFIG_FILE: file('slow', `[profile slow]\ncredential_process = ${endless.command}\n`),
      AWS_PROFILE: 'slow',
    };
    expect((await problemsIn(environment))[0]).toMatch(
      /No AWS credentials within 5 seconds, so GetCallerIdentity was not sent/,
    );
    endless.stop();
  });
});

describe('where a call goes', () => {
  const to = (call: Parameters<typeof endpointOf>[0], environment: Record<string, string>) => {
    const { url, region, signedAs } = endpointOf(call, AwsSettings.ofEnvironment(environment));
    return [url.href, region, signedAs];
  };

  test('to AWS itself, in the region that the service has', () => {
    const elsewhere = { AWS_REGION: 'eu-west-1' };
    expect(to('GetCredits', elsewhere)).toEqual(['https://billing.us-east-1.api.aws/', 'us-east-1', 'billing']);
    expect(to('GetAccountPlanState', elsewhere)).toEqual([
      'https://freetier.us-east-1.api.aws/',
      'us-east-1',
      'freetier',
    ]);
    expect(to('GetCostAndUsage', elsewhere)).toEqual(['https://ce.us-east-1.amazonaws.com/', 'us-east-1', 'ce']);
    expect(to('GetCallerIdentity', elsewhere)).toEqual(['https://sts.eu-west-1.amazonaws.com/', 'eu-west-1', 'sts']);
    expect(to('GetCallerIdentity', {})).toEqual(['https://sts.us-east-1.amazonaws.com/', 'us-east-1', 'sts']);
  });

  test.each([
    ['cn-north-1', 'https://sts.cn-north-1.amazonaws.com.cn/'],
    ['us-gov-west-1', 'https://sts.us-gov-west-1.amazonaws.com/'],
    ['ap-southeast-2', 'https://sts.ap-southeast-2.amazonaws.com/'],
    ['example.com/', 'https://sts.us-east-1.amazonaws.com/'],
  ])('in the region %s: %s', (AWS_REGION, url) => {
    expect(to('GetCallerIdentity', { AWS_REGION })[0]).toBe(url);
  });

  test.each([
    ['of its service', { AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_BILLING: 'http://one' }, 'http://one/'],
    ['of all', { AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_STS: 'http://sts' }, 'http://all/'],
    [
      'ignored',
      { AWS_ENDPOINT_URL: 'http://all', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      'https://billing.us-east-1.api.aws/',
    ],
    ['empty', { AWS_ENDPOINT_URL: '', AWS_ENDPOINT_URL_BILLING: '' }, 'https://billing.us-east-1.api.aws/'],
  ])('to the endpoint %s', (_, environment, url) => {
    expect(to('GetCredits', environment)).toEqual([url, 'us-east-1', 'billing']);
  });

  test.each(['localhost:4566', 'ftp://all', 'none'])(
    '%s is no endpoint, and nothing goes to AWS instead',
    (written) => {
      expect(() => to('GetCredits', { AWS_ENDPOINT_URL: written })).toThrow('aws-endpoint-malformed');
      expect(() => to('GetCredits', { AWS_ENDPOINT_URL_BILLING: written, AWS_ENDPOINT_URL: 'http://all' })).toThrow();
    },
  );
});
