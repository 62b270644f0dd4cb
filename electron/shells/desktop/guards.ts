import { app, type Session, type WebContents } from 'electron';
import { isOurs, isPage } from './trust.ts';

/** The page stays where it is: no other address, no second window, no embedded page, no link to the outside. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isPage(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/**
 * No permission but one: writing text to the clipboard, which Chromium allows after a click only. No request leaves
 * the program, whatever a page may try.
 */
export function guardSession(session: Session, packaged: boolean): void {
  const allowed = 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === allowed));
  session.setPermissionCheckHandler((_contents, permission) => permission === allowed);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const local = isOurs(details.url) || /^(blob|data):/.test(details.url);
    // The developer tools load their own page; a packaged program has none.
    answer({ cancel: !local && !(details.url.startsWith('devtools:') && !packaged) });
  });
}
