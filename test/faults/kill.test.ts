import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCore } from '../../electron/core/app.ts';
import { clientOf } from '../../electron/core/client.ts';
import { startChild } from '../support/children.ts';
import {
  openTestApp,
  type TestApp,
  testKdfCost,
  testPassphrase,
  testUser,
} from '../support/open-test-app.ts';
import { failureOf, intake, rosterFile, rosterLines } from '../support/records.ts';

const count = 10_000;
let app: TestApp;
let home = '';
let roster = '';

/** The office as the next start of the program finds it. */
async function reopened(): Promise<TestApp> {
  const core = createCore(app.world, { kdfCost: testKdfCost });
  const client = clientOf(core, app.caller);
  await client.call('office.choose', { folder: app.folder });
  return { ...app, core, client };
}
const enter = (a: TestApp) =>
  a.client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });

beforeAll(async () => {
  app = await openTestApp();
  await app.core.close();
  home = path.dirname(app.folder);
  roster = path.join(home, 'roster.xlsx');
  fs.writeFileSync(roster, await rosterFile(rosterLines(count)));
});
afterAll(() => fs.rmSync(home, { recursive: true }));

// Moments of the import: while the file is read, at the first rows, in the middle, and once everything is written and
// the commit may or may not have happened.
test.each(['checking-rows', 'saving-workers', `saving-workers ${count}`, 'imported'])(
  'a program killed at “%s” of an import leaves all or nothing',
  async (moment) => {
    const first = await reopened();
    await enter(first);
    const { caseId } = await first.client.call('cases.create', intake());
    await first.core.close();

    const child = startChild(['import', home, roster, caseId]);
    await child.reached(moment);
    await child.kill();

    const again = await reopened();
    expect((await enter(again)).status).toBe('open');
    const members = await again.client.call('cases.members', { caseId });
    if (moment === 'imported') expect(members).toHaveLength(count);
    else expect([0, count]).toContain(members.length);
    if (moment === 'checking-rows') expect(members).toHaveLength(0);
    const file = await again.client.call('cases.get', { caseId });
    expect(file.applicantCount).toBe(members.length);
    const entries = await again.client.call('audit.list', { caseId });
    expect(entries.items.some((e) => e.verb === 'transfer.imported')).toBe(members.length > 0);
    expect((await again.client.call('audit.verify', {})).intact).toBe(true);
    await again.core.close();
  },
);

test('an office that another program has open is refused; when that is killed, it opens at once', async () => {
  const child = startChild(['hold', home]);
  expect(await child.reached('')).toBe('open');
  const second = await reopened();
  expect((await failureOf(enter(second))).code).toBe('office-in-use');
  expect((await second.client.call('office.state', {})).status).toBe('locked');
  await child.kill();
  expect((await enter(second)).status).toBe('open');

  const third = startChild(['hold', home]);
  expect(await third.reached('')).toContain('office-in-use');
  await third.kill();
  await second.core.close();
});
