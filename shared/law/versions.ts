const issuers: Readonly<Record<string, string>> = {
  国务院: 'State Council',
  人社部: 'MOHRSS',
  劳动和社会保障部: 'MOLSS',
  司法部: 'Ministry of Justice',
  工信部: 'MIIT',
  劳动保障部: 'MOLSS',
  国家统计局: 'National Bureau of Statistics',
};
const series: Readonly<Record<string, string>> = {
  法释: 'Fa Shi',
  人社部发: 'Ren She Bu Fa',
  劳部发: 'Lao Bu Fa',
  劳办发: 'Lao Ban Fa',
  安监总安健: 'An Jian Zong An Jian',
  京高法发: 'Jing Gao Fa Fa',
};

/** Versions that are no date and no number. */
const phrases: Readonly<Record<string, string>> = {
  网络转载: 'as reprinted online',
  网络公布文本: 'text published online',
  '2004年劳动保障部令第25号及其后修正': 'MOLSS Order No. 25 of 2004 as later amended',
  '2025年公布': 'published in 2025',
  是否仍有效待核: 'whether in force to be checked',
  施行日期待核: 'date in force to be checked',
  '2011年、2023年报道': 'press reports of 2011 and 2023',
  '2024、2025、2026年通知': 'notices of 2024, 2025 and 2026',
  北京朝阳仲裁委现用文本: 'form in use in Chaoyang, Beijing',
  各地现行文本: 'as now in force locally',
  中国人民银行授权全国银行间同业拆借中心公布: 'published by the National Interbank Funding Center',
  '人社部、最高人民法院联合发布': 'published by MOHRSS and the SPC',
  仅用于2008年以前的工作年限: 'for service before 2008 only',
  本软件约定: 'convention of this program',
  法律未规定: 'the law is silent',
  起始日不详: 'first day not known',
  已废止: 'repealed',
  支付结算办法附一: 'Measures for Payment and Settlement, annex 1',
};

type Reading = readonly [pattern: RegExp, english: (...found: string[]) => string];
const readings: readonly Reading[] = [
  [/^(\d{4}-\d\d-\d\d)起$/, (_, date = '') => `from ${date}`],
  [/^截至(\d{4}-\d\d-\d\d)$/, (_, date = '') => `as of ${date}`],
  [/^(\d{4}-\d\d-\d\d)通过$/, (_, date = '') => `adopted ${date}`],
  [/^(\d{4}-\d\d-\d\d)(?:第.次)?(?:修正|修订)$/, (_, date = '') => `amended ${date}`],
  [/^(\d{4}-\d\d-\d\d)施行$/, (_, date = '') => `in force ${date}`],
  [/^(\d{4})年文本$/, (_, year = '') => `text of ${year}`],
  [/^(\d{4})年修正文本$/, (_, year = '') => `text as amended in ${year}`],
  [/^(\D+)(\d{4})年版$/, (_, issuer = '', year = '') => `${issuers[issuer] ?? issuer}, ${year} edition`],
  [/^(\D+)令第(\d+)号$/, (_, issuer = '', number = '') => `${issuers[issuer] ?? issuer} Order No. ${number}`],
  [
    /^(\D+)〔(\d{4})〕(\d+)号$/,
    (_, name = '', year = '', number = '') => `${series[name] ?? name} [${year}] No. ${number}`,
  ],
  [/^(\d{4}-\d\d-\d\d)答复$/, (_, date = '') => `reply of ${date}`],
  [/^(\D+)(\d{4})年$/, (_, issuer = '', year = '') => `${issuers[issuer] ?? issuer}, ${year}`],
];

/** The version of a law as its sources write it (`2007-12-29通过，2008-05-01施行`), in English. */
export function versionInEnglish(version: string): string {
  return version
    .split('，')
    .map((part) => {
      const phrase = phrases[part];
      if (phrase) return phrase;
      for (const [pattern, english] of readings) {
        const found = pattern.exec(part);
        if (found) return english(...found);
      }
      return part;
    })
    .join(', ');
}
