/** Where the page lives. Node's `URL.origin` is `null` for this scheme, so scheme and host are compared. */
export const pageUrl = 'app://bundle/index.html';

/** True for an address of our own page or its files. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'app:' && url.host === 'bundle';
}

/** True for the page itself, with any hash or query: the only place that the window may be at. */
export function isPage(address: string): boolean {
  const path = URL.parse(address)?.pathname;
  return isOurs(address) && (path === '/' || path === '/index.html');
}

/** A message counts only when the top frame of our own window sent it from our page. */
export function isTrustedSender(
  event: {
    readonly sender: unknown;
    readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
  },
  ownContents: unknown,
): boolean {
  const { sender, senderFrame } = event;
  return (
    sender === ownContents && senderFrame !== null && senderFrame.parent === null && isPage(senderFrame.url)
  );
}
