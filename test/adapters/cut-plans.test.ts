import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPipedPlans } from '../../src/adapters/plan-file';
import { settingsOf } from '../../src/config/read-settings';
import { assess } from '../../src/core/assess';
import { wordsOf } from '../../src/words/notices';
import { aBalance, NOW } from '../support/inputs';
import { prices } from '../support/resources';

const root = join(__dirname, '..');
const indented = (path: string): string => readFileSync(join(root, path), 'utf8');
const compact = (path: string): string => JSON.stringify(JSON.parse(indented(path)));

/** The steps of a preview as the engine's events, one a line. */
function events(path: string): string {
  const { steps, changeSummary } = JSON.parse(indented(path));
  const metadata = (step: Record<string, unknown>) => ({
    op: step['op'],
    urn: step['urn'],
    type: String(step['urn']).split('::')[2],
    new: step['newState'],
    old: step['oldState'],
  });
  const lines = [
    { sequence: 0, timestamp: 1_796_083_200, preludeEvent: { config: { 'aws:region': 'us-east-1' } } },
    ...steps.map((step: Record<string, unknown>, i: number) => ({
      sequence: i + 1,
      timestamp: 1_796_083_200,
      resourcePreEvent: { metadata: metadata(step), planning: true },
    })),
    {
      sequence: steps.length + 1,
      timestamp: 1_796_083_200,
      summaryEvent: { resourceChanges: changeSummary, isPreview: true },
    },
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** Each of these costs cash: an upfront fee, a licence, or a domain. */
const DOCUMENTS: readonly (readonly [name: string, text: string])[] = [
  ['a preview', compact('scenarios/preview-savings-plan/plan.json')],
  ['an indented preview', indented('cases/adv-03-db2-marketplace.json')],
  ['an update', compact('cases/adv-10-update-to-marketplace.json')],
  ['third parties', compact('cases/adv-13-third-party-no-rule.json')],
  ['text before and after', `Previewing …\n${compact('cases/adv-03-db2-marketplace.json')}\nwarning: old\n`],
  ['events', events('cases/adv-03-db2-marketplace.json')],
  ['events of a larger plan', events('cases/adv-13-third-party-no-rule.json')],
];

const settings = settingsOf({});

function judged(bytes: Buffer): string {
  const [reading] = readPipedPlans(bytes);
  if (reading === undefined) return 'neither a plan nor a problem';
  if ('problem' in reading) return wordsOf(reading.problem).trim() === '' ? 'a problem without words' : 'problem';
  return assess({ plan: reading.plan, balance: aBalance(), settings, prices, now: NOW }).verdict.status;
}

describe.each(DOCUMENTS)('%s cut at every byte', (_, text) => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s is a problem or a plan with its cash, never within credits', (_encoding, whole) => {
    const status = judged(whole);
    expect(['cash', 'blocked', 'unknown']).toContain(status);
    const odd: string[] = [];
    for (let length = 0; length < whole.length; length++) {
      const cut = judged(whole.subarray(0, length));
      if (cut !== 'problem' && cut !== status) odd.push(`${length}: ${cut}`);
    }
    expect(odd).toEqual([]);
  });
});
