import { describe, expect, test } from 'vitest';
import { addonsLookUp, imagesLookUp, isId, isModelId, modelsLookUp } from '../../../src/core/coverage/look-ups';
import { known, type Reading, unknown } from '../../../src/core/reading';
import fc from '../../support/fast-check';

const IRELAND = known('eu-west-1');
const FRANKFURT = known('eu-central-1');
const later: Reading<string> = unknown('later');

describe('what of a plan goes into a command', () => {
  test.each([
    ['ami-0abcdef1234567890', true],
    ['kubecost_kubecost', true],
    ['7', true],
    ['a'.repeat(101), true],
    ['a'.repeat(102), false],
    ['', false],
    ['-rf', false],
    ['_x', false],
    ['a b', false],
    ['a;b', false],
    ['a\n', false],
    ['$(id)', false],
  ])('an id: %j %s', (text, expected) => expect(isId(text)).toBe(expected));

  test.each([
    ['anthropic.claude-3-5-sonnet-20241022-v2:0', true],
    ['a.b', true],
    [`a.${'b'.repeat(140)}`, true],
    [`a.${'b'.repeat(141)}`, false],
    [`${'a'.repeat(64)}.b`, false],
    ['anthropic', false],
    ['.b', false],
    ['-a.b', false],
    [`${'a'.repeat(63)}.b`, true],
    ['a.', false],
    ['a.-b', false],
    ['A.b', false],
    ['a.b c', false],
    ['x a.b', false],
  ])('a model: %j %s', (text, expected) => expect(isModelId(text)).toBe(expected));

  test('nothing that a shell or an option would take', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        if (isId(text)) expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        if (isModelId(text)) expect(text).toMatch(/^[a-z0-9.:-]+$/);
        expect([isId(`-${text}`), isModelId(`-${text}`)]).toEqual([false, false]);
        const region = known(text);
        const [, option = ''] = imagesLookUp([{ id: 'ami-1', region }]).split('--image-ids ami-1');
        expect(option).toMatch(/^( --region [a-z]{2}(-[a-z]+)+-\d)? --output json > images\.json$/);
      }),
    );
  });
});

describe('the command whose answer settles a doubt', () => {
  test('asks for all images of a region at once, each once', () => {
    const [one, two] = [
      { id: 'ami-1', region: IRELAND },
      { id: 'ami-2', region: IRELAND },
    ];
    expect(imagesLookUp([one, two, one])).toBe(
      'aws ec2 describe-images --image-ids ami-1 ami-2 --region eu-west-1 --output json > images.json',
    );
  });

  test('asks each region, and where none is known that of the shell', () => {
    expect(
      imagesLookUp([
        { id: 'ami-1', region: IRELAND },
        { id: 'ami-2', region: FRANKFURT },
        { id: 'ami-3', region: later },
      ]),
    ).toBe(
      '(aws ec2 describe-images --image-ids ami-1 --region eu-west-1 --output json; ' +
        'aws ec2 describe-images --image-ids ami-2 --region eu-central-1 --output json; ' +
        'aws ec2 describe-images --image-ids ami-3 --output json) > images.json',
    );
    expect(imagesLookUp([{ id: 'ami-1', region: known('us-gov-west-1') }])).toContain(' --region us-gov-west-1 ');
    for (const region of ['eu-west-1; id', 'x eu-west-1', 'eu-west-10', 'EU-WEST-1', 'euwest-1']) {
      expect(imagesLookUp([{ id: 'ami-1', region: known(region) }])).not.toContain('--region');
    }
  });

  test('asks for add-ons and models one by one, each once', () => {
    expect(
      addonsLookUp([
        { id: 'kubecost', region: IRELAND },
        { id: 'kubecost', region: FRANKFURT },
      ]),
    ).toBe('aws eks describe-addon-versions --addon-name kubecost --output json > addons.json');
    expect(
      modelsLookUp([
        { id: 'a.b', region: IRELAND },
        { id: 'a.b', region: IRELAND },
        { id: 'a.b', region: FRANKFURT },
      ]),
    ).toBe(
      '(aws bedrock list-foundation-model-agreement-offers --model-id a.b --region eu-west-1 --output json; ' +
        'aws bedrock list-foundation-model-agreement-offers --model-id a.b --region eu-central-1 --output json) > offers.json',
    );
  });
});
