import { PROGRAM_TERMS } from '../core/coverage/program-terms';
import { COST_OF_PAID_CALL } from '../core/credits/aws-calls';
import type { JsonFault } from '../core/file-fault';
import { isoDay, isoInstant } from '../core/instant';
import { dollarRange, dollars } from '../core/money';
import type { AwsSettingPlace, Notice, NoticeArgs, NoticeCode, PlanPlace } from '../core/notice';
import type { PoolFault } from '../core/pool';
import type { Answer } from '../core/reading';
import { BALANCE_WORDS } from './balance';
import { taxWords } from './cash';
import { confirmationWords } from './confirmed';
import { faultWords } from './json-faults';
import { priceBookWords, priceListWords } from './price-books';
import { at, NEEDED, placeWords, short, UNREADABLE, unreadBase } from './settings';
import { suggestion } from './suggestion';
import { are, counted, percent, someOf } from './text';
import { stackName } from './verdict';
import { writeFaultWords } from './write-faults';

const PARTITIONS = {
  'aws-cn': 'AWS China, which bills separate accounts in CNY. Credits of other accounts do not cover it.',
  // https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/usage-and-payment.html
  'aws-us-gov':
    "AWS GovCloud (US), billed through its standard account. AWS's terms don't say whether credits cover it.",
} as const;

