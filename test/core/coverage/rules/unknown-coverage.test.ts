import { describe, expect, test } from 'vitest';
import { LATER } from '../../../support/resources';
import { answer, match, type Values } from '../judging';

describe('Shield Advanced', () => {
  const subscription = { type: 'aws:shield/subscription:Subscription', name: 'subscription' };
  const protection = { type: 'aws:shield/protection:Protection', name: 'protection' };

  test('is the account’s: a protection beside the subscription costs nothing more', () => {
    expect(match('shield-advanced', protection, [subscription]).match).toBe('no');
    expect(match('shield-advanced', subscription, [protection]).match).toBe('yes');
  });

  test('a protection alone may need it, once for the account', () => {
    expect(match('shield-advanced', protection)).toMatchObject({
      match: 'unknown',
      charges: [{ scope: 'account', kind: 'commitment', termMonths: 12 }],
    });
  });
});

describe('text messages of a user pool', () => {
  const smsConfiguration = { externalId: 'x' };

  test.each<[string, Values, string]>([
    ['without a configuration', { mfaConfiguration: 'ON', autoVerifiedAttributes: ['phone_number'] }, 'no'],
    ['for a second factor', { smsConfiguration, mfaConfiguration: 'ON' }, 'yes'],
    ['to check a number', { smsConfiguration, autoVerifiedAttributes: ['email', 'phone_number'] }, 'yes'],
    ['configured and not used', { smsConfiguration, mfaConfiguration: 'OFF', autoVerifiedAttributes: ['email'] }, 'no'],
    ['with a configuration that is decided later', { smsConfiguration: LATER, mfaConfiguration: 'ON' }, 'unknown'],
    ['with attributes that are decided later', { smsConfiguration, autoVerifiedAttributes: LATER }, 'unknown'],
  ])('%s', (_, properties, expected) => {
    expect(answer('cognito-sms', 'aws:cognito/userPool:UserPool', properties)).toBe(expected);
  });
});

test.each(['SMS', 'VOICE'])('Incident Manager calls by %s', (type) => {
  expect(answer('incident-contact-by-phone', 'aws:ssmcontacts/contactChannel:ContactChannel', { type })).toBe('yes');
});

test('an AppStream fleet is judged by its user fees alone: its hours are ordinary usage', () => {
  expect(match('appstream-user-fee', { type: 'aws:appstream/fleet:Fleet' })).toMatchObject({
    match: 'yes',
    charges: [{ what: 'User fees', usd: { state: 'unknown' } }],
  });
});
