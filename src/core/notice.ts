import type { Size } from './charges/usage';
import type { Unconfirmed } from './coverage/confirmed';
import type { NotChecked } from './coverage/not-checked';
import type { AnyCall, LiveCall } from './credits/aws-calls';
import type { BurnBill } from './credits/burn-reading';
import type { AwsCall, CliForm, Doubt, MalformedBalance, PartOfBalance, Refusal } from './credits/problem';
import type { Program } from './credits/program';
import type { EditFault, JsonFault, ReportPlace, WriteFault } from './file-fault';
import type { Instant } from './instant';
import type { Range, Usd } from './money';
import type { Reckoning } from './outlook/burn';
import type { LedgerFault } from './outlook/ledger';
import type { Stack } from './plan';
import type { Level, PolicyName } from './policy-names';
import type { PoolFault } from './pool';
import type { Answer } from './reading';
import type { Kind } from './setting-row';

/** Where an owner sets something for AWS's tools: in the environment, or below a header of a file. */
export type AwsSettingPlace =
  | { readonly variable: string }
  | { readonly name: string; readonly header: string; readonly file: string };

/**
 * Everything that may be reported beside findings, as a code with its arguments. Decisions read the code; the words stand in
 * `src/words/notices.ts`, where a code without words does not compile.
 */
export interface NoticeArgs {
  // The plan
  /** The plan names no region for so many resources; `from` does. */
  readonly 'region-assumed': { readonly region: string; readonly from: string; readonly count: number };
  /** No document could be read. `file` undefined: it was piped in. */
  readonly 'plan-unread': { readonly file: string | undefined; readonly fault: JsonFault };
  /** A document that is no plan to judge, and why. */
  readonly 'plan-refused': PlanPlace & { readonly problem: Notice };
  /** What somebody wrote in place of a file names none. */
  readonly 'no-plans': { readonly written: string; readonly is: 'folder' | 'pattern' };
  /** Two documents describe one stack. */
  readonly 'stack-twice': { readonly stack: Stack; readonly places: readonly PlanPlace[] };
  /** The document is of another kind. */
  readonly 'not-a-plan': Record<string, never>;
  /** Of a state, in a form that came later. */
  readonly 'state-version': { readonly version: number; readonly latest: number };
  readonly 'no-list': { readonly what: 'steps' | 'resources' };
  readonly 'several-plans': { readonly count: number; readonly stacks: readonly string[] };
  /** The preview or update that the document is about failed, so its steps are not all there is. */
  readonly 'run-failed': {
    readonly of: 'preview' | 'update';
    readonly errors: number;
    readonly first: string | undefined;
  };
  /** It counts more steps than it lists. */
  readonly 'preview-cut': { readonly missing: number };
  /** The events end before their summary. */
  readonly 'events-cut': Record<string, never>;
  /** Pulumi's own mark: a resource may be in an invalid state. */
  readonly 'maybe-corrupt': Record<string, never>;
  /** A step of a preview without a URN, or with an operation that is not known. */
  readonly 'step-unread': { readonly step: number };
  readonly 'resource-unread': { readonly resource: number };
  /** Two entries of one URN that differ. */
  readonly 'listed-twice': { readonly urn: string };
  /** The preview counts unchanged resources that it does not list. */
  readonly 'unchanged-unlisted': { readonly count: number };
  /** New resources that `--target` or `--exclude` leaves out of this deployment. */
  readonly 'not-targeted': { readonly count: number };
  /** `retainOnDelete`: they leave the stack, and AWS goes on billing them. */
  readonly 'kept-in-aws': { readonly urns: readonly string[] };
  /** Replaced in an earlier deployment and not deleted yet. */
  readonly 'waits-for-deletion': { readonly urns: readonly string[] };
  /** Deleted for a replacement that was interrupted. */
  readonly 'deleted-already': { readonly urns: readonly string[] };
  /** Operations of an earlier deployment that was stopped: nobody knows whether AWS did them. */
  readonly interrupted: {
    readonly operation: 'creating' | 'updating' | 'deleting';
    readonly urns: readonly string[];
  };
  /** Code of the owner's own, which may create AWS resources that no plan shows. */
  readonly 'code-unseen': { readonly count: number; readonly types: readonly string[] };
  /** AWS bills these resources of another package, and no figure holds them. */
  readonly 'aws-unread': { readonly package: string; readonly count: number; readonly types: readonly string[] };

