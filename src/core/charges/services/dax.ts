import { free } from '../classes';
import { priced, priceKey, type Service } from '../service';

/** DynamoDB Accelerator (DAX): nodes. */
export const dax: Service = {
  product: 'Amazon DynamoDB',
  pricingPage: 'https://aws.amazon.com/dynamodb/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:dax/cluster:Cluster': priced({}, (metering) => [
      metering.hourly(
        'DAX node',
        priceKey`dax/${metering.properties.text('nodeType')}.hour`,
        metering.properties.quantity('replicationFactor'),
      ),
    ]),

    ...free('dax', 'parameterGroup subnetGroup'),
  },
};
