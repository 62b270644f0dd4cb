import type {
  RawRow,
  RawValue,
  RawValues,
} from '../../../../shared/features/documents/particulars/particular.ts';
import type { RecordedHearing } from '../hearings/index.ts';

/** What the record tells of the topics of a case's papers: by topic, and by `topic/worker` where it is a worker's own. */
export type Told = Readonly<Record<string, RawValues>>;

const panelRoles: readonly string[] = ['presiding', 'arbitrator', 'sole'];
const sides = {
  applicant: '申请人',
  respondent: '被申请人',
  agent: '委托代理人',
  witness: '证人',
  other: '其他参加人',
} as const satisfies Record<RecordedHearing['attendance'][number]['side'], string>;

/** Words in a heading of minutes that tell which step of the hearing follows (办案规则 arts 40–43). */
const stepWords = [
  [/最后意见|最后陈述/u, 'final'],
  [/辩论/u, 'debate'],
  [/调查|质证|举证/u, 'inquiry'],
  [/答辩/u, 'defence'],
  [/请求|陈述/u, 'claim'],
] as const;

/**
 * What the papers print of hearings and sessions, from where these are entered: the notice tells of the one that comes
 * last, the record of the last that was held. Fields that the record does not hold are left out.
 */
export function toldByHearings(hearings: readonly RecordedHearing[]): Told {
  const ofKind = (kind: RecordedHearing['kind']) => hearings.filter((h) => h.kind === kind);
  const told: Record<string, RawValues> = {};
  const hearing = ofKind('hearing').at(-1);
  if (hearing) {
    const panel = hearing.people.filter((p) => panelRoles.includes(p.role));
    told.hearing = some({
      panel: panel.map(({ name, role }) => ({ name, role })),
      at: `${hearing.date} ${hearing.start}`,
      mode: hearing.mode,
      ...whereOf(hearing),
    });
    told.tribunal = some({ clerk: clerkOf(hearing) });
    const held = ofKind('hearing').findLast((h) => h.state === 'held');
    if (held) told['hearing-record'] = some({ ...heardOf(held), speeches: speechesOf(held.minutes) });
  }
  const sessions = ofKind('mediation');
  const session = sessions.at(-1);
  if (session) {
    const mediators = session.people.filter((p) => p.role === 'mediator');
    told.mediation = some({
      mediators: mediators.map(({ name }) => ({ name })),
      recorder: clerkOf(session),
      sessions: sessions.map((s) => ({
        at: `${s.date} ${s.start}`,
        place: placeOf(s),
        result: resultOf(s)?.words ?? null,
      })),
    });
    const held = sessions.findLast((s) => s.state === 'held');
    if (held)
      told['mediation-record'] = some({
        ...heardOf(held),
        place: placeOf(held),
        mode: held.mode,
        ...sessionOf(held.minutes),
        result: resultOf(held)?.value,
      });
  }
  return told;
}

/** Without what is not known, so that it does not take the place of what was typed. */
function some(values: Readonly<Record<string, RawValue | undefined>>): RawValues {
  const known: Record<string, RawValue> = {};
  for (const [key, v] of Object.entries(values)) {
    if (v === null || v === undefined || v === '' || (Array.isArray(v) && v.length === 0)) continue;
    known[key] = v;
  }
  return known;
}

const placeOf = ({ roomName, place }: RecordedHearing): string | null =>
  [roomName, place].filter((part) => part !== null && part !== '').join('，') || null;

/** Of one held online the place is its address. */
function whereOf(h: RecordedHearing): RawValues {
  return h.mode === 'online' ? { link: h.place, place: h.roomName } : { place: placeOf(h) };
}

const clerkOf = (h: RecordedHearing): string | null => h.people.find((p) => p.role === 'clerk')?.name ?? null;

function heardOf(h: RecordedHearing): RawValues {
  const here = h.attendance.filter((a) => a.state !== 'absent');
  const absent = h.attendance.filter((a) => a.state === 'absent');
  const remark: Readonly<Record<string, string>> = { late: '迟到', left: '中途退庭' };
  const role = (a: (typeof here)[number]): string =>
    [sides[a.side], remark[a.state], a.note].filter((part) => part).join('，');
  return {
    from: `${h.date} ${h.start}`,
    to: `${h.date} ${h.end}`,
    present: here.map((a) => ({ name: a.name, role: role(a) })),
    absent: absent.map((a) => (a.note ? `${a.name}（${a.note}）` : a.name)).join('、'),
  };
}

function resultOf(h: RecordedHearing): { value: string; words: string } | null {
  const came = (...types: string[]): boolean => types.some((t) => h.results.includes(t));
  if (came('mediation-agreed', 'settled', 'court-mediated')) return { value: 'agreed', words: '达成协议' };
  if (came('mediation-failed', 'mediation-refused', 'mediation-withdrawn'))
    return { value: 'failed', words: '未达成协议' };
  return null;
}

interface Said {
  readonly speaker: string;
  text: string;
  readonly step: string | null;
}

/** Minutes without their head, which the papers print from the record itself: all up to the lines with the number. */
function bodyOf(minutes: string): string {
  const parts = minutes.split(/\n[ \t]*\n/);
  const head = parts.findIndex((part) => /^案号[：:]/mu.test(part));
  return parts.slice(head + 1).join('\n');
}

/**
 * Minutes as who said what: a line that names no speaker goes on with what the one before said. Numbered headings tell
 * the step; minutes without them are all inquiry.
 */
function linesOf(minutes: string): readonly Said[] {
  const said: Said[] = [];
  let step: string | null = 'inquiry';
  for (const raw of bodyOf(minutes).split('\n')) {
    const text = raw.trim();
    if (text === '') continue;
    if (/^[一二三四五六七八九十]+、/u.test(text)) {
      step = stepWords.find(([words]) => words.test(text))?.[1] ?? null;
      continue;
    }
    const spoken = /^([^：:，。；]{1,24})[：:]\s*(.*)$/u.exec(text);
    const last = said.at(-1);
    if (spoken) said.push({ speaker: spoken[1] ?? '', text: spoken[2] ?? '', step });
    else if (last?.step === step) last.text += text;
    else said.push({ speaker: '书记员', text, step });
  }
  // A prompt of the template to which nobody said anything.
  return said.filter((s) => s.text !== '');
}

function speechesOf(minutes: string): readonly RawRow[] {
  return linesOf(minutes).flatMap(({ step, speaker, text }) =>
    step === null ? [] : [{ step, speaker, text: clipped(text) }],
  );
}

const opinion = /的意见$/u;
const focusWords = '争议焦点';
const proposalWords = '调解方案';

/** Minutes of a session by what their template asks for; the rest is what the parties stated. */
function sessionOf(minutes: string): RawValues {
  const lines = linesOf(minutes);
  const under = (word: string): string =>
    lines
      .filter((l) => l.speaker === word)
      .map((l) => l.text)
      .join('\n');
  const rows = (of: readonly Said[]) =>
    of.map(({ speaker, text }) => ({ speaker: speaker.replace(opinion, ''), text: clipped(text) }));
  return {
    focus: under(focusWords),
    proposal: under(proposalWords),
    opinions: rows(lines.filter((l) => opinion.test(l.speaker))),
    statements: rows(
      lines.filter((l) => !opinion.test(l.speaker) && ![focusWords, proposalWords].includes(l.speaker)),
    ),
  };
}

/** A row of a table holds at most 500 characters. */
const clipped = (text: string): string => [...text].slice(0, 500).join('');
