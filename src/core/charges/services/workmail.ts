import { withDefault } from '../../reading';
import { free, through } from '../classes';
import { fromTo, priced, type Service } from '../service';

/** Amazon WorkMail: mailboxes. */
export const workmail: Service = {
  product: 'Amazon WorkMail',
  pricingPage: 'https://aws.amazon.com/workmail/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:workmail/organization:Organization': through('aws:workmail/user:User', 'no fee without users'),
    'aws:workmail/user:User': priced({}, (metering) => {
      const role = withDefault(metering.properties.text('userRole'), 'USER');
      if (role.state === 'known' && role.value !== 'USER') return []; // resources and system users have no price
      return [metering.monthly('Mailbox', 'workmail/user.month', role.state === 'known' ? 1 : fromTo(0, 1), 'users')];
    }),
    ...free('workmail', 'defaultDomain domain group'),
  },
};
