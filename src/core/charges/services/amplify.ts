import { mapReading, sameText, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { contents, free, through } from '../classes';
import { meter, readMeters, usageOfMeters } from '../meters';
import { type Metering, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

const HOSTING = {
  servedGb: meter('Data served', 'amplify/served.gb', assume(0, 100, 'GB a month')),
  storedGb: meter('Data stored', 'amplify/stored.gb-month', assume(0, 10, 'GB')),
};

const RENDERING = {
  ssrRequests: meter('Server-side rendering requests', 'amplify/ssr.request', assume(0, 1_000_000, 'requests a month')),
  ssrGbSeconds: meter(
    'Server-side rendering',
    'amplify/ssr-duration.gb-second',
    assume(0, 10_000, 'GB-seconds a month'),
  ),
};

/** AWS Amplify Hosting: builds, data stored and served, and server-side rendering. A firewall is not counted. */
export const amplify: Service = {
  product: 'AWS Amplify',
  pricingPage: 'https://aws.amazon.com/amplify/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:amplify/app:App': priced(
      { buildMinutes: assume(0, 500, 'minutes a month'), ...usageOfMeters(HOSTING), ...usageOfMeters(RENDERING) },
      (metering) => {
        const platform = withDefault(metering.properties.text('platform'), 'WEB'); // the provider's default
        const rendered =
          platform.state === 'known' && !sameText(platform.value, 'WEB_COMPUTE') ? [] : readMeters(metering, RENDERING);
        return [buildMinutes(metering), ...readMeters(metering, HOSTING), ...rendered];
      },
    ),
    'aws:amplify/backendEnvironment:BackendEnvironment': contents('names a CloudFormation stack of the backend', 'C'),
    'aws:amplify/branch:Branch': through('aws:amplify/app:App', 'builds and hosting of the app'),
    ...free('amplify', 'domainAssociation webhook'),
  },
};

/** Larger machines cost more; the standard one is the provider's default. */
function buildMinutes(metering: Metering<'buildMinutes'>): Charge {
  const type = withDefault(metering.properties.text('jobConfig.buildComputeType'), 'STANDARD_8GB');
  const size = mapReading(type, (name) => SIZES.get(name) ?? name);
  return metering.usage('Build minutes', priceKey`amplify/build${size}.minute`, 'buildMinutes');
}

const SIZES = new Map([
  ['STANDARD_8GB', ''],
  ['LARGE_16GB', '-large'],
  ['XLARGE_72GB', '-xlarge'],
]);
