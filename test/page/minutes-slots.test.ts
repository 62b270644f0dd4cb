import { expect, test } from 'vitest';
import {
  fillSlots,
  type MinutesSlot,
  minutesSlots,
} from '../../renderer/features/case/hearings/minutes-slots.ts';
import en from '../../resources/locales/en/hearings.json' with { type: 'json' };
import zh from '../../resources/locales/zh-CN/hearings.json' with { type: 'json' };

const known = Object.fromEntries(Object.keys(minutesSlots).map((slot) => [slot, `<${slot}>`])) as Record<
  MinutesSlot,
  string
>;

test('a slot is filled by its Chinese and by its English name; other braces stay', () => {
  expect(fillSlots('{日期}，{ 申请人 }，{date}，{被申请人}', known)).toBe(
    '<date>，<applicants>，<date>，<respondents>',
  );
  expect(fillSlots('{不是} {constructor} {} {', known)).toBe('{不是} {constructor} {} {');
});

test.each([
  ['zh-CN', zh],
  ['en', en],
] as const)(
  'the templates and the help of %s name slots of their language only, all of which are filled',
  (language, words) => {
    const texts = [words.phrases.bodyHelp, ...Object.values(words.builtIn.templates).map((one) => one.body)];
    const named = texts.flatMap((text) => text.match(/\{[^}]+\}/g) ?? []);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) {
      expect(fillSlots(name, known), name).not.toBe(name);
      expect(/\p{Script=Han}/u.test(name), name).toBe(language === 'zh-CN');
    }
  },
);
