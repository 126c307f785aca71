import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAccount } from '../../src/adapters/account';
import { AwsSettings } from '../../src/adapters/aws/aws-settings';
import { endpointOf, objectEndpoint } from '../../src/adapters/aws/endpoints';
import { whyNotRead } from '../../src/adapters/aws/failure';
import { settingsOf } from '../../src/config/read-settings';
import type { LiveCall } from '../../src/core/credits/aws-calls';
import { wordsOf } from '../../src/words/notices';
import { PROFILE_CASES, type ProfileCase } from '../support/aws-profiles';
import { AwsServer, KEYS } from '../support/aws-server';

let folder: string;
let server: AwsServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-profile-'));
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** Files of AWS's tools in a home of their own. */
function home({ config, credentials = '', environment = {} }: Omit<ProfileCase, 'what' | 'goesTo'>) {
  mkdirSync(join(folder, '.aws'), { recursive: true });
  writeFileSync(join(folder, '.aws/config'), config);
  writeFileSync(join(folder, '.aws/credentials'), credentials);
  return { HOME: folder, ...environment };
}

/** The line of what cannot be read; undefined where all is well. */
const fault = async (
  environment: Record<string, string>,
  call: LiveCall = 'GetCredits',
): Promise<string | undefined> => {
  try {
    endpointOf(call, await AwsSettings.read(environment));
    return undefined;
  } catch (error) {
    return wordsOf(whyNotRead(error)).replaceAll(folder, '~');
  }
};

describe('where a call goes', () => {
  test.each(PROFILE_CASES)('$what', async ({ goesTo: [sts, billing, ce, s3], ...written }) => {
    const settings = await AwsSettings.read(home(written));
    const to = (call: LiveCall) => endpointOf(call, settings).url.href.replace(/\/$/, '');
    expect([to('GetCallerIdentity'), to('GetCredits'), to('GetCostAndUsage')]).toEqual([sts, billing, ce]);
    expect(settings.endpoint('S3')?.href.replace(/\/$/, '')).toBe(s3);
  });

  test('a bucket goes into the path of a server that a profile states', async () => {
    const settings = await AwsSettings.read(home({ config: '[default]\nendpoint_url = http://s3.test:9000/\n' }));
    expect(objectEndpoint('acme', 'a/pool.json', 'eu-west-1', settings).url.href).toBe(
      'http://s3.test:9000/acme/a/pool.json',
    );
  });

  test('a mark of the encoding is no fault, and a comment behind a value no part of it', async () => {
    const settings = await AwsSettings.read(home({ config: '\ufeff[default]\nregion = eu-west-1   # Dublin\n' }));
    expect(settings.region).toBe('eu-west-1');
  });

  test('AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE move the files, also with ~', async () => {
    writeFileSync(join(folder, 'mine'), '[profile a]\nregion = eu-north-1\n');
    writeFileSync(join(folder, 'keys'), '[b]\nregion = eu-south-1\n');
    const moved = { HOME: folder, AWS_CONFIG_FILE: '~/mine', AWS_SHARED_CREDENTIALS_FILE: join(folder, 'keys') };
    expect((await AwsSettings.read({ ...moved, AWS_PROFILE: 'a' })).region).toBe('eu-north-1');
    expect((await AwsSettings.read({ ...moved, AWS_PROFILE: 'b' })).region).toBe('eu-south-1');
  });
});

