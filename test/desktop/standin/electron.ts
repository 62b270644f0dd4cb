// The stand-in for the `electron` module of the main process. README.md beside it says where it lies.
export { app } from './app.ts';
export { protocol, session } from './chromium.ts';
export { dialog, Menu, Notification, screen, shell, shown } from './system.ts';
export { utilityProcess } from './utility.ts';
export { BrowserWindow, ipcMain, webContents } from './window.ts';
