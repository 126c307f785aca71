/** What an owner writes for AWS's tools, and where calls then go. */
export interface ProfileCase {
  readonly what: string;
  readonly config: string;
  readonly credentials?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Addresses of sts, billing and Cost Explorer, and that of S3 where somebody states one. */
  readonly goesTo: readonly [sts: string, billing: string, ce: string, s3?: string];
}

const AWS = {
  sts: 'https://sts.us-east-1.amazonaws.com',
  billing: 'https://billing.us-east-1.api.aws',
  ce: 'https://ce.us-east-1.amazonaws.com',
};
const NOBODY = [AWS.sts, AWS.billing, AWS.ce] as const;
const LOCAL = 'http://profile.test:4566';
const all = (address: string) => [address, address, address, address] as const;

const SERVICES = `
[profile local]
services = local
endpoint_url = ${LOCAL}

[services local]
billing =
  endpoint_url = http://billing.test
cost_explorer =
    endpoint_url = http://ce.test/path
    other = 1
s3 =
  endpoint_url = http://s3.test

[services other]
sts =
  endpoint_url = http://other.test
`;
const LOCAL_PROFILE = { AWS_PROFILE: 'local' };

export const PROFILE_CASES: readonly ProfileCase[] = [
  { what: 'nothing is written', config: '', goesTo: NOBODY },
  { what: 'the default profile counts', config: `[default]\nendpoint_url = ${LOCAL}\n`, goesTo: all(LOCAL) },
  {
    what: 'another profile takes nothing of the default one',
    config: `[default]\nendpoint_url = ${LOCAL}\n[profile bare]\nregion = eu-west-1\n`,
    environment: { AWS_PROFILE: 'bare' },
    goesTo: ['https://sts.eu-west-1.amazonaws.com', AWS.billing, AWS.ce],
  },
  {
    what: 'a service counts before its profile',
    config: SERVICES,
    environment: LOCAL_PROFILE,
    goesTo: [LOCAL, 'http://billing.test', 'http://ce.test/path', 'http://s3.test'],
  },
  {
    what: 'the variable of all counts before every line of a profile',
    config: SERVICES,
    environment: { ...LOCAL_PROFILE, AWS_ENDPOINT_URL: 'http://all.test' },
    goesTo: all('http://all.test'),
  },
  {
    what: 'the variable of a service counts first',
    config: SERVICES,
    environment: {
      ...LOCAL_PROFILE,
      AWS_ENDPOINT_URL_BILLING: 'http://one.test',
      AWS_ENDPOINT_URL_S3: 'http://s3.one',
    },
    goesTo: [LOCAL, 'http://one.test', 'http://ce.test/path', 'http://s3.one'],
  },
  {
    what: 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS leaves all of them out',
    config: SERVICES,
    environment: { ...LOCAL_PROFILE, AWS_ENDPOINT_URL: 'http://all.test', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'TRUE' },
    goesTo: NOBODY,
  },
  {
    what: 'so does the line of a profile',
    config: `[default]\nignore_configured_endpoint_urls = true\nendpoint_url = ${LOCAL}\n`,
    environment: { AWS_ENDPOINT_URL: 'http://all.test' },
    goesTo: NOBODY,
  },
  {
    what: 'which the variable takes back',
    config: `[default]\nignore_configured_endpoint_urls = true\nendpoint_url = ${LOCAL}\n`,
    environment: { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' },
    goesTo: all(LOCAL),
  },
  {
    what: 'a line in the credentials file counts too',
    config: '[profile two]\nregion = eu-central-1\n',
    credentials: `[two]\nendpoint_url = ${LOCAL}\n`,
    environment: { AWS_PROFILE: 'two' },
    goesTo: all(LOCAL),
  },
  {
    what: 'the region of a profile is that of sts alone',
    config: '[default]\nregion = eu-west-3\n',
    goesTo: ['https://sts.eu-west-3.amazonaws.com', AWS.billing, AWS.ce],
  },
  {
    what: 'AWS_DEFAULT_REGION counts before it',
    config: '[default]\nregion = eu-west-3\n',
    environment: { AWS_DEFAULT_REGION: 'eu-west-2' },
    goesTo: ['https://sts.eu-west-2.amazonaws.com', AWS.billing, AWS.ce],
  },
  {
    what: 'comments, spaces and the ends of lines of Windows are no fault',
    config: `# mine\r\n\r\n[default]\r\n; theirs\r\nendpoint_url=${LOCAL}\r\ns3 =\r\n  addressing_style = path\r\n`,
    goesTo: all(LOCAL),
  },
];
