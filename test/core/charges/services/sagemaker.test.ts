import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, urnOf } from '../../../support/resources';

describe('notebook instance', () => {
  const base = {
    type: 'aws:sagemaker/notebookInstance:NotebookInstance',
    properties: { instanceType: 'ml.t3.medium' },
  };

  test('with the default volume', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Notebook instance', '36.50', '36.50'],
      ['Notebook storage', '0.70', '0.70'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['Notebook instance', '40.15', '40.15'],
      ['Notebook storage', '0.77', '0.77'],
    ]);
  });
});

describe('endpoint', () => {
  const base = { type: 'aws:sagemaker/endpoint:Endpoint', properties: { endpointConfigName: LATER } };

  test('the instances of its variants', () => {
    expect(
      amounts(
        chargesOf(
          {
            ...base,
            dependencies: {
              endpointConfigName: [urnOf('aws:sagemaker/endpointConfiguration:EndpointConfiguration', 'source')],
            },
          },
          {
            others: [
              aResource({
                type: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
                name: 'source',
                properties: { productionVariants: [{ instanceType: 'ml.m5.xlarge', initialInstanceCount: 2 }] },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Endpoint instance', '335.80', '335.80']]);
  });

  test('a type that is only listed for notebooks', () => {
    expect(
      amounts(
        chargesOf(
          {
            ...base,
            dependencies: {
              endpointConfigName: [urnOf('aws:sagemaker/endpointConfiguration:EndpointConfiguration', 'source')],
            },
          },
          {
            others: [
              aResource({
                type: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
                name: 'source',
                properties: { productionVariants: [{ instanceType: 'ml.m5.large', initialInstanceCount: 1 }] },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Endpoint instance', '83.95', '83.95']]);
  });

  test('serverless', () => {
    expect(
      amounts(
        chargesOf(
          {
            ...base,
            dependencies: {
              endpointConfigName: [urnOf('aws:sagemaker/endpointConfiguration:EndpointConfiguration', 'source')],
            },
          },
          {
            others: [
              aResource({
                type: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
                name: 'source',
                properties: { productionVariants: [{ serverlessConfig: { memorySizeInMb: 2048 } }] },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Serverless inference', 'no price for serverless inference']]);
  });

  test('one variant decided later', () => {
    expect(
      amounts(
        chargesOf(
          {
            ...base,
            dependencies: {
              endpointConfigName: [urnOf('aws:sagemaker/endpointConfiguration:EndpointConfiguration', 'source')],
            },
          },
          {
            others: [
              aResource({
                type: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
                name: 'source',
                properties: { productionVariants: [LATER] },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Endpoint instance', 'one of its variants is not known']]);
  });

  test('of a configuration that is not in the plan', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Endpoint instance', 'endpointConfigName: which one is not known before deployment'],
    ]);
  });

  test('the configuration alone costs nothing', () => {
    expect(amounts(chargesOf({ type: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration' }))).toEqual([]);
  });
});
