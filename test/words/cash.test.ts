import { expect, test } from 'vitest';
import { between, exactly, nothing, usd } from '../../src/core/money';
import { cashSentence } from '../../src/words/cash';

const none = { cash: nothing, unknown: nothing };
const some = exactly(usd(438));

test.each([
  ['nothing', { monthly: none, once: none }, 'This change costs no cash.'],
  ['cash', { monthly: { ...none, cash: some }, once: none }, 'This change costs cash: $438.00 a month.'],
  [
    'a saving',
    { monthly: { ...none, cash: exactly(usd(-438)) }, once: none },
    'This change saves $438.00 of cash a month.',
  ],
  [
    'more or less',
    { monthly: { ...none, cash: between(usd(-3), usd(5)) }, once: none },
    'This change moves cash by -$3.00 to +$5.00 a month.',
  ],
  // No sentence may contradict the figure beside it.
  [
    'an amount that credits may or may not cover',
    { monthly: { ...none, unknown: some }, once: none },
    'No cash is known to come from this change. Whether credits cover $438.00 a month of it is not known.',
  ],
])('%s', (_, figures, sentence) => {
  expect(cashSentence({ ...figures, isPartial: false })).toBe(sentence);
});

test('a partial figure never says that there is no cash', () => {
  expect(cashSentence({ monthly: none, once: none, isPartial: true })).toBe(
    'No cash is known to come from this change; not every amount is known.',
  );
});
