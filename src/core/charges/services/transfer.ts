import { known, type Maybe, mapReading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { meter, metered } from '../meters';
import { type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Transfer Family: each protocol of a server by the hour, and the data that goes through it. */
export const transfer: Service = {
  product: 'AWS Transfer Family',
  pricingPage: 'https://aws.amazon.com/aws-transfer-family/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:transfer/server:Server': priced({ transferredGb: assume(0, 100, 'GB a month') }, (metering) => [
      metering.hourly('Transfer endpoint protocol', 'transfer/sftp-endpoint.hour', protocolCount(metering)),
      metering.usage('Data transferred', 'transfer/sftp-data.gb', 'transferredGb'),
    ]),

    'aws:transfer/agreement:Agreement': metered({
      inboundMessages: meter('AS2 messages in', 'transfer/as2-inbound.message', assume(0, 1_000, 'messages a month')),
    }),
    'aws:transfer/connector:Connector': priced(
      {
        outboundMessages: assume(0, 1_000, 'AS2 messages a month'),
        calls: assume(0, 1_000, 'SFTP calls a month'),
        transferredGb: assume(0, 100, 'GB a month'),
      },
      connector,
    ),
    'aws:transfer/webApp:WebApp': priced({}, (metering) => {
      const units = withDefault(metering.properties.quantity('webAppUnits.provisioned'), 1); // AWS's default
      return [metering.hourly('Web app units', 'transfer/web-app.unit-hour', units)];
    }),
    'aws:transfer/workflow:Workflow': metered({
      decryptedGb: meter('Data decrypted', 'transfer/decrypt.gb', assume(0, 10, 'GB a month')),
    }),
    ...free('transfer', 'access certificate hostKey profile sshKey tag user webAppCustomization'),
  },
};

/** All protocols have one price. SFTP alone is the provider's default. */
function protocolCount({ properties }: Metering): Maybe<number> {
  const list = properties.list('protocols');
  return list.state === 'absent' ? known(1) : mapReading(list, (protocols) => Math.max(1, protocols.length));
}

/** A connector speaks AS2 or SFTP. */
function connector(metering: Metering<'outboundMessages' | 'calls' | 'transferredGb'>): Charge[] {
  const as2 = metering.properties.any('as2Config').state;
  const messages = [metering.usage('AS2 messages out', 'transfer/as2-outbound.message', 'outboundMessages')];
  if (as2 === 'known') return messages;
  const sftp = [
    metering.usage('SFTP connector calls', 'transfer/sftp-connector.call', 'calls'),
    metering.usage('SFTP connector data', 'transfer/sftp-connector.gb', 'transferredGb'),
  ];
  return as2 === 'absent' ? sftp : [...sftp, ...messages];
}
