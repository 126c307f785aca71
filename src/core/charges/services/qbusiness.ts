import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon Q Business: users by tier, and units of an index. */
export const qbusiness: Service = {
  product: 'Amazon Q Business',
  pricingPage: 'https://aws.amazon.com/q/business/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:qbusiness/application:Application': metered({
      liteUsers: meter('Lite users', 'qbusiness/lite.user-month', assume(0, 10, 'users')),
      proUsers: meter('Pro users', 'qbusiness/pro.user-month', assume(0, 10, 'users')),
      indexUnits: meter(
        'Index units, starter',
        'qbusiness/index-starter.unit-hour',
        assume(0, 730, 'unit-hours a month'),
      ),
    }),
  },
};
