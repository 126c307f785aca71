import { mapReading, sameText, valueOr, withDefault } from '../../reading';
import { byUse, free, through } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon Cognito: users who sign in by tier, and tokens of machines. Text messages are not counted. */
export const cognito: Service = {
  product: 'Amazon Cognito',
  pricingPage: 'https://aws.amazon.com/cognito/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:cognito/identityProvider:IdentityProvider': through(
      'aws:cognito/userPool:UserPool',
      'users who sign in through it have a price of their own',
    ),
    'aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration': byUse('exported logs, and the dearer tier'),
    'aws:cognito/managedUserPoolClient:ManagedUserPoolClient': through(
      'aws:cognito/userPool:UserPool',
      'a client made by another service',
    ),
    'aws:cognito/riskConfiguration:RiskConfiguration': through(
      'aws:cognito/userPool:UserPool',
      'threat protection needs the dearer tier',
    ),
    'aws:cognito/user:User': through(
      'aws:cognito/userPool:UserPool',
      'counts when it signs in, an invitation may be a text message',
    ),
    'aws:cognito/userPool:UserPool': priced(
      { monthlyActiveUsers: assume(0, 1_000, 'users a month who sign in') },
      (metering) => {
        const tier = withDefault(metering.properties.text('userPoolTier'), 'ESSENTIALS'); // AWS's default
        const key = mapReading(tier, (name) =>
          name === 'LITE' ? 'cognito/mau-lite-first50k' : `cognito/mau-${name.toLowerCase()}`,
        );
        const users = metering.usage('Monthly active users', key, 'monthlyActiveUsers');
        const security = withDefault(metering.properties.text('userPoolAddOns.advancedSecurityMode'), 'OFF');
        // The dearest tier includes it, and the middle one does not offer it.
        const isExtra = valueOr(tier, 'LITE') === 'LITE' && !(security.state === 'known' && security.value === 'OFF');
        return isExtra
          ? [users, metering.usage('Advanced security', 'cognito/asf-mau-first50k', 'monthlyActiveUsers')]
          : [users];
      },
    ),
    'aws:cognito/userPoolClient:UserPoolClient': priced({ tokens: assume(0, 10_000, 'tokens a month') }, (metering) => {
      const flows = metering.properties.list('allowedOauthFlows');
      if (flows.state === 'absent') return [];
      const machines =
        flows.state === 'unknown' ||
        flows.value.some(
          (flow) =>
            flow.state === 'unknown' ||
            (flow.state === 'known' && typeof flow.value === 'string' && sameText(flow.value, 'client_credentials')),
        );
      return machines ? [metering.usage('Machine-to-machine tokens', 'cognito/m2m-token-first250k', 'tokens')] : [];
    }),
    ...free(
      'cognito',
      `
      identityPool identityPoolProviderPrincipalTag identityPoolRoleAttachment managedLoginBranding
      resourceServer userGroup userInGroup userPoolDomain userPoolUICustomization
    `,
    ),
  },
};
