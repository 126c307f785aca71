import { withDefault } from '../../reading';
import { free, through } from '../classes';
import { countOf, priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS WAF Classic: web ACLs, their rules and requests. Other vendors' rules are not counted. */
export const wafregional: Service = {
  product: 'AWS WAF',
  pricingPage: 'https://aws.amazon.com/waf/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:wafregional/rateBasedRule:RateBasedRule': through(
      'aws:wafregional/webAcl:WebAcl',
      'a rule is billed in each web ACL that uses it',
    ),
    'aws:wafregional/rule:Rule': through(
      'aws:wafregional/webAcl:WebAcl',
      'a rule is billed in each web ACL that uses it',
    ),
    'aws:wafregional/ruleGroup:RuleGroup': through(
      'aws:wafregional/webAcl:WebAcl',
      'a group is billed as a rule of each web ACL that uses it',
    ),
    'aws:wafregional/webAcl:WebAcl': priced({ monthlyRequests: assume(0, 1_000_000, 'requests a month') }, (bill) => [
      bill.monthly('Web ACL', 'waf/web-acl.month', 1, 'web ACLs'),
      bill.monthly('Web ACL rules', 'waf/rule.month', withDefault(countOf(bill.properties.list('rules')), 0), 'rules'),
      bill.usage('Requests inspected', 'waf/request', 'monthlyRequests'),
    ]),
    ...free(
      'wafregional',
      `
      byteMatchSet geoMatchSet ipSet regexMatchSet regexPatternSet sizeConstraintSet sqlInjectionMatchSet
      webAclAssociation xssMatchSet
    `,
    ),
  },
};
