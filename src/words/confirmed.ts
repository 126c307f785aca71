import type { Unconfirmed } from '../core/coverage/confirmed';
import type { ConfirmationFault } from '../core/notice';
import { refusalWords } from './balance';
import { faultWords } from './json-faults';

/** The call differs with what was looked up: the finding prints it. */
const REDO = 'aws … --output json';

const ANSWERS = 'a look-up that a finding or a "Not checked" line prints';

/** Why a saved answer settles nothing, and the way out: sentences that follow the name of the file. */
export function confirmationWords(fault: ConfirmationFault): string {
  switch (fault.kind) {
    case 'file':
      return `${faultWords(fault.fault, REDO)}.`;
    case 'form':
      return `it is ${fault.form}, not JSON; save it with \`--output json\`.`;
    case 'refused':
      return refusalWords(fault.refusal, 'LookUp');
    case 'content':
      return unconfirmedWords(fault.problem);
  }
}

function unconfirmedWords(problem: Unconfirmed): string {
  switch (problem.because) {
    case 'other':
      return `it is not the output of ${ANSWERS}.`;
    case 'part':
      return 'it is a part of an answer, as `--query` prints; save the whole answer, without --query.';
    case 'empty':
      return `its list "${problem.list}" is empty: AWS knows none of these there. Check the ids and --region.`;
    case 'row':
      return `entry ${problem.row} of its list "${problem.list}" cannot be read; save the whole answer again.`;
  }
}
