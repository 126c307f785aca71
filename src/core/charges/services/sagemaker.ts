import type { Properties } from '../../properties';
import { type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { type Bill, priced, priceKey, type Service } from '../service';

/** Amazon SageMaker AI: notebook instances, and the instances behind endpoints. */
export const sagemaker: Service = {
  product: 'Amazon SageMaker',
  pricingPage: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:sagemaker/notebookInstance:NotebookInstance': priced({}, (bill) => {
      const size = withDefault(bill.properties.quantity('volumeSize'), 5); // the provider's default
      return [
        // AWS lists the same price for notebook instances and for notebooks in Studio.
        bill.hourly(
          'Notebook instance',
          priceKey`sagemaker/${bill.properties.text('instanceType')}/studio-notebook.hour`,
        ),
        bill.monthly('Notebook storage', 'sagemaker/ml-storage-gp2.gb-month', size, 'GB'),
      ];
    }),

    // An endpoint runs what its configuration says; the configuration alone costs nothing.
    'aws:sagemaker/endpoint:Endpoint': priced({}, (bill) => {
      const configuration = bill.linked('endpointConfigName')?.properties;
      if (configuration === undefined) {
        return [bill.hourly('Endpoint instance', unknown('its configuration is not part of this plan'))];
      }
      return [...variants(bill, configuration.items('productionVariants')), ...shadows(bill, configuration)];
    }),
    'aws:sagemaker/endpointConfiguration:EndpointConfiguration': priced({}, () => []),
  },
};

function shadows(bill: Bill, configuration: Properties): Charge[] {
  const list = configuration.items('shadowProductionVariants');
  return list.state === 'absent' ? [] : variants(bill, list);
}

function variants(bill: Bill, list: Reading<Reading<Properties>[]>): Charge[] {
  const what = 'Endpoint instance';
  if (list.state === 'absent') return [bill.hourly(what, unknown('its configuration has no variants'))];
  if (list.state === 'unknown') return [bill.hourly(what, list)];
  return list.value.map((variant) => {
    if (variant.state !== 'known') return bill.hourly(what, unknown('one of its variants is not known'));
    if (variant.value.any('serverlessConfig').state === 'known') {
      return bill.stated('usage', 'Serverless inference', unknown('no price is kept for serverless inference'));
    }
    return bill.hourly(
      what,
      instancePrice(bill, variant.value.text('instanceType')),
      variant.value.quantity('initialInstanceCount'),
    );
  });
}

/** Where the list for hosting lacks a type, the notebook price stands in: AWS lists both alike for nearly every type. */
function instancePrice(bill: Bill, type: Reading<string>): Maybe<string> {
  if (type.state === 'absent') return unknown('its instance type is not set');
  return mapReading(type, (name) => {
    const hosting = `sagemaker/${name}/hosting.hour`;
    return bill.hasPrice(hosting) ? hosting : `sagemaker/${name}/studio-notebook.hour`;
  });
}
