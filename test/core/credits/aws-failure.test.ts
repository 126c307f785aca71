import { describe, expect, test } from 'vitest';
import { isPassing, refusalNotice } from '../../../src/core/credits/aws-failure';
import { NOW } from '../../support/inputs';

const refused = (type: string, message = '', parts: { status?: number; answeredAt?: number | undefined } = {}) =>
  refusalNotice({ call: 'GetCredits', status: 400, type, message, answeredAt: NOW, now: NOW, ...parts });

const FIVE_MINUTES = 5 * 60_000;

describe('what a refusal of AWS means', () => {
  test.each([
    ['RequestTimeTooSkewed', '', 'aws-clock-skew'],
    ['InvalidSignatureException', 'Signature expired: 20261201T000000Z is now earlier than …', 'aws-clock-skew'],
    ['InvalidSignatureException', 'Signature not yet current: …', 'aws-clock-skew'],
    ['AccessDeniedException', 'IAM user access to billing is not switched on', 'aws-root-switch'],
    ['AccessDeniedException', 'Billing is not activated for IAM', 'aws-root-switch'],
    ['AccessDeniedException', 'User not enabled for cost explorer access', 'aws-cost-explorer-off'],
    ['DataUnavailableException', '', 'aws-cost-explorer-off'],
    ['AccessDeniedException', '', 'aws-permission'],
    ['ValidationException', 'User: … is not authorized', 'aws-permission'],
    ['ThrottlingException', '', 'aws-throttled'],
    ['TooManyRequestsException', '', 'aws-throttled'],
    ['LimitExceededException', '', 'aws-throttled'],
    ['SlowDown', '', 'aws-throttled'],
    ['ExpiredTokenException', '', 'aws-login-expired'],
    ['RequestExpired', '', 'aws-login-expired'],
    ['UnrecognizedClientException', '', 'aws-credentials-refused'],
    ['InvalidClientTokenId', '', 'aws-credentials-refused'],
    ['SignatureDoesNotMatch', '', 'aws-credentials-refused'],
    ['MissingAuthenticationTokenException', '', 'aws-credentials-refused'],
    ['IncompleteSignature', '', 'aws-credentials-refused'],
    ['ValidationException', 'startDate is too long ago', 'aws-error'],
  ])('%s "%s": %s', (type, message, code) => {
    expect(refused(type, message)).toMatchObject({ code, level: 'warn' });
  });

  test('429 is a throttle, whatever its name', () => {
    expect(refused('UnknownError', '', { status: 429 }).code).toBe('aws-throttled');
    expect(refused('UnknownError', '', { status: 428 }).code).toBe('aws-error');
  });

  test('a refused signature is the clock, where the clocks are more than five minutes apart either way', () => {
    const at = (difference: number | undefined, type = 'InvalidSignatureException') =>
      refused(type, '', { answeredAt: difference === undefined ? undefined : NOW + difference }).code;
    expect(at(FIVE_MINUTES)).toBe('aws-credentials-refused');
    expect(at(FIVE_MINUTES + 1)).toBe('aws-clock-skew');
    expect(at(-FIVE_MINUTES)).toBe('aws-credentials-refused');
    expect(at(-FIVE_MINUTES - 1)).toBe('aws-clock-skew');
    expect(at(undefined)).toBe('aws-credentials-refused');
    expect(at(FIVE_MINUTES + 1, 'ValidationException')).toBe('aws-error');
  });

  test('it tells both clocks', () => {
    expect(refused('RequestTimeTooSkewed', '', { answeredAt: NOW + 1 }).args).toEqual({
      call: 'GetCredits',
      aws: NOW + 1,
      here: NOW,
    });
  });

  test.each([
    ['to perform: billing:ListBillingViews on resource: *', 'billing:ListBillingViews'],
    ['is not authorized to perform ce:GetCostAndUsage', 'ce:GetCostAndUsage'],
    ['perform: account-info:Get', 'account-info:Get'],
    ['no permission is named', 'billing:GetCredits'],
  ])('the permission of "%s" is %s', (message, permission) => {
    expect(refused('AccessDeniedException', message).args).toEqual({
      call: 'GetCredits',
      permission,
      sentence: message,
    });
  });

  test('it names the call', () => {
    expect(refused('AccessDenied', 'IAM user access').args).toEqual({ call: 'GetCredits' });
    expect(refused('ThrottlingException').args).toEqual({ call: 'GetCredits' });
  });

  test("AWS's own sentence is kept", () => {
    expect(refused('ExpiredToken', 'The token is old').args).toEqual({ because: 'The token is old' });
    expect(refused('SignatureDoesNotMatch', 'No match').args).toEqual({ call: 'GetCredits', sentence: 'No match' });
    expect(refused('Odd', 'Odd indeed').args).toEqual({
      call: 'GetCredits',
      status: 400,
      type: 'Odd',
      sentence: 'Odd indeed',
    });
  });
});

test.each([
  [500, 'InternalServerException', true],
  [503, '', true],
  [499, '', false],
  [400, 'ThrottlingException', true],
  [429, '', true],
  [400, 'ValidationException', false],
])('%i %s: another try may help: %s', (status, type, expected) => {
  expect(isPassing({ status, type })).toBe(expected);
});
