import en from '../../../../../../resources/forms/en/evidence-list.json' with { type: 'json' };
import zh from '../../../../../../resources/forms/zh-CN/evidence-list.json' with { type: 'json' };
import { defineForm } from '../definition.ts';
import { copiesFor } from '../kit/copies.ts';
import { required } from '../required.ts';
import { buildEvidenceList } from './index.ts';

export const evidenceListForm = defineForm({
  id: 'evidence-list',
  number: 5,
  track: 'all',
  stage: 'any',
  issuer: 'party',
  scope: 'case',
  requiredFacts: required['evidence-list'],
  status: { basis: ['law'], form: ['memory'] },
  copies: copiesFor,
  words: { 'zh-CN': zh, en },
  build: (facts, wording) => buildEvidenceList(facts, wording),
});
