/** What is wrong with a document that should be JSON. */
export type JsonFault =
  | { readonly because: 'missing' | 'forbidden' | 'folder' | 'no-file' | 'too-large' | 'too-deep' | 'empty' }
  | { readonly because: 'unreadable'; readonly code: string }
  | { readonly because: 'several'; readonly documents: number }
  /** It ends before it is whole. */
  | { readonly because: 'cut'; readonly characters: number }
  | { readonly because: 'no-json'; readonly line: number | undefined };

/** Why a file cannot be written. `code`: the system's own word for anything else. */
export type WriteFault =
  | {
      readonly because:
        | 'link'
        | 'folder'
        | 'device'
        | 'read-only'
        | 'forbidden'
        | 'disk-read-only'
        | 'disk-full'
        | 'quota'
        | 'no-folder'
        | 'path-no-folder'
        | 'folder-not-made'
        | 'name-too-long';
    }
  | { readonly because: 'other'; readonly code: string };

/** Why a file that others write too was not edited. */
export type EditFault =
  | WriteFault
  | { readonly because: 'not-addable' | 'grows-too-large' | 'not-utf8' }
  /** By another process, with this file. */
  | { readonly because: 'locked'; readonly lock: string };

/** Why a place is none for a report: something else needs it. */
export type ReportPlace = 'is-input' | 'is-other-report' | 'is-configuration';
