import { mapReading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { TRACES, traces } from '../parts/telemetry';
import { fromTo, type Metering, priced, priceKey, type Service } from '../service';
import { assume, fixed } from '../usage';

/** Amazon API Gateway: requests to REST APIs, and the caches of stages. */
export const apigateway: Service = {
  product: 'Amazon API Gateway',
  pricingPage: 'https://aws.amazon.com/api-gateway/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:apigateway/restApi:RestApi': priced(
      { monthlyRequests: assume(0, 1_000_000, 'requests a month') },
      (metering) => [metering.usage('REST API requests', 'apigateway/rest-first333m.request', 'monthlyRequests')],
    ),
    'aws:apigateway/stage:Stage': priced(TRACES, (metering) => [
      ...cache(metering),
      ...traces(metering, metering.properties.flag('xrayTracingEnabled')),
    ]),

    'aws:apigateway/methodSettings:MethodSettings': priced({ metrics: fixed(0, 20, 'metrics') }, (metering) => {
      const on = withDefault(metering.properties.flag('settings.metricsEnabled'), false); // the provider's default
      if (on.state === 'known' && !on.value) return [];
      const key = mapReading(on, () => 'cloudwatch/metric-first10k.metric-month');
      return [metering.under('Amazon CloudWatch').usage('Detailed metrics', key, 'metrics')];
    }),
    ...free(
      'apigateway',
      `
        account apiKey authorizer basePathMapping clientCertificate deployment documentationPart
        documentationVersion domainName domainNameAccessAssociation integration integrationResponse method
        methodResponse model requestValidator resource response restApiPolicy restApiPut usagePlan usagePlanKey
        vpcLink
      `,
    ),
  },
};
/** Off unless a stage asks for it, as CreateStage documents. */
function cache(metering: Metering): Charge[] {
  const on = withDefault(metering.properties.flag('cacheClusterEnabled'), false);
  if (on.state === 'known' && !on.value) return [];
  const size = mapReading(metering.properties.text('cacheClusterSize'), (gb) => `${gb}gb`);
  return [
    metering.hourly('API cache', priceKey`apigateway/cache-${size}.hour`, on.state === 'known' ? 1 : fromTo(0, 1)),
  ];
}
