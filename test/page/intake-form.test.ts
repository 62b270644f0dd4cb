import { describe, expect, it } from 'vitest';
import {
  blankPayment,
  quickFillRows,
  readRow,
  rowFromContract,
} from '../../renderer/features/case/arrears/rows.ts';
import { emptyAgent, emptyRespondent } from '../../renderer/features/case/parties/party-form.ts';
import { readWorker, workerFromMember } from '../../renderer/features/case/worker/worker-form.ts';
import { readDraft, writeDraft } from '../../renderer/features/intake/draft.ts';
import { evidenceItems } from '../../renderer/features/intake/evidence-items.ts';
import {
  emptyIntake,
  type IntakeForm,
  isUntouched,
  missingFacts,
  readIntake,
  recordsDay,
} from '../../renderer/features/intake/intake-form.ts';
import { memberSchema } from '../../shared/features/cases/case.schemas.ts';
import { intakeSchema } from '../../shared/features/cases/cases.contract.ts';
import { usualTrack } from '../../shared/features/enquiries/enquiries.rules.ts';
import { plainDate } from '../../shared/kernel/date.ts';

const today = plainDate('2026-07-01');

function filled(): IntakeForm {
  const form = emptyIntake('2026-07-01', '某某区劳动人事争议仲裁委员会');
  const [worker] = form.workers;
  if (!worker) throw new Error('a worker card is there');
  return {
    ...form,
    workers: [
      {
        ...worker,
        name: '张示例',
        idNumber: '110101 19900101 0015',
        phone: '13800000001',
        job: { ...worker.job, start: '2025-03-01', rate: '6,000元' },
        arrears: quickFillRows({
          from: '2026-01',
          to: '2026-06',
          unit: 'month',
          quantity: '1',
          rate: '6000',
          paid: '',
        }),
      },
    ],
    respondents: [emptyRespondent({ name: '某某建筑劳务有限公司' })],
    evidence: ['bank', 'chat'],
    employmentEnded: '2026-06-30',
  };
}

describe('the intake form as the contract takes it', () => {
  it('passes the schema with every fact in place', () => {
    const { input, issues } = readIntake(filled());
    expect(issues).toEqual([]);
    const parsed = intakeSchema.parse(input);
    expect(parsed.workers[0]?.idNumber).toBe('110101199001010015');
    expect(parsed.workers[0]?.job.rateFen).toBe(600_000);
    expect(parsed.workers[0]?.arrears).toHaveLength(6);
    expect(parsed.workers[0]?.arrears[1]).toMatchObject({
      period: { from: '2026-02-01', to: '2026-02-28' },
      rateFen: 600_000,
      paid: [],
    });
    expect(parsed.evidence.map((e) => e.group)).toEqual(['wage-standard', 'demand']);
    expect(parsed.events).toMatchObject([{ type: 'employment-ended', date: '2026-06-30', note: null }]);
  });

  it('tells how and of whom wages were last demanded, where a demand counts', () => {
    const form = {
      ...filled(),
      rightKnown: '2026-05-10',
      lastDemand: '2026-06-20',
      demandMethod: ' 微信 ',
      demandedFrom: '班组长某某',
    };
    const { input, issues } = readIntake(form);
    expect(issues).toEqual([]);
    expect(intakeSchema.parse(input).events).toMatchObject([
      { type: 'employment-ended', date: '2026-06-30', method: null, addressee: null },
      { type: 'right-known', date: '2026-05-10', method: null, addressee: null },
      { type: 'demand-made', date: '2026-06-20', method: '微信', addressee: '班组长某某' },
    ]);
    expect(readIntake({ ...form, lastDemand: '' }).input.events).toHaveLength(2);
    expect(readIntake({ ...form, demandMethod: '' }).input.events?.[2]).toMatchObject({ method: null });
    expect(readIntake({ ...form, track: 'enforcement' }).input.events?.map((e) => e.type)).toEqual([
      'demand-made',
    ]);
    expect(recordsDay('litigation', 'lastDemand')).toBe(false);
    expect(
      readIntake({
        ...form,
        rightKnown: '2026-02-30',
        demandMethod: '微'.repeat(41),
        demandedFrom: '某'.repeat(121),
      }).issues.map((i) => i.path),
    ).toEqual(['rightKnown', 'demandMethod', 'demandedFrom']);
  });

  it('leaves out a blank second worker and a blank second respondent', () => {
    const form = filled();
    const [worker] = emptyIntake('2026-07-01', '').workers;
    if (!worker) throw new Error('a worker card is there');
    const { input, issues } = readIntake({
      ...form,
      workers: [...form.workers, worker],
      respondents: [...form.respondents, emptyRespondent({ capacity: 'foreman' })],
    });
    expect(issues).toEqual([]);
    expect(input.workers).toHaveLength(1);
    expect(input.respondents).toHaveLength(1);
  });

  it('names each bad field by its place in the form', () => {
    const form = filled();
    const [worker] = form.workers;
    if (!worker?.arrears[0]) throw new Error('rows are there');
    const { issues } = readIntake({
      ...form,
      workers: [
        {
          ...worker,
          name: ' ',
          job: { ...worker.job, rate: '六千' },
          arrears: [
            { ...worker.arrears[0], period: '2026-13' },
            { ...worker.arrears[0], paid: [{ ...blankPayment, amount: '12.345' }] },
            { ...worker.arrears[0], quantity: '1.23456' },
            { ...worker.arrears[0], period: '2026-04', unit: 'hour', quantity: '721' },
          ],
        },
      ],
      respondents: [emptyRespondent()],
      agents: [emptyAgent({ name: '李示例', stages: [] })],
    });
    expect(issues.map((i) => [i.path, i.code])).toEqual([
      ['workers.0.job.rate', 'amount-invalid'],
      ['workers.0.arrears.0.period', 'period-invalid'],
      ['workers.0.arrears.1.paid.0', 'amount-too-precise'],
      ['workers.0.arrears.2.quantity', 'quantity-invalid'],
      ['workers.0.arrears.3.quantity', 'quantity-beyond-period'],
      ['workers.0.name', 'required'],
      ['respondents.0.name', 'required'],
      ['agents.0.stages', 'required'],
    ]);
    expect(issues.find((i) => i.code === 'quantity-beyond-period')?.params).toEqual({ days: 30, most: 720 });
  });

  it('says what a clerk would still ask', () => {
    expect(missingFacts(filled(), today).map((m) => m.code)).toEqual(['uscc']);
    expect(missingFacts(emptyIntake('2026-07-01', ''), today).map((m) => m.code)).toEqual([
      'worker',
      'employer',
      'tribunal',
      'evidence',
    ]);
  });

  it('asks to check a number that fails its own check, and only a resident ID', () => {
    const form = filled();
    const numbers = (idNumber: string, idType: 'resident-id' | 'passport', uscc: string): string[] =>
      missingFacts(
        {
          ...form,
          workers: form.workers.map((w) => ({ ...w, idNumber, idType })),
          respondents: [
            emptyRespondent({ name: '某某建筑劳务有限公司', uscc }),
            emptyRespondent({ name: '某工头', kind: 'person', idNumber }),
          ],
        },
        today,
      ).map((m) => `${m.path} ${m.code}`);
    expect(numbers('110101199001010015', 'resident-id', '91110000600037341L')).toEqual([]);
    expect(numbers('110101199001010016', 'resident-id', '911100006000373411')).toEqual([
      'workers.0.idNumber id-number-check',
      'respondents.0.uscc uscc-check',
      'respondents.1.idNumber id-number-check',
    ]);
    expect(numbers('E12345678', 'passport', '')).toEqual([
      'respondents.0.uscc uscc',
      'respondents.1.idNumber id-number-check',
    ]);
  });

  it('has evidence items that the contract accepts', () => {
    const { input, issues } = readIntake({
      ...filled(),
      evidence: evidenceItems.map((i) => i.key),
      otherEvidence: ['工友合影', ' '],
    });
    expect(issues).toEqual([]);
    expect(intakeSchema.parse(input).evidence).toHaveLength(evidenceItems.length + 1);
  });
});

