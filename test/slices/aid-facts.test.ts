import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openSqlite } from '../../electron/core/db/dialects/sqlite.ts';
import { migrate } from '../../electron/core/db/migrator.ts';
import { aidFacts } from '../../electron/core/features/legal-aid/index.ts';
import { loadLawData } from '../../electron/core/kernel/law-data.ts';
import type { AidRecordInput } from '../../shared/features/legal-aid/aid.schemas.ts';
import { plainDate } from '../../shared/kernel/date.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongdao-aid-'));
const law = loadLawData(path.resolve(import.meta.dirname, '../../resources'));
const today = plainDate('2026-11-23');
let db: OpenDatabase;

async function put(caseId: string, id: string, on: string, record: AidRecordInput): Promise<void> {
  await db.write
    .insertInto('aid_record')
    .values({
      id,
      case_id: caseId,
      kind: record.kind,
      title: on,
      on_date: on,
      lawyer_id: null,
      body: JSON.stringify(record),
      events: '{}',
      created_by: '测试员',
      updated_by: '测试员',
      deleted_at: null,
    })
    .execute();
}

async function putCase(id: string, track: string): Promise<void> {
  await db.write
    .insertInto('case_file')
    .values({ ...blankCase, id, number: id, track })
    .execute();
}

const blankCase = {
  cause: 'wages',
  stage: '',
  status: 'open',
  received_on: '2026-11-20',
  handler_id: 'U',
  handler_name: '测试员',
  tribunal_name: null,
  tribunal_case_number: null,
  project_name: null,
  project_site: null,
  team_leader: null,
  facts: '{}',
  applicant_side: 'worker',
  unit_claims: '[]',
  witnesses: '[]',
  first_applicant: '样甲',
  applicant_count: 1,
  first_respondent: '',
  respondent_count: 0,
  search_text: '',
  next_date: null,
  next_date_sort: '9999-12-31',
  next_rule_id: null,
  next_provisional: 0,
  amount_fen: 0,
  version: 1,
  created_at: '2026-11-20T00:00:00.000Z',
  updated_at: '2026-11-20T00:00:00.000Z',
  deleted_at: null,
};

beforeAll(async () => {
  db = openSqlite(path.join(folder, 'aid.db'), null, { create: true });
  await migrate(db, { create: true, beforeChange: () => '' });
  await db.write
    .insertInto('app_user')
    .values({
      id: 'U',
      name: '测试员',
      role: 'manager',
      created_at: '2026-11-20T00:00:00.000Z',
      deactivated_at: null,
      must_change: 0,
      version: 1,
    })
    .execute();
  await db.write
    .insertInto('office')
    .values({
      id: 'O',
      name: '样例中心',
      kinds: '[]',
      region_code: '510104',
      tribunal_name: null,
      case_number_pattern: '{seq}',
      recovery_confirmed: 0,
      is_sample: 0,
      created_at: '2026-11-20T00:00:00.000Z',
      version: 1,
    })
    .execute();
  for (const [id, track] of [
    ['AID', 'legal-aid'],
    ['ARB', 'arbitration'],
    ['ALONE', 'arbitration'],
  ] as const)
    await putCase(id, track);
  await db.write
    .insertInto('case_link')
    .values({
      id: 'L',
      case_id: 'AID',
      to_case_id: 'ARB',
      kind: 'related',
      route: null,
      on_date: '2026-11-20',
      note: null,
      carried: null,
      created_at: '2026-11-20T00:00:00.000Z',
      created_by: '测试员',
      deleted_at: null,
    })
    .execute();
  await put('AID', 'R1', '2026-11-20', {
    kind: 'application',
    receivedOn: '2026-11-20',
    channel: 'counter',
    matter: 'wages',
    form: 'arbitration-mediation',
    groups: ['migrant'],
    papers: { 'exemption-proof': 'in' },
  });
  await put('AID', 'R2', '2026-11-21', { kind: 'decision', decidedOn: '2026-11-21', result: 'granted' });
});
afterAll(async () => {
  await db.close();
  fs.rmSync(folder, { recursive: true });
});

test('papers of a case and of its family read the one record of legal aid', async () => {
  const own = await aidFacts(db.read, law, 'AID', today);
  expect(own).toMatchObject({
    aidCaseId: 'AID',
    application: { matter: 'wages', receivedOn: '2026-11-20' },
    decision: { result: 'granted' },
    assignments: [],
    engagement: null,
    closing: null,
  });
  expect(await aidFacts(db.read, law, 'ARB', today)).toEqual(own);
});

test('a case without legal aid in its family has none of these facts', async () => {
  expect(await aidFacts(db.read, law, 'ALONE', today)).toBeNull();
});