  // The burn
  readonly 'burn-product-unknown': { readonly product: string; readonly nearest: string | undefined };
  /** A planned purchase whose day is past; or whose product nobody bills under that `name`. */
  readonly 'planned-left-out': {
    readonly what: string;
    readonly from: Instant;
    readonly name: { readonly product: string; readonly nearest: string | undefined } | undefined;
  };
  readonly 'discount-product-unknown': { readonly name: string; readonly nearest: string | undefined };
  /** Rows that another setting reckons, so that they are not counted twice. */
  readonly 'burn-row-reckoned': { readonly rows: readonly string[]; readonly setting: Reckoning };
  /** It stays as it is; `isAsked`: its trend was asked for, and there are too few months to tell one. */
  readonly 'burn-flat': { readonly isAsked: boolean };
  /** It follows the trend of these months (`2026-10`), for as many. USD more each month, of products that change. */
  readonly 'burn-trend': {
    readonly from: string;
    readonly to: string;
    readonly months: number;
    readonly steps: readonly { readonly product: string; readonly usd: Usd }[];
  };
  /** All of it is zero: Cost Explorer answers net of credits unless told otherwise. */
  readonly 'burn-zero': Record<never, never>;
  readonly 'burn-of-others': { readonly accounts: number; readonly usd: Usd };
  readonly 'burn-own-account': { readonly account: string };
  /** Less than what this stack alone costs; its own charges are used. USD a month. */
  readonly 'burn-below-plan': {
    readonly product: string;
    readonly stated: Usd;
    readonly own: Usd;
    readonly stacks: number;
  };

  // The credits
  /** The balance does not say when it was read. */
  readonly 'file-time-used': { readonly source: string; readonly at: Instant };
  /** A credit that somebody wrote with a day that is still to come. */
  readonly 'credit-dated-ahead': { readonly description: string; readonly asOf: Instant };
  /** Used since the balance was struck, and taken off it. */
  readonly 'open-month-drawn': { readonly usd: Range };
  readonly 'open-month-not-counted': Record<never, never>;
  /** Between 0 and 1. */
  readonly 'pool-share': { readonly share: number };
  /** `file`: the shared pool file, where one is named besides the list in the settings. */
  readonly 'pool-reserved': {
    readonly usd: Usd;
    readonly by: readonly { readonly stack: string; readonly usd: Usd }[];
    readonly file: string | undefined;
  };
  /** Credits that this account may not use, or perhaps not. `account` undefined: nobody has said which it is. */
  readonly 'credits-of-other-accounts': {
    readonly account: string | undefined;
    readonly credits: readonly { readonly owner: string; readonly usd: Range | undefined }[];
  };
  /** Accounts besides this one may use so many credits too; what they spend is in no figure. */
  readonly 'credits-shared': { readonly credits: number };
  /** The draw-down stops where AWS closes the account; `isOver`: it has, for all that is known. */
  readonly 'account-closes': { readonly at: Instant; readonly isOver: boolean };
  /** So many credits apply before the discount across services, a share between 0 and 1. */
  readonly 'credits-before-discounts': { readonly credits: number; readonly discount: number };
  readonly 'unlisted-taken-as-covered': Record<never, never>;
  /** Credits of more than one programme, each with terms of its own. USD left in it. */
  readonly 'programs-several': {
    readonly programs: readonly { readonly program: Program; readonly usd: Usd; readonly isMore: boolean }[];
  };
  /** Lines under `credits: programs:` that speak of no credit. */
  readonly 'programs-unused': { readonly names: readonly string[] };
  /** Credits list `names` that are no product known here, and do not list `products`. */
  readonly 'credit-products-unknown': { readonly names: readonly string[]; readonly products: readonly string[] };
  readonly horizon: { readonly months: number };

