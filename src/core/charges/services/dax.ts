import { free } from '../classes';
import { priced, priceKey, type Service } from '../service';

/** DynamoDB Accelerator (DAX): nodes. */
export const dax: Service = {
  product: 'Amazon DynamoDB',
  pricingPage: 'https://aws.amazon.com/dynamodb/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:dax/cluster:Cluster': priced({}, (bill) => [
      bill.hourly(
        'DAX node',
        priceKey`dax/${bill.properties.text('nodeType')}.hour`,
        bill.properties.quantity('replicationFactor'),
      ),
    ]),

    ...free('dax', 'parameterGroup subnetGroup'),
  },
};
