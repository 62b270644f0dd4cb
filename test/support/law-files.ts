import type { TestApp } from './open-test-app.ts';

const off = (zh: string, from: string, to: string, makeUpDays: string[] = []) => ({
  name: { zh, en: zh },
  from,
  to,
  makeUpDays,
});

/**
 * 2027 as no notice has set it: invented, so that a test can load a year that is not shipped. 4 January is a day off
 * and 9 January is worked, which no real arrangement would do.
 */
export const inventedYear = {
  format: 'gongdao-law-data',
  version: 1,
  kind: 'holidays',
  source: '虚构：测试用2027年节假日安排，并非国务院通知',
  validFrom: '2027-01-01',
  signedOffBy: '样例核对人',
  signedOffOn: '2026-11-20',
  rows: [
    {
      year: 2027,
      notice: { title: '虚构的2027年节假日安排（测试用）' },
      holidays: [
        off('元旦', '2027-01-01', '2027-01-04', ['2027-01-09']),
        off('春节', '2027-02-05', '2027-02-12'),
        off('清明节', '2027-04-05', '2027-04-05'),
        off('劳动节', '2027-05-01', '2027-05-05'),
        off('端午节', '2027-06-09', '2027-06-09'),
        off('中秋节', '2027-09-15', '2027-09-15'),
        off('国庆节', '2027-10-01', '2027-10-07'),
      ],
    },
  ],
};

/** An invented minimum wage for the region of the test office. */
export const inventedWage = {
  format: 'gongdao-law-data',
  version: 1,
  kind: 'minimum-wages',
  source: '虚构：测试用最低工资通知',
  validFrom: '2026-06-01',
  signedOffBy: '样例核对人',
  signedOffOn: '2026-11-20',
  rows: [
    {
      area: '510104',
      name: { zh: '样例区（虚构）', en: 'Sample district (invented)' },
      monthly: [100],
      hourly: null,
    },
  ],
};

/** An invented average wage of the test office's city: 8,000 yuan a month in 2025. */
export const inventedAverage = {
  format: 'gongdao-law-data',
  version: 1,
  kind: 'average-wages',
  source: '虚构：测试用职工平均工资',
  validFrom: '2026-01-01',
  signedOffBy: '样例核对人',
  signedOffOn: '2026-11-20',
  rows: [
    {
      area: '510100',
      name: { zh: '样例市（虚构）', en: 'Sample city (invented)' },
      year: 2025,
      series: 'all-units',
      annual: '96000',
    },
  ],
};

/** Hands a data file to the core as a person's choice. @returns its token. */
export function giveFile(app: TestApp, content: unknown, name = '样例数据.json'): Promise<string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return app.core.receiveFile(app.caller, {
    name,
    type: 'application/json',
    bytes: new TextEncoder().encode(text),
  });
}