  // The balance. `source`: where it was read, as its owner names it. `credit`: its place in the list, from 1.
  /** Nobody has named one. */
  readonly 'balance-missing': Record<never, never>;
  /** A file that cannot be read, or is no JSON. */
  readonly 'balance-unreadable': {
    readonly source: string;
    readonly call: AwsCall;
    readonly fault: JsonFault | { readonly because: 'other-form'; readonly form: CliForm };
  };
  /** AWS, its CLI or something between answered with an error. */
  readonly 'balance-refused': { readonly source: string; readonly call: AwsCall; readonly refusal: Refusal };
  /** AWS was asked in this run, and did not answer as it should. */
  readonly 'balance-not-read': { readonly source: string; readonly why: Notice };
  /** The same of what the account spends; a snapshot that holds it in another form is one too. */
  readonly 'balance-burn-not-read': { readonly source: string; readonly why: Notice };
  /** What other stacks have reserved is not known, so how much is left for this one is not either. */
  readonly 'balance-pool-not-read': { readonly source: string; readonly why: Notice };
  /** An older one is used: what a month cost, kept since `readAt`. */
  readonly 'balance-burn-older': {
    readonly source: string;
    readonly month: string;
    readonly readAt: Instant;
    readonly why: Notice;
  };
  /** AWS answers a member of an organization for its own credits, and not for those that are shared with it. */
  readonly 'balance-own-only': { readonly source: string; readonly account: string };
  /** `account`: whose credits they are, or who is billed. */
  readonly 'balance-plan-of-other': { readonly source: string; readonly of: string; readonly account: string };
  readonly 'balance-malformed': { readonly source: string; readonly because: MalformedBalance };
  /** The saved allocation history is not as AWS writes it. */
  readonly 'balance-history-malformed': { readonly source: string; readonly what: string };
  /** Its figures are used. Days. */
  readonly 'balance-stale': {
    readonly source: string;
    readonly age: number;
    readonly allowed: number;
    readonly isFileTime: boolean;
  };
  /** How old it is is not known. */
  readonly 'balance-undated': {
    readonly source: string;
    readonly because: 'no-date' | 'not-said' | 'checkout' | { readonly future: Instant; readonly isFileTime: boolean };
  };
  /** It lists no promotional credit. `others`: it lists something else. */
  readonly 'balance-empty': { readonly source: string; readonly by: 'answer' | 'others' | 'hand' };
  /** Something in it was left out or replaced. */
  readonly 'balance-partial': { readonly source: string; readonly part: PartOfBalance };
  readonly 'balance-foreign-currency': {
    readonly source: string;
    readonly description: string;
    /** As AWS writes it; empty where it is none. */
    readonly currency: string;
  };
  /** A refund or a correction, which is no promotional credit. */
  readonly 'balance-other-kind': {
    readonly source: string;
    readonly credit: number;
    readonly description: string;
    readonly kind: 'refund' | 'true-up';
  };
  /** Figures that cannot be right, and are used. */
  readonly 'balance-doubtful': {
    readonly source: string;
    readonly credit: number;
    readonly description: string;
    readonly doubt: Doubt;
  };

  // The shared pool file
  /** It is none of a path, `https://…` and `s3://bucket/key`. */
  readonly 'pool-no-address': Record<never, never>;
  readonly 'pool-missing': Record<never, never>;
  readonly 'pool-unreadable': { readonly fault: JsonFault };
  readonly 'pool-malformed': PoolFault;
  readonly 'pool-read-only': Record<never, never>;
  /** A server that is no S3 did not hand it out. */
  readonly 'pool-refused': { readonly host: string; readonly status: number };
  readonly 'pool-no-bucket': { readonly bucket: string };
  /** S3 refused to read it, as it does for what is not there to whom may not list the bucket. */
  readonly 'pool-hidden': { readonly bucket: string; readonly why: Notice };
  /** The bucket is in this region, and the server took no request for it. */
  readonly 'pool-elsewhere': { readonly bucket: string; readonly region: string };
  readonly 'pool-not-written': { readonly fault: EditFault };
  /** Somebody else wrote it first, each time. */
  readonly 'pool-overtaken': Record<never, never>;

  // The figures
  readonly 'other-spending-unknown': Record<never, never>;
  readonly 'burn-covered-only': Record<never, never>;
  readonly 'burn-of-bill': BurnBill;
  readonly 'amounts-left-out': { readonly count: number };
  /** USD a month that the always-free tier takes off. */
  readonly 'free-tier-counted': { readonly usd: Range };
  readonly 'usage-assumed': { readonly count: number };
  /** Charges whose usage follows from the size that the owner names. */
  readonly 'usage-by-size': { readonly sizes: ReadonlyMap<Size, number> };
  /** Figures of one line under `usage:` that no charge of this plan is reckoned by. */
  readonly 'usage-unused': { readonly selects: readonly string[]; readonly fields: readonly string[] };
  /** Counted at the size that they start with; nothing in the plan makes them grow. USD a month. */
  readonly 'groups-may-grow': {
    readonly groups: readonly { readonly name: string; readonly usd: Range; readonly atMost: Usd }[];
  };
  /**
   * Charges of one kind that begin on a day ahead, USD a month; `usd` is undefined where no amount is known, and `instead`
   * the sum of what they take the place of.
   */
  readonly 'charges-begin': {
    readonly what: string;
    readonly at: Instant;
    readonly usd: Range | undefined;
    readonly instead: Range | undefined;
    readonly names: readonly string[];
  };
  readonly 'month-has-its-hours': Record<never, never>;
  /** USD a month: the usage that the fee of the support plan is reckoned on, and the fee. `ends`: the plan does. */
  readonly 'support-reckoned': {
    readonly product: string;
    readonly usage: Range;
    readonly fee: Range;
    readonly isPartial: boolean;
    readonly covered: Answer;
    readonly ends: { readonly day: string; readonly next: string } | undefined;
  };
  /** Tax comes on cash. USD of what is cash today, at the rate (0.19) that the owner states. */
  readonly 'tax-on-cash':
    | { readonly rate: undefined }
    | { readonly rate: number; readonly monthly: Range; readonly once: Range; readonly isPartial: boolean };
  readonly 'ledger-fault': LedgerFault;

