import enCalculators from '../../resources/locales/en/calculators.json';
import enCase from '../../resources/locales/en/case.json';
import enCases from '../../resources/locales/en/cases.json';
import enClaimItems from '../../resources/locales/en/claim-items.json';
import enCommon from '../../resources/locales/en/common.json';
import enDocuments from '../../resources/locales/en/documents.json';
import enErrors from '../../resources/locales/en/errors.json';
import enImport from '../../resources/locales/en/import.json';
import enImportUi from '../../resources/locales/en/import-ui.json';
import enIntake from '../../resources/locales/en/intake.json';
import enLaw from '../../resources/locales/en/law.json';
import enOffice from '../../resources/locales/en/office.json';
import enStart from '../../resources/locales/en/start.json';
import enToday from '../../resources/locales/en/today.json';
import zhCalculators from '../../resources/locales/zh-CN/calculators.json';
import zhCase from '../../resources/locales/zh-CN/case.json';
import zhCases from '../../resources/locales/zh-CN/cases.json';
import zhClaimItems from '../../resources/locales/zh-CN/claim-items.json';
import zhCommon from '../../resources/locales/zh-CN/common.json';
import zhDocuments from '../../resources/locales/zh-CN/documents.json';
import zhErrors from '../../resources/locales/zh-CN/errors.json';
import zhImport from '../../resources/locales/zh-CN/import.json';
import zhImportUi from '../../resources/locales/zh-CN/import-ui.json';
import zhIntake from '../../resources/locales/zh-CN/intake.json';
import zhLaw from '../../resources/locales/zh-CN/law.json';
import zhOffice from '../../resources/locales/zh-CN/office.json';
import zhStart from '../../resources/locales/zh-CN/start.json';
import zhToday from '../../resources/locales/zh-CN/today.json';

/** Every namespace, in both languages. A new one is an import and an entry for each. */
export const locales = {
  'zh-CN': {
    common: zhCommon,
    calculators: zhCalculators,
    case: zhCase,
    documents: zhDocuments,
    import: zhImport,
    'import-ui': zhImportUi,
    intake: zhIntake,
    errors: zhErrors,
    start: zhStart,
    today: zhToday,
    cases: zhCases,
    'claim-items': zhClaimItems,
    law: zhLaw,
    office: zhOffice,
  },
  en: {
    common: enCommon,
    calculators: enCalculators,
    case: enCase,
    documents: enDocuments,
    import: enImport,
    'import-ui': enImportUi,
    intake: enIntake,
    errors: enErrors,
    start: enStart,
    today: enToday,
    cases: enCases,
    'claim-items': enClaimItems,
    law: enLaw,
    office: enOffice,
  },
};
