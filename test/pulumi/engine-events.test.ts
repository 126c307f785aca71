import { describe, expect, it, test } from 'vitest';
import type { Plan } from '../../src/core/plan';
import { known } from '../../src/core/reading';
import { readPlan } from '../../src/pulumi/read-plan';
import { wordsOf } from '../../src/words/notices';

const NAT = 'aws:ec2/natGateway:NatGateway';
const PROVIDER = 'urn:pulumi:dev::shop::pulumi:providers:aws::default';
const urn = (name: string, type = NAT) => `urn:pulumi:dev::shop::${type}::${name}`;

const event = (payload: object) => ({ sequence: 0, timestamp: 1_796_083_200, ...payload });
const state = (name: string, change: object = {}) => ({
  urn: urn(name),
  type: NAT,
  custom: true,
  id: '',
  provider: `${PROVIDER}::p`,
  inputs: { subnetId: 's' },
  outputs: {},
  ...change,
});

/** What a step says when it begins and when it ends. */
const step = (op: string, name: string, sides: { old?: object | null; new?: object | null }, planning = true) => {
  const metadata = { op, urn: urn(name), type: NAT, old: null, new: null, provider: `${PROVIDER}::p`, ...sides };
  return {
    begins: event({ resourcePreEvent: { metadata, planning } }),
    ends: event({ resOutputsEvent: { metadata } }),
  };
};
const prelude = event({ preludeEvent: { config: { 'aws:region': 'eu-west-1' } } });
const summary = (resourceChanges: object, rest: object = { result: 'succeeded' }) =>
  event({ summaryEvent: { maybeCorrupt: false, durationSeconds: 1, resourceChanges, ...rest } });
const created = (name: string, planning = true) => step('create', name, { new: state(name) }, planning).begins;

const planOf = (...events: unknown[]): Plan => {
  const reading = readPlan(events);
  if ('problem' in reading) throw new Error(wordsOf(reading.problem));
  return reading.plan;
};
const problemOf = (...events: unknown[]): string => {
  const reading = readPlan(events);
  return 'problem' in reading ? wordsOf(reading.problem) : '';
};

test('the whole plan comes from the events, unchanged resources too', () => {
  const old = state('old', { id: 'nat-1', outputs: { id: 'nat-1' } });
  const same = step('same', 'old', { old, new: state('old') });
  const plan = planOf(prelude, created('new'), same.begins, same.ends, summary({ create: 1, same: 1 }));
  expect(plan.resources).toMatchObject([
    { name: 'new', existing: false, change: 'create', region: known('eu-west-1') },
    { name: 'old', existing: true, change: 'same' },
  ]);
  expect(plan.before).toHaveLength(1);
  expect([plan.stack.project, plan.problems]).toEqual(['shop', []]);
});

test('the default provider, which an event log holds, names the region', () => {
  const metadata = {
    op: 'create',
    urn: PROVIDER,
    type: 'pulumi:providers:aws',
    old: null,
    new: { urn: PROVIDER, type: 'pulumi:providers:aws', custom: true, id: 'p', inputs: { region: 'sa-east-1' } },
  };
  const plan = planOf(prelude, event({ resourcePreEvent: { metadata } }), created('nat'), summary({ create: 1 }));
  expect(plan.resources.map(({ region }) => region)).toEqual([known('sa-east-1')]);
});

test('what a provider answered at the end of a step counts', () => {
  const done = step('create', 'nat', { new: state('nat', { id: 'nat-7', outputs: { publicIp: '203.0.113.7' } }) });
  const plan = planOf(prelude, created('nat'), done.ends, summary({ create: 1 }));
  expect(plan.resources[0]?.properties.text('id')).toEqual(known('nat-7'));
  expect(plan.resources[0]?.properties.text('publicIp')).toEqual(known('203.0.113.7'));
});

test('a secret stays one', () => {
  const secret = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', ciphertext: '[secret]' };
  const { begins } = step('create', 'nat', { new: state('nat', { inputs: { subnetId: secret } }) });
  expect(planOf(prelude, begins, summary({ create: 1 })).resources[0]?.properties.any('subnetId').state).toBe(
    'unknown',
  );
});

