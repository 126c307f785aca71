import { known, type Maybe, mapReading } from '../../reading';
import { byTime, byUse, free } from '../classes';
import { type Bill, priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Transfer Family: each protocol of a server by the hour, and the data that goes through it. */
export const transfer: Service = {
  product: 'AWS Transfer Family',
  pricingPage: 'https://aws.amazon.com/aws-transfer-family/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:transfer/server:Server': priced({ transferredGb: assume(0, 100, 'GB a month') }, (bill) => [
      bill.hourly('Transfer endpoint protocol', 'transfer/sftp-endpoint.hour', protocolCount(bill)),
      bill.usage('Data transferred', 'transfer/sftp-data.gb', 'transferredGb'),
    ]),

    'aws:transfer/agreement:Agreement': byUse('messages or calls, and data'),
    'aws:transfer/connector:Connector': byUse('messages or calls, and data'),
    'aws:transfer/webApp:WebApp': byTime('web app units an hour'),
    'aws:transfer/workflow:Workflow': byUse('decryption by data'),
    ...free('transfer', 'access certificate hostKey profile sshKey tag user webAppCustomization'),
  },
};

/** All protocols have one price. SFTP alone is the provider's default. */
function protocolCount({ properties }: Bill): Maybe<number> {
  const list = properties.list('protocols');
  return list.state === 'absent' ? known(1) : mapReading(list, (protocols) => Math.max(1, protocols.length));
}
