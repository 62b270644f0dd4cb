import enCases from '../../resources/locales/en/cases.json';
import enCommon from '../../resources/locales/en/common.json';
import enErrors from '../../resources/locales/en/errors.json';
import enLaw from '../../resources/locales/en/law.json';
import enOffice from '../../resources/locales/en/office.json';
import enStart from '../../resources/locales/en/start.json';
import enToday from '../../resources/locales/en/today.json';
import zhCases from '../../resources/locales/zh-CN/cases.json';
import zhCommon from '../../resources/locales/zh-CN/common.json';
import zhErrors from '../../resources/locales/zh-CN/errors.json';
import zhLaw from '../../resources/locales/zh-CN/law.json';
import zhOffice from '../../resources/locales/zh-CN/office.json';
import zhStart from '../../resources/locales/zh-CN/start.json';
import zhToday from '../../resources/locales/zh-CN/today.json';

/** Every namespace, in both languages. A new one is an import and an entry for each. */
export const locales = {
  'zh-CN': {
    common: zhCommon,
    errors: zhErrors,
    start: zhStart,
    today: zhToday,
    cases: zhCases,
    law: zhLaw,
    office: zhOffice,
  },
  en: {
    common: enCommon,
    errors: enErrors,
    start: enStart,
    today: enToday,
    cases: enCases,
    law: enLaw,
    office: enOffice,
  },
};
