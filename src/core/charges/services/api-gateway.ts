import { known, type Maybe, mapReading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { type Bill, fromTo, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

/** Amazon API Gateway: requests to REST, HTTP and WebSocket APIs, and the caches of stages. */
export const apiGateway: Service = {
  product: 'Amazon API Gateway',
  pricingPage: 'https://aws.amazon.com/api-gateway/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:apigateway/restApi:RestApi': priced({ monthlyRequests: assume(0, 1_000_000, 'requests a month') }, (bill) => [
      bill.usage('REST API requests', 'apigateway/rest-first333m.request', 'monthlyRequests'),
    ]),
    'aws:apigateway/stage:Stage': priced({}, cache),
    'aws:apigatewayv2/api:Api': priced(
      {
        monthlyRequests: assume(0, 1_000_000, 'requests or messages a month'),
        connectionMinutes: assume(0, 1_000_000, 'minutes of connections a month'),
      },
      (bill) => {
        const protocol = requestPrice(bill);
        const charges = [bill.usage('API requests', protocol, 'monthlyRequests')];
        if (protocol.state === 'known' && protocol.value.includes('websocket')) {
          charges.push(
            bill.usage('WebSocket connections', 'apigateway/websocket.connection-minute', 'connectionMinutes'),
          );
        }
        return charges;
      },
    ),
  },
};

function requestPrice({ properties }: Bill): Maybe<string> {
  const protocol = properties.text('protocolType');
  if (protocol.state !== 'known') return protocol.state === 'unknown' ? protocol : unknown('protocolType is not set');
  if (protocol.value === 'HTTP') return known('apigateway/http-first300m.request');
  if (protocol.value === 'WEBSOCKET') return known('apigateway/websocket-first1b.message');
  return unknown('no price is kept for this protocol');
}

/** Off unless a stage asks for it, as CreateStage documents. */
function cache(bill: Bill): Charge[] {
  const on = withDefault(bill.properties.flag('cacheClusterEnabled'), false);
  if (on.state === 'known' && !on.value) return [];
  const size = mapReading(bill.properties.text('cacheClusterSize'), (gb) => `${gb}gb`);
  return [bill.hourly('API cache', priceKey`apigateway/cache-${size}.hour`, on.state === 'known' ? 1 : fromTo(0, 1))];
}
