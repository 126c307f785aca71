import { checkOf } from '../core/findings/checks';
import { isoInstant } from '../core/instant';
import { RESOURCE_POLICIES, STACK_POLICY } from '../core/policy-names';
import { clean } from '../words/text';
import type { Render, RenderOptions } from './format';
import { type Child, element, type Markup } from './markup';
import type { FindingRow } from './model/finding-rows';
import type { Report } from './model/report';
import { placeOf } from './place';
import { acceptedText, findingText, resourceLabel } from './sentences';

/**
 * JUnit XML: a suite for each policy, a case for each resource that it looked at, and one for each check of the stack. What
 * blocks is a failure, what is accepted or could not be judged is skipped, what warns is reported in the output of its case.
 */
export const junit: Render = (report, options) => {
  const suites = [...resourceSuites(report, options), stackSuite(report, options)].filter(
    ({ cases }) => cases.length > 0,
  );
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites.map((suite) => suiteElement(suite, report));
  const root = element('testsuites', { name: options.tool.name, ...countsOf(all) }, '\n', ...body);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
};

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly output?: string;
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly findings: readonly FindingRow[];
  /** Why it could not be judged. */
  readonly missing: string | undefined;
}

function resourceSuites({ resources, findings }: Report, options: RenderOptions): Suite[] {
  const byPlace = new Map<string, FindingRow[]>();
  for (const finding of findings) {
    const key = `${finding.policy}\n${finding.urn}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), finding]);
  }
  const labels = namesOf(resources.map((row) => ({ label: resourceLabel(row), urn: row.urn })));
  return RESOURCE_POLICIES.map((policy) => ({
    name: policy,
    cases: resources.flatMap((row, i) => {
      if (!row.policies.includes(policy)) return [];
      const { path, line } = placeOf(row.at, options);
      const own = byPlace.get(`${policy}\n${row.urn}`) ?? [];
      return [{ name: labels[i] ?? row.name, file: path, line, findings: own, missing: undefined }];
    }),
  }));
}

/** A platform follows a case by its name: two of one label have their URN, too. */
function namesOf(rows: readonly { readonly label: string; readonly urn: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1);
  return rows.map(({ label, urn }) => (counts.get(label) === 1 ? label : `${label} (${clean(urn)})`));
}

function stackSuite({ findings, checks, verdict, notes }: Report, options: RenderOptions): Suite {
  const { path, line } = placeOf(undefined, options);
  const ofStack = findings.filter(({ policy }) => policy === STACK_POLICY);
  const cases = checks.map(({ name, missing }) => ({
    name: String(name),
    findings: ofStack.filter(({ rule }) => checkOf(rule) === name),
    missing,
  }));
  const exceptions = ofStack.filter(({ rule }) => checkOf(rule) === undefined);
  return {
    name: STACK_POLICY,
    cases: [
      ...cases,
      ...(exceptions.length > 0 ? [{ name: 'exceptions', findings: exceptions, missing: undefined }] : []),
    ].map((one) => ({ ...one, file: path, line })),
    output: [verdict.sentence, ...notes.map(({ text }) => text)].join('\n'),
  };
}

function countsOf(cases: readonly Case[]) {
  return {
    tests: cases.length,
    failures: cases.filter(isFailure).length,
    errors: 0,
    skipped: cases.filter((one) => skippedBecause(one) !== undefined).length,
  };
}

const isFailure = ({ findings }: Case): boolean => findings.some(({ level }) => level === 'block');

/** What is accepted, or could not be judged; undefined for what passed, warned or failed. */
function skippedBecause({ findings, missing }: Case): string | undefined {
  if (findings.length === 0) return missing;
  const accepted = findings.map(acceptedText).filter((text) => text !== undefined);
  return accepted.length === findings.length ? accepted.join('\n') : undefined;
}

const suiteElement = ({ name, cases, output }: Suite, { date }: Report): Markup =>
  element(
    'testsuite',
    { name, ...countsOf(cases), time: 0, timestamp: isoInstant(date).slice(0, 19) },
    '\n',
    cases.map((one) => caseElement(one, name)),
    output === undefined ? undefined : element('system-out', {}, output),
  );

function caseElement(one: Case, suite: string): Markup {
  const { name, file, line, findings } = one;
  const failures = findings.filter(({ level }) => level === 'block');
  const others = findings.filter(({ level }) => level !== 'block');
  const [first] = failures;
  const skipped = skippedBecause(one);
  const children: Child[] = [
    skipped === undefined ? undefined : element('skipped', { message: skipped }),
    first === undefined
      ? undefined
      : element('failure', { message: `${first.headline}.`, type: first.rule }, failures.map(findingText).join('\n')),
    others.length === 0
      ? undefined
      : element('system-out', {}, others.map((finding) => `${finding.level}: ${findingText(finding)}`).join('\n')),
  ];
  return element('testcase', { classname: suite, name, file, line, time: 0 }, ...children);
}
