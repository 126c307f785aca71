import type { Properties } from '../../properties';
import { known, type Maybe, type Reading, unknown } from '../../reading';
import { byUse, free, thirdParty, through } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS WAF: web ACLs, their rules and requests. Fees of Bot Control and of other vendors' rules are not counted. */
export const wafv2: Service = {
  product: 'AWS WAF',
  pricingPage: 'https://aws.amazon.com/waf/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:wafv2/webAcl:WebAcl': priced({ monthlyRequests: assume(0, 1_000_000, 'requests a month') }, (bill) => [
      bill.monthly('Web ACL', 'waf/web-acl.month', 1, 'web ACLs'),
      bill.monthly('Web ACL rules', 'waf/rule.month', ruleCount(bill.properties), 'rules'),
      bill.usage('Requests inspected', 'waf/request', 'monthlyRequests'),
    ]),
    'aws:wafv2/webAclRule:WebAclRule': priced({}, (bill) => [
      bill.monthly('Web ACL rule', 'waf/rule.month', 1, 'rules'),
    ]),

    'aws:wafv2/ruleGroup:RuleGroup': through(
      'aws:wafv2/webAcl:WebAcl',
      'a group counts a monthly fee and its rules where a web ACL uses it',
    ),
    'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': byUse('logs that other services bill'),
    'aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation': thirdParty(
      'AWS WAF, AWS Marketplace, one rule a month, groups of another vendor are Marketplace subscriptions',
    ),
    ...free('wafv2', 'apiKey ipSet regexPatternSet webAclAssociation'),
  },
};

/** Rules are written as a list or as JSON; a web ACL without either has none of its own. */
function ruleCount(acl: Properties): Maybe<number> {
  const list = acl.list('rules');
  if (list.state === 'unknown') return list;
  if (list.state === 'known' && list.value.length > 0) return known(list.value.length);
  const json = acl.text('ruleJson');
  return json.state === 'absent' ? known(0) : countJson(json);
}

function countJson(json: Reading<string>): Maybe<number> {
  if (json.state !== 'known') return unknown('ruleJson is not known');
  try {
    const rules: unknown = JSON.parse(json.value);
    return Array.isArray(rules) ? known(rules.length) : unknown('ruleJson holds no list of rules');
  } catch {
    return unknown('ruleJson cannot be read');
  }
}
