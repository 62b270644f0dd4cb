import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCode, creditCodeCheck, phone, residentId, residentIdCheck } from '../../shared/law/index.ts';
import { d } from './support.ts';

const today = d('2026-11-21');
const id = (first17: string): string => first17 + residentIdCheck(first17);

describe('resident ID', () => {
  test('full-width digits, blanks and a small x are read', () => {
    const verdict = residentId(' ４４０１１３ ２０１４１００５ ００１ｘ ', today);
    expect(verdict).toMatchObject({
      ok: true,
      normalised: '44011320141005001X',
      birth: '2014-10-05',
      sex: 'male',
    });
  });

  test('an even sequence is a woman', () => {
    expect(residentId(id('11010519900307002'), today)).toMatchObject({
      ok: true,
      sex: 'female',
      regionCode: '110105',
    });
  });

  test.each([
    ['', 'empty'],
    ['110105900307002', 'fifteen-digits'],
    ['1101051990030700', 'length'],
    ['甲10105199003070021', 'characters'],
    ['11010519900307X021', 'characters'],
    [id('99010519900307002'), 'region'],
    [id('11010519900230002'), 'birth-date'],
    [id('11010519901301002'), 'birth-date'],
    [id('11010520261122002'), 'birth-future'],
  ])('%s is refused: %s', (number, reason) => {
    expect(residentId(number, today)).toMatchObject({ ok: false, reason });
  });

  test('any one wrong digit is caught', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 16 }),
        digit,
        fc.integer({ min: 1, max: 998 }),
        (at, wrong, seq) => {
          const good = id(`11010519900307${String(seq).padStart(3, '0')}`);
          const bad = `${good.slice(0, at)}${wrong}${good.slice(at + 1)}`;
          fc.pre(bad !== good);
          expect(residentId(bad).ok).toBe(false);
          expect(residentId(good).ok).toBe(true);
        },
      ),
    );
  });

  test.each([
    ['110105199003070024 9', 'length'],
    ['#110105199003070024', 'characters'],
    ['X10105199003070024', 'characters'],
    ['1101051990030700２４１', 'length'],
    [id('11010517991231002'), 'birth-date'],
    [id('11010522000101002'), 'birth-date'],
    [id('11010519900007002'), 'birth-date'],
    [id('11010519900300002'), 'birth-date'],
    [id('11010519900431002'), 'birth-date'],
  ])('%s is no number of anybody: %s', (number, reason) => {
    expect(residentId(number)).toMatchObject({ ok: false, reason });
  });

  test.each([
    ['18000101', true],
    ['21991231', true],
    ['19001231', true],
    ['20000229', true],
  ])('a birth on %s can be', (birth, ok) => {
    expect(residentId(id(`110105${birth}002`)).ok).toBe(ok);
  });

  test('born today is possible, and 130 years are reached, not passed, on the birthday', () => {
    const born = (birth: string) => residentId(id(`110105${birth}002`), today);
    expect(born('20261121').ok).toBe(true);
    expect(born('18961121')).toMatchObject({ ok: true, warnings: [] });
    expect(born('18961120')).toMatchObject({
      ok: true,
      warnings: [
        {
          code: 'age-over-130',
          text: { zh: '按出生日期已超过130岁，请核对。', en: 'By the birth date over 130 years old: check.' },
        },
      ],
    });
    expect(born('19900307')).toMatchObject({ ok: true, warnings: [] });
  });

  test('without today no age is judged', () => {
    expect(residentId('440524188001010014')).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('unified social credit code', () => {
  test('the inner code is only pointed out', () => {
    const verdict = creditCode('N2510104MF0123456B');
    expect(verdict).toMatchObject({ ok: true, regionCode: '510104' });
    expect(verdict.ok && verdict.warnings.map((w) => w.code)).toEqual(['organisation-code-check']);
    expect(creditCode('91110000600037341L')).toMatchObject({
      ok: true,
      organisationCode: '600037341',
      warnings: [],
    });
  });

  test.each([
    ['', 'empty'],
    ['9111000060003734', 'length'],
    ['9111000060003734IL', 'characters'],
    ['91A10000600037341L', 'characters'],
    ['91110000600037341N', 'checksum'],
    ['911100A0600037341L', 'characters'],
  ])('%s is refused: %s', (code, reason) => {
    expect(creditCode(code)).toMatchObject({ ok: false, reason });
  });

  test.each([
    ['00000000', '0'],
    ['10000000', '8'],
    ['00000009', '4'],
    ['A0000000', '3'],
    ['90000000', '6'],
    ['00000060', '9'],
    ['00000006', 'X'],
    ['00003000', '7'],
  ])('the inner check of %s is %s (GB 11714)', (first8, check) => {
    const body = `91110000${first8}${check}`;
    const verdict = creditCode(body + creditCodeCheck(body));
    expect(verdict).toMatchObject({ ok: true, organisationCode: `${first8}${check}`, warnings: [] });
  });

  test('full-width input is read and any one wrong character is caught', () => {
    expect(creditCode('９１１１００００６０００３７３４１Ｌ').ok).toBe(true);
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 16 }), fc.constantFrom(...alphabet), (at, wrong) => {
        const body = '91110000600037341';
        const bad = `${body.slice(0, at)}${wrong}${body.slice(at + 1)}`;
        fc.pre(bad !== body);
        expect(creditCodeCheck(bad)).not.toBe(creditCodeCheck(body));
      }),
    );
  });
});

