import applicationEn from '../../../../../resources/forms/en/arb-application.json' with { type: 'json' };
import groupRepEn from '../../../../../resources/forms/en/arb-group-rep.json' with { type: 'json' };
import rosterEn from '../../../../../resources/forms/en/arb-group-roster.json' with { type: 'json' };
import evidenceEn from '../../../../../resources/forms/en/evidence-list.json' with { type: 'json' };
import attorneyEn from '../../../../../resources/forms/en/power-of-attorney.json' with { type: 'json' };
import wagesEn from '../../../../../resources/forms/en/wage-schedule.json' with { type: 'json' };
import applicationZh from '../../../../../resources/forms/zh-CN/arb-application.json' with { type: 'json' };
import groupRepZh from '../../../../../resources/forms/zh-CN/arb-group-rep.json' with { type: 'json' };
import rosterZh from '../../../../../resources/forms/zh-CN/arb-group-roster.json' with { type: 'json' };
import evidenceZh from '../../../../../resources/forms/zh-CN/evidence-list.json' with { type: 'json' };
import attorneyZh from '../../../../../resources/forms/zh-CN/power-of-attorney.json' with { type: 'json' };
import wagesZh from '../../../../../resources/forms/zh-CN/wage-schedule.json' with { type: 'json' };
import type { FormId } from '../../../../../shared/features/documents/form-warning.ts';
import type { ApplicationWording } from './arb-application/index.ts';
import type { GroupRepWording } from './arb-group-rep/index.ts';
import type { RosterWording } from './arb-group-roster/index.ts';
import type { EvidenceListWording } from './evidence-list/index.ts';
import { commonWording, type FormLanguage, type FormWording } from './kit/wording.ts';
import type { PowerOfAttorneyWording } from './power-of-attorney/index.ts';
import type { WageScheduleWording } from './wage-schedule/index.ts';

/** The words of each form. English files have the Chinese files' keys or do not compile. */
export interface Wordings {
  readonly 'arb-application': ApplicationWording;
  readonly 'wage-schedule': WageScheduleWording;
  readonly 'evidence-list': EvidenceListWording;
  readonly 'power-of-attorney': PowerOfAttorneyWording;
  readonly 'arb-group-roster': RosterWording;
  readonly 'arb-group-rep': GroupRepWording;
}

const words: Readonly<Record<FormLanguage, Wordings>> = {
  'zh-CN': {
    'arb-application': applicationZh,
    'wage-schedule': wagesZh,
    'evidence-list': evidenceZh,
    'power-of-attorney': attorneyZh,
    'arb-group-roster': rosterZh,
    'arb-group-rep': groupRepZh,
  },
  en: {
    'arb-application': applicationEn,
    'wage-schedule': wagesEn,
    'evidence-list': evidenceEn,
    'power-of-attorney': attorneyEn,
    'arb-group-roster': rosterEn,
    'arb-group-rep': groupRepEn,
  },
};

/** One form's words in one language. */
export function wordingOf<I extends FormId>(id: I, language: FormLanguage): FormWording<Wordings[I]> {
  return { language, common: commonWording[language], form: words[language][id] };
}
