import type { CoreEvent, Envelope, Reply } from './wire.ts';

export type Locale = 'zh-CN' | 'en';

/** What the person is asked to choose; the shell turns it into a title and a filter. */
export type FileKind = 'spreadsheet' | 'evidence' | 'backup' | 'law-data' | 'template';

export type FolderPurpose =
  | 'create-office'
  | 'open-office'
  | 'save-backup'
  | 'calendar-feed'
  | 'batch-papers';

/** What the system shows outside the program, on a locked screen, too: no name of anybody. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** A file that the core holds in memory for a while. The page never learns where it came from. */
export interface PickedFile {
  readonly token: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface ShellInfo {
  readonly shell: 'desktop' | 'browser';
  /** Node's name of the system: `win32`, `darwin`, `linux`. */
  readonly platform: string;
  readonly version: string;
  /** Proposed for a new office; the person may choose another folder. */
  readonly defaultOfficeFolder: string;
}

/**
 * All that the page can ask of what surrounds it. On the desktop `window.bridge`, made by the preload script; in a
 * browser the page makes its own over HTTP. Both may also exchange file bytes over `/handoff`.
 */
export interface Bridge {
  call(envelope: Envelope): Promise<Reply>;
  /** Returns the function that ends the listening. */
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Asks the person for a file; null when cancelled. Rejects with `file-too-large` as message above 64 MiB. */
  pickFile(kind: FileKind): Promise<PickedFile | null>;
  /** Asks where to keep the file behind a token; the name under which it was kept, or null when cancelled. */
  saveFile(token: string, suggestedName: string): Promise<string | null>;
  /** Opens the file that was saved last with the program that the system has for it; false when that failed. */
  openSaved(): Promise<boolean>;
  /** Shows the folder of a batch of papers, one of its files chosen; false when it is not there. */
  showBatch(batchId: string): Promise<boolean>;
  /** An absolute path, or null when cancelled or where the shell has no folder dialog (then the page asks in text). */
  pickFolder(purpose: FolderPurpose): Promise<string | null>;
  /** Whether this system shows notifications. */
  mayNotify(): Promise<boolean>;
  /** Shows one; resolves when it was clicked (true) or has gone (false). */
  notify(note: Notice): Promise<boolean>;
  info(): Promise<ShellInfo>;
  /** The language of menus and dialogs that the shell itself shows; kept for the next start. */
  setLocale(locale: Locale): Promise<void>;
}
