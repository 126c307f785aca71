import { expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

test.each([
  'aws:globalaccelerator/accelerator:Accelerator',
  'aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator',
])('%s: an hour and two addresses', (type) => {
  const charges = chargesOf({ type });
  expect(amounts(charges)).toEqual([
    ['Accelerator', '18.25', '18.25'],
    ['Public IPv4 address', '7.30', '7.30'],
  ]);
  expect(charges.map(({ product }) => product)).toEqual(['AWS Global Accelerator', 'Amazon VPC']);
});

test('addresses that the owner brings may be free', () => {
  const sketch = { type: 'aws:globalaccelerator/accelerator:Accelerator', properties: { ipAddresses: ['192.0.2.1'] } };
  expect(amounts(chargesOf(sketch))[1]).toEqual(['Public IPv4 address', '0.00', '7.30']);
});
