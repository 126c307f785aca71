import { mapReading, unknown, withDefault } from '../../reading';
import { free, thirdParty, through } from '../classes';
import { meter, metered, perMonth } from '../meters';
import { countOf, fromTo, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

const USERS = {
  editors: meter('Active editors and administrators', 'grafana/editor.month', assume(1, 5, 'users a month')),
  viewers: meter('Active viewers', 'grafana/viewer.month', assume(0, 20, 'users a month')),
};

/** Amazon Managed Grafana: users who sign in, and API users. Enterprise plugins are not counted. */
export const grafana: Service = {
  product: 'Amazon Managed Grafana',
  pricingPage: 'https://aws.amazon.com/grafana/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:grafana/licenseAssociation:LicenseAssociation': thirdParty(
      'Amazon Managed Grafana, AWS Marketplace, a full Enterprise licence is bought through Marketplace, the plugins option is billed by AWS for each user',
    ),
    'aws:grafana/roleAssociation:RoleAssociation': priced({}, (metering) => {
      const role = metering.properties.text('role');
      const users = withDefault(countOf(metering.properties.list('userIds')), 0);
      const groups = metering.properties.list('groupIds');
      const key = mapReading(role, (name) => (name === 'VIEWER' ? 'grafana/viewer.month' : 'grafana/editor.month'));
      if (groups.state !== 'absent') {
        return [
          metering.monthly(
            'Active users',
            unknown('groupIds: how many users they have is not in the plan'),
            users,
            'users',
          ),
        ];
      }
      // Only users who sign in during a month are billed.
      return [metering.monthly('Active users', priceKey`${key}`, fromTo(0, users), 'users')];
    }),
    'aws:grafana/workspace:Workspace': metered(USERS),
    'aws:grafana/workspaceApiKey:WorkspaceApiKey': perMonth('API user', 'grafana/editor.month', 'users'),
    'aws:grafana/workspaceServiceAccount:WorkspaceServiceAccount': perMonth(
      'API user',
      'grafana/editor.month',
      'users',
    ),
    'aws:grafana/workspaceServiceAccountToken:WorkspaceServiceAccountToken': through(
      'aws:grafana/workspaceServiceAccount:WorkspaceServiceAccount',
      'the account is the user that is billed',
    ),
    ...free('grafana', 'workspaceSamlConfiguration'),
  },
};