describe('phone', () => {
  test.each([
    ['13800138000', 'mobile', '13800138000'],
    ['+86 138-0013-8000', 'mobile', '13800138000'],
    ['008613800138000', 'mobile', '13800138000'],
    ['86 13800138000', 'mobile', '13800138000'],
    ['１３８００１３８０００', 'mobile', '13800138000'],
    ['028-87654321', 'landline', '028-87654321'],
    ['02887654321', 'landline', '028-87654321'],
    ['(0838) 2345678 转 801', 'landline', '0838-2345678-801'],
    ['010—65432100', 'landline', '010-65432100'],
    ['12348', 'service', '12348'],
    ['400-123-4567', 'service', '4001234567'],
    ['800 123 4567', 'service', '8001234567'],
    ['95588', 'service', '95588'],
    ['96123', 'service', '96123'],
    ['110', 'service', '110'],
    ['120', 'service', '120'],
    ['13800138000', 'mobile', '13800138000'],
  ])('%s is %s', (input, kind, normalised) => {
    expect(phone(input)).toEqual({ ok: true, kind, normalised });
  });

  test.each([
    ['', 'empty'],
    ['电话', 'characters'],
    ['1380013800', 'mobile-length'],
    ['12800138000', 'mobile-prefix'],
    ['87654321', 'landline'],
    ['028-123', 'landline'],
    ['99', 'unknown'],
    ['5+8613800138000', 'characters'],
    ['028-87654321x', 'characters'],
    ['138001380001', 'mobile-length'],
    ['9138001380001', 'unknown'],
    ['4001234567890', 'unknown'],
    ['94001234567', 'unknown'],
    ['123480', 'unknown'],
    ['912348', 'unknown'],
    ['97123', 'unknown'],
    ['956', 'unknown'],
    ['130', 'mobile-length'],
    ['98613800138000', 'unknown'],
    ['861380013800012', 'unknown'],
    ['9128001380001', 'unknown'],
    ['128001380001', 'unknown'],
    ['928001', 'unknown'],
    ['923456789012', 'unknown'],
    ['234567890123', 'unknown'],
    ['0028-87654321', 'landline'],
    ['028-876543211', 'landline'],
  ])('%s is refused: %s', (input, reason) => {
    expect(phone(input)).toMatchObject({ ok: false, reason });
  });
});
