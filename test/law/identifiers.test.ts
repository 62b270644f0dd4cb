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
  ])('%s is refused: %s', (code, reason) => {
    expect(creditCode(code)).toMatchObject({ ok: false, reason });
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
  ])('%s is refused: %s', (input, reason) => {
    expect(phone(input)).toMatchObject({ ok: false, reason });
  });
});
