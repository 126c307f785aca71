import { mapReading, withDefault } from '../../reading';
import { type Bill, priced, priceKey, type Service } from '../service';

/** AWS Directory Service: directories. Defaults are the provider's own. */
export const directoryService: Service = {
  product: 'AWS Directory Service',
  pricingPage: 'https://aws.amazon.com/directoryservice/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:directoryservice/directory:Directory': priced({}, (bill) => {
      const type = withDefault(bill.properties.text('type'), 'SimpleAD');
      if (type.state === 'known' && type.value === 'MicrosoftAD') return [microsoftAd(bill)];
      const name = mapReading(type, (text) => text.toLowerCase());
      const size = mapReading(withDefault(bill.properties.text('size'), 'Large'), (text) => text.toLowerCase());
      return [bill.hourly('Directory', priceKey`directoryservice/${name}-${size}.hour`)];
    }),
  },
};

/** Billed for each domain controller, of which there are two at least. */
function microsoftAd(bill: Bill) {
  const edition = mapReading(withDefault(bill.properties.text('edition'), 'Enterprise'), (text) => text.toLowerCase());
  const controllers = withDefault(bill.properties.quantity('desiredNumberOfDomainControllers'), 2);
  return bill.hourly('Domain controller', priceKey`directoryservice/microsoftad-${edition}.dc-hour`, controllers);
}
