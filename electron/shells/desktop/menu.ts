import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

export interface MenuActions {
  openLogs(): void;
  showAbout(): void;
}

/** Rebuilt when the language changes. Roles keep the keys that people know; no item leads outside. */
export function setMenu({ appName, menu: w }: Words, platform: string, actions: MenuActions): void {
  const about: MenuItemConstructorOptions = { label: w.about, click: () => actions.showAbout() };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: w.quit };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const first: MenuItemConstructorOptions =
    platform === 'darwin'
      ? {
          label: appName,
          submenu: [
            about,
            separator,
            { role: 'hide', label: w.hide },
            { role: 'hideOthers', label: w.hideOthers },
            { role: 'unhide', label: w.showAll },
            separator,
            quit,
          ],
        }
      : { label: w.file, submenu: [quit] };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      first,
      {
        label: w.edit,
        submenu: [
          { role: 'undo', label: w.undo },
          { role: 'redo', label: w.redo },
          separator,
          { role: 'cut', label: w.cut },
          { role: 'copy', label: w.copy },
          { role: 'paste', label: w.paste },
          { role: 'selectAll', label: w.selectAll },
        ],
      },
      {
        label: w.view,
        submenu: [
          { role: 'zoomIn', label: w.zoomIn, accelerator: 'CommandOrControl+=' },
          { role: 'zoomOut', label: w.zoomOut },
          { role: 'resetZoom', label: w.zoomReset },
          { role: 'togglefullscreen', label: w.fullScreen },
          separator,
          { role: 'reload', label: w.reload },
        ],
      },
      {
        label: w.help,
        submenu: [
          { label: w.logs, click: () => actions.openLogs() },
          ...(platform === 'darwin' ? [] : [separator, about]),
        ],
      },
    ]),
  );
}
