import type { Bridge } from '../../shared/contract/bridge.ts';
import { clientOver } from './client.ts';
import { CallFailure } from './failure.ts';
import { readHandoff, upload } from './handoff.ts';
import type { Platform } from './platform.ts';

/** The page inside the desktop window. */
export function desktopPlatform(bridge: Bridge): Platform {
  return {
    shell: 'desktop',
    client: clientOver((envelope) => bridge.call(envelope)),
    onEvent: (listener) => bridge.onEvent(listener),
    async pickFile(kind) {
      try {
        return await bridge.pickFile(kind);
      } catch (error) {
        // Errors cross the window's border as text only.
        const tooLarge = error instanceof Error && error.message.includes('file-too-large');
        throw new CallFailure({ code: tooLarge ? 'file-too-large' : 'internal' });
      }
    },
    dropFile: upload,
    saveFile: (token, name) => bridge.saveFile(token, name),
    readFile: readHandoff,
    canOpenSaved: true,
    openSaved: () => bridge.openSaved(),
    showBatch: (batchId) => bridge.showBatch(batchId),
    canPickFolder: true,
    pickFolder: (purpose) => bridge.pickFolder(purpose),
    mayNotify: () => bridge.mayNotify(),
    askToNotify: () => bridge.mayNotify(),
    notify: (note, onClick) => void bridge.notify(note).then((clicked) => clicked && onClick()),
    info: () => bridge.info(),
    setLocale: (locale) => bridge.setLocale(locale),
  };
}