  // AWS, when it is asked
  /** `sentence`: AWS's own words. */
  readonly 'aws-permission': { readonly call: AnyCall; readonly permission: string; readonly sentence: string };
  /** "IAM user and role access to Billing information" is off: only the root user can change that. */
  readonly 'aws-root-switch': { readonly call: AnyCall };
  readonly 'aws-cost-explorer-off': Record<never, never>;
  /** So many calls of this day have been paid for, and that is what the owner allows, USD. */
  readonly 'cost-explorer-cap': { readonly calls: number; readonly allowed: Usd };
  /** It has more pages than these, each of which is a call. */
  readonly 'cost-explorer-pages': { readonly pages: number; readonly allowed: Usd };
  /** Calls that AWS charges for are counted in a file, which cannot be written. */
  readonly 'cost-explorer-uncounted': { readonly folder: string; readonly fault: WriteFault };
  readonly 'aws-throttled': { readonly call: AnyCall };
  readonly 'aws-login-expired': { readonly because: string };
  /** `profile`: as AWS_PROFILE names it; `others`: that it might name. */
  readonly 'aws-no-credentials': {
    readonly because: string;
    readonly profile: string | undefined;
    readonly others: readonly string[];
  };
  /** AWS does not know them, or they do not fit their signature. */
  readonly 'aws-credentials-refused': { readonly call: AnyCall; readonly sentence: string };
  readonly 'aws-clock-skew': { readonly call: AnyCall; readonly aws: Instant | undefined; readonly here: Instant };
  /** The credentials are of another account, and none of the credits that it sees is for the one that is billed. */
  readonly 'aws-other-account': { readonly caller: string; readonly account: string };
  /** HTML in place of an answer. */
  readonly 'aws-web-page': { readonly call: AnyCall; readonly host: string; readonly status: number };
  /** Empty, or it ends in the middle. */
  readonly 'aws-answer-cut': { readonly call: AnyCall; readonly host: string };
  /** `code`: the reason as Node names it, such as ECONNRESET. */
  readonly 'aws-not-reached': { readonly call: AnyCall; readonly host: string; readonly code: string };
  readonly 'aws-certificate': { readonly call: AnyCall; readonly host: string; readonly code: string };
  readonly 'aws-ca-bundle': { readonly file: string; readonly place: AwsSettingPlace };
  readonly 'aws-endpoint-malformed': { readonly place: AwsSettingPlace };
  /** `place` asks for a FIPS endpoint; `service`: the end of its `AWS_ENDPOINT_URL_…`, which may name the `ordinary` one. */
  readonly 'aws-no-fips': { readonly place: AwsSettingPlace; readonly service: string; readonly ordinary: string };
  /** A file of AWS's tools; `variable` names another one. */
  readonly 'aws-file-unread': { readonly file: string; readonly variable: string; readonly fault: JsonFault };
  readonly 'aws-file-malformed': { readonly file: string; readonly line: number };
  /** `names`: profiles that these files have. */
  readonly 'aws-profile-missing': {
    readonly name: string;
    readonly files: readonly [config: string, credentials: string];
    readonly names: readonly string[];
  };
  /** A profile points to a section that is not there. */
  readonly 'aws-services-missing': { readonly services: string; readonly place: AwsSettingPlace };
  /** `variable`: such as HTTPS_PROXY, whose value may hold a password. */
  readonly 'aws-proxy-malformed': { readonly variable: string };
  /** `host`: undefined while it is still looking for credentials. */
  readonly 'aws-no-answer': { readonly call: AnyCall; readonly host: string | undefined; readonly seconds: number };
  readonly 'aws-error': {
    readonly call: AnyCall;
    readonly status: number;
    readonly type: string;
    readonly sentence: string;
  };
  /** The answer is whole and not what the API promises. */
  readonly 'aws-answer-malformed': { readonly call: AnyCall; readonly what: string };
  readonly 'aws-unforeseen': { readonly because: string };
  readonly 'aws-packages-missing': { readonly packages: readonly string[] };
  /** The burn of a snapshot has no amounts under a name, or one that cannot be read. */
  readonly 'burn-malformed': { readonly product: string | undefined; readonly under: string };
  /** The history left months out. */
  readonly 'burn-months-failed': { readonly months: readonly string[] };
  /** A bulk file of AWS's price list, by its address or path. */
  readonly 'price-list-unread': { readonly place: string; readonly fault: PriceListFault };
  /** Other accounts are listed there, and not the one that is billed. */
  readonly 'burn-no-account': { readonly account: string; readonly caller: string | undefined };
  readonly 'burn-no-month': { readonly call: LiveCall; readonly month: string };

