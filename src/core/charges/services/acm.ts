import { unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { type Metering, priced, type Service } from '../service';

/** AWS Certificate Manager: public certificates are free unless they can be exported; private ones are not. */
export const acm: Service = {
  product: 'AWS Certificate Manager',
  pricingPage: 'https://aws.amazon.com/certificate-manager/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:acm/certificate:Certificate': priced({}, (metering) => [
      ...privateCertificate(metering),
      ...exportable(metering),
    ]),

    ...free('acm', 'certificateValidation'),
  },
};

/** Issued by a private certificate authority: billed each time it is issued. */
function privateCertificate(metering: Metering): Charge[] {
  if (metering.properties.any('certificateAuthorityArn').state === 'absent') return [];
  const price = { key: 'acmpca/certificate-first1000', count: 1 };
  return [metering.once('once', 'Private certificate', price)];
}

/** Not exportable unless asked for, as RequestCertificate documents. */
function exportable(metering: Metering): Charge[] {
  const option = withDefault(metering.properties.text('options.export'), 'DISABLED');
  if (option.state === 'known' && option.value !== 'ENABLED') return [];
  return [metering.once('once', 'Exportable public certificate', unknown('no price is known'))];
}
