import type { Properties } from '../../properties';
import { type Maybe, mapReading, withDefault } from '../../reading';
import { byTime, byUse, free, through } from '../classes';
import { type Metering, priced, priceKey, type Service } from '../service';

/** AWS Directory Service: directories. Defaults are the provider's own. */
export const directoryservice: Service = {
  product: 'AWS Directory Service',
  pricingPage: 'https://aws.amazon.com/directoryservice/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:directoryservice/directory:Directory': priced({}, (metering) => {
      const type = withDefault(metering.properties.text('type'), 'SimpleAD');
      if (type.state === 'known' && type.value === 'MicrosoftAD') return [microsoftAd(metering)];
      const name = mapReading(type, (text) => text.toLowerCase());
      const size = mapReading(withDefault(metering.properties.text('size'), 'Large'), (text) => text.toLowerCase());
      return [metering.hourly('Directory', priceKey`directoryservice/${name}-${size}.hour`)];
    }),

    'aws:directoryservice/logSubscription:LogSubscription': byUse('Amazon CloudWatch, logs that CloudWatch bills'),
    'aws:directoryservice/serviceRegion:ServiceRegion': priced({}, (metering) => {
      const directory = metering.linked('directoryId', 'aws:directoryservice/directory:Directory')?.properties;
      const edition = directory === undefined ? metering.missing('directoryId') : editionOf(directory);
      const controllers = withDefault(metering.properties.quantity('desiredNumberOfDomainControllers'), 2);
      return [
        metering.hourly('Domain controller', priceKey`directoryservice/microsoftad-${edition}.dc-hour`, controllers),
      ];
    }),
    'aws:directoryservice/sharedDirectory:SharedDirectory': byTime(
      'a fee for each account the directory is shared with',
    ),
    'aws:directoryservice/sharedDirectoryAccepter:SharedDirectoryAccepter': through(
      'aws:directoryservice/sharedDirectory:SharedDirectory',
      'accepts a share',
    ),
    ...free('directoryservice', 'conditionalForwarder radiusSettings trust'),
  },
};

/** Billed for each domain controller, of which there are two at least. */
function microsoftAd(metering: Metering) {
  const controllers = withDefault(metering.properties.quantity('desiredNumberOfDomainControllers'), 2);
  const key = priceKey`directoryservice/microsoftad-${editionOf(metering.properties)}.dc-hour`;
  return metering.hourly('Domain controller', key, controllers);
}

const editionOf = (directory: Properties): Maybe<string> =>
  mapReading(withDefault(directory.text('edition'), 'Enterprise'), (text) => text.toLowerCase());