  // What was not looked at
  readonly 'not-checked': { readonly row: NotChecked; readonly count: number };
  /** What Kubernetes runs there may be sold by AWS Marketplace, and the plan does not show it. */
  readonly 'images-unseen': { readonly count: number };
  readonly 'only-read': { readonly count: number; readonly stacks: number };
  readonly 'outside-aws': { readonly package: string; readonly count: number };

  // The clock
  /** Everything is judged as of a day that somebody stated, by --date or CREDIT_GUARD_DATE. */
  readonly 'date-fixed': { readonly at: Instant };

  // Exceptions
  /** `unseen`: for what exists, used where it is not known whether a deployment replaces it. */
  readonly 'exceptions-used': { readonly used: number; readonly endless: number; readonly unseen: number };
  readonly 'exceptions-unused': {
    readonly lines: readonly { readonly policy: PolicyName; readonly resource: string; readonly reason: string }[];
  };

  // The configuration
  /** CREDIT_GUARD_DATE holds something else than a date. */
  readonly 'clock-not-set': { readonly written: string };
  /** The whole file counts as if it were not there. */
  readonly 'config-ignored': { readonly file: string; readonly isReadable: boolean };
  /** What the engine hands over as the stack's configuration is no JSON object. */
  readonly 'stack-config-unread': Record<string, never>;
  readonly 'config-unreadable': { readonly file: string; readonly because: UnreadableConfig };
  readonly 'config-no-yaml': { readonly at: SettingPlace; readonly parser: string };
  /** Two files in one folder: the second one, here without its folder, is not read. */
  /** The base that a file extends cannot be had, so nothing of either applies. */
  readonly 'extends-unread': { readonly at: SettingPlace; readonly base: string; readonly because: UnreadBase };
  /** A file may only tighten what it extends. `isDefault`: the base leaves it at the default. */
  readonly 'extends-looser': {
    readonly at: SettingPlace;
    readonly setting: string;
    readonly base: string;
    readonly written: string;
    readonly allowed: string;
    readonly isDefault: boolean;
  };
  /** The base says it already, here or with another setting (`by`) that would be replaced. */
  readonly 'extends-fixed': {
    readonly at: SettingPlace;
    readonly setting: string;
    readonly base: string;
    readonly by: string;
  };
  /** The base leaves no exceptions to those that extend it. */
  readonly 'extends-exceptions': { readonly at: SettingPlace; readonly base: string };
  readonly 'config-rival': { readonly file: string; readonly rival: string };
  /** The price book that `prices:` names. */
  readonly 'price-book-unread': { readonly file: string; readonly fault: PriceBookFault };
  /** A file that `confirmed:` names. */
  readonly 'confirmation-unread': { readonly file: string; readonly fault: ConfirmationFault };
  readonly 'setting-unknown': {
    readonly at: SettingPlace;
    readonly setting: string;
    readonly written: string;
    readonly valid: readonly string[];
  };
  readonly 'setting-missing': { readonly at: SettingPlace; readonly setting: string };
  readonly 'setting-no-choice': {
    readonly at: SettingPlace;
    readonly setting: string;
    /** Undefined when no plain value was written. */
    readonly written: string | undefined;
    readonly valid: readonly string[];
  };
  readonly 'setting-malformed': { readonly at: SettingPlace; readonly setting: string; readonly needs: Needed };
  /** A stack may only tighten, so what it says is not followed. */
  readonly 'setting-looser': { readonly setting: string; readonly written: string; readonly current: string };
  /** `nearest`: the type is not known, and this one is like it. */
  readonly 'usage-without-effect': {
    readonly at: SettingPlace;
    readonly setting: string;
    readonly type: string;
    readonly nearest: string | undefined;
  };
  readonly 'usage-unknown': {
    readonly at: SettingPlace;
    readonly setting: string;
    readonly type: string;
    readonly written: string;
    readonly valid: readonly string[];
  };

