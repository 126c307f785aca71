import { mapReading, sameText, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, subscription } from '../classes';
import { type Metering, priced, priceKey, type Service } from '../service';
import { assume, fixed } from '../usage';

/** Amazon WorkSpaces Applications (AppStream): fleets and image builders, as for Windows. User fees are not counted. */
export const appstream: Service = {
  product: 'Amazon WorkSpaces Applications (AppStream)',
  pricingPage: 'https://aws.amazon.com/appstream2/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:appstream/fleet:Fleet': priced(
      { streamingHours: assume(0, 200, 'hours of streaming a month, all instances') },
      fleet,
    ),
    // AWS lists the same hourly prices for image builders and for fleets.
    'aws:appstream/imageBuilder:ImageBuilder': priced(
      { runningHours: fixed(0, 40, 'hours a month in which it runs') },
      (metering) => [
        metering.usage('Image builder', priceKey`appstream/fleet-${size(metering)}-windows.hour`, 'runningHours'),
      ],
    ),
    'aws:appstream/stack:Stack': byUse('home folders and settings are kept in S3', 'C'),
    'aws:appstream/user:User': subscription('a user who streams Windows costs a monthly fee'),
    ...free('appstream', 'directoryConfig fleetStackAssociation userStackAssociation'),
  },
};

/** `stream.standard.medium` is `standard.medium` in the price list. */
const size = ({ properties }: Metering) =>
  mapReading(properties.text('instanceType'), (name) => name.replace(/^stream\./, ''));

/** An always-on fleet runs all the time; the others only while somebody uses them, and are cheaper when idle. */
function fleet(metering: Metering<'streamingHours'>): Charge[] {
  const { properties } = metering;
  const type = withDefault(properties.text('fleetType'), 'ON_DEMAND'); // the provider's default
  const key = priceKey`appstream/fleet-${size(metering)}-windows.hour`;
  const what = 'Streaming instance, Windows price';
  if (type.state === 'unknown') return [metering.usage(what, type, 'streamingHours')];
  if (!sameText(type.value, 'ALWAYS_ON')) return [metering.usage(what, key, 'streamingHours')];
  return [metering.hourly(what, key, properties.quantity('computeCapacity.desiredInstances'))];
}
