import { type Maybe, mapReading, sameText, withDefault } from '../../reading';
import { byUse, free, through } from '../classes';
import { meter, metered } from '../meters';
import { anyOf, priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Config: configuration items recorded and rule evaluations. */
export const cfg: Service = {
  product: 'AWS Config',
  pricingPage: 'https://aws.amazon.com/config/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cfg/recorder:Recorder': priced({ configurationItems: assume(0, 5_000, 'items a month') }, (metering) => {
      // Continuous recording is AWS's default.
      const frequency = withDefault(metering.properties.text('recordingMode.recordingFrequency'), 'CONTINUOUS');
      const items = (mode: Maybe<string>) => {
        const key = mapReading(mode, (name) =>
          sameText(name, 'DAILY') ? 'config/configuration-item-daily' : 'config/configuration-item',
        );
        return metering.usage('Configuration items', key, 'configurationItems');
      };
      // Some types may be recorded in the other way: how many items those make is not known.
      const path = 'recordingMode.recordingModeOverride';
      if (metering.properties.any(path).state === 'absent') return [items(frequency)];
      return [
        anyOf([
          items(frequency),
          items(withDefault(metering.properties.text(`${path}.recordingFrequency`), 'CONTINUOUS')),
        ]),
      ];
    }),
    'aws:cfg/rule:Rule': priced({ evaluations: assume(0, 1_000, 'evaluations a month') }, (metering) => [
      metering.usage('Rule evaluations', 'config/rule-evaluation-first100k', 'evaluations'),
    ]),
    'aws:cfg/conformancePack:ConformancePack': priced(
      { evaluations: assume(0, 5_000, 'evaluations a month') },
      (metering) => [
        metering.usage('Conformance pack evaluations', 'config/conformance-pack-evaluation-first100k', 'evaluations'),
      ],
    ),

    'aws:cfg/organizationConformancePack:OrganizationConformancePack': metered({
      evaluations: meter(
        'Conformance pack evaluations',
        'config/conformance-pack-evaluation-first100k',
        assume(0, 5_000, 'evaluations a month in each account'),
      ),
    }),
    'aws:cfg/organizationCustomPolicyRule:OrganizationCustomPolicyRule': metered({
      evaluations: meter(
        'Rule evaluations',
        'config/rule-evaluation-first100k',
        assume(0, 1_000, 'evaluations a month in each account'),
      ),
    }),
    'aws:cfg/organizationCustomRule:OrganizationCustomRule': metered({
      evaluations: meter(
        'Rule evaluations',
        'config/rule-evaluation-first100k',
        assume(0, 1_000, 'evaluations a month in each account'),
      ),
    }),
    'aws:cfg/organizationManagedRule:OrganizationManagedRule': metered({
      evaluations: meter(
        'Rule evaluations',
        'config/rule-evaluation-first100k',
        assume(0, 1_000, 'evaluations a month in each account'),
      ),
    }),
    'aws:cfg/recorderStatus:RecorderStatus': through('aws:cfg/recorder:Recorder', 'it starts the recorder'),
    'aws:cfg/remediationConfiguration:RemediationConfiguration': byUse('runs Automation steps'),
    ...free('cfg', 'aggregateAuthorization configurationAggregator deliveryChannel retentionConfiguration'),
  },
};
