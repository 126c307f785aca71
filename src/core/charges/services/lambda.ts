import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, unknown, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free, through } from '../classes';
import { notPriced } from '../parts/not-priced';
import { averageSize, groupCharges, scaled } from '../parts/scaling';
import { TRACES, traces } from '../parts/telemetry';
import { quantityWords } from '../quantity';
import { beyond, type Metering, priced, priceKey, type Service, times } from '../service';
import { assume, fixed, type UsageFigure } from '../usage';

const REQUESTS = {
  monthlyRequests: assume(0, 1_000_000, 'requests a month'),
  averageDurationMs: fixed(100, 500, 'ms on average'),
  ...TRACES,
};

/** AWS Lambda: requests, the time they take, and provisioned concurrency. */
export const lambda: Service = {
  product: 'AWS Lambda',
  pricingPage: 'https://aws.amazon.com/lambda/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:lambda/function:Function': priced(REQUESTS, (metering) => [
      metering.usage('Lambda requests', 'lambda/request', 'monthlyRequests'),
      duration(metering),
      ...ephemeralStorage(metering),
      ...managedInstances(metering),
      ...tracing(metering),
      ...snapStart(metering),
      ...notPriced(metering, 'Durable executions', ['durableConfig']),
      ...notPriced(metering, 'Environments for single tenants', ['tenancyConfig']),
    ]),
    'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig': priced(
      averageSize('environments'),
      provisionedConcurrency,
    ),
    // Free unless pollers are provisioned for it.
    'aws:lambda/eventSourceMapping:EventSourceMapping': priced({}, (metering) =>
      metering.properties.any('provisionedPollerConfig').state === 'absent'
        ? []
        : [metering.hourly('Provisioned event pollers', unknown('no price for provisionedPollerConfig'))],
    ),

    'aws:lambda/capacityProvider:CapacityProvider': byTime('instances it keeps, with a management fee on top of EC2'),
    'aws:lambda/functionScalingConfig:FunctionScalingConfig': through(
      'aws:lambda/capacityProvider:CapacityProvider',
      'least number of environments keeps instances running',
      'C',
    ),
    'aws:lambda/invocation:Invocation': byUse('one run'),
    'aws:lambda/microvmsImage:MicrovmsImage': byUse('snapshot storage and builds of micro VMs', 'C'),
    ...free(
      'lambda',
      `
        alias codeSigningConfig functionEventInvokeConfig functionRecursionConfig functionUrl layerVersion
        layerVersionPermission permission resourcePolicy runtimeManagementConfig
      `,
    ),
    ...free('lambda', 'coreNetworkConnector', 'D'),
  },
};

function duration(metering: Metering<keyof typeof REQUESTS>): Charge {
  const time = metering.figure('averageDurationMs');
  const gbSeconds = times(memoryGb(metering.properties), seconds(time));
  const key = priceKey`lambda/duration-${architecture(metering.properties)}.gb-second`;
  const charge = metering.usage('Lambda duration', key, 'monthlyRequests', gbSeconds);
  return {
    ...charge,
    quantity: `${charge.quantity} × ${quantityWords(known(time.range), time.unit)}`,
    assumed: charge.assumed || time.assumed,
    usage: [...charge.usage, 'averageDurationMs'],
  };
}

const seconds = ({ range }: UsageFigure) => times(range, 0.001);

/** 128 MB is the provider's default. */
const memoryGb = (lambdaFunction: Properties): Maybe<number> =>
  mapReading(withDefault(lambdaFunction.quantity('memorySize'), 128), (mb) => mb / 1024);

/** x86_64 is the provider's default. */
function architecture(lambdaFunction: Properties): Maybe<string> {
  const list = lambdaFunction.list('architectures');
  if (list.state === 'unknown') return list;
  const first = list.state === 'known' ? list.value[0] : undefined;
  if (first === undefined) return known('x86');
  return first.state === 'known'
    ? known(first.value === 'arm64' ? 'arm' : 'x86')
    : unknown('architectures is not known');
}

/** One trace in 20 requests or fewer is what X-Ray samples; the owner's figure decides. */
function tracing(metering: Metering<keyof typeof REQUESTS>): Charge[] {
  const mode = metering.properties.text('tracingConfig.mode');
  return traces(
    metering,
    mapReading(mode, (name) => name === 'Active'),
  );
}

/** Free for Java; for the other runtimes the cache and each restore are billed. */
function snapStart(metering: Metering): Charge[] {
  if (valueOr(metering.properties.text('runtime'), '').startsWith('java')) return [];
  return notPriced(metering, 'SnapStart', ['snapStart.applyOn'], ['None']);
}

/** A function on a capacity provider runs on EC2 instances of the account. */
function managedInstances(metering: Metering): Charge[] {
  if (metering.properties.any('capacityProviderConfig').state === 'absent') return [];
  return [metering.hourly('Lambda managed instances', unknown('no price for capacityProviderConfig'))];
}

const SECONDS_PER_MONTH = 730 * 3600;

/** Memory that is kept ready around the clock, used or not. */
function provisionedConcurrency(metering: Metering<'averageSize'>): Charge[] {
  const target = metering.linked('functionName', 'aws:lambda/function:Function');
  const what = 'Provisioned concurrency';
  if (target === undefined) {
    return [metering.monthly(what, metering.missing('functionName'), 1, 'GB-seconds')];
  }
  const asked = metering.properties.quantity('provisionedConcurrentExecutions');
  const count = scaled(metering, 'lambda:function:ProvisionedConcurrency', asked, { resource: target });
  const key = priceKey`lambda/provisioned-concurrency-${architecture(target.properties)}.gb-second`;
  return groupCharges(metering, { count }, (ready) => {
    const memory = times(ready, memoryGb(target.properties));
    return [metering.monthly(what, key, times(memory, SECONDS_PER_MONTH), 'GB-seconds')];
  });
}

/** 512 MB are included. */
function ephemeralStorage(metering: Metering<keyof typeof REQUESTS>): Charge[] {
  const size = metering.properties.quantity('ephemeralStorage.size');
  if (size.state === 'absent') return [];
  const extra = mapReading(beyond(size, 512), (mb) => mb / 1024);
  if (extra.state === 'known' && extra.value === 0) return [];
  const time = metering.figure('averageDurationMs');
  const gbSeconds = times(extra, seconds(time));
  const what = 'Ephemeral storage beyond the included';
  const charge = metering.usage(what, 'lambda/ephemeral-storage.gb-second', 'monthlyRequests', gbSeconds);
  return [
    {
      ...charge,
      assumed: charge.assumed || time.assumed,
      usage: [...charge.usage, 'averageDurationMs'],
    },
  ];
}
