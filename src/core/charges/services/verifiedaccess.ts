import { byUse, free } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Verified Access: applications and the data that goes through them. */
export const verifiedaccess: Service = {
  product: 'AWS Verified Access',
  pricingPage: 'https://aws.amazon.com/verified-access/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:verifiedaccess/endpoint:Endpoint': priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (metering) => [
      metering.hourly('Verified Access application', 'vpc/verified-access-app.hour'),
      metering.usage('Verified Access data processed', 'vpc/verified-access-data.gb', 'dataProcessedGb'),
    ]),
    'aws:verifiedaccess/instanceLoggingConfiguration:InstanceLoggingConfiguration': byUse(
      'logs that other services bill',
    ),
    ...free('verifiedaccess', 'group instance instanceTrustProviderAttachment trustProvider', 'C'),
  },
};
