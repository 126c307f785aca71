import { expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

const of = (properties: Record<string, unknown>) =>
  amounts(chargesOf({ type: 'aws:acm/certificate:Certificate', properties }));

test('a public certificate is free', () => {
  expect(of({ domainName: 'example.com' })).toEqual([]);
});

test('a private one is paid when it is issued', () => {
  expect(of({ certificateAuthorityArn: LATER })).toEqual([['Private certificate', '0.75', '0.75']]);
});

test.each(['ENABLED', LATER])('export %s', (value) => {
  expect(of({ options: { export: value } })).toEqual([['Exportable public certificate', 'no price is known']]);
});
