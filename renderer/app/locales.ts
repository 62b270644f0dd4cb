import enBatch from '../../resources/locales/en/batch.json';
import enCalculators from '../../resources/locales/en/calculators.json';
import enCase from '../../resources/locales/en/case.json';
import enCases from '../../resources/locales/en/cases.json';
import enClaimItems from '../../resources/locales/en/claim-items.json';
import enCommon from '../../resources/locales/en/common.json';
import enDates from '../../resources/locales/en/dates.json';
import enDesk from '../../resources/locales/en/desk.json';
import enDocuments from '../../resources/locales/en/documents.json';
import enEditing from '../../resources/locales/en/editing.json';
import enErrors from '../../resources/locales/en/errors.json';
import enFace from '../../resources/locales/en/face.json';
import enFamily from '../../resources/locales/en/family.json';
import enGroup from '../../resources/locales/en/group.json';
import enHearings from '../../resources/locales/en/hearings.json';
import enImport from '../../resources/locales/en/import.json';
import enImportUi from '../../resources/locales/en/import-ui.json';
import enIntake from '../../resources/locales/en/intake.json';
import enLaw from '../../resources/locales/en/law.json';
import enLegalAid from '../../resources/locales/en/legal-aid.json';
import enOffice from '../../resources/locales/en/office.json';
import enOutcome from '../../resources/locales/en/outcome.json';
import enPeople from '../../resources/locales/en/people.json';
import enPrint from '../../resources/locales/en/print.json';
import enSearch from '../../resources/locales/en/search.json';
import enStart from '../../resources/locales/en/start.json';
import enTasks from '../../resources/locales/en/tasks.json';
import enToday from '../../resources/locales/en/today.json';
import enTracks from '../../resources/locales/en/tracks.json';
import enUndo from '../../resources/locales/en/undo.json';
import enVersions from '../../resources/locales/en/versions.json';
import zhBatch from '../../resources/locales/zh-CN/batch.json';
import zhCalculators from '../../resources/locales/zh-CN/calculators.json';
import zhCase from '../../resources/locales/zh-CN/case.json';
import zhCases from '../../resources/locales/zh-CN/cases.json';
import zhClaimItems from '../../resources/locales/zh-CN/claim-items.json';
import zhCommon from '../../resources/locales/zh-CN/common.json';
import zhDates from '../../resources/locales/zh-CN/dates.json';
import zhDesk from '../../resources/locales/zh-CN/desk.json';
import zhDocuments from '../../resources/locales/zh-CN/documents.json';
import zhEditing from '../../resources/locales/zh-CN/editing.json';
import zhErrors from '../../resources/locales/zh-CN/errors.json';
import zhFace from '../../resources/locales/zh-CN/face.json';
import zhFamily from '../../resources/locales/zh-CN/family.json';
import zhGroup from '../../resources/locales/zh-CN/group.json';
import zhHearings from '../../resources/locales/zh-CN/hearings.json';
import zhImport from '../../resources/locales/zh-CN/import.json';
import zhImportUi from '../../resources/locales/zh-CN/import-ui.json';
import zhIntake from '../../resources/locales/zh-CN/intake.json';
import zhLaw from '../../resources/locales/zh-CN/law.json';
import zhLegalAid from '../../resources/locales/zh-CN/legal-aid.json';
import zhOffice from '../../resources/locales/zh-CN/office.json';
import zhOutcome from '../../resources/locales/zh-CN/outcome.json';
import zhPeople from '../../resources/locales/zh-CN/people.json';
import zhPrint from '../../resources/locales/zh-CN/print.json';
import zhSearch from '../../resources/locales/zh-CN/search.json';
import zhStart from '../../resources/locales/zh-CN/start.json';
import zhTasks from '../../resources/locales/zh-CN/tasks.json';
import zhToday from '../../resources/locales/zh-CN/today.json';
import zhTracks from '../../resources/locales/zh-CN/tracks.json';
import zhUndo from '../../resources/locales/zh-CN/undo.json';
import zhVersions from '../../resources/locales/zh-CN/versions.json';

/** Every namespace, in both languages. A new one is an import and an entry for each. */
export const locales = {
  'zh-CN': {
    common: zhCommon,
    batch: zhBatch,
    calculators: zhCalculators,
    case: zhCase,
    dates: zhDates,
    documents: zhDocuments,
    editing: zhEditing,
    face: zhFace,
    group: zhGroup,
    family: zhFamily,
    hearings: zhHearings,
    import: zhImport,
    'import-ui': zhImportUi,
    intake: zhIntake,
    errors: zhErrors,
    start: zhStart,
    desk: zhDesk,
    people: zhPeople,
    tasks: zhTasks,
    today: zhToday,
    tracks: zhTracks,
    cases: zhCases,
    'claim-items': zhClaimItems,
    law: zhLaw,
    'legal-aid': zhLegalAid,
    office: zhOffice,
    outcome: zhOutcome,
    print: zhPrint,
    search: zhSearch,
    undo: zhUndo,
    versions: zhVersions,
  },
  en: {
    common: enCommon,
    batch: enBatch,
    calculators: enCalculators,
    case: enCase,
    dates: enDates,
    documents: enDocuments,
    editing: enEditing,
    face: enFace,
    group: enGroup,
    family: enFamily,
    hearings: enHearings,
    import: enImport,
    'import-ui': enImportUi,
    intake: enIntake,
    errors: enErrors,
    start: enStart,
    desk: enDesk,
    people: enPeople,
    tasks: enTasks,
    today: enToday,
    tracks: enTracks,
    cases: enCases,
    'claim-items': enClaimItems,
    law: enLaw,
    'legal-aid': enLegalAid,
    office: enOffice,
    outcome: enOutcome,
    print: enPrint,
    search: enSearch,
    undo: enUndo,
    versions: enVersions,
  },
};
