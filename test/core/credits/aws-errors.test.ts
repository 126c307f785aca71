import { describe, expect, test } from 'vitest';
import { meaningOf, otherOutput, printedError } from '../../../src/core/credits/aws-errors';

const of = (operation: string, code: string, message: string) =>
  `\nAn error occurred (${code}) when calling the ${operation} operation: ${message}\n`;
const credits = (code: string, message = 'x') => of('GetCredits', code, message);

describe('what the CLI prints in place of an answer', () => {
  test.each([
    [credits('AccessDeniedException', 'IAM user access not activated'), 'root-only'],
    [credits('AccessDeniedException', 'User: a is not authorized to perform: billing:GetCredits'), 'forbidden'],
    [credits('ThrottlingException'), 'throttled'],
    [credits('TooManyRequestsException'), 'throttled'],
    [of('GetAccountPlanState', 'ResourceNotFoundException', 'x'), 'no-account-plan'],
    [credits('ExpiredTokenException'), 'login-expired'],
    [credits('RequestExpired'), 'login-expired'],
    ['The SSO session associated with this profile has expired or is otherwise invalid.', 'login-expired'],
    ['Error when retrieving token from sso: Token has expired and refresh failed', 'login-expired'],
    ['Unable to locate credentials. You can configure credentials by running "aws configure".', 'no-credentials'],
    ['The config profile (billing) could not be found', 'no-credentials'],
    [credits('UnrecognizedClientException'), 'unknown-credentials'],
    [credits('InvalidClientTokenId', 'The security token included in the request is invalid.'), 'unknown-credentials'],
    [credits('SignatureDoesNotMatch'), 'unknown-credentials'],
    ['aws: error: argument operation: Invalid choice, valid choices are: get-cost', 'old-cli'],
    ['usage: aws [options]\n\naws: error: argument command: Invalid choice, valid choices are:\n', 'old-cli'],
    ["aws: [ERROR]: argument operation: Found invalid choice 'get-credits'", 'old-cli'],
    ['usage: aws [options]\n\naws: error: argument --output: Invalid choice, valid choices are:\n', 'bad-command'],
    ['usage: aws [options]\n\nUnknown options: --foo', 'bad-command'],
    // As 2.34 and later write them; the usage follows.
    [
      "\naws: [ERROR]: An error occurred (ParamValidation): argument operation: Found invalid choice 'get-credits'\n\n\nusage: aws [options]",
      'old-cli',
    ],
    ["aws: [ERROR]: An error occurred (ParamValidation): argument --output: Found invalid choice 'xml'", 'bad-command'],
    ['aws: [ERROR]: An error occurred (NoRegion): You must specify a region.', 'no-region'],
    [`aws: [ERROR]: ${credits('AccessDeniedException').trim()}`, 'forbidden'],
    ['Invalid endpoint: https://billing..amazonaws.com', 'no-region'],
    ['You must specify a region. You can also configure your region by running "aws configure".', 'no-region'],
    ['Could not connect to the endpoint URL: "https://billing.us-east-1.api.aws/"', 'not-reached'],
    [credits('ValidationException'), 'bad-call'],
    ['usage: aws [options] <command>\naws: error: the following arguments are required: --account-id', 'bad-command'],
    [credits('InternalServerException'), 'other'],
  ])('%s means %s', (text, because) => expect(printedError(text)?.because).toBe(because));

  test.each(['{"credits": []}', '', 'credits', 'the usage: aws is in the middle', 'not authorized to perform'])(
    '%j is no error of it',
    (text) => expect(printedError(text)).toBeUndefined(),
  );

  test('AWS says itself which permission is missing', () => {
    const text = 'User: arn:aws:iam::1:user/a is not authorized to perform: billing:GetCredits on resource: x';
    expect(meaningOf(text)).toMatchObject({ permission: 'billing:GetCredits' });
    expect(meaningOf('AccessDenied')).toMatchObject({ permission: undefined });
  });

  test("AWS's own sentence is one line, without what every error begins with", () => {
    const sentence = (text: string) => {
      const refusal = meaningOf(text);
      return 'sentence' in refusal ? refusal.sentence : undefined;
    };
    expect(sentence(`warning: old\n${credits('X', 'Rate  exceeded\t now ')}`)).toBe('Rate exceeded now');
    expect(sentence(of('GetCredits', 'X', '(reached max retries: 2) no'))).toBe('(reached max retries: 2) no');
    expect(sentence('An error occurred (X) when calling the GetCredits operation (reached max retries: 2): no')).toBe(
      'no',
    );
    expect(sentence('first\nThe config profile (a) could not be found\nlast')).toBe(
      'The config profile (a) could not be found',
    );
    expect(sentence(credits('X', ''))).toBe('');
    const usage = 'usage: aws [options]\nTo see help text, you can run:\n\n  aws help\n\n';
    expect(sentence(`${usage}aws: error: argument --output: Invalid choice\n\njson`)).toBe(
      'aws: error: argument --output: Invalid choice',
    );
    expect(sentence(`${usage}Unknown options: --foo\n`)).toBe('Unknown options: --foo');
    expect(sentence(usage)).toBe('usage: aws [options]');
    const late = 'aws: [ERROR]: An error occurred';
    expect(sentence(`\n${late} (NoRegion): You must specify a region.\n`)).toBe('You must specify a region.');
    expect(sentence(`\n${late} (X) when calling the GetCredits operation: no`)).toBe('no');
    expect(sentence('x'.repeat(240))).toBe('x'.repeat(240));
    expect(sentence('x'.repeat(241))).toBe(`${'x'.repeat(239)}…`);
  });
});

describe('an answer in another form', () => {
  test.each([
    ['<!DOCTYPE html><html></html>', 'HTML'],
    ['\n  <html>', 'HTML'],
    ['<?xml version="1.0"?>', 'HTML'],
    ['--------------\n|  GetCredits  |', 'table'],
    ['-----\r\n| x', 'table'],
    ['credits:\n- creditId: "1"', 'YAML'],
    ["accountPlanType: 'FREE'", 'YAML'],
    ['- "credits":\n', 'YAML'],
    ['warning\naccountId: 1', 'YAML'],
    ['CREDITS\t111122223333\tActivate', 'text'],
    ['111122223333\tFREE', 'text'],
    ['ACCOUNTPLANREMAININGCREDITS\t100', 'text'],
    ['Previewing update', undefined],
    ['the credits: none', undefined],
    ['----\n|', undefined],
    ['a <html>', undefined],
    ['1112\tFREE', undefined],
    ['', undefined],
  ])('%j is %s', (text, form) => expect(otherOutput(text)).toBe(form));
});
