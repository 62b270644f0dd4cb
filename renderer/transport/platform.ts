import type {
  FileKind,
  FolderPurpose,
  Locale,
  Notice,
  PickedFile,
  ShellInfo,
} from '../../shared/contract/bridge.ts';
import type { CoreEvent } from '../../shared/contract/wire.ts';
import type { PageClient } from './client.ts';

/** What the page may ask of the program around it; the same for the desktop window and the browser. */
export interface Platform {
  readonly shell: ShellInfo['shell'];
  readonly client: PageClient;
  /** @returns a function that ends the listening. */
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Null when the person chose nothing. @throws CallFailure `file-too-large`. */
  pickFile(kind: FileKind): Promise<PickedFile | null>;
  /** Takes in a file that was dropped on the page. @throws CallFailure `file-too-large`. */
  dropFile(file: File): Promise<PickedFile>;
  /** Asks where to save (desktop) or downloads (browser). Null when the person changed their mind. */
  saveFile(token: string, name: string): Promise<string | null>;
  /** The bytes behind a token, for showing a paper on screen. @throws CallFailure `file-expired`. */
  readFile(token: string): Promise<Blob>;
  /** Whether `openSaved` can open what was last saved. */
  readonly canOpenSaved: boolean;
  openSaved(): Promise<boolean>;
  /** Shows the folder of a batch of papers, where `canOpenSaved`; false when it is not there. */
  showBatch(batchId: string): Promise<boolean>;
  /** Whether `pickFolder` shows a dialog; without one the page asks in text. */
  readonly canPickFolder: boolean;
  pickFolder(purpose: FolderPurpose): Promise<string | null>;
  /** Whether the system would show a notification; in a browser only once the person has allowed it. */
  mayNotify(): Promise<boolean>;
  /** Asks the person for leave where the system wants that; false when it is refused. */
  askToNotify(): Promise<boolean>;
  /** Shows a notification; `onClick` runs when it is clicked, the window then in front. */
  notify(note: Notice, onClick: () => void): void;
  info(): Promise<ShellInfo>;
  /** The language of menus and dialogs that the program itself shows. */
  setLocale(locale: Locale): Promise<void>;
}

let current: Platform | undefined;

/** Set once by the entry, and by tests. */
export function setPlatform(platform: Platform): void {
  current = platform;
}

export function platform(): Platform {
  if (!current) throw new Error('The platform is used before the entry has set it');
  return current;
}
