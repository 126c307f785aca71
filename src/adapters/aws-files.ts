import { homedir } from 'node:os';
import { join } from 'node:path';

const NAMES = { AWS_CONFIG_FILE: 'config', AWS_SHARED_CREDENTIALS_FILE: 'credentials' } as const;

/** The variable that moves one of the files in which AWS's tools keep an owner's settings. */
export type AwsFile = keyof typeof NAMES;

/** https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html (read 2026-11-30) */
export function awsFile(variable: AwsFile, env: NodeJS.ProcessEnv): string {
  const home = env['HOME'] || env['USERPROFILE'] || homedir();
  const named = env[variable];
  if (!named) return join(home, '.aws', NAMES[variable]);
  return named.startsWith('~/') ? join(home, named.slice(2)) : named;
}
