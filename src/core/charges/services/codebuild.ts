import { known, type Maybe, unknown } from '../../reading';
import { byTime, free } from '../classes';
import { type Bill, priced, type Service } from '../service';
import { assume } from '../usage';

/** How the price list names the platforms of an environment. */
const PLATFORMS = new Map([
  ['LINUX_CONTAINER', 'linux-general1'],
  ['LINUX_GPU_CONTAINER', 'linux-gpu1'],
  ['ARM_CONTAINER', 'linux-arm1'],
  ['WINDOWS_CONTAINER', 'windows-general1'],
  ['WINDOWS_SERVER_2019_CONTAINER', 'windows-general1'],
  ['WINDOWS_SERVER_2022_CONTAINER', 'windows-general1'],
]);

/** AWS CodeBuild: build minutes on demand. */
export const codebuild: Service = {
  product: 'AWS CodeBuild',
  pricingPage: 'https://aws.amazon.com/codebuild/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:codebuild/project:Project': priced({ buildMinutes: assume(0, 500, 'minutes a month') }, (bill) => [
      bill.usage('Build minutes', minutePrice(bill), 'buildMinutes'),
    ]),

    'aws:codebuild/fleet:Fleet': byTime('reserved machines run all the time (baseCapacity)'),
    ...free('codebuild', 'reportGroup resourcePolicy sourceCredential webhook'),
  },
};

function minutePrice({ properties }: Bill): Maybe<string> {
  const type = properties.text('environment.type');
  const compute = properties.text('environment.computeType');
  if (type.state !== 'known') return type.state === 'unknown' ? type : unknown('environment.type is not set');
  if (compute.state !== 'known')
    return compute.state === 'unknown' ? compute : unknown('environment.computeType is not set');
  const platform = PLATFORMS.get(type.value);
  const size = /^BUILD_GENERAL1_(\w+)$/.exec(compute.value)?.[1];
  if (platform === undefined || size === undefined) return unknown('no price is kept for this build environment');
  return known(`codebuild/${platform}.${size.toLowerCase()}.minute`);
}