/** The sentence for each notice. Names in the arguments are as they were read: `wordsOf` answers text that is not cleaned yet. */
const WORDS: { readonly [C in NoticeCode]: (args: NoticeArgs[C]) => string } = {
  // The plan
  'region-assumed': ({ region, from, count }) =>
    `Assumed: ${counted(count, 'resource')} ${are(count)} in ${short(region)} (${from}); the plan names no region for ${count === 1 ? 'it' : 'them'}. \`pulumi config set aws:region\` states it.`,
  'plan-unread': ({ file, fault }) =>
    `${planName(file)}: ${faultWords(fault, file === undefined ? `${PREVIEW} | credit-guard …` : `${PREVIEW} > plan.json`)}.`,
  'plan-refused': ({ problem, ...place }) => `${placeName(place)}: ${wordsOf(problem)}`,
  'no-plans': ({ written, is }) =>
    is === 'folder' ? `${written}: the folder has no *.json file.` : `${written}: no file matches.`,
  'stack-twice': ({ stack, places }) =>
    `${stackName(stack)} is in ${places.map(placeName).join(' and in ')}: give one plan for each stack.`,
  'not-a-plan': () =>
    'This is neither a `pulumi preview --json` (steps) nor a `pulumi stack export` (deployment.resources).',
  'state-version': ({ version, latest }) =>
    `Its version is ${version}, and versions up to ${latest} are known here: something in it may be overlooked. Use a newer pulumi-credit-guard.`,
  'no-list': ({ what }) => `Its \`${what}\` should be a list.`,
  'several-plans': ({ count, stacks }) =>
    `It contains ${counted(count, 'plan')}${stacks.length > 0 ? ` (${someOf(stacks)})` : ''}, and this needs one. Save each in a file of its own.`,
  'run-failed': ({ of, errors, first }) =>
    `The ${of} failed${first === undefined ? '' : `: ${first.replace(/[.:]$/, '')}`}${errors > 1 ? ` (and ${counted(errors - 1, 'more error')})` : ''}. The plan is incomplete and was not judged.`,
  'preview-cut': ({ missing }) =>
    `The plan is cut: its summary counts ${counted(missing, 'change')} that it does not list. Write it again with \`pulumi preview --json\`.`,
  'events-cut': () => 'The events end before their summary: Pulumi is still running, or was stopped.',
  'maybe-corrupt': () =>
    'Pulumi marked this plan as maybe corrupt: a resource may be in an invalid state, so no figure is certain.',
  'step-unread': ({ step }) => `Step ${step} has no urn or an unknown operation; it was left out.`,
  'resource-unread': ({ resource }) => `Resource ${resource} has no urn or no type; it was left out.`,
  'listed-twice': ({ urn }) => `The plan lists ${urn} more than once; the last entry is used.`,
  'unchanged-unlisted': ({ count }) =>
    `${counted(count, 'unchanged resource')} ${are(count)} not in the plan; only the change is judged. Use \`pulumi preview --json --show-sames\`.`,
  'not-targeted': ({ count }) =>
    `${counted(count, 'new resource')} ${are(count)} not part of this deployment (--target or --exclude); no figure includes ${count === 1 ? 'it' : 'them'}.`,
  'kept-in-aws': ({ urns }) =>
    `${counted(urns.length, 'resource')} ${urns.length === 1 ? 'leaves' : 'leave'} the stack but ${urns.length === 1 ? 'stays' : 'stay'} in AWS (retainOnDelete): AWS goes on billing ${urns.length === 1 ? 'it' : 'them'}, outside every figure here. ${someOf(urns)}.`,
  'waits-for-deletion': ({ urns }) =>
    `${counted(urns.length, 'replaced resource')} ${urns.length === 1 ? 'is' : 'are'} not deleted yet: AWS bills ${urns.length === 1 ? 'it' : 'them'} until the next \`pulumi up\`, outside every figure here. ${someOf(urns)}.`,
  'deleted-already': ({ urns }) =>
    `${counted(urns.length, 'resource')} ${urns.length === 1 ? 'does' : 'do'} not exist now, so ${urns.length === 1 ? 'it costs' : 'they cost'} nothing: ${urns.length === 1 ? 'its replacement is' : 'their replacements are'} pending. ${someOf(urns)}.`,
  interrupted: ({ operation, urns }) =>
    `${INTERRUPTED[operation](urns.length)} Run \`pulumi refresh\` to find out: ${someOf(urns)}.`,
  'code-unseen': ({ count, types }) =>
    `${counted(count, 'resource')} ${count === 1 ? 'runs' : 'run'} code of your own; AWS resources that it creates are not seen: ${someOf(types)}.`,
  'aws-unread': ({ package: name, count, types }) =>
    `${counted(count, 'AWS resource')} of the ${name} package ${are(count)} not judged: ${someOf(types)}.`,

  // The burn
  'burn-product-unknown': ({ product, nearest }) =>
    `burn: ${product} is not a known product name${nearest === undefined ? '.' : `; did you mean ${nearest}?`} It is counted as ordinary usage.`,
  'planned-left-out': ({ what, from, name }) =>
    name === undefined
      ? `planned: "${what}" was planned for ${isoDay(from)}, which is past: no credit is counted on for it.`
      : `planned: ${name.product} ("${what}") is not a known product name${name.nearest === undefined ? '.' : `; did you mean ${name.nearest}?`} No credit is counted on for it.`,
  'discount-product-unknown': ({ name, nearest }) =>
    `discounts: ${name} is not a known product name${nearest === undefined ? '.' : `; did you mean ${nearest}?`} It takes nothing off.`,
  'burn-row-reckoned': ({ rows, setting }) =>
    `burn: ${someOf(rows)} ${are(rows.length)} left out: ${setting}: reckons ${rows.length === 1 ? 'it' : 'them'}.`,
  'burn-flat': ({ isAsked }) =>
    isAsked
      ? 'burn: is taken as flat: its trend needs three closed months in a row, of burn.source or in credits.history.'
      : 'burn: is taken as flat, at the same amount every month (burn.forecast).',
  'burn-trend': ({ from, to, months, steps }) =>
    `burn: goes on as from ${from} to ${to}${steps.length === 0 ? ', which is flat' : `: ${someOf(steps.map(stepWords))} each month, for ${counted(months, 'month')}; flat from then on`} (burn.forecast).`,
  'burn-zero': () =>
    'burn: is $0.00. Cost Explorer shows costs net of credits unless you exclude the record type Credit: check the figure.',
  'burn-of-others': ({ accounts, usd }) =>
    `${counted(accounts, 'other account')} ${accounts === 1 ? 'spends' : 'spend'} ${dollars(usd)} a month. Each month AWS applies a shared credit to the account that owns it first, then to the account that spends most. Their spending is in no other figure.`,
  'burn-own-account': ({ account }) =>
    `burn: accounts: ${account} is the account billed for this stack: its amounts under monthly: count.`,
  'burn-below-plan': ({ product, stated, own, stacks }) =>
    `burn: ${product} is ${dollars(stated)} a month, less than the ${dollars(own)} that ${stacks === 1 ? 'this stack alone costs' : 'these stacks alone cost'}; the higher figure is used.`,

  // The credits
  'file-time-used': ({ source, at: time }) =>
    `${source} does not say when it was read; the time of its file is used (${isoInstant(time)}). \`jq '. + {readAt: (now | todate)}'\` adds it.`,
  'credit-dated-ahead': ({ description, asOf }) =>
    `"${description}" is dated ${isoDay(asOf)}, in the future (asOf), so nothing that was used is taken off it. Correct that day, or check --date.`,
  'open-month-drawn': ({ usd }) =>
    `What was used since the balance was valid, ${dollarRange(usd)}, is taken off (the open bill).`,
  'open-month-not-counted': () =>
    'What was used since the balance was valid is not known: the open bill is not counted. Credits may run out sooner.',
  'pool-share': ({ share }) => `This stack may draw ${percent(share)} of each credit (pool.share).`,
  'pool-reserved': ({ usd, by, file }) =>
    `Other stacks have reserved ${dollars(usd)} of the credits (${file === undefined ? 'pool.reserved' : short(file)}): ${someOf(
      by.map((one) => `${short(one.stack)} ${dollars(one.usd)}`),
    )}.`,
  'credits-of-other-accounts': ({ account, credits }) => {
    const list = someOf(
      credits.map(
        ({ owner, usd }) => `${owner || 'no account'} ${usd === undefined ? 'amount not in USD' : dollarRange(usd)}`,
      ),
    );
    return account === undefined
      ? `The credits belong to several accounts (${list}); set account: to say which one is billed for this stack. Until then they count only as possible.`
      : `Credits of other accounts that ${account} cannot use, or perhaps not: ${list}.`;
  },
  'credits-shared': ({ credits }) =>
    `Other accounts may use ${counted(credits, 'credit')} too: AWS applies a credit to its owner's charges first, then to those of the account that spends most. What they spend is not counted; credits may run out sooner. Write it under burn: accounts:, or leave room with pool.share.`,
  'account-closes': ({ at, isOver }) =>
    isOver
      ? `The Free plan of this account ended on ${isoDay(at)}: AWS closes the account then, so whether credits cover anything is not known. After an upgrade, read the plan again.`
      : `AWS closes this account on ${isoDay(at)}, when its Free plan ends: every figure stops there. After an upgrade to the Paid plan unused credits go on, and what they do not cover is cash.`,
  'programs-several': ({ programs }) =>
    `Your credits come from ${programs.length} programmes: ${someOf(
      programs.map(
        ({ program, usd, isMore }) =>
          `${program === 'unknown' ? 'not known which' : PROGRAM_TERMS[program].name} ${isMore && usd.eq(0) ? 'of an unknown amount' : `${dollars(usd)}${isMore ? ' or more' : ''}`}`,
      ),
    )}. The terms of each hold for its own credits alone; \`credit-guard programs NAME\` explains one.`,
  'programs-unused': ({ names }) =>
    `No credit has the id or description ${someOf(names.map((name) => `"${name}"`))} (credits: programs:).`,
  'credits-before-discounts': ({ credits, discount }) =>
    `${counted(credits, 'credit')} ${credits === 1 ? 'applies' : 'apply'} before the discount of ${percent(discount)} (discounts: all): the forecast draws list prices from ${credits === 1 ? 'it' : 'them'}; monthly figures are less the discount.`,
  'unlisted-taken-as-covered': () =>
    'Credits without a product list are taken to cover everything (credits.unlistedProducts: covered).',
  'credit-products-unknown': ({ names, products }) =>
    `Your credits list ${counted(names.length, 'product')} under ${names.length === 1 ? 'a name that is' : 'names that are'} not known here (${someOf(names)}); ${someOf(products)} may be among them, and ${products.length === 1 ? 'counts' : 'count'} as not covered.`,
  horizon: ({ months }) => `The forecast stops after ${months} months.`,

  // The figures
  'burn-of-bill': ({ month, readAt, calls }) =>
    `The burn is that of ${month}, read on ${isoInstant(Math.floor(readAt / 1000) * 1000)}.${calls === 0 ? '' : ` ${paidWords(calls)}`}`,
  'burn-covered-only': () =>
    'The burn is only what credits covered last month; what the account paid in cash is in no figure.',
  'other-spending-unknown': () => 'Other spending in the account is not known (set burn:); credits may run out sooner.',
  'amounts-left-out': ({ count }) =>
    `The forecast leaves out ${counted(count, 'charge')} with unknown amounts; credits may run out sooner.`,
  'usage-unused': ({ selects, fields }) =>
    `usage: ${someOf(fields)} of ${selects.length === 0 ? 'everything' : selects.join(', ')} ${fields.length === 1 ? 'is' : 'are'} used by nothing in this plan.`,
  'groups-may-grow': ({ groups }) =>
    `${groups.length === 1 ? 'A group is' : `${groups.length} groups are`} counted at the desired size: ${someOf(
      groups.map(({ name, usd, atMost }) => `${name} ${dollarRange(usd)} a month, at its maximum ${dollars(atMost)}`),
      3,
    )}. To count another size, set averageSize under usage:.`,
  'charges-begin': ({ what, at, usd, instead, names }) =>
    `${isoDay(at)}: ${what} begins${usd === undefined ? ', its amount is not known' : `, ${dollarRange(usd)} a month`}${
      instead === undefined ? '' : ` instead of ${dollarRange(instead)}`
    } (${someOf(names, 3)}). It is in the forecast from then on, and in no monthly figure.`,
  'free-tier-counted': ({ usd }) =>
    `The always-free tier takes ${dollarRange(usd)} a month off, once for the account: right where nothing else in the account or its organization uses it (freeTier:).`,
  'usage-by-size': ({ sizes }) =>
    `The usage of ${[...sizes].map(([size, count]) => `${counted(count, 'charge')} is that of a ${size} load`).join(', of ')}; figures under usage: are more exact.`,
  'usage-assumed': ({ count }) => `The usage of ${counted(count, 'charge')} is assumed; set it under usage:.`,
  'support-reckoned': ({ product, usage, fee, isPartial, covered, ends }) =>
    `${product}: ${dollarRange(fee)} a month${isPartial ? ' or more' : ''} on ${dollarRange(usage)} of usage before credits (support:). ${SUPPORT_COVERED[covered]}${
      ends === undefined
        ? ''
        : ` AWS ends this plan on ${ends.day}; the rates of ${ends.next} are counted from then on.`
    }`,
  'month-has-its-hours': () =>
    'Monthly figures are for 730 hours; the forecast counts the hours of each month (744 in a month of 31 days).',
  'tax-on-cash': (tax) => (tax.rate === undefined ? 'Tax comes on top of cash and is not included.' : taxWords(tax)),
  'ledger-fault': ({ month, because }) =>
    `The forecast does not add up (${month} ${LEDGER_FAULTS[because]}). Please report this as a bug.`,

  // The balance
  ...BALANCE_WORDS,
  'balance-not-read': ({ source, why }) => `${source}: ${wordsOf(why)}`,
  'balance-burn-not-read': ({ source, why }) => `${source}: ${wordsOf(why)}`,
  'balance-pool-not-read': ({ source, why }) => `${source}: ${wordsOf(why)}`,

  // The shared pool file
  'pool-no-address': () => 'It is no address of a pool file. Write a path, s3://bucket/key, or https://… to read only.',
  'pool-missing': () => 'There is no such file. Where it can be written, the first `credit-guard reserve` makes it.',
  'pool-unreadable': ({ fault }) =>
    fault.because in POOL_FAULTS
      ? `It is no pool file: ${POOL_FAULTS[fault.because as keyof typeof POOL_FAULTS]}. ${RESTORE_POOL}`
      : `${capital(faultWords(fault, ''))}.`,
  'pool-malformed': (fault) =>
    fault.because === 'newer'
      ? 'A later version of pulumi-credit-guard wrote it. Update this one.'
      : `It is no pool file: ${MALFORMED_POOL[fault.because]('reservation' in fault ? fault.reservation : 0)}. ${RESTORE_POOL}`,
  'pool-read-only': () => 'A file behind https:// can only be read. To reserve, name a path or s3://bucket/key.',
  'pool-refused': ({ host, status }) =>
    `${host} answered with HTTP ${status} and not with the file. Check the address: no login is sent, and no redirect followed.`,
  'pool-no-bucket': ({ bucket }) => `There is no bucket ${bucket}. Correct its name, or create it.`,
  'pool-hidden': ({ bucket, why }) =>
    `${wordsOf(why)} Where the file does not exist yet, S3 says so only to whom has s3:ListBucket on ${bucket}.`,
  'pool-elsewhere': ({ bucket, region }) => `The bucket ${bucket} is in ${region}: set AWS_REGION=${region}.`,
  'pool-not-written': ({ fault }) => `${capital(writeFaultWords(fault))}.`,
  'pool-overtaken': () => 'Others wrote it first, each time. Run it again.',

  'balance-burn-older': ({ source, month, readAt, why }) =>
    `${source}: the burn is an older one, of ${month}, read on ${isoInstant(readAt)}. ${wordsOf(why)}`,

  // AWS, when it is asked
  'aws-permission': ({ call, permission, sentence }) =>
    `AWS refused ${call}: the permission ${permission} is missing. \`credit-guard doctor\` prints the policy to attach.${awsSays(sentence)}`,
  'aws-root-switch': ({ call }) =>
    `AWS refused ${call}: the root user has not activated IAM access to billing. Only the root user can, under Account → IAM user and role access to Billing information.`,
  'aws-cost-explorer-off': () =>
    'Cost Explorer is not enabled in this account, or has no data yet. Open it once in the Billing console; its data appear within 24 hours.',
  'cost-explorer-cap': ({ calls, allowed }) =>
    `Cost Explorer was not asked: ${counted(calls, 'call')} today ${calls === 1 ? 'has' : 'have'} cost ${dollars(COST_OF_PAID_CALL.times(calls))}, and burn: maxDailyCost: is ${dollars(allowed)}. Raise it, or ask again tomorrow (UTC).`,
  'cost-explorer-pages': ({ pages, allowed }) =>
    `The answer of Cost Explorer has more than ${counted(pages, 'page')} of ${dollars(COST_OF_PAID_CALL)}, as for many accounts and months, and burn: maxDailyCost: is ${dollars(allowed)}. Raise it, or ask with a login of one account.`,
  'cost-explorer-uncounted': ({ folder, fault }) =>
    `Cost Explorer was not asked: what it costs is counted in ${folder}, and ${writeFaultWords(fault)}. Set XDG_CACHE_HOME to a folder that can be written.`,
  'aws-throttled': ({ call }) => `AWS throttled ${call}, and a later try too. Run it again in a minute.`,
  'aws-login-expired': ({ because }) =>
    `The AWS login has expired. Run \`aws sso login\`, or renew the credentials.${awsSays(because)}`,
  'aws-no-credentials': ({ because, profile, others }) => {
    const [found, asked] =
      profile === undefined ? ['', ''] : [` for profile ${short(profile)}`, ` --profile ${short(profile)}`];
    const names = others.length === 0 ? '.' : `: ${someOf(others)}.`;
    return `No AWS credentials were found${found}. Run \`aws configure${asked}\`, or set AWS_PROFILE to ${profile === undefined ? 'a profile that exists' : 'another profile'}${names}${awsSays(because, 'The AWS SDK')}`;
  },
  'aws-credentials-refused': ({ call, sentence }) =>
    `AWS refused ${call}: it does not accept these credentials. Check AWS_PROFILE and the keys.${awsSays(sentence)}`,
  'aws-clock-skew': ({ call, aws, here }) =>
    `AWS refused ${call} because of the clock of this machine: ${isoInstant(here)} here${aws === undefined ? '' : `, ${isoInstant(aws)} at AWS`}. Set the clock.`,
  'aws-other-account': ({ caller, account }) =>
    `The credentials are of account ${caller}, and it sees no credit for ${account} (account:). Set AWS_PROFILE to a login of ${account} or of its management account, or correct account:.`,
  'aws-web-page': ({ call, host, status }) =>
    `${host} answered ${call} with a web page (HTTP ${status}), as a proxy or a login page does. Check HTTPS_PROXY and NO_PROXY.`,
  'aws-answer-cut': ({ call, host }) =>
    `The answer of ${host} to ${call} was empty or cut. Check the proxy between here and AWS, then try again.`,
  'aws-not-reached': ({ call, host, code }) =>
    `${host} was not reached for ${call} (${code}). Check the network and HTTPS_PROXY.`,
  'aws-certificate': ({ call, host, code }) =>
    `The certificate of ${host} is not trusted (${code}), so ${call} was not sent. Set AWS_CA_BUNDLE to the certificates of your proxy.`,
  'aws-ca-bundle': ({ file, place }) =>
    `${awsSettingName(place)}: ${file} cannot be read. Correct the path, or ${withoutIt(place)}.`,
  'aws-endpoint-malformed': ({ place }) =>
    `${awsSettingName(place)} is no http:// or https:// address. Correct it, or ${withoutIt(place)} to ask AWS itself.`,
  'aws-no-fips': ({ place, service, ordinary }) =>
    `${awsSettingName(place)} is true, and AWS lists no FIPS endpoint in place of ${ordinary}, so nothing was sent. To ask that one all the same, set AWS_ENDPOINT_URL_${service} to it.`,
  'aws-file-unread': ({ file, variable, fault }) =>
    `${file}, where AWS's tools look for profiles, was not read: ${faultWords(fault, 'aws configure')}. Correct it, or name another file with ${variable}.`,
  'aws-file-malformed': ({ file, line }) =>
    `${file}, line ${line}, is neither [a header] nor a setting below one (name = value), so nothing in this file counts. Correct the line.`,
  'aws-profile-missing': ({ name, files: [config, credentials], names }) =>
    `AWS_PROFILE names a profile of which nothing is written: ${short(name)}. It belongs under [profile ${short(name)}] in ${config}, or under [${short(name)}] in ${credentials}${names.length === 0 ? '.' : suggestion(name, names)}`,
  'aws-services-missing': ({ services, place }) =>
    `${awsSettingName(place)} names [services ${short(services)}], of which nothing is written there. Add it, or ${withoutIt(place)} to ask AWS itself.`,
  'aws-proxy-malformed': ({ variable }) =>
    `${variable} is no http:// or https:// address of a proxy. Correct it, or unset it; NO_PROXY names hosts to ask without one.`,
  'aws-no-answer': ({ call, host, seconds }) =>
    host === undefined
      ? `No AWS credentials within ${counted(seconds, 'second')}, so ${call} was not sent. Check the login: \`aws sts get-caller-identity\`.`
      : `${host} did not answer ${call} within ${counted(seconds, 'second')}. Check the network and HTTPS_PROXY.`,
  'aws-error': ({ call, status, type, sentence }) =>
    `AWS answered ${call} with ${short(type)} (HTTP ${status}). Try again later.${awsSays(sentence)}`,
  'aws-answer-malformed': ({ call, what }) => `The answer to ${call} is not as AWS documents it: ${what}.`,
  'aws-unforeseen': ({ because }) =>
    `AWS could not be read: ${short(because)}. Please report this line as a bug of pulumi-credit-guard.`,
  'aws-packages-missing': ({ packages }) =>
    `Reading from AWS needs packages that are not installed: \`npm install ${packages.join(' ')}\` beside pulumi-credit-guard.`,
  'burn-malformed': ({ product, under }) =>
    `its burn ${product === undefined ? `has no amounts by product under "${short(under)}"` : `of ${short(product)}${under === 'monthly' ? '' : ` (${short(under)})`} is no amount`}. Run \`credit-guard credits fetch --burn\` again.`,
  'burn-months-failed': ({ months }) =>
    `AWS could not read ${counted(months.length, 'month')} of the history (${someOf(months)}). Try again later.`,
  'price-list-unread': ({ place, fault }) => `${place}: ${priceListWords(fault)}`,
  'burn-no-account': ({ account, caller }) =>
    `the burn lists nothing for account ${account}${caller === undefined ? '' : `, asked as ${caller}`}. A member of an organization sees itself alone: set AWS_PROFILE to a login of ${account} or of its management account, or write it under burn: monthly:.`,
  'burn-no-month': ({ call, month }) =>
    `${call} lists nothing for ${month}, so what the account spends is not known. Write it under burn: monthly:.`,

  // What was not looked at
  'not-checked': ({ row, count }) =>
    `Not checked: ${row.what} (${counted(count, 'resource')}). To check: ${row.check}.`,
  'images-unseen': ({ count }) =>
    `Not checked for Marketplace: ${counted(count, 'kubernetes resource')} whose images the plan does not show. To check: look for the registry 709825985650 in charts and pods.`,
  'only-read': ({ count, stacks }) =>
    `${counted(count, 'resource')} ${are(count)} read but not managed by ${stacks === 1 ? 'this stack' : 'these stacks'}; ${count === 1 ? 'it is' : 'they are'} not counted.`,
  'outside-aws': ({ package: name, count }) =>
    `${counted(count, 'resource')} of ${name} ${are(count)} outside AWS; AWS credits do not apply.`,

  // The clock
  'date-fixed': ({ at }) => `Judged as of ${isoInstant(at)} (--date or CREDIT_GUARD_DATE), not now.`,

  // Exceptions
  'exceptions-used': ({ used, endless, unseen }) =>
    [
      `${counted(used, 'exception')} used${endless === 0 ? '' : `; ${endless} of them never ${endless === 1 ? 'ends' : 'end'}`}.`,
      unseen === 0
        ? ''
        : `${unseen} of them ${are(unseen)} for what exists; a replacement cannot be seen here: \`credit-guard check\` on the preview shows it.`,
    ]
      .filter(Boolean)
      .join(' '),
  'exceptions-unused': ({ lines }) =>
    `Unused ${lines.length === 1 ? 'exception' : `exceptions (${lines.length})`}: ${someOf(
      lines.map(({ policy, resource, reason }) => `${policy} for ${resource} ("${reason}")`),
      3,
    )} ${lines.length === 1 ? 'matches' : 'match'} nothing in this plan.`,

  // The configuration
  'clock-not-set': ({ written }) =>
    `CREDIT_GUARD_DATE is "${short(written)}", which is not a date; today is used. Write 2027-03-31T23:59:59Z.`,
  'config-ignored': ({ file, isReadable }) =>
    `${file} ${isReadable ? 'is invalid' : 'cannot be read'} and was ignored: its credits, limits and exceptions do not apply.`,
  'stack-config-unread': () =>
    'The configuration of the stack cannot be read (PULUMI_CONFIG is not a JSON object), so `credit-guard:` settings in it do not apply. Unset the variable, or update Pulumi.',
  'config-unreadable': ({ file, because }) => `${file}: ${UNREADABLE[because]}.`,
  'config-no-yaml': ({ at: place, parser }) => `${placeWords(place)}: this is not valid YAML: ${parser}`,
  'extends-unread': ({ at: place, base, because }) =>
    `${at(place, 'extends')}: ${short(base)} cannot be used: ${unreadBase(because)}. Nothing of this file applies.`,
  'extends-looser': ({ at: place, setting, base, written, allowed, isDefault }) =>
    `${at(place, setting)}: ${short(written)} is looser than ${short(allowed)}${isDefault ? ', the default that' : ' of'} ${base}${isDefault ? ' keeps' : ''}, which this file may only tighten. Remove the line, or have ${base} changed.`,
  'extends-fixed': ({ at: place, setting, base, by }) =>
    `${at(place, setting)}: ${base} says ${by === setting ? 'otherwise' : `${short(by)} already`}, and this file may only add to it. Remove the line, or have ${base} changed.`,
  'extends-exceptions': ({ at: place, base }) =>
    `${at(place, 'accept')}: ${base} keeps exceptions to itself (exceptions: base). Remove them here, and have them written there.`,
  'config-rival': ({ file, rival }) => `${file} is used. Remove ${rival} beside it, which is ignored.`,
  'price-book-unread': ({ file, fault }) => `${short(file)} (prices:): ${priceBookWords(fault)}`,
  'confirmation-unread': ({ file, fault }) => `${short(file)} (confirmed:): ${confirmationWords(fault)}`,
  'setting-unknown': ({ at: place, setting, written, valid }) =>
    `${at(place, setting)}: no such setting${suggestion(written, valid)}`,
  'setting-missing': ({ at: place, setting }) => `${at(place, setting)} is missing.`,
  'setting-no-choice': ({ at: place, setting, written, valid }) =>
    written === undefined
      ? `${at(place, setting)}: use one of ${valid.join(', ')}.`
      : `${at(place, setting)}: "${short(written)}" is not valid${suggestion(written, valid)}`,
  'setting-malformed': ({ at: place, setting, needs }) => `${at(place, setting)}: ${NEEDED[needs]}.`,
  'setting-looser': ({ setting, written, current }) =>
    `${at('stack', `credit-guard:${setting}`)} = ${short(written)} is looser than ${current}, so ${current} applies. A stack may only tighten.`,
  'usage-without-effect': ({ at: place, setting, type, nearest }) =>
    nearest === undefined
      ? `${at(place, setting)}: ${short(type)} has no usage to set, so this line has no effect.`
      : `${at(place, setting)}: ${short(type)} is not a known type, so this line has no effect; did you mean ${nearest}?`,
  'usage-unknown': ({ at: place, setting, type, written, valid }) =>
    `${at(place, setting)}: no such usage of ${short(type)}${suggestion(written, valid)}`,

  // What is written
  'report-not-written': ({ file, format, fault, isOldLeft }) =>
    `${file}: the ${format} report cannot be written: ${writeFaultWords(fault)}${isOldLeft ? '; the one that is there is of an earlier run' : ''}.`,
  'snapshot-not-written': ({ file, fault }) => `${file}: the snapshot cannot be written: ${writeFaultWords(fault)}.`,
  'config-not-written': ({ file, fault }) => `${file}: ${writeFaultWords(fault)}.`,

  // The prices
  'price-book-old': ({ asOf, days }) =>
    `The price book is ${days} days old (${asOf}). Prices may have changed since: \`credit-guard prices refresh\` reads those of today.`,
  'other-partition': ({ partition, resources }) =>
    `${resources === 1 ? '1 resource is' : `${resources} resources are`} in ${PARTITIONS[partition]}`,
};

