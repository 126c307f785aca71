import { Properties } from '../../properties';
import { known, type Maybe, notSet, type Reading, sameText, unknown } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free } from '../classes';
import { fromTo, type Metering, priced, type Service } from '../service';
import { assume, fixed } from '../usage';

/** AWS WAF: web ACLs, their rules, AWS's rule groups with a fee, and requests. Other vendors' rules are not counted. */
export const wafv2: Service = {
  product: 'AWS WAF',
  pricingPage: 'https://aws.amazon.com/waf/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:wafv2/webAcl:WebAcl': priced(
      {
        monthlyRequests: assume(0, 1_000_000, 'requests a month'),
        botRequests: fixed(0, 0, 'requests a month that Bot Control inspects beyond the included'),
      },
      (metering) => [
        metering.monthly('Web ACL', 'waf/web-acl.month', 1, 'web ACLs'),
        metering.monthly('Web ACL rules', 'waf/rule.month', ruleCount(metering.properties), 'rules'),
        ...managedFees(metering, managedGroups(metering.properties)),
        ...botControl(metering),
        metering.usage('Requests inspected', requestPrice(metering.properties), 'monthlyRequests'),
        ...bodyInspection(metering),
      ],
    ),
    'aws:wafv2/webAclRule:WebAclRule': priced({}, (metering) => [
      metering.monthly('Web ACL rule', 'waf/rule.month', 1, 'rules'),
      ...managedFees(metering, [metering.properties.text('statement.managedRuleGroup.name')]),
    ]),

    // Its rules are billed in each web ACL that uses it; this is the amount for one. The group counts there as a rule.
    'aws:wafv2/ruleGroup:RuleGroup': priced({}, (metering) => [
      metering.monthly('Rules of the group', 'waf/rule.month', ruleCount(metering.properties, 'rulesJson'), 'rules'),
    ]),
    'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': byUse('logs that other services bill'),
    'aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation': priced({}, (metering) => [
      metering.monthly('Web ACL rule', 'waf/rule.month', 1, 'rules'),
      ...managedFees(metering, [metering.properties.text('managedRuleGroup.name')]),
    ]),
    ...free('wafv2', 'apiKey ipSet regexPatternSet webAclAssociation'),
  },
};

/** Rules are written as a list or as JSON; a web ACL without either has none of its own. */
function ruleCount(acl: Properties, path = 'ruleJson'): Maybe<number> {
  const list = acl.list('rules');
  if (list.state === 'unknown') return list;
  if (list.state === 'known' && list.value.length > 0) return known(list.value.length);
  const json = acl.text(path);
  return json.state === 'absent' ? known(0) : countJson(json, path);
}

function countJson(json: Reading<string>, path: string): Maybe<number> {
  if (json.state !== 'known') return json.state === 'unknown' ? json : notSet(json);
  try {
    const rules: unknown = JSON.parse(json.value);
    return Array.isArray(rules) ? known(rules.length) : unknown(`${path} is not a list of rules`);
  } catch {
    return unknown(`${path} cannot be read`);
  }
}

/** Groups of AWS that cost a fee of their own in each web ACL; those that are not here come with the price of a rule. */
const FEES = new Map([
  ['awsmanagedrulesbotcontrolruleset', { what: 'Bot Control', key: known('waf/bot-control.month') }],
  ['awsmanagedrulesatpruleset', { what: 'Account takeover prevention', key: known('waf/atp.month') }],
  ['awsmanagedrulesacfpruleset', { what: 'Account creation fraud prevention', key: unknown('no price is known') }],
  ['awsmanagedrulesantiddosruleset', { what: 'Anti-DDoS', key: known('waf/anti-ddos.month') }],
]);

function managedFees(metering: Metering, groups: readonly Reading<string>[]): Charge[] {
  return groups.flatMap((group) => {
    if (group.state === 'absent') return [];
    if (group.state === 'unknown') return [metering.monthly('Managed rule group', group, 1, 'groups')];
    const fee = FEES.get(group.value.toLowerCase());
    return fee === undefined ? [] : [metering.monthly(fee.what, fee.key, 1, 'groups')];
  });
}

/** Names of the managed groups in the rules of a web ACL, written as a list or as JSON. */
function managedGroups(acl: Properties): Reading<string>[] {
  const rules = acl.list('rules');
  const listed =
    rules.state === 'known'
      ? rules.value.map((rule) =>
          rule.state === 'known'
            ? new Properties(rule.value).text('statement.managedRuleGroupStatement.name')
            : (rule as Reading<string>),
        )
      : [];
  const json = acl.text('ruleJson');
  if (json.state !== 'known') return listed;
  const named = [...json.value.matchAll(/"ManagedRuleGroupStatement"\s*:\s*\{[^{}]*?"Name"\s*:\s*"(\w+)"/g)];
  return [...listed, ...named.map(([, name = '']) => known(name))];
}

/** Requests that Bot Control inspects beyond the included; targeted protection costs more. */
function botControl(metering: Metering<'botRequests'>): Charge[] {
  const used = managedGroups(metering.properties).some(
    (group) => group.state === 'known' && sameText(group.value, 'AWSManagedRulesBotControlRuleSet'),
  );
  return used ? [metering.usage('Bot Control requests', 'waf/bot-control-targeted-over1m.request', 'botRequests')] : [];
}

const INSPECTED = ['apiGateway', 'appRunnerService', 'cloudfront', 'cognitoUserPool', 'verifiedAccessInstance'];

/** 16 KB of each body are included for these; more costs on top of each request that has so much. The dearest one counts. */
function bodyInspection(metering: Metering<'monthlyRequests'>): Charge[] {
  const path = 'associationConfig.requestBodies';
  const bodies = metering.properties.items(path);
  if (bodies.state === 'absent') return [];
  const charge = (key: Maybe<string>) =>
    metering.usage('Larger bodies inspected', key, 'monthlyRequests', fromTo(0, 1));
  if (bodies.state === 'unknown') return [charge(bodies)];
  const sizes = bodies.value.flatMap((body): Reading<string>[] =>
    body.state === 'known' ? INSPECTED.map((name) => body.value.text(`${name}.defaultSizeInspectionLimit`)) : [body],
  );
  const hidden = sizes.find((size) => size.state === 'unknown');
  if (hidden?.state === 'unknown') return [charge(hidden)];
  const most = Math.max(
    16,
    ...sizes.map((size) => (size.state === 'known' ? Number(size.value.replace('KB_', '')) : 0)),
  );
  return most <= 16 ? [] : [charge(known(`waf/body-inspection-${most}kb-extra.request`))];
}

/** A web ACL that needs many capacity units costs more for each request; only one that exists shows how many. */
function requestPrice(acl: Properties): string {
  const units = acl.quantity('capacity');
  const step = units.state === 'known' ? Math.ceil(units.value / 500) * 500 : 0;
  return step <= 1500 ? 'waf/request' : `waf/request-${step - 499}-to-${step}wcu.request`;
}
