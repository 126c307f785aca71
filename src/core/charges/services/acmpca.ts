import { mapReading, valueOr, withDefault } from '../../reading';
import { free } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Private CA: authorities by the month, and the certificates that they issue. */
export const acmpca: Service = {
  product: 'AWS Certificate Manager',
  pricingPage: 'https://aws.amazon.com/private-ca/pricing/',
  readOn: '2026-11-24',
  resources: {
    // A disabled authority is billed too, until it is deleted.
    'aws:acmpca/certificateAuthority:CertificateAuthority': priced(
      { certificates: assume(0, 10, 'certificates a month') },
      (bill) => {
        const usageMode = withDefault(bill.properties.text('usageMode'), 'GENERAL_PURPOSE'); // the provider's default
        const key = mapReading(usageMode, (name) =>
          name === 'SHORT_LIVED_CERTIFICATE' ? 'acmpca/short-lived-ca.month' : 'acmpca/general-ca.month',
        );
        const charges = [bill.monthly('Private certificate authority', key, 1, 'authorities')];
        // Short-lived certificates cost a fraction of others, and their price is not kept.
        if (valueOr(usageMode, '') === 'GENERAL_PURPOSE') {
          charges.push(bill.usage('Private certificates', 'acmpca/certificate-first1000', 'certificates'));
        }
        return charges;
      },
    ),

    'aws:acmpca/certificate:Certificate': priced({}, (bill) => {
      const authority = bill.linked('certificateAuthorityArn')?.properties;
      const mode =
        authority === undefined
          ? bill.missing('certificateAuthorityArn')
          : withDefault(authority.text('usageMode'), 'GENERAL_PURPOSE'); // the provider's default
      const key = mapReading(mode, (name) =>
        name === 'SHORT_LIVED_CERTIFICATE' ? 'acmpca/certificate-short-lived' : 'acmpca/certificate-first1000',
      );
      return [bill.once('once', 'Private certificate', { key, count: 1 })];
    }),
    ...free('acmpca', 'certificateAuthorityCertificate permission policy'),
  },
};
