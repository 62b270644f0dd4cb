/** What a template of the minutes can take from the record, and what it is called in each language. */
export const minutesSlots = {
  date: '日期',
  time: '时间',
  place: '地点',
  number: '案号',
  bench: '仲裁庭或调解员',
  clerk: '记录人',
  applicants: '申请人',
  respondents: '被申请人',
  agents: '代理人',
  present: '到场情况',
} as const;
export type MinutesSlot = keyof typeof minutesSlots;

const byName = new Map<string, MinutesSlot>(
  Object.entries(minutesSlots).flatMap(([slot, chinese]) => [
    [slot, slot as MinutesSlot],
    [chinese, slot as MinutesSlot],
  ]),
);

/** Puts the record's own words in the place of `{日期}` or `{date}`; what is no name of theirs stays as written. */
export function fillSlots(text: string, known: Readonly<Record<MinutesSlot, string>>): string {
  return text.replace(/\{\s*([^{}\n]+?)\s*\}/g, (whole, name: string) => {
    const slot = byName.get(name);
    return slot === undefined ? whole : known[slot];
  });
}
