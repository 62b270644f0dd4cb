import { once } from 'node:events';
import type { ElectronApplication } from '@playwright/test';
import { expect } from '@playwright/test';
import { launchApp, pageOf, test } from './launch.ts';
import { makePaper } from './make-paper.ts';

// Half a minute separates a program that quits, even on a loaded computer, from one that never does.
const quitMayTakeMs = 30_000;

/** The program as a person starts it; nothing here ends it but itself. */
interface Running {
  readonly app: ElectronApplication;
  /** What it wrote to either output; an error box of the system shows here too. */
  written(): string;
}

async function start(home: string): Promise<Running> {
  const app = await launchApp({ home });
  let text = '';
  for (const output of [app.process().stdout, app.process().stderr])
    output?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  return { app, written: () => text };
}

const corePid = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(({ app: electron }) => electron.getAppMetrics().find((m) => m.name === 'Gongdao core')?.pid);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Asks once, waits, and helps in no way. */
async function quitsByItself({ app, written }: Running, ask = quit): Promise<void> {
  const program = app.process();
  const core = await corePid(app);
  const signal = AbortSignal.timeout(quitMayTakeMs);
  const exited = once(program, 'exit', { signal }).then(
    ([code]) => `exited with ${code}`,
    () => 'did not exit',
  );
  await ask(app).catch(() => undefined);
  const end = await exited;
  if (program.pid !== undefined && end === 'did not exit') process.kill(-program.pid, 'SIGKILL');
  expect(end, written()).toBe('exited with 0');
  expect(written()).not.toMatch(/error/i);
  if (core !== undefined) await expect.poll(() => isAlive(core)).toBe(false);
}

const quit = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: electron }) => electron.quit());
const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test('the program quits right after its launch', async ({ home }) => {
  await quitsByItself(await start(home));
});

test('the program quits while its core is starting', async ({ home }) => {
  const running = await start(home);
  await expect.poll(() => corePid(running.app)).toBeGreaterThan(0);
  await quitsByItself(running);
});

test('the program quits when its window is closed before the page is there', async ({ home }) => {
  const running = await start(home);
  await running.app.firstWindow();
  await quitsByItself(running, closeWindow);
});

test('the program quits when its window is closed', async ({ home }) => {
  const running = await start(home);
  await expect((await pageOf(running.app)).locator('#root > *').first()).toBeVisible();
  await quitsByItself(running, closeWindow);
});

test('the program quits when asked twice', async ({ home }) => {
  const running = await start(home);
  await pageOf(running.app);
  await quitsByItself(running, (app) =>
    app.evaluate(({ app: electron }) => {
      electron.quit();
      electron.quit();
    }),
  );
});

test('the program quits right after its core died', async ({ home }) => {
  const running = await start(home);
  await pageOf(running.app);
  process.kill((await corePid(running.app)) ?? 0, 'SIGKILL');
  await quitsByItself(running);
});

test('the program quits after its core died for good', async ({ home }) => {
  const running = await start(home);
  await pageOf(running.app);
  for (let deaths = 0; deaths < 3; deaths += 1) {
    await expect.poll(() => corePid(running.app)).toBeGreaterThan(0);
    const pid = (await corePid(running.app)) ?? 0;
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => corePid(running.app)).not.toBe(pid);
  }
  expect(await corePid(running.app)).toBeUndefined();
  await quitsByItself(running);
});

test('the program quits while its core answers nothing', async ({ home }) => {
  test.skip(process.platform === 'win32', 'Windows has no signal that stops a process');
  const running = await start(home);
  await pageOf(running.app);
  process.kill((await corePid(running.app)) ?? 0, 'SIGSTOP');
  await quitsByItself(running);
});

test('the program quits while a paper is being made', async ({ home }) => {
  const running = await start(home);
  const page = await pageOf(running.app);
  const asked = running.app.evaluate(
    ({ ipcMain }) =>
      new Promise<void>((resolve) => {
        const { _invokeHandlers: handlers } = ipcMain as unknown as {
          _invokeHandlers: Map<string, (event: object, ...args: unknown[]) => Promise<object>>;
        };
        for (const [channel, handler] of handlers)
          handlers.set(channel, (event, ...args) => {
            if (JSON.stringify(args).includes('documents.preview')) resolve();
            return handler(event, ...args);
          });
      }),
  );
  const paper = makePaper(page).catch(() => undefined);
  await asked;
  await quitsByItself(running);
  await paper;
});