test('one profile brings login, region and place: AWS takes what is signed for them', async () => {
  server = await AwsServer.start({
    answers: {
      GetCredits: () => ({ credits: [] }),
      GetAccountPlanState: () => ({ accountPlanType: 'PAID', accountPlanRemainingCredits: { amount: 0, unit: 'USD' } }),
      GetCostAndUsage: () => ({ ResultsByTime: [] }),
    },
  });
  const { AWS_ENDPOINT_URL, XDG_CACHE_HOME = '' } = server.environment;
  const config = `[profile billing]
region = eu-west-1
services = here
use_fips_endpoint = true
use_dualstack_endpoint = true
[services here]
sts =
  endpoint_url = ${AWS_ENDPOINT_URL}
billing =
  endpoint_url = ${AWS_ENDPOINT_URL}
freetier =
  endpoint_url = ${AWS_ENDPOINT_URL}
cost_explorer =
  endpoint_url = ${AWS_ENDPOINT_URL}
`;
  const credentials = `[billing]\naws_access_key_id = ${KEYS.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${KEYS.AWS_SECRET_ACCESS_KEY}\n`;
  const environment = { AWS_PROFILE: 'billing', AWS_EC2_METADATA_DISABLED: 'true', XDG_CACHE_HOME };
  for (const [name, value] of Object.entries(home({ config, credentials, environment }))) vi.stubEnv(name, value);
  const settings = settingsOf({ credits: { source: 'aws' }, burn: { source: 'cost-explorer' } });
  const request = { settings, configFile: undefined, now: Date.now(), environment: process.env };
  const { balance } = await readAccount(request);
  expect(balance.problems.map(wordsOf)).toEqual([
    'AWS: it lists no credit, so every charge is cash.',
    expect.stringMatching(/GetCostAndUsage lists nothing for /),
  ]);
  expect(server.calls().sort()).toEqual(['GetAccountPlanState', 'GetCallerIdentity', 'GetCostAndUsage', 'GetCredits']);
});

