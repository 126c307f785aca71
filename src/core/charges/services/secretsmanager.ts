import { known, type Maybe, mapReading, type Reading } from '../../reading';
import { free } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Secrets Manager: secrets, their replicas in other regions, and requests. */
export const secretsmanager: Service = {
  product: 'AWS Secrets Manager',
  pricingPage: 'https://aws.amazon.com/secrets-manager/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:secretsmanager/secret:Secret': priced(
      { monthlyRequests: assume(0, 10_000, 'requests a month') },
      (metering) => [
        metering.monthly(
          'Secret',
          'secretsmanager/secret.month',
          withReplicas(metering.properties.list('replicas')),
          'secrets',
        ),
        metering.usage('Secret requests', 'secretsmanager/request', 'monthlyRequests'),
      ],
    ),

    ...free('secretsmanager', 'secretPolicy secretRotation secretVersion tag'),
  },
};

/** Every replica is billed as a secret of its own. */
const withReplicas = (replicas: Reading<readonly unknown[]>): Maybe<number> =>
  replicas.state === 'absent' ? known(1) : mapReading(replicas, (list) => 1 + list.length);
