import { describe, expect, it, test } from 'vitest';
import { readPlan } from '../../src/pulumi/read-plan';
import { wordsOf } from '../../src/words/notices';

const urn = (name: string) => `urn:pulumi:dev::shop::aws:ec2/natGateway:NatGateway::${name}`;
const state = (name: string) => ({ urn: urn(name), custom: true, type: 'aws:ec2/natGateway:NatGateway', inputs: {} });
const create = (name: string) => ({ op: 'create', urn: urn(name), newState: state(name) });

const ESCAPE = '\u001b';
/** As the YAML host writes it: in colour, a line each. */
const inYaml = (severity: 'Error' | 'Warning', colour: number) => [
  { severity: 'info#err', message: `${ESCAPE}[${colour}m${severity}${ESCAPE}[0m: Property nam does not exist\n\n` },
  { severity: 'info#err', message: '  on Pulumi.yaml line 7:\n\n' },
];
const document = (diagnostics: readonly object[]) => ({ steps: [create('one')], diagnostics });

const problemOf = (input: unknown): string | undefined => {
  const reading = readPlan(input);
  return 'problem' in reading ? wordsOf(reading.problem) : undefined;
};

describe('a preview that failed is no plan, whatever it holds', () => {
  it.each([
    ['an error of the engine', [{ severity: 'error', message: 'error: no credentials\n' }], 'no credentials'],
    [
      'a TypeScript program that throws',
      [
        {
          severity: 'error',
          message: `error: Running program 'index.ts' failed with an unhandled exception:\nError: bad\n    at ${ESCAPE}[90mindex.ts${ESCAPE}[39m\n`,
        },
      ],
      "Running program 'index.ts' failed with an unhandled exception: Error: bad",
    ],
    ['a YAML program that is wrong', inYaml('Error', 31), 'Property nam does not exist'],
    [
      'one that was warned of before',
      [...inYaml('Warning', 33), ...inYaml('Error', 31)],
      'Property nam does not exist',
    ],
    [
      'the same without colours',
      [
        { severity: 'info#err', message: 'Error: Required field is missing\n' },
        { severity: 'debug', message: 'debug: something else\n' },
        { severity: 'info#err', message: '  on Pulumi.yaml line 5:\n' },
      ],
      'Required field is missing',
    ],
  ])('%s', (_, diagnostics, first) => {
    expect(problemOf(document(diagnostics))).toBe(
      `The preview failed: ${first}. The plan is incomplete and was not judged.`,
    );
  });

  test('several errors are counted, the first is told', () => {
    const errors = ['error: first\n', 'error: preview failed\n'].map((message) => ({ severity: 'error', message }));
    expect(problemOf(document(errors))).toContain('failed: first (and 1 more error).');
  });

  test('also without a step, or a message', () => {
    expect(problemOf({ diagnostics: [{ severity: 'error', message: 'error: no\n' }] })).toContain('failed: no.');
    expect(problemOf({ diagnostics: [{ severity: 'error' }] })).toContain('The preview failed. ');
  });

  it.each([
    ['warnings of the engine', [{ severity: 'warning', message: 'warning: deprecated\n' }]],
    ['warnings of the YAML host', inYaml('Warning', 33)],
    [
      'an error that a program logged and survived',
      [
        { severity: 'info#err', message: 'Error: cache miss\n\n' },
        { severity: 'info#err', message: '    at Object.<anonymous> (index.ts:13:15)\n\n' },
      ],
    ],
    [
      'what a tool of the program says of files of its own',
      [
        { severity: 'info#err', message: 'Error: Unsupported argument\n' },
        { severity: 'info#err', message: '  on main.tf line 3:\n' },
      ],
    ],
  ])('%s are no failure', (_, diagnostics) => {
    expect(problemOf(document(diagnostics))).toBeUndefined();
  });
});

describe('a document that lists less than it counts', () => {
  const steps = [create('one'), { op: 'same', urn: urn('two'), oldState: state('two'), newState: state('two') }];

  it.each<[string, Record<string, unknown>]>([
    ['creations', { create: 3, same: 1 }],
    ['deletions', { create: 1, same: 1, delete: 2 }],
    ['replacements, beside unchanged resources', { create: 1, same: 9, replace: 2 }],
  ])('%s: it is cut, and no plan', (_, changeSummary) => {
    expect(problemOf({ steps, changeSummary })).toBe(
      'The plan is cut: its summary counts 2 changes that it does not list. Write it again with `pulumi preview --json`.',
    );
  });

  test('one that has only its summary is not an empty plan', () => {
    expect(problemOf({ changeSummary: { create: 1 } })).toContain('counts 1 change that it does not list');
  });

  test('unchanged resources are listed on request only: that is said', () => {
    const reading = readPlan({ steps, changeSummary: { create: 1, same: 13 } });
    expect('plan' in reading ? reading.plan.problems : []).toMatchObject([
      { code: 'unchanged-unlisted', level: 'warn', args: { count: 12 } },
    ]);
  });

  it.each<[string, unknown]>([
    ['all of it', { create: 1, same: 1 }],
    ['reads and hidden steps are not counted', { create: 0 }],
    ['no summary', undefined],
    ['a summary of another shape', ['create']],
    ['counts of another shape', { create: 'many', same: null }],
  ])('%s: whole', (_, changeSummary) => {
    const reading = readPlan({ steps, changeSummary });
    expect('plan' in reading ? reading.plan.problems : undefined).toEqual([]);
  });
});

test('a plan that Pulumi does not vouch for is judged, and that is said', () => {
  const reading = readPlan({ steps: [create('one')], maybeCorrupt: true });
  expect('plan' in reading ? reading.plan.problems : []).toMatchObject([{ code: 'maybe-corrupt', level: 'warn' }]);
});
