import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '../../shared/contract/api.ts';
import { startChild } from '../support/children.ts';
import { openTestApp, type TestApp } from '../support/open-test-app.ts';
import { intake, worker } from '../support/records.ts';

let app: TestApp;
let number = '';

/** The office with a hearing at ten on Tuesday the 24th, and a task of that day. */
beforeAll(async () => {
  app = await openTestApp();
  const { call } = app.client;
  const made = await call('cases.create', intake({ track: 'mediation', workers: [worker('样例钱')] }));
  const { caseId } = made;
  number = made.number;
  await call('hearings.save', {
    caseId,
    hearingId: null,
    expectedVersion: 0,
    recordVersion: 0,
    hearing: {
      kind: 'mediation',
      date: '2026-11-24',
      start: '10:00',
      end: '11:00',
      roomId: null,
      place: null,
      mode: 'in-person',
      people: [],
    },
  });
  const { handlerId } = await call('cases.get', { caseId });
  await call('tasks.save', {
    about: { caseId },
    title: '核对考勤',
    dueOn: '2026-11-24',
    assigneeId: handlerId,
  });
  await app.core.close();
});
afterAll(() => fs.rmSync(path.dirname(app.folder), { recursive: true }));

/** What a program of its own tells at these moments, one after the other; then it is killed without a word. */
async function told(...instants: string[]): Promise<string[][]> {
  const child = startChild(['remind', path.dirname(app.folder), ...instants]);
  const answers: string[][] = [];
  for (const n of instants.keys()) {
    const line = await child.reached(`told ${n} `);
    const reminders = JSON.parse(line.slice(`told ${n} `.length)) as Output<'calendar.remind'>;
    expect(reminders.every((r) => r.number === null || r.number === number)).toBe(true);
    answers.push(reminders.map((r) => r.kind));
  }
  await child.kill();
  return answers;
}

test('a killed program tells each thing once, and what a nine hours’ sleep passed over still comes', async () => {
  expect(await told('2026-11-23T02:00:00Z')).toEqual([['hearing-next']]);
  // Killed right after and started again: told is told. At seven the next morning nothing is due yet; then the computer
  // sleeps for nine hours, through the hearing.
  expect(
    await told(
      '2026-11-23T02:00:30Z',
      '2026-11-23T23:00:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-24T08:01:00Z',
    ),
  ).toEqual([[], [], ['hearing-missed', 'task', 'day'], []]);
  // Killed once more; and a clock that is put back nine hours, and forward again, doubles nothing.
  expect(await told('2026-11-24T08:02:00Z', '2026-11-23T23:02:00Z', '2026-11-24T01:30:00Z')).toEqual([
    [],
    [],
    [],
  ]);
  // The day after is told of anew, what was told is not.
  expect(await told('2026-11-25T08:00:00Z')).toEqual([['day']]);
});
