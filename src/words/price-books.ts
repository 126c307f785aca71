import type { PriceBookFault, PriceListFault } from '../core/notice';
import { faultWords } from './json-faults';

const REFRESH = '`credit-guard prices refresh`';

/** Why an owner's price book does not count, and the way out: a sentence that follows the name of the file. */
export function priceBookWords(fault: PriceBookFault): string {
  switch (fault.because) {
    case 'damaged':
      return `its checksum does not match: it was changed or cut. Remove it and run ${REFRESH} again.`;
    case 'no-book':
      return `it is no price book. Name the file that ${REFRESH} wrote.`;
    case 'file':
      return `${faultWords(fault.fault, REFRESH)}.`;
  }
}

/** Why a bulk file of AWS's price list could not be read: a sentence that follows its address or path. */
export function priceListWords(fault: PriceListFault): string {
  switch (fault.because) {
    case 'cut':
      return 'it ends in the middle. Run the command again: what is read already is kept.';
    case 'changed':
      return 'it changed while it was read. Run the command again.';
    case 'no-json':
      return "it is not JSON. Name AWS's index.json files; the .csv files are not read.";
    case 'no-list':
      return 'it is no price list of AWS: it names no offerCode, or no regions.';
    case 'status':
      return `the server answered with HTTP ${fault.status}.`;
    case 'not-reached':
      return `it was not reached (${fault.code}). Check the network and HTTPS_PROXY.`;
    case 'file':
      return `${faultWords(fault.fault, 'curl -O')}.`;
  }
}