test('the shared pool file is asked where the profile says, signed for its region', async () => {
  const asked: (string | undefined)[] = [];
  const s3 = createServer(({ url, headers }, response) => {
    asked.push(url, /Credential=[^/]+\/\d{8}\/([^,]+)/.exec(headers.authorization ?? '')?.[1]);
    response.setHeader('etag', '"1"');
    response.end(JSON.stringify({ schemaVersion: 1, reservations: [] }));
  });
  await new Promise<void>((done) => s3.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(s3.address() as AddressInfo).port}`;
  const config = `[default]\nregion = eu-west-1\nservices = here\n[services here]\ns3 =\n  endpoint_url = ${url}\n`;
  const credentials = '[default]\naws_access_key_id = a\naws_secret_access_key = b\n';
  for (const [name, value] of Object.entries(home({ config, credentials }))) vi.stubEnv(name, value);
  const settings = settingsOf({ pool: { file: 's3://acme/pool.json' } });
  const request = { settings, configFile: undefined, now: Date.now(), environment: process.env };
  const { isPoolKnown } = await readAccount(request);
  s3.closeAllConnections();
  s3.close();
  expect([isPoolKnown, ...asked]).toEqual([true, '/acme/pool.json', 'eu-west-1/s3/aws4_request']);
});

describe('what is wrong with it is one line, and nothing is sent', () => {
  const PROFILE = '[default]\nregion = eu-west-1\n[profile billing]\nregion = eu-west-1\n';

  test.each<[string, Omit<ProfileCase, 'what' | 'goesTo'>, string]>([
    [
      'a profile with a slip in its name',
      { config: PROFILE, environment: { AWS_PROFILE: 'biling' } },
      'AWS_PROFILE names a profile of which nothing is written: biling. It belongs under [profile biling] in ~/.aws/config, or under [biling] in ~/.aws/credentials; did you mean billing?',
    ],
    [
      'a profile without the word before its name',
      { config: '[billing]\nregion = eu-west-1\n', environment: { AWS_PROFILE: 'billing' } },
      'AWS_PROFILE names a profile of which nothing is written: billing. It belongs under [profile billing] in ~/.aws/config, or under [billing] in ~/.aws/credentials.',
    ],
    [
      'a header without its end',
      { config: '[default]\nregion = eu-west-1\n[profile billing\nendpoint_url = http://evil\n' },
      '~/.aws/config, line 3, is neither [a header] nor a setting below one (name = value), so nothing in this file counts. Correct the line.',
    ],
    [
      'a line that says nothing',
      { config: PROFILE, credentials: '[default]\naws_access_key_id AKID\n' },
      '~/.aws/credentials, line 2, is neither [a header] nor a setting below one (name = value), so nothing in this file counts. Correct the line.',
    ],
    [
      'a setting above every header',
      { config: 'region = eu-west-1\n' },
      '~/.aws/config, line 1, is neither [a header] nor a setting below one (name = value), so nothing in this file counts. Correct the line.',
    ],
    [
      'services that are not there',
      { config: '[default]\nservices = local\n[services other]\nsts =\n  endpoint_url = http://x\n' },
      'services under [default] in ~/.aws/config names [services local], of which nothing is written there. Add it, or remove it to ask AWS itself.',
    ],
    [
      'an endpoint that is no address',
      { config: '[default]\nendpoint_url = localhost:4566\n' },
      'endpoint_url under [default] in ~/.aws/config is no http:// or https:// address. Correct it, or remove it to ask AWS itself.',
    ],
    [
      'that of a service',
      { config: '[default]\nservices = a\n[services a]\nbilling =\n  endpoint_url = none\n' },
      'billing.endpoint_url under [services a] in ~/.aws/config is no http:// or https:// address. Correct it, or remove it to ask AWS itself.',
    ],
  ])('%s', async (_, written, line) => {
    expect(await fault(home(written))).toBe(line);
  });

  test('a folder in place of a file', async () => {
    expect(await fault({ HOME: folder, AWS_CONFIG_FILE: folder })).toBe(
      "~, where AWS's tools look for profiles, was not read: it is a folder; name the file. Correct it, or name another file with AWS_CONFIG_FILE.",
    );
  });

  test.skipIf(userInfo().uid === 0)('a file that may not be read', async () => {
    const environment = home({ config: PROFILE });
    chmodSync(join(folder, '.aws/credentials'), 0);
    expect(await fault(environment)).toBe(
      "~/.aws/credentials, where AWS's tools look for profiles, was not read: it cannot be read; check its permissions. Correct it, or name another file with AWS_SHARED_CREDENTIALS_FILE.",
    );
  });

  test('files that are missing, and the default profile, are no fault', async () => {
    expect(await fault({ HOME: folder })).toBeUndefined();
    expect(await fault({ HOME: folder, AWS_PROFILE: 'default' })).toBeUndefined();
  });
});

describe('FIPS', () => {
  const to = async (call: LiveCall, environment: Record<string, string>) =>
    endpointOf(call, await AwsSettings.read({ HOME: folder, AWS_USE_FIPS_ENDPOINT: 'true', ...environment })).url.href;

  test.each([
    ['us-east-1', 'https://sts-fips.us-east-1.amazonaws.com/'],
    ['us-gov-west-1', 'https://sts.us-gov-west-1.amazonaws.com/'],
  ])('sts has an endpoint for it in %s', async (AWS_REGION, url) => {
    expect(await to('GetCallerIdentity', { AWS_REGION })).toBe(url);
  });

  test('S3 has some', async () => {
    const settings = await AwsSettings.read(home({ config: '[default]\nuse_fips_endpoint = true\n' }));
    const bucket = (region: string) => objectEndpoint('acme', 'pool.json', region, settings).url.href;
    expect(bucket('ca-central-1')).toBe('https://acme.s3-fips.ca-central-1.amazonaws.com/pool.json');
    expect(() => bucket('eu-west-1')).toThrow('aws-no-fips');
  });

  test('where AWS lists none, nothing is sent: the line has the way to ask all the same, and that works', async () => {
    const fips = { HOME: folder, AWS_USE_FIPS_ENDPOINT: 'true' };
    expect(await fault(fips)).toBe(
      'AWS_USE_FIPS_ENDPOINT is true, and AWS lists no FIPS endpoint in place of https://billing.us-east-1.api.aws, so nothing was sent. To ask that one all the same, set AWS_ENDPOINT_URL_BILLING to it.',
    );
    const stated = { AWS_ENDPOINT_URL_BILLING: 'https://billing.us-east-1.api.aws' };
    expect(await fault({ ...fips, ...stated })).toBeUndefined();
    const profile = { ...home({ config: '[default]\nuse_fips_endpoint = true\n' }), AWS_REGION: 'eu-west-1' };
    expect(await fault(profile, 'GetCallerIdentity')).toBe(
      'use_fips_endpoint under [default] in ~/.aws/config is true, and AWS lists no FIPS endpoint in place of https://sts.eu-west-1.amazonaws.com, so nothing was sent. To ask that one all the same, set AWS_ENDPOINT_URL_STS to it.',
    );
  });
});
