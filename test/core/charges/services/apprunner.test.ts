import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('service', () => {
  const base = { type: 'aws:apprunner/service:Service' };

  test('the default size', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Provisioned memory', '10.22', '10.22'],
      ['Active vCPUs', '0.00', '46.72'],
      ['Automatic deployments', '1.00', '1.00'],
    ]);
  });

  test('a size in words', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { instanceConfiguration: { cpu: '2 vCPU', memory: '4 GB' } } })),
    ).toEqual([
      ['Provisioned memory', '20.44', '20.44'],
      ['Active vCPUs', '0.00', '93.44'],
      ['Automatic deployments', '1.00', '1.00'],
    ]);
  });

  test('a size in units', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { instanceConfiguration: { cpu: '512', memory: '1024' } } })),
    ).toEqual([
      ['Provisioned memory', '5.11', '5.11'],
      ['Active vCPUs', '0.00', '23.36'],
      ['Automatic deployments', '1.00', '1.00'],
    ]);
  });

  test('a size that cannot be read', () => {
    expect(amounts(chargesOf({ ...base, properties: { instanceConfiguration: { cpu: 'many' } } }))).toEqual([
      ['Provisioned memory', '10.22', '10.22'],
      ['Active vCPUs', 'the size of its instances cannot be read'],
      ['Automatic deployments', '1.00', '1.00'],
    ]);
  });

  test('without automatic deployments', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { sourceConfiguration: { autoDeploymentsEnabled: false } } })),
    ).toEqual([
      ['Provisioned memory', '10.22', '10.22'],
      ['Active vCPUs', '0.00', '46.72'],
    ]);
  });
});
