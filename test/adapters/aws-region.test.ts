import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { regionOfEnvironment } from '../../src/adapters/aws-region';

const CONFIG = `# region = af-south-1
[default]
output = json
s3 =
  region = ap-east-1
region = eu-west-1   # Ireland

[profile work]
sso_region = us-west-1
region=eu-central-1

[profile "two words"]
region = eu-north-1

[sso-session work]
region = us-west-2
`;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'credit-guard-aws-'));
  mkdirSync(join(home, '.aws'));
  writeFileSync(join(home, '.aws', 'config'), CONFIG);
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const inFile = (profile: string) => `profile ${profile} in the AWS configuration file`;

test.each<[Record<string, string>, string, string]>([
  [{ AWS_REGION: 'us-east-2', AWS_DEFAULT_REGION: 'us-west-2' }, 'us-east-2', 'AWS_REGION'],
  [{ AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2', 'AWS_DEFAULT_REGION'],
  [{}, 'eu-west-1', inFile('default')],
  [{ AWS_PROFILE: 'work' }, 'eu-central-1', inFile('work')],
  [{ AWS_PROFILE: 'two words' }, 'eu-north-1', inFile('two words')],
  [{ AWS_PROFILE: 'work', AWS_REGION: 'us-east-2' }, 'us-east-2', 'AWS_REGION'],
])('%j: %s', (env, region, from) => {
  expect(regionOfEnvironment({ HOME: home, ...env })).toEqual({ region, from });
});

test('the profile that a provider names counts before that of the environment, and after AWS_REGION', () => {
  const env = { HOME: home, AWS_PROFILE: 'work' };
  expect(regionOfEnvironment(env, 'two words')).toEqual({ region: 'eu-north-1', from: inFile('two words') });
  expect(regionOfEnvironment({ ...env, AWS_REGION: 'us-east-2' }, 'two words')?.region).toBe('us-east-2');
  expect(regionOfEnvironment(env, 'nobody')).toBeUndefined();
});

test('without HOME it is the home of the user', () => {
  vi.stubEnv('HOME', home);
  expect(regionOfEnvironment({})?.region).toBe('eu-west-1');
});

test.each([{ AWS_PROFILE: 'nobody' }, { AWS_CONFIG_FILE: '/nowhere' }, { AWS_CONFIG_FILE: tmpdir() }])(
  '%j says nothing',
  (env) => {
    expect(regionOfEnvironment({ HOME: home, ...env })).toBeUndefined();
  },
);
