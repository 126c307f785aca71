import { known, type Maybe, mapReading, type Reading } from '../../reading';
import type { Charge } from '../charge';
import { free, through } from '../classes';
import { meter, metered } from '../meters';
import { anyOf, type Metering, priced, priceKey, type Quantity, type Service } from '../service';
import { assume } from '../usage';

/** Amazon QuickSight: seats, and SPICE capacity beyond what they include. */
export const quicksight: Service = {
  product: 'Amazon QuickSight',
  pricingPage: 'https://aws.amazon.com/quicksight/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:quicksight/accountSubscription:AccountSubscription': metered({
      authors: meter('Authors in its groups', 'quicksight/author-enterprise.user-month', assume(0, 5, 'users')),
      readers: meter('Readers in its groups', 'quicksight/reader.user-month', assume(0, 20, 'users')),
    }),
    'aws:quicksight/dataSet:DataSet': metered({
      spiceGb: meter(
        'SPICE capacity',
        'quicksight/spice-enterprise.gb-month',
        assume(0, 10, 'GB beyond what seats include'),
      ),
    }),
    'aws:quicksight/ingestion:Ingestion': through('aws:quicksight/dataSet:DataSet', 'it fills the data set'),
    'aws:quicksight/roleMembership:RoleMembership': priced(
      { members: assume(1, 10, 'users in the group') },
      (metering) => {
        const { range, assumed } = metering.figure('members');
        return [{ ...seat(metering, metering.properties.text('role'), range), assumed, usage: ['members'] }];
      },
    ),
    'aws:quicksight/user:User': priced({}, (metering) => {
      const role = metering.properties.text('userRole');
      return [seat(metering, role)];
    }),
    ...free(
      'quicksight',
      `
      accountSettings analysis customPermissions dashboard dataSource folder folderMembership group
      groupMembership iamPolicyAssignment ipRestriction keyRegistration namespace refreshSchedule
      roleCustomPermission template templateAlias theme userCustomPermission vpcConnection
    `,
    ),
  },
};

/** Administrators pay as authors do; the price of an author depends on the edition of the account. */
function seat(metering: Metering, role: Reading<string>, count: Quantity = 1): Charge {
  const month = (key: Maybe<string>) => metering.monthly('Seat', key, count, 'users');
  const name = mapReading(role, (text) => text.toLowerCase().replace('admin', 'author').replace('_', '-'));
  if (name.state === 'known' && name.value === 'author') {
    return anyOf([
      month(known('quicksight/author-standard.user-month')),
      month(known('quicksight/author-enterprise.user-month')),
    ]);
  }
  return month(priceKey`quicksight/${name}.user-month`);
}
