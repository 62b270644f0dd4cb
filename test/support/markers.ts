import { inventedId } from './make-sample-roster.ts';
import { markEverythingElse } from './markers-of-the-office.ts';
import type { TestApp } from './open-test-app.ts';
import { testPassphrase, testUser } from './open-test-app.ts';
import { agent, days, intake, respondent, rosterFile, rosterLines, worker } from './records.ts';

/** No roster, name or wording of the product contains these. */
export const markers = ['秘标壬癸亥', 'ZqxMarkerVii'];
const mark = markers.join('');

/** Writes the markers through every feature that stores text, leaves a full log behind, and says `ready`. */
export async function fillWithMarkers(app: TestApp, say: (line: string) => void): Promise<void> {
  const { client } = app;
  const settings = await client.call('office.settings', {});
  const { version: expectedVersion, cipher: _, folder: __, ...office } = settings;
  await client.call('office.saveSettings', {
    ...office,
    name: mark,
    tribunalName: mark,
    caseNumberPattern: `${mark}{year}-{seq}`,
    expectedVersion,
  });
  const person = worker(mark, {
    idNumber: inventedId('1990-01-01', 17),
    phone: mark,
    domicile: mark,
    residence: mark,
    mailAddress: mark,
    occupation: mark,
    ethnicity: mark,
    bankHolder: mark,
    bankName: mark,
    bankAccount: mark,
    job: { post: mark, site: mark, team: mark, recruiter: mark, payDay: mark, endReason: mark },
    arrears: [
      {
        ...days('20'),
        note: mark,
        deductions: [{ amountFen: 1, basis: mark }],
        paid: [{ amountFen: 1, method: mark }],
      },
    ],
  });
  const facts = {
    relation: mark.repeat(50),
    performance: mark,
    demands: mark,
    ending: mark,
    grounds: mark,
    limitation: mark,
  };
  const made = await client.call(
    'cases.create',
    intake({
      tribunalName: mark,
      project: { name: mark, site: mark, teamLeader: mark },
      facts,
      workers: Array.from({ length: 40 }, (_v, i) => ({ ...person, name: `${mark}${i}` })),
      respondents: [
        { ...respondent, name: mark, registeredAddress: mark, representativeName: mark, phone: mark },
        { ...respondent, kind: 'person', name: mark, idNumber: `${mark}甲`, mailAddress: mark },
      ],
      agents: [{ ...agent, name: mark, firm: mark, licenceNumber: mark, phone: mark, idNumber: `${mark}乙` }],
      evidence: [
        {
          group: 'relation',
          name: mark,
          kind: 'documentary',
          form: 'copy',
          source: mark,
          proves: mark,
          holder: mark,
        },
      ],
      events: [{ type: 'demand-made', date: '2026-10-01', note: mark }],
    }),
  );
  const { caseId } = made;
  let { version } = made;
  const lines = rosterLines(600).map((l) => ({ ...l, name: `${mark}${l.name}`, team: mark }));
  const file = { name: `${mark}.xlsx`, type: '', bytes: await rosterFile(lines) };
  const token = await app.core.receiveFile(app.caller, file);
  await client.call('transfer.preview', { caseId, token, sheet: 0 });
  ({ version } = await client.call('transfer.import', { caseId, expectedVersion: version, token, sheet: 0 }));
  await client.call('cases.saveDraft', { draft: JSON.stringify({ draft: mark.repeat(1000) }) });
  for (const [formId, memberId] of [
    ['arb-application', null],
    ['evidence-list', null],
    ['power-of-attorney', (await client.call('cases.members', { caseId }))[0]?.id ?? null],
  ] as const) {
    const { documents } = await client.call('documents.make', { caseId, papers: [{ formId, memberId }] });
    const documentId = documents[0]?.id ?? '';
    await client.call('documents.open', { documentId });
    await client.call('documents.bundle', { documentIds: [documentId] });
    await client.call('documents.preview', { caseId, paper: { formId, memberId } });
  }
  await markEverythingElse(app, caseId, mark);
  ({ version } = await client.call('cases.get', { caseId }));
  // Sorts without an index and over long rows: these would spill to temporary files.
  for (const by of ['applicants', 'number', 'amount'] as const)
    await client.call('cases.list', {
      filter: { text: mark, status: 'all' },
      sort: { by, direction: 'desc' },
    });
  await client.call('cases.timeline', { caseId });
  await client.call('audit.list', {});
  // Failures are logged and remembered; they too must say nothing.
  await client.call('cases.get', { caseId: mark }).catch(() => undefined);
  await client.call('office.lock', {});
  await client.call('office.unlock', { userName: mark, passphrase: testPassphrase }).catch(() => undefined);
  app.world.setNow('2026-11-23T03:00:00Z');
  await client.call('office.unlock', { userName: testUser, passphrase: testPassphrase });
  // A log that nobody folds in: what follows is in it when the process is killed.
  await client.call('cases.update', {
    caseId,
    expectedVersion: version,
    patch: { tribunalCaseNumber: mark.slice(0, 50), facts },
  });
  await client.call('cases.saveDraft', { draft: mark.repeat(1000) });
  say('ready');
}
