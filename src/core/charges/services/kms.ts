import type { Range } from '../../money';
import type { Properties } from '../../properties';
import { known, type Maybe, withDefault } from '../../reading';
import { free, through } from '../classes';
import { type Bill, fromTo, priced, type Service } from '../service';
import { assume } from '../usage';

const USAGE = { monthlyRequests: assume(0, 10_000, 'requests a month') };

/** AWS KMS: keys and requests. A key costs the same in a custom key store, disabled or imported. */
export const kms: Service = {
  product: 'AWS Key Management Service',
  pricingPage: 'https://aws.amazon.com/kms/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:kms/key:Key': priced(USAGE, (bill) => charges(bill, versions(bill.properties))),
    // A replica is a key of its own, and is rotated together with its primary.
    'aws:kms/replicaKey:ReplicaKey': priced(USAGE, (bill) => charges(bill, replicaVersions(bill))),
    'aws:kms/externalKey:ExternalKey': priced(USAGE, (bill) => charges(bill, known(1))),
    'aws:kms/replicaExternalKey:ReplicaExternalKey': priced(USAGE, (bill) => charges(bill, known(1))),

    'aws:kms/ciphertext:Ciphertext': through('aws:kms/key:Key', 'one request to the key'),
    ...free('kms', 'alias customKeyStore grant keyPolicy'),
  },
};

const charges = (bill: Bill<keyof typeof USAGE>, keys: Maybe<number> | Maybe<Range>) => [
  bill.monthly('Customer managed key', 'kms/key.month', keys, 'key versions'),
  bill.usage('Key requests', 'kms/request', 'monthlyRequests'),
];

/** The first and the second rotation each add the price of a key; later ones add nothing. Off by default. */
function versions(key: Properties): Maybe<number> | Maybe<Range> {
  const rotates = withDefault(key.flag('enableKeyRotation'), false);
  return rotates.state === 'known' && !rotates.value ? known(1) : fromTo(1, 3);
}

function replicaVersions(bill: Bill): Maybe<number> | Maybe<Range> {
  const primary = bill.linked('primaryKeyArn');
  return primary === undefined ? fromTo(1, 3) : versions(primary.properties);
}
