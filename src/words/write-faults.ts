import type { ReportPlace } from '../core/file-fault';
import type { NoticeArgs } from '../core/notice';

type Fault = NoticeArgs['report-not-written' | 'config-not-written']['fault'];

const ELSEWHERE: Readonly<Record<ReportPlace, string>> = {
  'is-input': 'it is an input of this run; name another file',
  'is-other-report': 'another report is written there; name another file',
  'is-configuration': 'it would be read as the configuration; name another file',
};

const WORDS: Readonly<Record<Exclude<Fault['because'], 'other' | 'locked'>, string>> = {
  ...ELSEWHERE,
  link: 'it is a link; name the file itself',
  folder: 'it is a folder; name a file',
  device: 'it is a pipe or a device; name a file',
  'read-only': 'it is read-only',
  forbidden: 'its folder may not be written; check the permissions',
  'disk-read-only': 'its disk is read-only',
  'disk-full': 'the disk is full',
  quota: 'the disk quota is used up',
  'no-folder': 'its folder does not exist',
  'path-no-folder': 'a part of its path is no folder',
  'folder-not-made': 'its folder cannot be made',
  'name-too-long': 'its name is too long',
  'not-addable':
    'the lines cannot be added without changing something else in it, so nothing was written; add them by hand',
  'grows-too-large': 'it would grow larger than 1 MB, so nothing was written',
  'not-utf8': 'it is not UTF-8, so nothing was written',
};

/** Why a file cannot be written, and the fix. No capital and no stop: a name goes before it. */
export function writeFaultWords(fault: Fault): string {
  if (fault.because === 'other') return `it cannot be written (${fault.code})`;
  if (fault.because === 'locked') return `another process is writing it; if none is, remove ${fault.lock}`;
  return WORDS[fault.because];
}
