import { unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { type Bill, priced, type Service } from '../service';

/** AWS Certificate Manager: public certificates are free unless they can be exported; private ones are not. */
export const acm: Service = {
  product: 'AWS Certificate Manager',
  pricingPage: 'https://aws.amazon.com/certificate-manager/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:acm/certificate:Certificate': priced({}, (bill) => [...privateCertificate(bill), ...exportable(bill)]),

    ...free('acm', 'certificateValidation'),
  },
};

/** Issued by a private certificate authority: billed each time it is issued. */
function privateCertificate(bill: Bill): Charge[] {
  if (bill.properties.any('certificateAuthorityArn').state === 'absent') return [];
  const price = { key: 'acmpca/certificate-first1000', count: 1 };
  return [bill.once('once', 'Private certificate', price)];
}

/** Not exportable unless asked for, as RequestCertificate documents. */
function exportable(bill: Bill): Charge[] {
  const option = withDefault(bill.properties.text('options.export'), 'DISABLED');
  if (option.state === 'known' && option.value !== 'ENABLED') return [];
  return [bill.once('once', 'Exportable public certificate', unknown('no price is known'))];
}
