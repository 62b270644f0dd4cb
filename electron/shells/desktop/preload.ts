// The only doors between the page and the program. Everything that comes through is checked again in main.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { CoreEvent } from '../../../shared/contract/wire.ts';
import { type Answer, channels } from './channels.ts';

async function ask<T>(channel: string, ...args: unknown[]): Promise<T> {
  const answer = (await ipcRenderer.invoke(channel, ...args)) as Answer<T>;
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.value;
}

const bridge = {
  call: (envelope) => ask(channels.call, envelope),
  onEvent(listener) {
    const receive = (_event: IpcRendererEvent, event: CoreEvent): void => listener(event);
    ipcRenderer.on(channels.event, receive);
    return () => {
      ipcRenderer.removeListener(channels.event, receive);
    };
  },
  pickFile: (kind) => ask(channels.pickFile, kind),
  saveFile: (token, suggestedName) => ask(channels.saveFile, token, suggestedName),
  openSaved: () => ask(channels.openSaved),
  showBatch: (batchId) => ask(channels.showBatch, batchId),
  pickFolder: (purpose) => ask(channels.pickFolder, purpose),
  mayNotify: () => ask(channels.mayNotify),
  notify: (note) => ask(channels.notify, note),
  info: () => ask(channels.info),
  setLocale: (locale) => ask(channels.setLocale, locale),
} satisfies Bridge;

contextBridge.exposeInMainWorld('bridge', bridge);