describe('the draft', () => {
  it('comes back as it was left', () => {
    const form = filled();
    const back = readDraft(writeDraft(form), '2026-07-02');
    expect(back && readIntake(back).input).toEqual(readIntake(form).input);
  });

  it('of an older program opens, with what it did not know left blank', () => {
    const { draft, form } = JSON.parse(writeDraft(filled()));
    delete form.demandMethod;
    delete form.demandedFrom;
    for (const w of form.workers) {
      delete w.guardian;
      for (const row of w.arrears) for (const payment of row.paid) delete payment.voucher;
    }
    const back = readDraft(JSON.stringify({ draft, form }), '2026-07-02');
    expect(back && readIntake(back).input).toEqual(readIntake(filled()).input);
  });

  it('is nothing when the text is not ours', () => {
    for (const text of ['', '{', 'null', '{"draft":2,"form":{}}', '{"draft":1,"form":{"workers":3}}']) {
      expect(readDraft(text, '2026-07-02')).toBeNull();
    }
  });

  it('is not kept for an untouched form', () => {
    expect(isUntouched(emptyIntake('2026-07-01', '某某委员会'))).toBe(true);
    // A form begins in the office's own procedure; an office of several kinds that decides begins with that.
    for (const [kinds, track] of [
      [['mediation-committee'], 'mediation'],
      [['legal-aid-centre'], 'legal-aid'],
      [['legal-aid-centre', 'arbitration-commission'], 'arbitration'],
    ] as const) {
      const begun = emptyIntake('2026-07-01', '', usualTrack(kinds));
      expect([begun.track, readIntake(begun).input.track, isUntouched(begun)]).toEqual([track, track, true]);
    }
    expect(isUntouched(filled())).toBe(false);
  });
});

describe('a months row', () => {
  const row = {
    period: { from: '2026-01-05', to: '2026-01-20' },
    unit: 'day',
    quantity: '12.5',
    rateFen: 30_050,
    otherFen: 1,
    overtime: { workdayFen: 1, restDayFen: 0, holidayFen: 0 },
    deductions: [
      { amountFen: 100, basis: '协议第3条' },
      { amountFen: 200, basis: null },
    ],
    paid: [
      { date: '2026-02-01', amountFen: 50_000, method: '微信', voucher: '转账单8号' },
      { date: null, amountFen: 10_000, method: null, voucher: null },
    ],
    note: '雨天停工',
  } as const;

  it('goes through the form and back without loss', () => {
    const copy = { ...row, deductions: [...row.deductions], paid: [...row.paid] };
    expect(readRow(rowFromContract(copy))).toEqual({ row: copy, issues: [] });
  });

  it('goes through a member and back without loss', () => {
    const member = memberSchema.parse({
      id: '01J00000000000000000000000',
      position: 1,
      owedFen: 0,
      itemsFen: 0,
      isRepresentative: false,
      version: 1,
      name: '张示例',
      sex: 'male',
      job: { rateFen: 30_050, wageUnit: 'day', contractSigned: false },
      arrears: [row],
    });
    const {
      id: _id,
      position: _p,
      owedFen: _o,
      itemsFen: _i,
      isRepresentative: _r,
      version: _v,
      ...worker
    } = member;
    const reading = readWorker(workerFromMember(member));
    expect(reading.issues).toEqual([]);
    expect(reading.input).toEqual(worker);
  });
});