/** One sentence or two, with a capital and a full stop. */
export const wordsOf = ({ code, args }: Notice): string => (WORDS[code] as (args: unknown) => string)(args);

/** What a pool file is instead. */
const POOL_FAULTS: Readonly<Partial<Record<JsonFault['because'], string>>> = {
  empty: 'it is empty',
  cut: 'it ends in the middle',
  several: 'it holds several documents',
  'no-json': 'it is not JSON',
  'too-deep': 'it is nested too deeply',
};

const MALFORMED_POOL: Readonly<Record<Exclude<PoolFault['because'], 'newer'>, (reservation: number) => string>> = {
  'no-list': () => 'it has no schemaVersion 1 with a list "reservations"',
  'no-stack': (reservation) => `reservation ${reservation} names no stack`,
  'no-deployment': (reservation) => `reservation ${reservation} names no deployment`,
  'no-usd': (reservation) => `usd of reservation ${reservation} is no amount, such as "120.50"`,
  'no-dates': (reservation) => `since or until of reservation ${reservation} is no date`,
};

const RESTORE_POOL = 'Restore an earlier version, or remove it: then nothing is reserved.';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const SUPPORT_COVERED: Readonly<Record<Answer, string>> = {
  yes: 'Credits cover it.',
  no: 'Credits do not cover it.',
  unknown: "AWS's terms don't say whether credits cover it.",
};

