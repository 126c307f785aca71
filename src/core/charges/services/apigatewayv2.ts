import { known, type Maybe, mapReading, unknown, withDefault } from '../../reading';
import { free } from '../classes';
import { type Metering, priced, type Service } from '../service';
import { assume, fixed } from '../usage';

/** Amazon API Gateway: requests to HTTP and WebSocket APIs. */
export const apigatewayv2: Service = {
  product: 'Amazon API Gateway',
  pricingPage: 'https://aws.amazon.com/api-gateway/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:apigatewayv2/api:Api': priced(
      {
        monthlyRequests: assume(0, 1_000_000, 'requests or messages a month'),
        connectionMinutes: assume(0, 1_000_000, 'minutes of connections a month'),
      },
      (metering) => {
        const protocol = requestPrice(metering);
        const charges = [metering.usage('API requests', protocol, 'monthlyRequests')];
        if (protocol.state === 'known' && protocol.value.includes('websocket')) {
          charges.push(
            metering.usage('WebSocket connections', 'apigateway/websocket.connection-minute', 'connectionMinutes'),
          );
        }
        return charges;
      },
    ),

    'aws:apigatewayv2/stage:Stage': priced({ metrics: fixed(0, 20, 'metrics') }, (metering) => {
      const on = withDefault(metering.properties.flag('defaultRouteSettings.detailedMetricsEnabled'), false); // AWS's default
      if (on.state === 'known' && !on.value) return [];
      const key = mapReading(on, () => 'cloudwatch/metric-first10k.metric-month');
      return [metering.under('Amazon CloudWatch').usage('Detailed metrics', key, 'metrics')];
    }),
    ...free(
      'apigatewayv2',
      `
        apiMapping authorizer deployment domainName integration integrationResponse model route routeResponse
        routingRule vpcLink
      `,
    ),
  },
};

function requestPrice({ properties }: Metering): Maybe<string> {
  const protocol = properties.text('protocolType');
  if (protocol.state !== 'known') return protocol.state === 'unknown' ? protocol : unknown('protocolType is not set');
  if (protocol.value === 'HTTP') return known('apigateway/http-first300m.request');
  if (protocol.value === 'WEBSOCKET') return known('apigateway/websocket-first1b.message');
  return unknown('no price for this protocol');
}
