import { type Maybe, mapReading, type Reading } from '../../reading';
import { free } from '../classes';
import { notPriced } from '../parts/not-priced';
import { fromTo, priced, priceKey, type Service, times } from '../service';
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
    'aws:codebuild/project:Project': priced({ buildMinutes: assume(0, 500, 'minutes a month') }, (metering) => [
      metering.usage(
        'Build minutes',
        minutePrice(metering.properties.text('environment.type'), metering.properties.text('environment.computeType')),
        'buildMinutes',
      ),
    ]),

    'aws:codebuild/fleet:Fleet': priced({}, (metering) => {
      const custom = notPriced(metering, 'Reserved build machine', ['computeConfiguration']);
      if (custom.length > 0) return custom;
      const base = metering.properties.quantity('baseCapacity');
      const most = metering.properties.quantity('scalingConfiguration.maxCapacity');
      const machines = most.state === 'absent' ? base : fromTo(base, most);
      const key = minutePrice(metering.properties.text('environmentType'), metering.properties.text('computeType'));
      return [metering.monthly('Reserved build machine', key, times(machines, MINUTES_PER_MONTH), 'minutes')];
    }),
    ...free('codebuild', 'reportGroup resourcePolicy sourceCredential webhook'),
  },
};

const MINUTES_PER_MONTH = 730 * 60;

function minutePrice(type: Reading<string>, compute: Reading<string>): Maybe<string> {
  const platform = mapReading(type, (name) => PLATFORMS.get(name) ?? name);
  const size = mapReading(compute, (name) => name.replace(/^BUILD_GENERAL1_/, '').toLowerCase());
  return priceKey`codebuild/${platform}.${size}.minute`;
}