const stepWords = ({ product, usd }: NoticeArgs['burn-trend']['steps'][number]): string =>
  `${product} ${usd.gt(0) ? '+' : ''}${dollars(usd)}`;

const PREVIEW = 'pulumi preview --json --show-sames';

const planName = (file: string | undefined): string => file ?? 'standard input';

const placeName = ({ file, document }: PlanPlace): string =>
  document === undefined ? planName(file) : `${planName(file)}, plan ${document}`;

const LEDGER_FAULTS: Readonly<Record<NoticeArgs['ledger-fault']['because'], string>> = {
  'opens-elsewhere': 'does not open where the month before closed',
  'loses-credit': 'loses credit',
  'loses-charge': 'loses a charge',
  negative: 'has a negative amount',
};
/** What a burn has cost. */
export const paidWords = (calls: number): string =>
  `AWS charges ${dollars(COST_OF_PAID_CALL.times(calls))} for it (${counted(calls, 'call')} to Cost Explorer).`;

const awsSettingName = (place: AwsSettingPlace): string =>
  'variable' in place ? place.variable : `${place.name} under [${place.header}] in ${place.file}`;

const withoutIt = (place: AwsSettingPlace): string => ('variable' in place ? 'unset it' : 'remove it');

/** ` AWS says: "…"`, in one line of bounded length. */
function awsSays(sentence: string, who = 'AWS'): string {
  const line = sentence.replace(/\s+/g, ' ').trim();
  return line === '' ? '' : ` ${who} says: "${line.length > 240 ? `${line.slice(0, 239)}…` : line}"`;
}

/** What an interrupted operation leaves open. */
const INTERRUPTED: Readonly<Record<NoticeArgs['interrupted']['operation'], (count: number) => string>> = {
  creating: (count) =>
    `${counted(count, 'resource')} may exist, in no total: ${count === 1 ? 'its' : 'their'} creation was interrupted.`,
  updating: (count) =>
    `${counted(count, 'resource')} may have changed: ${count === 1 ? 'its' : 'their'} update was interrupted.`,
  deleting: (count) =>
    `${counted(count, 'resource')} may be gone but ${count === 1 ? 'is' : 'are'} counted: ${count === 1 ? 'its' : 'their'} deletion was interrupted.`,
};
