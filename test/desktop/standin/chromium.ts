import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  type BrowserContext,
  chromium,
  type Frame,
  type Request as PageRequest,
  type Route,
} from 'playwright-core';

type Handler = (request: Request) => Promise<Response> | Response;
type PermissionHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
type RequestFilter = (details: { url: string }, answer: (result: { cancel?: boolean }) => void) => void;

const handlers = new Map<string, Handler>();
let permissionHandler: PermissionHandler | null = null;
let requestFilter: RequestFilter | null = null;

/** Asked for every navigation that a page starts by itself; false keeps the page where it is. */
export type NavigationGate = (frame: Frame | null, url: string) => boolean;

export const protocol = {
  registerSchemesAsPrivileged(): void {},
  handle: (scheme: string, handler: Handler): void => void handlers.set(scheme, handler),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: PermissionHandler | null): void => {
      permissionHandler = handler;
    },
    setPermissionCheckHandler(): void {},
    setDevicePermissionHandler(): void {},
    webRequest: {
      onBeforeRequest: (filter: RequestFilter | null): void => {
        requestFilter = filter;
      },
    },
  },
};

// Stock Chromium cannot be taught a new scheme, so app://bundle is served as https://bundle.app.localhost.
export const toHttp = (url: string): string =>
  url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/]+)/, (all, scheme: string, host: string) =>
    handlers.has(scheme) ? `https://${host}.${scheme}.localhost` : all,
  );
export const toApp = (url: string): string =>
  url.replace(/^https:\/\/([^/]+)\.([a-z][a-z0-9+-]*)\.localhost/, (all, host: string, scheme: string) =>
    handlers.has(scheme) ? `${scheme}://${host}` : all,
  );

export async function launchChromium(gate: NavigationGate): Promise<BrowserContext> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'standin-chromium-'));
  const executablePath = process.env.GONGDAO_BROWSER;
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    viewport: null,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      ...(process.argv.includes('--remote-debugging-port=0') ? ['--remote-debugging-port=0'] : []),
    ],
  });
  // At the very end: Chromium writes into its profile until it is gone.
  process.once('exit', () => {
    try {
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // A folder left among temporary files is no failure.
    }
  });
  await context.route('**/*', (route) => serve(route, gate));
  announceDevTools(profile);
  return context;
}

/** Playwright waits for this line, which Electron prints too. */
function announceDevTools(profile: string): void {
  const file = path.join(profile, 'DevToolsActivePort');
  if (!fs.existsSync(file)) return;
  const [port, address] = fs.readFileSync(file, 'utf8').split('\n');
  process.stderr.write(`\nDevTools listening on ws://127.0.0.1:${port}${address}\n`);
}

async function serve(route: Route, gate: NavigationGate): Promise<void> {
  const request = route.request();
  const url = toApp(request.url());
  // 204 leaves a page where it is, as a prevented navigation does.
  const navigation = request.isNavigationRequest();
  if (navigation && !gate(navigatedFrame(request), url)) return route.fulfill({ status: 204 });
  let cancelled = false;
  requestFilter?.({ url }, ({ cancel }) => {
    cancelled = cancel === true;
  });
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (cancelled || !handler) return route.abort('blockedbyclient');
  const body = request.postDataBuffer();
  const response = await handler(
    new Request(url, {
      method: request.method(),
      headers: request.headers(),
      ...(body ? { body: new Uint8Array(body) } : {}),
    }),
  );
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** Null for the first navigation of a popup, which begins before Playwright knows its page. */
function navigatedFrame(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

const permissions = {
  geolocation: 'geolocation',
  microphone: 'media',
  camera: 'media',
} as const;

/** Electron grants what nobody refuses, so Chromium is told what the app's handler says, and "yes" without one. */
export async function applyPermissions(
  context: BrowserContext,
  contents: unknown,
  origin: string,
): Promise<void> {
  const cdp = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  for (const [chromiumName, electronName] of Object.entries(permissions)) {
    let granted = permissionHandler === null;
    permissionHandler?.(contents, electronName, (answer) => {
      granted = answer;
    });
    const setting = granted ? 'granted' : 'denied';
    await cdp.send('Browser.setPermission', { permission: { name: chromiumName }, setting, origin });
  }
  await cdp.detach();
}
