import { mapReading, withDefault } from '../../reading';
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
      (metering) => {
        const usageMode = withDefault(metering.properties.text('usageMode'), 'GENERAL_PURPOSE'); // the provider's default
        const key = mapReading(usageMode, (name) =>
          name === 'SHORT_LIVED_CERTIFICATE' ? 'acmpca/short-lived-ca.month' : 'acmpca/general-ca.month',
        );
        const certificate = mapReading(usageMode, (name) =>
          name === 'SHORT_LIVED_CERTIFICATE' ? 'acmpca/certificate-short-lived' : 'acmpca/certificate-first1000',
        );
        return [
          metering.monthly('Private certificate authority', key, 1, 'authorities'),
          metering.usage('Private certificates', certificate, 'certificates'),
        ];
      },
    ),

    'aws:acmpca/certificate:Certificate': priced({}, (metering) => {
      const authority = metering.linked(
        'certificateAuthorityArn',
        'aws:acmpca/certificateAuthority:CertificateAuthority',
      )?.properties;
      const mode =
        authority === undefined
          ? metering.missing('certificateAuthorityArn')
          : withDefault(authority.text('usageMode'), 'GENERAL_PURPOSE'); // the provider's default
      const key = mapReading(mode, (name) =>
        name === 'SHORT_LIVED_CERTIFICATE' ? 'acmpca/certificate-short-lived' : 'acmpca/certificate-first1000',
      );
      return [metering.once('once', 'Private certificate', { key, count: 1 })];
    }),
    ...free('acmpca', 'certificateAuthorityCertificate permission policy'),
  },
};
