import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfirmedFiles } from '../../src/adapters/confirmed-files';
import { wordsOf } from '../../src/words/notices';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-confirmed-'));
  mkdirSync(join(folder, 'folder'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readText(text: string | Buffer, name = 'answer.json') {
  writeFileSync(join(folder, name), text);
  return readConfirmedFiles([name], join(folder, 'credit-guard.yaml'));
}

const ADDON = (name: string, owner: string) => JSON.stringify({ addons: [{ addonName: name, owner }] }, undefined, 4);

test('several answers in one file, as the printed command writes them', () => {
  const { confirmed, problems } = readText(`${ADDON('a_b', 'aws-marketplace')}\n${ADDON('c_d', 'aws')}\n`);
  expect(problems).toEqual([]);
  expect([...confirmed.addons]).toEqual([
    ['a_b', true],
    ['c_d', false],
  ]);
});

test('UTF-16, as PowerShell writes it', () => {
  const bytes = Buffer.from(`\ufeff${ADDON('a_b', 'aws-marketplace')}`, 'utf16le');
  expect(readText(bytes).confirmed.addons.get('a_b')).toBe(true);
});

test.each<[string, string, string]>([
  ['an empty file', '', 'it is empty; write it again with `aws … --output json`.'],
  [
    'a cut file',
    '{"Images": [',
    'it ends in the middle, after 12 characters; write it again with `aws … --output json`.',
  ],
  ['YAML', 'Images:\n- ImageId: ami-1\n', 'it is YAML, not JSON; save it with `--output json`.'],
  ['text output', 'IMAGES\tx86_64\tami-1\n', 'it is text, not JSON; save it with `--output json`.'],
  ['another answer', '{"credits": []}', 'it is not the output of a look-up that a finding'],
  [
    'a part',
    '[["ami-1", []]]',
    'it is a part of an answer, as `--query` prints; save the whole answer, without --query.',
  ],
  [
    'no image',
    '{"Images": []}',
    'its list "Images" is empty: AWS knows none of these there. Check the ids and --region.',
  ],
  ['a bad row', '{"addons": [{}]}', 'entry 1 of its list "addons" cannot be read; save the whole answer again.'],
  [
    'an unknown image',
    "\nAn error occurred (InvalidAMIID.NotFound) when calling the DescribeImages operation: The image id '[ami-1]' does not exist\n",
    'AWS knows no such image, add-on or model there: check the id and --region. AWS says: "The image id \'[ami-1]\' does not exist"',
  ],
  [
    'a refusal',
    'An error occurred (UnauthorizedOperation) when calling the DescribeImages operation: You are not authorized to perform this operation.',
    'AWS refused: the caller needs the permission',
  ],
  [
    'an old CLI',
    "aws: [ERROR]: argument operation: Found invalid choice: 'list-foundation-model-agreement-offers'",
    'This AWS CLI is too old for this look-up: update it.',
  ],
  [
    'an error as JSON',
    '{"__type": "ResourceNotFoundException", "message": "No such model"}',
    'AWS knows no such image, add-on or model there: check the id and --region.',
  ],
])('%s is one line, and settles nothing', (_, text, expected) => {
  const { confirmed, problems } = readText(text);
  expect(problems.map(wordsOf)).toEqual([expect.stringContaining(`answer.json (confirmed:): ${expected}`)]);
  expect([confirmed.images.size, confirmed.addons.size, confirmed.models.size]).toEqual([0, 0, 0]);
});

test.each([
  ['missing.json', 'there is no such file.'],
  ['folder', 'it is a folder; name the file.'],
])('%s: %s', (name, expected) => {
  const { problems } = readConfirmedFiles([name], join(folder, 'credit-guard.yaml'));
  expect(problems.map(wordsOf)).toEqual([`${name} (confirmed:): ${expected}`]);
});
