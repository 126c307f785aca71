import type { Range } from '../../money';
import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, withDefault } from '../../reading';
import { free, through } from '../classes';
import { fromTo, type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

const USAGE = { monthlyRequests: assume(0, 10_000, 'requests a month') };

/** AWS KMS: keys and requests. A key costs the same in a custom key store, disabled or imported. */
export const kms: Service = {
  product: 'AWS Key Management Service',
  pricingPage: 'https://aws.amazon.com/kms/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:kms/key:Key': priced(USAGE, (metering) => charges(metering, versions(metering.properties))),
    // A replica is a key of its own, and is rotated together with its primary.
    'aws:kms/replicaKey:ReplicaKey': priced(USAGE, (metering) => charges(metering, replicaVersions(metering))),
    'aws:kms/externalKey:ExternalKey': priced(USAGE, (metering) => charges(metering, known(1))),
    'aws:kms/replicaExternalKey:ReplicaExternalKey': priced(USAGE, (metering) => charges(metering, known(1))),

    'aws:kms/ciphertext:Ciphertext': through('aws:kms/key:Key', 'one request to the key'),
    ...free('kms', 'alias customKeyStore grant keyPolicy'),
  },
};

const charges = (metering: Metering<keyof typeof USAGE>, keys: Maybe<number> | Maybe<Range>) => [
  metering.monthly('Customer managed key', 'kms/key.month', keys, 'key versions'),
  metering.usage('Key requests', requestPrice(metering), 'monthlyRequests'),
];

/** The first and the second rotation each add the price of a key; later ones add nothing. Off by default. */
function versions(key: Properties): Maybe<number> | Maybe<Range> {
  const rotates = withDefault(key.flag('enableKeyRotation'), false);
  return rotates.state === 'known' && !rotates.value ? known(1) : fromTo(1, 3);
}

function replicaVersions(metering: Metering): Maybe<number> | Maybe<Range> {
  const primary = metering.linked('primaryKeyArn', 'aws:kms/key:Key');
  return primary === undefined ? fromTo(1, 3) : versions(primary.properties);
}

/** Asymmetric keys cost more for each request, but those of RSA 2048. Symmetric is the provider's default. */
function requestPrice({ properties }: Metering): Maybe<string> {
  const spec = withDefault(properties.text('customerMasterKeySpec'), 'SYMMETRIC_DEFAULT');
  return mapReading(spec, (name) =>
    name === 'SYMMETRIC_DEFAULT' || name === 'RSA_2048' || name.startsWith('HMAC')
      ? 'kms/request'
      : 'kms/asymmetric-except-rsa2048.request',
  );
}
