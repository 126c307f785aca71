import { withDefault } from '../../reading';
import { free, through } from '../classes';
import { countOf, priced, type Service } from '../service';
import { assume } from '../usage';

/**
 * AWS WAF Classic: web ACLs, their rules and requests. It comes twice, for CloudFront and for one region, at one price.
 * Other vendors' rules are not counted.
 */
export function classicWaf(module: 'waf' | 'wafregional', freeTypes: string): Service {
  const webAcl = `aws:${module}/webAcl:WebAcl`;
  const ruleOfWebAcl = through(webAcl, 'a rule is billed in each web ACL that uses it');
  return {
    product: 'AWS WAF',
    pricingPage: 'https://aws.amazon.com/waf/pricing/',
    readOn: '2026-11-25',
    resources: {
      [`aws:${module}/rateBasedRule:RateBasedRule`]: ruleOfWebAcl,
      [`aws:${module}/rule:Rule`]: ruleOfWebAcl,
      [`aws:${module}/ruleGroup:RuleGroup`]: through(
        webAcl,
        'a group is billed as a rule of each web ACL that uses it',
      ),
      [webAcl]: priced({ monthlyRequests: assume(0, 1_000_000, 'requests a month') }, (metering) => [
        metering.monthly('Web ACL', 'waf/web-acl.month', 1, 'web ACLs'),
        metering.monthly(
          'Web ACL rules',
          'waf/rule.month',
          withDefault(countOf(metering.properties.list('rules')), 0),
          'rules',
        ),
        metering.usage('Requests inspected', 'waf/request', 'monthlyRequests'),
      ]),
      ...free(module, freeTypes),
    },
  };
}
