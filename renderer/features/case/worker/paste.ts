import { cleanText, codePointLength } from '../../../../shared/kernel/text.ts';

/** What a pasted line says about a person; absent facts are null. */
export interface PastedPerson {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

// 6-8-4 groups may be parted by blanks or dashes, as they stand on forms.
const residentId = /(?<![0-9A-Za-z])(\d{6})[\s-]?(\d{8})[\s-]?(\d{3}[0-9Xx])(?![0-9A-Za-z])/;
const mobile = /(?<!\d)(?:\+?86[\s-]?)?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)/;
const labels =
  /(姓\s*名|申请人|身份证(?:件)?(?:号码|号)?|公民身份号码|证件号码?|联系(?:电话|方式)|手机号?码?|电话(?:号码)?|name|id(?:\s*(?:no\.?|number))?|phone|mobile|tel\.?)\s*(?=[:：\s]|$|[\p{Script=Han}\d])/giu;
const nameToken =
  /[\p{Script=Han}\u{e000}-\u{f8ff}·•.．〇○]{2,40}|[A-Za-z][A-Za-z.'-]*(?:\s[A-Za-z][A-Za-z.'-]*){1,5}/u;
const notNames = /^(男|女|汉族|先生|女士|工人|民工|农民工)$/;

/** The first Chinese mobile number inside a sentence, digits only. */
export function findMobile(text: string): string | null {
  const m = mobile.exec(text.normalize('NFKC').replace(residentId, ' '));
  return m ? `${m[1]}${m[2]}${m[3]}` : null;
}

/** The first 18-character resident ID inside a text, X in capitals; its checksum is not looked at. */
export function findResidentId(text: string): string | null {
  const m = residentId.exec(text.normalize('NFKC'));
  return m ? `${m[1]}${m[2]}${m[3]}`.toUpperCase() : null;
}

/**
 * Reads a line such as `张某某 510… 138…`, `姓名：张某某，身份证号：…，电话：…` or three spreadsheet cells. Null unless at
 * least two of the three facts are there: a lone name or number belongs into the field it was pasted into.
 */
export function parsePersonLine(text: string): PastedPerson | null {
  const clean = cleanText(text);
  if (clean.includes('\n')) return null;
  const idNumber = findResidentId(clean);
  const phone = findMobile(clean);
  const rest = clean
    .normalize('NFKC')
    .replace(residentId, ' ')
    .replace(mobile, ' ')
    .replace(labels, ' ')
    .split(/[\s,;:、。，；：()（）|/]+/u)
    .filter((token) => token !== '' && !notNames.test(token));
  const latin = rest.every((t) => /^[A-Za-z.'-]+$/.test(t)) ? rest.join(' ') : null;
  const [only = ''] = rest.length === 1 ? rest : [];
  const name =
    latin ||
    (rest.map((t) => nameToken.exec(t)?.[0] === t && t).find((t) => t) ??
      // What stands alone beside the numbers is the name, whatever rare sign is in it.
      (/\p{L}/u.test(only) && codePointLength(only) <= 40 ? only : null));
  const found = [name, idNumber, phone].filter((f) => f !== null && f !== '').length;
  return found >= 2 ? { name: name || null, idNumber, phone } : null;
}

/** Several lines with one person each, as copied from a spreadsheet or a chat; lines without a person are left out. */
export function parsePeople(text: string): PastedPerson[] {
  return cleanText(text)
    .split('\n')
    .map(parsePersonLine)
    .filter((p): p is PastedPerson => p !== null && p.name !== null);
}
