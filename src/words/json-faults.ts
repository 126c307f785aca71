import type { JsonFault } from '../core/file-fault';

/** What is wrong with a document, and the way out. `redo` is the command that writes it. No capital and no stop: a name goes before it. */
export function faultWords(fault: JsonFault, redo: string): string {
  switch (fault.because) {
    case 'missing':
      return 'there is no such file';
    case 'forbidden':
      return 'it cannot be read; check its permissions';
    case 'unreadable':
      return `it cannot be read (${fault.code})`;
    case 'folder':
      return 'it is a folder; name the file';
    case 'no-file':
      return 'it is not a file; save the document in one';
    case 'too-large':
      return 'it is larger than 512 MB';
    case 'too-deep':
      return 'it is nested too deeply to be read';
    case 'empty':
      return `it is empty; ${again(redo)}`;
    case 'cut':
      return `it ends in the middle, after ${fault.characters.toLocaleString('en')} characters; ${again(redo)}`;
    case 'several':
      return `it contains ${fault.documents} documents, as \`>>\` leaves them; ${again(redo)}`;
    case 'no-json':
      return `it is not JSON${fault.line === undefined ? '' : ` from line ${fault.line} on`}; ${again(redo)}`;
  }
}

const again = (redo: string): string => `write it again with \`${redo}\``;
