import { mapReading } from '../../reading';
import { byUse, free } from '../classes';
import { priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

const DAYS_PER_MONTH = 730 / 24;

/** Amazon Connect: telephone numbers and the calls that they take. Messages and agents are not counted. */
export const connect: Service = {
  product: 'Amazon Connect',
  pricingPage: 'https://aws.amazon.com/connect/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:connect/instance:Instance': byUse('minutes, messages and tasks, telephony from another legal seller'),
    'aws:connect/instanceStorageConfig:InstanceStorageConfig': byUse('recordings go to S3, streams to Kinesis'),
    'aws:connect/phoneNumber:PhoneNumber': priced(
      { inboundMinutes: assume(0, 1_000, 'minutes of calls a month') },
      (metering) => {
        const { properties } = metering;
        const country = mapReading(properties.text('countryCode'), (code) => code.toLowerCase());
        const kind = mapReading(properties.text('type'), (name) =>
          name === 'TOLL_FREE' ? 'tollfree' : name.toLowerCase(),
        );
        const seller = metering.under('Contact Center Telecommunications');
        return [
          // Billed by the day: 365 / 12 of them in a month.
          seller.monthly('Telephone number', priceKey`connect/${kind}-number-${country}.day`, DAYS_PER_MONTH, 'days'),
          seller.usage('Inbound calls', priceKey`connect/${kind}-inbound-${country}.minute`, 'inboundMinutes'),
        ];
      },
    ),
    ...free(
      'connect',
      `
      botAssociation contactFlow contactFlowModule hoursOfOperation lambdaFunctionAssociation
      phoneNumberContactFlowAssociation queue quickConnect routingProfile securityProfile user
      userHierarchyGroup userHierarchyStructure vocabulary
    `,
    ),
  },
};
