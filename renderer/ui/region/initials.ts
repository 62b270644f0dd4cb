// The first character of each letter in the order of Chinese by sound; I, U and V begin no syllable.
const letters = 'abcdefghjklmnopqrstwxyz';
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'];

/** Characters whose sound in names of places is not, or not only, the commonest one. */
const further: Readonly<Record<string, string>> = {
  重: 'c',
  厦: 'x',
  长: 'c',
  藏: 'z',
  番: 'p',
  单: 's',
  会: 'k',
  朝: 'z',
  盛: 's',
  解: 'x',
  尉: 'y',
  蔚: 'y',
  涡: 'g',
  浚: 'x',
  歙: 's',
  莘: 'x',
  费: 'b',
  峙: 's',
  洞: 't',
  陂: 'p',
  六: 'l',
  乐: 'y',
};

const bySound = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const known = new Map<string, string>();

/** The letters with which a character's pinyin may begin, in small letters; a Latin letter is itself. */
function initialsOf(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  let own = character.toLowerCase();
  if (/\p{Script=Han}/u.test(character))
    for (const [i, first] of firsts.entries())
      if (bySound.compare(first, character) <= 0) own = letters[i] ?? own;
  const all = own + (further[character] ?? '');
  known.set(character, all);
  return all;
}

/** `whq` begins 武侯区: each letter begins the pinyin of the character in its place. */
export function startsBySound(text: string, letterRow: string): boolean {
  const characters = [...text];
  const asked = [...letterRow.toLowerCase()];
  return (
    asked.length <= characters.length &&
    asked.every((letter, i) => initialsOf(characters[i] ?? '').includes(letter))
  );
}
