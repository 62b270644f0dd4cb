import type { FailureCode } from '../../../shared/kernel/errors.ts';

/** Names of the messages between preload and main. */
export const channels = {
  call: 'gongdao:call',
  event: 'gongdao:event',
  pickFile: 'gongdao:pick-file',
  saveFile: 'gongdao:save-file',
  openSaved: 'gongdao:open-saved',
  showBatch: 'gongdao:show-batch',
  pickFolder: 'gongdao:pick-folder',
  mayNotify: 'gongdao:may-notify',
  notify: 'gongdao:notify',
  info: 'gongdao:info',
  setLocale: 'gongdao:set-locale',
} as const;

/** An error that crossed `ipcRenderer.invoke` would lose its code in a sentence, so failures travel as data. */
export type Answer<T> = { readonly value: T } | { readonly failure: FailureCode };
