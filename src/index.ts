// What the library promises: docs/library.md. Nothing here loads the libraries that read YAML.
export { BundledPrices } from './adapters/price-book';
export { manualCredits } from './config/read-settings';
export {
  type Assessment,
  assess,
  assessTogether,
  type Input,
  type StackPart,
  type Together,
} from './core/assess';
export type { Charge } from './core/charges/charge';
export type { ExtendedSupport, Factor, Price, PriceBook, PriceSource } from './core/charges/prices';
export type { ChargeContext } from './core/charges/service';
export type { UsageOverride } from './core/charges/usage';
export { allConfirmed, type Confirmed, readConfirmed, type Unconfirmed } from './core/coverage/confirmed';
export { type Coverage, type Eligibility, type JudgedCharge, Terms } from './core/coverage/coverage';
export type { Confidence, Rule, Source, Verdict as RuleVerdict } from './core/coverage/rule';
export { type AccountPlan, readAccountPlan } from './core/credits/account-plan';
export { type BalanceSources, combine } from './core/credits/balance';
export { type Allocation, type History, readHistory } from './core/credits/burn-answers';
export type { Balance, BalanceProblem, Credit } from './core/credits/credit';
export { readSnapshot as readCredits, type SnapshotContext } from './core/credits/snapshot';
export type { Estimate } from './core/estimate';
export type { Finding, FindingCharge } from './core/findings/finding';
export type { Instant } from './core/instant';
export { type JudgeContext, type JudgedResource, judgeResource, type ResourceStatus } from './core/judge';
export type { Range, Usd } from './core/money';
export * as money from './core/money';
export type { Notice } from './core/notice';
export { type BackTest, backTest } from './core/outlook/back-test';
export { byStack, type Drawn, type StackMonth } from './core/outlook/by-stack';
export type { CoverageEnd, Ledger, Month, Runway, Split } from './core/outlook/ledger';
export { drawDown, type Outlook } from './core/outlook/outlook';
export { plannedCharges } from './core/outlook/planned-charges';
export { type PlannedCharges, type Sum, sumsOf } from './core/outlook/streams';
export type { Buckets } from './core/outlook/who-pays';
export type { Plan, PlannedResource, Stack } from './core/plan';
export { PlanIndex } from './core/plan-index';
export type { Level, PolicyName } from './core/policy-names';
export type { Answer, Known, Maybe, Unknown } from './core/reading';
export type { Acceptance, Settings } from './core/settings';
export type { PlanOfStack } from './core/stacks';
export type { CoveredUntil, Status, Verdict } from './core/verdict';
export { defaultSettings, type ParsedConfig, parseConfig } from './parse-config';
export { type PlanReading, readPlan, readPlans } from './pulumi/read-plan';
export { type FindingWords, findingWords } from './words/findings';
export { wordsOf } from './words/notices';
export { verdictSentence } from './words/verdict';
