import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('project', () => {
  const base = {
    type: 'aws:codebuild/project:Project',
    properties: { environment: { type: 'LINUX_CONTAINER', computeType: 'BUILD_GENERAL1_SMALL' } },
  };

  test('build minutes', () => {
    expect(amounts(chargesOf(base))).toEqual([['Build minutes', '0.00', '2.50']]);
  });

  test('ARM', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            environment: { type: 'ARM_CONTAINER', computeType: 'BUILD_GENERAL1_LARGE' },
          },
        }),
      ),
    ).toEqual([['Build minutes', '0.00', '7.50']]);
  });

  test('an environment without a kept price', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            environment: { type: 'LINUX_LAMBDA_CONTAINER', computeType: 'BUILD_LAMBDA_1GB' },
          },
        }),
      ),
    ).toEqual([['Build minutes', 'no price for its type or size in us-east-1']]);
  });

  test('no environment', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, environment: undefined } }))).toEqual([
      ['Build minutes', 'environment.type is not set'],
    ]);
  });
});
