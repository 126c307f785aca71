import { expect, test } from 'vitest';
import { clean } from '../../src/words/text';

test.each([
  ['a mark that turns the direction of text', 'a\u061cb\u202ec\u2066d', 'a b c d'],
  ['terminal codes', '\u001b]0;owned\u0007\u001b[31mred\u009b', ']0;owned [31mred'],
  ['line breaks of every kind', 'a\nb\r\nc\u0085d\u2028e', 'a b c d e'],
  ['commands of GitHub', 'x\n::error file=a::b', 'x : :error file=a::b'],
  ['commands of Azure and TeamCity', '##vso[x] ##teamcity[y]', '# #vso[x] # #teamcity[y]'],
  ['nothing of an ordinary name', 'urn:pulumi:dev::p::aws:x/y:Z::é🙂', 'urn:pulumi:dev::p::aws:x/y:Z::é🙂'],
])('%s', (_, text, cleaned) => {
  expect(clean(text)).toBe(cleaned);
});
