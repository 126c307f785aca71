import { priced, type ResourcePricing } from '../service';
import { assume } from '../usage';

/** E-mail sent in the name of an identity. */
export const mailIdentity: ResourcePricing = priced({ emails: assume(0, 1_000, 'e-mails a month') }, (metering) => [
  metering.usage('E-mail', 'ses/email', 'emails'),
]);
