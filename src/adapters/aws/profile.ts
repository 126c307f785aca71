import { notice } from '../../core/notice';
import { type AwsFile, awsFile } from '../aws-files';
import { readBytes } from '../json-file';
import { ReadFailure } from './failure';
import { LIVE_PACKAGES, loaded } from './packages';

/** Names and values below one header. `billing.endpoint_url` is indented below `billing`. */
export interface Section {
  readonly file: string;
  /** As it stands between the brackets. */
  readonly header: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** What AWS's shared files say to this run. */
export interface Profile {
  /** As AWS_PROFILE names it. */
  readonly name: string | undefined;
  /** The other ones that these files have. */
  readonly others: readonly string[];
  /** In the order in which they count: the configuration file, then the credentials file. */
  readonly sections: readonly Section[];
  /** What `services = NAME` points to; undefined where there is no such section. */
  readonly services: (name: string) => Section | undefined;
}

export const NO_PROFILE: Profile = { name: undefined, others: [], sections: [], services: () => undefined };

/**
 * The profile of AWS_PROFILE, as the SDK of the credential chain reads it. The chain passes over what is wrong with these
 * files, and a run would then ask with another login, or elsewhere: here it is said.
 *
 * @throws ReadFailure
 */
export async function readProfile(environment: NodeJS.ProcessEnv): Promise<Profile> {
  const { loadSharedConfigFiles } = await loaded(() => import('@smithy/core/config'), LIVE_PACKAGES);
  const configFilepath = checked('AWS_CONFIG_FILE', environment);
  const filepath = checked('AWS_SHARED_CREDENTIALS_FILE', environment);
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ configFilepath, filepath, ignoreCache: true });
  const stated = environment['AWS_PROFILE'] || undefined;
  const name = stated ?? DEFAULT;
  const header = name === DEFAULT ? DEFAULT : `profile ${name}`;
  const sections = [
    ...sectionOf(configFile, name, { file: configFilepath, header }),
    ...sectionOf(credentialsFile, name, { file: filepath, header: name }),
  ];
  const names = Object.keys({ ...configFile, ...credentialsFile }).filter((one) => !OTHER_SECTION.test(one));
  // Nobody has to write the default one: credentials may come from elsewhere.
  if (sections.length === 0 && name !== DEFAULT)
    throw new ReadFailure(notice('aws-profile-missing', 'warn', { name, files: [configFilepath, filepath], names }));
  const services = (of: string): Section | undefined =>
    sectionOf(configFile, `services.${of}`, { file: configFilepath, header: `services ${of}` })[0];
  return { name: stated, others: names.filter((one) => one !== name), sections, services };
}

const DEFAULT = 'default';

/** The parser puts profiles beside these. */
const OTHER_SECTION = /^(?:sso-session|services)\./;

type Parsed = Readonly<Record<string, Section['values']>>;

function sectionOf(parsed: Parsed, name: string, place: Omit<Section, 'values'>): Section[] {
  const values = Object.hasOwn(parsed, name) ? parsed[name] : undefined;
  return values === undefined ? [] : [{ ...place, values }];
}

/** One that is missing, or a device as `/dev/null`, says nothing. @throws ReadFailure */
function checked(variable: AwsFile, environment: NodeJS.ProcessEnv): string {
  const file = awsFile(variable, environment);
  const read = readBytes(file);
  if ('bytes' in read) {
    const line = oddLine(read.bytes.toString('utf8'));
    if (line !== undefined) throw new ReadFailure(notice('aws-file-malformed', 'warn', { file, line }));
  } else if (!['missing', 'no-file'].includes(read.fault.because)) {
    throw new ReadFailure(notice('aws-file-unread', 'warn', { file, variable, fault: read.fault }));
  }
  return file;
}

/**
 * The first line for which AWS's CLI refuses the whole file. The parser passes over it: what follows a header without its
 * bracket would count for the profile before.
 */
function oddLine(text: string): number | undefined {
  let isInSection = false;
  const odd = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .findIndex((line) => {
      if (/^(?:\s|[#;]|$)/.test(line)) return false; // what is indented belongs to the line above
      if (!line.startsWith('[')) return !isInSection || !/[=:]/.test(line);
      isInSection = line.includes(']');
      return !isInSection;
    });
  return odd === -1 ? undefined : odd + 1;
}