describe('of several runs in one stream', () => {
  const update = [prelude, created('nat', false), summary({ create: 1 })];

  test('the last counts: an update after its preview', () => {
    const plan = planOf(prelude, created('nat'), created('b'), summary({ create: 2 }), ...update);
    expect(plan.resources.map(({ name }) => name)).toEqual(['nat']);
  });

  test('the preview may stand before it as a document, as `pulumi up --json` writes it', () => {
    const preview = {
      steps: [{ op: 'create', urn: urn('nat'), newState: state('nat') }],
      changeSummary: { create: 1 },
    };
    expect(planOf(preview, ...update).resources).toHaveLength(1);
    expect(problemOf(preview, prelude, created('nat', false), summary({}, { result: 'failed' }))).toContain(
      'The update failed',
    );
  });

  test('a document of another stack, or a state, is no preview of it', () => {
    const other = { steps: [{ op: 'create', urn: urn('nat').replace('shop', 'blog'), newState: state('nat') }] };
    const saved = { deployment: { resources: [state('nat', { id: 'n' })] } };
    for (const document of [{ ...other, steps: [{ ...other.steps[0], newState: { type: NAT } }] }, saved])
      expect(problemOf(document, ...update)).toContain('It contains 2 plans');
  });
});

describe('a run that did not end well is no plan', () => {
  it.each<[string, object, boolean, string]>([
    ['a failed preview', { result: 'failed' }, true, 'The preview failed. '],
    ['a canceled one', { result: 'canceled' }, true, 'The preview failed. '],
    ['a failed update', { result: 'failed' }, false, 'The update failed. '],
  ])('%s', (_, ending, planning, words) => {
    expect(problemOf(prelude, created('nat', planning), summary({ create: 1 }, ending))).toContain(words);
  });

  const error = event({
    diagnosticEvent: { severity: 'error', prefix: 'error: ', message: '<{%reset%}>boom<{%reset%}>\n' },
  });

  test('what the engine says of it is told', () => {
    expect(problemOf(prelude, error, summary({}, { result: 'failed' }))).toContain('The preview failed: boom.');
  });

  test('an older engine says no result: then its diagnostics tell', () => {
    expect(problemOf(prelude, created('nat'), error, summary({ create: 1 }, {}))).toContain('failed: boom.');
    expect(planOf(prelude, created('nat'), summary({ create: 1 }, {})).resources).toHaveLength(1);
  });

  test('a result that says it went well is believed', () => {
    expect(planOf(prelude, created('nat'), error, summary({ create: 1 })).resources).toHaveLength(1);
  });

  test('a stream without its summary is cut', () => {
    expect(problemOf(prelude, created('nat'))).toBe(
      'The events end before their summary: Pulumi is still running, or was stopped.',
    );
  });

  test('one that lost lines is cut too', () => {
    expect(problemOf(prelude, created('nat'), summary({ create: 3 }))).toContain('2 changes that it does not list');
  });
});

test('a refresh that finds nothing means that it is gone, and what the program creates then is new', () => {
  const old = state('nat', { id: 'nat-1' });
  const begins = step('refresh', 'nat', { old, new: old }).begins;
  const ends = step('refresh', 'nat', { old, new: null }).ends;
  const gone = planOf(prelude, begins, ends, summary({}));
  expect([gone.resources, gone.before?.map(({ change }) => change)]).toEqual([[], ['delete']]);
  const again = planOf(prelude, begins, ends, created('nat'), summary({ create: 1 }));
  expect([again.resources.map(({ change }) => change), again.before]).toEqual([['create'], []]);
});

test('two plans are refused by what needs one', () => {
  const plan = (project: string) => ({
    steps: [{ op: 'create', urn: `urn:pulumi:dev::${project}::${NAT}::n`, newState: { type: NAT } }],
  });
  expect(problemOf(plan('shop'), plan('blog'))).toBe(
    'It contains 2 plans (shop/dev, blog/dev), and this needs one. Save each in a file of its own.',
  );
});
