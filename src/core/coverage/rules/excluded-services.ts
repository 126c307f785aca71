import type { Charge } from '../../charges/charge';
import type { Metering } from '../../charges/service';
import { decidedLater } from '../../properties';
import { known, type Maybe, type Reading, unknown, withDefault } from '../../reading';
import { type Match, no, type Rule, unsure, yes } from '../rule';

const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

const SERVICE = {
  policy: 'no-uncovered-services',
  verdict: 'not-covered',
  judges: 'own',
  creditCanPay: 'never',
  ...TERMS,
} as const;

/** Services that the terms exclude by name. */
export const excludedServiceRules: readonly Rule[] = [
  {
    ...SERVICE,
    id: 'domain-registration',
    types: ['aws:route53domains/domain:Domain'],
    what: 'a domain registration',
    why: "AWS credits don't cover registering, transferring or renewing a domain; they cover its hosted zone.",
    remedy: 'Pay the domain in cash, or register it elsewhere and point it to Route 53.',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:route53domains/domain:Domain',
        properties: { domainName: 'example-shop.com', durationInYears: 3 },
      },
      miss: { type: 'aws:route53/zone:Zone', properties: { name: 'example-shop.com' } },
    },
    find(metering) {
      const years = withDefault(metering.properties.quantity('durationInYears'), 1); // the least that can be registered
      return yes(registrar(metering, 'Domain registration', 'register', years));
    },
  },
  {
    ...SERVICE,
    id: 'domain-renewal',
    types: ['aws:route53domains/registeredDomain:RegisteredDomain'],
    what: "a domain's yearly renewal",
    why: "AWS credits don't cover renewing, extending or restoring a domain.",
    remedy: 'Set autoRenew to false, or pay the renewal in cash.',
    url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-renew.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:route53domains/registeredDomain:RegisteredDomain',
        properties: { domainName: 'example-shop.com' },
      },
      miss: {
        type: 'aws:route53domains/registeredDomain:RegisteredDomain',
        properties: { domainName: 'example-shop.com', autoRenew: false },
      },
      unknown: {
        type: 'aws:route53domains/registeredDomain:RegisteredDomain',
        properties: { domainName: 'example-shop.com', autoRenew: decidedLater },
      },
    },
    find(metering) {
      const renews = withDefault(metering.properties.flag('autoRenew'), true); // the provider's default
      if (renews.state === 'known' && !renews.value) return no;
      const charge = registrar(metering, 'Domain renewal, each year', 'renew', 1);
      return renews.state === 'known' ? yes(charge) : unsure(renews.because, charge);
    },
  },
  {
    ...SERVICE,
    id: 'mechanical-turk',
    types: ['aws:sagemaker/labelingJob:LabelingJob', 'aws:sagemaker/flowDefinition:FlowDefinition'],
    what: 'Mechanical Turk work',
    why: "AWS credits don't cover Mechanical Turk, which supplies public workforces.",
    remedy: 'Use a private workforce.',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:sagemaker/labelingJob:LabelingJob',
        properties: {
          humanTaskConfig: { workteamArn: 'arn:aws:sagemaker:us-east-1:394669845002:workteam/public-crowd/default' },
        },
      },
      miss: {
        type: 'aws:sagemaker/labelingJob:LabelingJob',
        properties: {
          humanTaskConfig: { workteamArn: 'arn:aws:sagemaker:us-east-1:123456789012:workteam/private-crowd/us' },
        },
      },
      unknown: {
        type: 'aws:sagemaker/flowDefinition:FlowDefinition',
        properties: { humanLoopConfig: { workteamArn: decidedLater } },
      },
    },
    find: findPublicWorkers,
  },
];

function registrar(metering: Metering, what: string, act: 'register' | 'renew', count: number | Maybe<number>): Charge {
  const key = yearKey(metering, act, metering.properties.text('domainName'));
  return metering.under('Amazon Registrar').once('once', what, { key, count });
}

/**
 * Price rows are kept by the ending of a name: `acme.co.uk` → `co.uk`. A reason must not hold a property's value, so an
 * ending without a row is answered here.
 */
function yearKey(metering: Metering, act: 'register' | 'renew', name: Reading<string>): Maybe<string> {
  if (name.state === 'absent') return unknown('domainName is not set');
  if (name.state === 'unknown') return name;
  const ending = name.value.toLowerCase().replace(/\.$/, '').split('.').slice(1).join('.');
  const key = `route53domains/${act}-${ending}.year`;
  const isPriced = !hasRegion(metering) || metering.price(key).state === 'known';
  return isPriced ? known(key) : unknown('no price for the ending of this domain');
}

/** Without a region no price is found at all, and the bill itself says so. */
const hasRegion = (metering: Metering): boolean => metering.resource.region.state === 'known';

function findPublicWorkers(metering: Metering): Match {
  const charge = metering
    .under('Amazon Mechanical Turk')
    .stated('usage', 'Public workforce', unknown('it depends on the number of tasks'));
  const readings = ['humanTaskConfig', 'humanLoopConfig'].map((config) => ({
    price: metering.properties.object(`${config}.publicWorkforceTaskPrice`),
    team: metering.properties.text(`${config}.workteamArn`),
  }));
  for (const { price, team } of readings) {
    if (price.state === 'known') return yes(charge);
    if (team.state === 'known' && team.value.toLowerCase().includes('public-crowd')) return yes(charge);
  }
  const open = readings.flatMap(({ price, team }) => [price, team]).find((reading) => reading.state === 'unknown');
  return open?.state === 'unknown' ? unsure(open.because, charge) : no;
}