  // What is written
  /** `isOldLeft`: the report of an earlier run is still there. */
  readonly 'report-not-written': {
    readonly file: string;
    readonly format: string;
    readonly fault: WriteFault | { readonly because: ReportPlace };
    readonly isOldLeft: boolean;
  };
  readonly 'snapshot-not-written': {
    readonly file: string;
    readonly fault: WriteFault | { readonly because: ReportPlace };
  };
  /** Exceptions that could not be added to a configuration. Nothing was written. */
  readonly 'config-not-written': {
    readonly file: string;
    readonly fault: EditFault;
  };

  // The prices
  /** No row of the price book is newer than `asOf`. */
  readonly 'price-book-old': { readonly asOf: string; readonly days: number };
  /** Resources of another partition: `aws-cn` or `aws-us-gov`. */
  readonly 'other-partition': { readonly partition: 'aws-cn' | 'aws-us-gov'; readonly resources: number };
}

/** Where a plan stands. `file` undefined: it was piped in. `document`: which of several in it, from 1. */
export interface PlanPlace {
  readonly file: string | undefined;
  readonly document?: number;
}

/** Why a saved answer settles nothing. */
export type ConfirmationFault =
  | { readonly kind: 'file'; readonly fault: JsonFault }
  | { readonly kind: 'form'; readonly form: CliForm | 'HTML' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'content'; readonly problem: Unconfirmed };

/** Why an owner's price book does not count. `damaged`: its checksum is that of another text. */
export type PriceBookFault =
  | { readonly because: 'damaged' | 'no-book' }
  | { readonly because: 'file'; readonly fault: JsonFault };

/** Why a bulk file of AWS's price list could not be read. */
export type PriceListFault =
  | { readonly because: 'cut' | 'no-json' | 'no-list' | 'changed' }
  | { readonly because: 'status'; readonly status: number }
  | { readonly because: 'not-reached'; readonly code: string }
  | { readonly because: 'file'; readonly fault: JsonFault };

/** Where a setting is written: a file with its line, Pulumi's policy configuration of a policy, or that of the stack. */
export type SettingPlace =
  | { readonly file: string; readonly line?: number | undefined }
  | { readonly policy: PolicyName }
  | 'stack';

export type UnreadableConfig = 'missing' | 'no-file' | 'too-large' | 'forbidden' | 'too-deep' | 'too-many-aliases';

/** Why the base of a configuration cannot be had. */
export type UnreadBase =
  | UnreadableConfig
  | 'too-many'
  /** A text that is read by itself has no place from which to look. */
  | 'text-alone'
  | 'no-package'
  /** An address may only extend an address. */
  | 'from-address'
  | 'no-checksum'
  /** Its content has another one. */
  | { readonly checksum: string }
  | { readonly status: number }
  | { readonly seconds: number }
  /** As Node names it, such as ECONNREFUSED. */
  | { readonly code: string };

/** What has to be written in place of something else. */
export type Needed = Kind | 'list' | 'settings' | 'name' | 'figure' | 'bounds-in-order' | 'selector' | 'another-value';

export type NoticeCode = keyof NoticeArgs;

/** `warn`: something is not known because of it. `info`: worth a line, and nothing is missing. `block`: it must stop a deployment. */
export type NoticeLevel = Level;

/** One thing to report. `about`: the file, URN or product it speaks of; `stacks`: whose plans, where there are several. */
export type Notice = {
  readonly [C in NoticeCode]: {
    readonly code: C;
    readonly args: NoticeArgs[C];
    readonly level: NoticeLevel;
    readonly about?: string | undefined;
    readonly stacks?: readonly Stack[] | undefined;
  };
}[NoticeCode];

export const notice = <C extends NoticeCode>(
  code: C,
  level: NoticeLevel,
  args: NoticeArgs[C],
  about?: string,
): Extract<Notice, { readonly code: C }> => ({ code, args, level, about }) as Extract<Notice, { readonly code: C }>;
