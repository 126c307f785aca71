import { dirname, resolve } from 'node:path';
import { allConfirmed, type Confirmed, nothingConfirmed, readConfirmed } from '../core/coverage/confirmed';
import { otherOutput, printedError } from '../core/credits/aws-errors';
import { awsError, isRecord } from '../core/credits/snapshot';
import { type ConfirmationFault, type Notice, notice } from '../core/notice';
import { parseJson, readBytes } from './json-file';

/**
 * Reads the saved answers that an owner names under `confirmed:`; one file may hold several. Never throws: a file that
 * cannot be read is one notice, and settles nothing.
 */
export function readConfirmedFiles(
  files: readonly string[],
  configFile: string | undefined,
): { readonly confirmed: Confirmed; readonly problems: readonly Notice[] } {
  if (files.length === 0) return { confirmed: nothingConfirmed, problems: [] };
  const answers: Confirmed[] = [];
  const problems: Notice[] = [];
  for (const file of files) {
    const read = fromFile(resolve(configFile === undefined ? '.' : dirname(configFile), file));
    if ('kind' in read) problems.push(notice('confirmation-unread', 'warn', { file, fault: read }, file));
    else answers.push(...read);
  }
  return { confirmed: allConfirmed(answers), problems };
}

/** The answers of one file, or why there are none. */
function fromFile(path: string): readonly Confirmed[] | ConfirmationFault {
  const read = readBytes(path);
  const parsed = 'fault' in read ? read : parseJson(read.bytes);
  if ('fault' in parsed) {
    const { fault, found = '' } = parsed;
    const refusal = printedError(found);
    if (refusal !== undefined) return { kind: 'refused', refusal };
    const form = otherOutput(found);
    return form === undefined ? { kind: 'file', fault } : { kind: 'form', form };
  }
  const answers: Confirmed[] = [];
  for (const document of parsed.documents) {
    const answer = readConfirmed(document);
    if ('problem' in answer) {
      const refusal = isRecord(document) ? awsError(document) : undefined;
      return refusal === undefined ? { kind: 'content', problem: answer.problem } : { kind: 'refused', refusal };
    }
    answers.push(answer);
  }
  return answers;
}
