import { known, type Maybe, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { meter, metered } from '../meters';
import { type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon Kendra: indexes by edition, and the extra capacity of the enterprise edition. */
export const kendra: Service = {
  product: 'Amazon Kendra',
  pricingPage: 'https://aws.amazon.com/kendra/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:kendra/index:Index': priced({}, (metering) => [
      metering.hourly('Kendra index', editionPrice(metering)),
      ...extraUnits(metering, 'queryCapacityUnits', 'Extra query units', 'kendra/enterprise-extra-query-unit.hour'),
      ...extraUnits(
        metering,
        'storageCapacityUnits',
        'Extra storage units',
        'kendra/enterprise-extra-storage-unit.hour',
      ),
    ]),

    'aws:kendra/dataSource:DataSource': metered({
      syncHours: meter('Connector sync', 'kendra/connector-sync.hour', assume(0, 10, 'hours a month', 730)),
    }),
    ...free('kendra', 'experience faq querySuggestionsBlockList thesaurus'),
  },
};

/** Enterprise is the provider's default. */
function editionPrice({ properties }: Metering): Maybe<string> {
  const edition = withDefault(properties.text('edition'), 'ENTERPRISE_EDITION');
  if (edition.state !== 'known') return edition;
  if (edition.value === 'DEVELOPER_EDITION') return known('kendra/developer-edition.hour');
  if (edition.value === 'ENTERPRISE_EDITION') return known('kendra/enterprise-edition.hour');
  return unknown('no price for this edition');
}

function extraUnits(metering: Metering, name: string, what: string, key: string): Charge[] {
  const units = metering.properties.quantity(`capacityUnits.${name}`);
  return units.state === 'absent' ? [] : [metering.hourly(what, key, units)];
}
