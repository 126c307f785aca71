import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { github } from '../../src/reports/github';
import { gitlab } from '../../src/reports/gitlab';
import { junit } from '../../src/reports/junit';
import { type AssessmentSketch, aReport, options } from './assessments';
import { unescapeCommand } from './readers';
import { nat, savingsPlan, situations } from './situations';

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

function parse(written: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes } as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(written).close();
  return top.children[0] ?? top;
}

const suitesOf = (sketch?: AssessmentSketch) => parse(junit(aReport(sketch), options));
const casesOf = (sketch?: AssessmentSketch, suite?: string) =>
  suitesOf(sketch)
    .children.filter(({ attributes }) => suite === undefined || attributes['name'] === suite)
    .flatMap(({ children }) => children.filter(({ name }) => name === 'testcase'));
const outcomeOf = ({ children }: Element) =>
  children.find(({ name }) => name === 'failure' || name === 'skipped')?.name ?? 'passed';

describe('junit', () => {
  test.each(Object.keys(situations))('%s: well-formed, and its counts are those of its cases', (situation) => {
    const root = suitesOf(situations[situation]);
    expect(root.name).toBe('testsuites');
    for (const suite of [root, ...root.children]) {
      const cases =
        suite === root ? casesOf(situations[situation]) : suite.children.filter(({ name }) => name === 'testcase');
      const counted = (outcome: string) => String(cases.filter((one) => outcomeOf(one) === outcome).length);
      expect(suite.attributes).toMatchObject({
        tests: String(cases.length),
        failures: counted('failure'),
        skipped: counted('skipped'),
      });
    }
    expect(root.attributes['failures'] === '0').toBe(aReport(situations[situation]).verdict.findings.block === 0);
  });

  test('a resource has a case for each policy that reads its type, also where it passes', () => {
    const sketch = { resources: [savingsPlan('0'), { ...savingsPlan('100.00'), name: 'paid' }, nat] };
    const cases = casesOf(sketch, 'no-uncovered-upfront-fees');
    expect(cases.map((one) => [one.attributes['name'], outcomeOf(one)])).toEqual([
      ['aws:savingsplans:SavingsPlan it', 'passed'],
      ['aws:savingsplans:SavingsPlan paid', 'failure'],
    ]);
    const [failure] = cases[1]?.children ?? [];
    expect(failure?.attributes['message']).toBe('$100.00 upfront is not covered by your credits.');
  });

  test('a policy that is off has judged nothing', () => {
    const config = { policies: { 'no-uncovered-upfront-fees': { level: 'off' as const } } };
    expect(casesOf({ resources: [savingsPlan('100.00')], config }, 'no-uncovered-upfront-fees')).toEqual([]);
  });

  test('what could not be judged is skipped, and never passed', () => {
    const outcomes = Object.fromEntries(
      casesOf({ config: {} }, 'credit-outlook').map((one) => [one.attributes['name'], outcomeOf(one)]),
    );
    expect(outcomes).toMatchObject({ runway: 'skipped', coverage: 'skipped', expiring: 'skipped', cash: 'skipped' });
  });

  test('what is accepted is skipped, with the reason', () => {
    const [one] = casesOf(situations['accepted cash'], 'no-uncovered-upfront-fees');
    expect(one?.children[0]).toMatchObject({ name: 'skipped', attributes: { message: 'Accepted: Agreed' } });
  });

  test('two resources of one label are two cases', () => {
    const twins = ['a', 'b'].map((urn) => ({ ...savingsPlan('0'), name: 'it', urn }));
    const report = aReport({ resources: twins });
    const resources = report.resources.map((row, i) => ({ ...row, urn: `urn:pulumi:dev::shop::parent${i}$t::it` }));
    const names = parse(junit({ ...report, resources, findings: [] }, options)).children.flatMap(({ children }) =>
      children
        .filter(({ name }) => name === 'testcase')
        .map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('gitlab', () => {
  const issuesOf = (sketch?: AssessmentSketch) => JSON.parse(gitlab(aReport(sketch), options));

  // What GitLab checks of an entry (codeclimate.json); one without any of it is dropped in silence.
  test.each(Object.keys(situations))('%s: GitLab takes each entry, and none twice', (situation) => {
    const issues = issuesOf(situations[situation]);
    for (const { description, fingerprint, severity, location, check_name } of issues) {
      expect([typeof description, typeof fingerprint, typeof check_name]).toEqual(['string', 'string', 'string']);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
      expect(location).toEqual({ path: expect.stringMatching(/^infra\//), lines: { begin: expect.any(Number) } });
    }
    const marks = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(marks).size).toBe(marks.length);
  });

  test('a fingerprint stays when a line moves, an amount or a day changes', () => {
    const marks = (upfront: string, line: number) =>
      issuesOf({ resources: [{ ...savingsPlan(upfront), source: { file: 'index.ts', line, column: undefined } }] }).map(
        ({ fingerprint }: { fingerprint: string }) => fingerprint,
      );
    expect(marks('100.00', 3)).toEqual(marks('120.00', 33));
  });
});

describe('github', () => {
  const COMMAND = /^::(error|warning|notice) ((?:(?:file|line|title)=[^,:\n]*,?)+)::(.*)$/;
  const annotationsOf = (sketch?: AssessmentSketch) =>
    github(aReport(sketch), options)
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, command = 'none', properties = '', text = ''] = COMMAND.exec(line) ?? [];
        return { line, command, properties, text: unescapeCommand(text) };
      });

  const crowd = { resources: Array.from({ length: 60 }, (_, i) => ({ ...savingsPlan('100.00'), name: `plan-${i}` })) };

  test.each([...Object.entries(situations), ['a crowd', crowd] as const])(
    '%s: within the limits of GitHub',
    (_, sketch) => {
      const annotations = annotationsOf(sketch);
      for (const { command, text, properties } of annotations) {
        expect(command).not.toBe('none');
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(/title=([^,]*)/.exec(properties)?.[1]?.length).toBeGreaterThan(0);
      }
      for (const kind of ['error', 'warning', 'notice']) {
        expect(annotations.filter(({ command }) => command === kind).length).toBeLessThanOrEqual(10);
      }
    },
  );

  test('what does not fit is counted', () => {
    const last = annotationsOf(crowd)
      .filter(({ command }) => command === 'error')
      .at(-1);
    expect(last?.properties).toContain('51 more messages');
    expect(last?.text).toMatch(/… and \d+ more: see the report\.$/);
  });

  test('a block is an error at the line of its resource', () => {
    const [first] = annotationsOf({
      resources: [{ ...savingsPlan('100.00'), source: { file: 'index.ts', line: 12, column: 1 } }],
    });
    expect(first?.line).toMatch(
      /^::error file=infra\/index\.ts,line=12,title=aws%3Asavingsplans%3ASavingsPlan it \(no-uncovered-upfront-fees\)::\$100\.00 upfront/,
    );
  });
});
