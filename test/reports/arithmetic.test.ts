import { expect, test } from 'vitest';
import { sumWords } from '../../src/reports/arithmetic';
import { reportOf } from '../../src/reports/model/report';
import { assessed } from '../support/inputs';

const sums = (zones: number) => {
  const resources = Array.from({ length: zones }, (_, at) => ({ type: 'aws:route53/zone:Zone', name: `z${at}` }));
  const { resources: rows } = reportOf(assessed({ resources }));
  return rows.flatMap(({ charges }) => charges.map(sumWords));
};

test('a price that goes down with the quantity is explained by its steps', () => {
  expect(sums(1)).toEqual(['1 × $0.50 = $0.50 a month']);
  expect(sums(26)[0]).toBe(
    '1 × $0.50 to $0.10, less with the quantity; 26 charges fill the steps together = $0.48 a month',
  );
});
