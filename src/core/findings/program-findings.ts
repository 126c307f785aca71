import type { Source } from '../coverage/rule';
import type { Credit } from '../credits/credit';
import { MS_PER_DAY } from '../instant';
import type { JudgedResource } from '../judge';
import { sum, zero } from '../money';
import type { Outlook } from '../outlook/outlook';
import type { Level } from '../policy-names';
import type { Properties } from '../properties';
import type { Answer } from '../reading';
import { type Finding, says, stackFinding } from './finding';
import { lower } from './level';
import type { StackInput } from './stack-findings';

/** What the programme of a credit asks for, or puts at risk. */
export function programFindings(input: StackInput): Finding[] {
  const { terms: level } = input.settings.outlook;
  if (level === 'off') return [];
  const found = lower('block', level);
  return [...mapTag(input, found), ...atRisk(input, found), ...freePlanEnds(input, found)];
}

const MAP_TAG = 'map-migrated';

/** https://docs.aws.amazon.com/transform/latest/launchguide/map.html names this guide. */
const TAGGING: Source = {
  url: 'https://s3.us-west-2.amazonaws.com/map-2.0-customer-documentation/html/AWSMapDocs/getting-started-step2.html',
  asOf: '2026-11-30',
  confidence: 'A',
};

/** MAP credits are earned by what is tagged. Free resources earn nothing, and what takes no tags cannot carry one. */
function mapTag({ terms, resources, settings }: StackInput, found: Level): Finding[] {
  if (settings.program !== 'map' && terms.aliveOf('map').length === 0) return [];
  // Providers older than `tagsAll` write it nowhere, and some previews show it of nothing new: what has no tags is then
  // untagged, or takes none.
  const shown = new Set(
    resources.filter(({ resource }) => resource.properties.any('tagsAll').state !== 'absent').map(isNew),
  );
  const missing: string[] = [];
  let [taggable, notKnown] = [0, 0];
  for (const one of resources) {
    if (!isCharged(one)) continue;
    const isTagged = carries(MAP_TAG, one.resource.properties) ?? (shown.has(isNew(one)) ? undefined : 'unknown');
    if (isTagged === undefined) continue;
    taggable++;
    if (isTagged === 'no') missing.push(one.resource.name);
    if (isTagged === 'unknown') notKnown++;
  }
  if (missing.length === 0 && notKnown === 0) return [];
  return [
    stackFinding({
      rule: 'map-tag',
      level: missing.length > 0 ? found : 'warn',
      coverage: 'unknown',
      says: says('map-tag-missing', { missing, notKnown, taggable }),
      source: TAGGING,
    }),
  ];
}

const isNew = ({ resource }: JudgedResource): boolean => !resource.existing;

/** Does it cost something that a credit may cover? */
const isCharged = ({ judged }: JudgedResource): boolean =>
  judged.some(
    ({ charge: { usd }, eligibility: { rule } }) =>
      rule?.verdict !== 'not-covered' && (usd.state === 'unknown' || usd.value.max.gt(zero)),
  );

/**
 * Is it tagged so? `tagsAll` holds the tags of the resource and the defaults of its provider; only what takes tags has it,
 * or tags. Undefined: it has neither. https://github.com/pulumi/pulumi-aws/blob/master/provider/tags.go
 */
function carries(tag: string, properties: Properties): Answer | undefined {
  const [own, all] = [properties.any('tags'), properties.any('tagsAll')];
  if (own.state === 'absent' && all.state === 'absent') return undefined;
  const isIn = (tags: unknown): boolean => typeof tags === 'object' && tags !== null && Object.hasOwn(tags, tag);
  const inList = properties.items('tags');
  const isListed =
    inList.state === 'known' &&
    inList.value.some((item) => {
      const key = item.state === 'known' ? item.value.text('key') : item;
      return key.state === 'known' && key.value === tag;
    });
  if (isListed || [own, all].some((one) => one.state === 'known' && isIn(one.value))) return 'yes';
  // Without `tagsAll` the provider's defaults are not known, and the instances of a group may get tags from their template.
  return all.state === 'known' ? 'no' : 'unknown';
}

/** AWS's terms, section 3: a credit may not be sold or transferred, and AWS may cancel it. */
const NOT_FOR_SALE: Source = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16', confidence: 'B' };

/** What credits cover with those that were bought from a third party, and without. */
function atRisk({ risk, outlook, isPartial }: StackInput, found: Level): Finding[] {
  if (risk === undefined) return [];
  const { credits, without } = risk;
  return [
    stackFinding({
      rule: 'credits-at-risk',
      level: found,
      coverage: 'unknown',
      says: says('credits-at-risk', {
        credits: credits.map(({ description }) => description),
        usd: sum(credits.flatMap(({ remaining }) => (remaining.state === 'known' ? [remaining.value] : []))),
        isMore: credits.some(({ remaining }) => remaining.state === 'unknown'),
        all: outlook.runway.dear,
        others: without.runway.dear,
        isPartial,
        now: outlook.now,
      }),
      source: NOT_FOR_SALE,
    }),
  ];
}

/** What is left when AWS cancels some credits. */
export interface Risk {
  readonly credits: readonly Credit[];
  readonly without: Outlook;
}

/** Quoted from AWS's guide to the plans. */
const PLANS: Source = {
  url: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/free-tier-plans.html',
  asOf: '2026-10-30',
  confidence: 'B',
};

/** An account on the Free plan is closed when the plan ends or its credits are used up. */
function freePlanEnds({ balance, outlook, settings, now, isPartial }: StackInput, found: Level): Finding[] {
  const { accountPlan, accountPlanEnds } = balance;
  if (accountPlan.state === 'unknown' || accountPlan.value !== 'FREE') return [];
  const usedUp = outlook.dear.exhaustedAt;
  const closes = Math.min(accountPlanEnds ?? Number.POSITIVE_INFINITY, usedUp ?? Number.POSITIVE_INFINITY);
  if (closes > now + settings.outlook.expiringWithinDays * MS_PER_DAY) return [];
  const isByUse = closes !== accountPlanEnds;
  // Only the day that AWS names is certain: how fast credits are used is an estimate.
  return [
    stackFinding({
      rule: 'free-plan-ends',
      level: isByUse ? 'warn' : found,
      coverage: 'unknown',
      says: says('free-plan-ends', { closes, planEnds: accountPlanEnds, isByUse, isPartial, isOver: closes <= now }),
      source: PLANS,
    }),
  ];
}
