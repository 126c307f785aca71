import { describe, expect, test } from 'vitest';
import { absent, type Reading } from '../../../../src/core/reading';
import { LATER } from '../../../support/resources';
import { answer, charged, type Values } from '../judging';

describe('domains', () => {
  const registration = (properties: Values, region?: Reading<string>) =>
    charged('domain-registration', properties, region === undefined ? {} : { region });

  test('each year of a registration is paid at once, by the ending of the name', () => {
    const [one] = registration({ domainName: 'example.com' });
    const [three] = registration({ domainName: 'Example.COM.', durationInYears: 3 });
    expect(Number((three as string[])[1])).toBeCloseTo(3 * Number((one as string[])[1]), 2);
  });

  test('an ending of two parts is looked up whole', () => {
    expect(registration({ domainName: 'example.co.uk' })[0]).not.toEqual(
      registration({ domainName: 'example.com' })[0],
    );
  });

  test.each([
    ['an ending without a price', { domainName: 'x.hidden-value' }, 'no price for the ending of this domain'],
    ['a name without an ending', { domainName: 'hidden-value' }, 'no price for the ending of this domain'],
    ['no name', {}, 'domainName is not set'],
    ['a name decided later', { domainName: LATER }, 'domainName is set by another resource, after deployment'],
  ])('%s: the amount is unknown, and the reason holds no value', (_, properties, because) => {
    expect(registration(properties)).toEqual([['Domain registration', because]]);
  });

  test('a registration costs the same everywhere, so no region is needed', () => {
    expect(registration({ domainName: 'example.com' }, absent)).toEqual(registration({ domainName: 'example.com' }));
  });

  test('a renewal is one year', () => {
    expect(charged('domain-renewal', { domainName: 'example.com' })[0]).toEqual([
      'Domain renewal, each year',
      ...(registration({ domainName: 'example.com' })[0] as string[]).slice(1),
    ]);
  });
});

describe('Mechanical Turk', () => {
  const PRICE = { amountInUsd: { dollars: 0, cents: 12 } };

  test.each(['humanTaskConfig', 'humanLoopConfig'])('a price for public workers in %s is enough', (config) => {
    expect(answer('mechanical-turk', FLOW, { [config]: { publicWorkforceTaskPrice: PRICE } })).toBe('yes');
  });

  test('a public team is one whatever the price says', () => {
    const humanLoopConfig = { workteamArn: 'arn:aws:sagemaker:us-east-1:1:workteam/public-crowd/default' };
    expect(answer('mechanical-turk', FLOW, { humanLoopConfig })).toBe('yes');
    expect(answer('mechanical-turk', FLOW, { humanLoopConfig: LATER })).toBe('unknown');
  });

  const FLOW = 'aws:sagemaker/flowDefinition:FlowDefinition';
});
