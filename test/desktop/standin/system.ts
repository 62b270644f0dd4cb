// Parts of the system that a headless test has not: they keep what they were told, so that a test can ask.
import { EventEmitter } from 'node:events';

export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: readonly MenuItem[];
}

let applicationMenu: { items: readonly MenuItem[] } | null = null;

export const Menu = {
  buildFromTemplate: (items: readonly MenuItem[]): { items: readonly MenuItem[] } => ({ items }),
  setApplicationMenu(menu: { items: readonly MenuItem[] } | null): void {
    applicationMenu = menu;
  },
  getApplicationMenu: (): { items: readonly MenuItem[] } | null => applicationMenu,
};

export const shown: { title?: string; message?: string }[] = [];

/** Every dialog is cancelled; a test that wants another answer replaces the function, as it would in Electron. */
export const dialog = {
  showOpenDialog: async (): Promise<object> => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async (): Promise<object> => ({ canceled: true, filePath: '' }),
  showMessageBox: async (...args: unknown[]): Promise<object> => {
    shown.push(args.at(-1) as object);
    return { response: 0, checkboxChecked: false };
  },
  showErrorBox(title: string, message: string): void {
    console.error(title, message);
  },
};

export const shell = {
  openPath: async (): Promise<string> => '',
  showItemInFolder(): void {},
  openExternal: async (): Promise<void> => undefined,
};

/** Kept instead of shown; nobody clicks it. */
export class Notification extends EventEmitter {
  static readonly kept: object[] = [];
  static readonly isSupported = (): boolean => true;
  readonly note: object;

  constructor(note: object) {
    super();
    this.note = note;
  }

  show(): void {
    Notification.kept.push(this.note);
  }
}

export const screen = {
  getAllDisplays: (): object[] => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};
