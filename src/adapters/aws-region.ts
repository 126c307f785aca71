import type { AssumedRegion } from '../pulumi/region';
import { awsFile } from './aws-files';
import { readBytes } from './json-file';

/** As long as such a file can be and still be one. */
const LARGEST_FILE = 1_000_000;

/**
 * The region that the AWS provider takes where its configuration names none: AWS_REGION, AWS_DEFAULT_REGION, then the
 * profile in the AWS configuration file, its own or that of the environment. Nothing else of that file is looked at.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html (read 2026-11-30)
 */
export function regionOfEnvironment(env: NodeJS.ProcessEnv, own?: string): AssumedRegion | undefined {
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
    const region = env[name]?.trim();
    if (region) return { region, from: name };
  }
  const profile = own || env['AWS_PROFILE'] || env['AWS_DEFAULT_PROFILE'] || 'default';
  const region = regionOfProfile(profile, textOf(awsFile('AWS_CONFIG_FILE', env)));
  return region === undefined ? undefined : { region, from: `profile ${profile} in the AWS configuration file` };
}

function textOf(file: string): string {
  const read = readBytes(file);
  return 'bytes' in read && read.bytes.length <= LARGEST_FILE ? read.bytes.toString('utf8') : '';
}

/** `[default]` or `[profile name]`, and below it `region = us-east-1`. What is indented belongs to another setting. */
function regionOfProfile(profile: string, text: string): string | undefined {
  let isOurs = false;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\[\s*(?:profile\s+)?(.+?)\s*\]/.exec(line)?.[1];
    if (section !== undefined) isOurs = section.replace(/^(["'])(.*)\1$/, '$2') === profile;
    const region = isOurs ? /^region\s*=\s*([\w-]+)/.exec(line)?.[1] : undefined;
    if (region !== undefined) return region;
  }
  return undefined;
}
