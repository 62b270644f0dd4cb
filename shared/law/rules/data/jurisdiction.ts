import type { LegalSource, TrackId, VerificationStatus } from '../../common.ts';
import { cite, citeUnnumbered } from '../../sources.ts';
import { provision, say } from '../define.ts';
import type { ProvisionDefinition } from '../types.ts';

function jurisdiction(
  id: string,
  tracks: readonly TrackId[],
  [zh, en]: readonly [string, string],
  [textZh, textEn]: readonly [string, string],
  [source, ...furtherSources]: readonly [LegalSource, ...LegalSource[]],
  status: VerificationStatus = 'verified',
): ProvisionDefinition {
  return provision({
    id,
    title: say(zh, en),
    tracks,
    text: say(textZh, textEn),
    source,
    furtherSources,
    status,
  });
}

export const jurisdictionProvisions: readonly ProvisionDefinition[] = [
  jurisdiction(
    'jur-arb',
    ['arbitration'],
    ['仲裁管辖', 'Venue of arbitration'],
    [
      '由劳动合同履行地或者用人单位所在地的仲裁委管辖；双方分别申请的由履行地管辖，多个履行地的由最先受理的管辖，履行地不明的由用人单位所在地管辖。受理后变更不改变管辖。用人单位未登记的，由出资人、开办单位或主管部门所在地管辖。',
      'Place of performance or the employer’s seat. Both filed: performance place; several: the first to accept; unclear: the seat. Later change does not move the case. An unregistered employer: seat of its investor, founder or department.',
    ],
    [cite('mediationArbitrationLaw', '21'), cite('caseRules', '8')],
  ),
  jurisdiction(
    'jur-transfer',
    ['arbitration'],
    ['仲裁移送', 'Transfer of an arbitration'],
    [
      '受理后发现无管辖权的移送；受移送的不得再移送，报共同上级指定。申请时无管辖权的，五个工作日内书面说明并告知。',
      'After acceptance a wrong commission transfers; the second may not transfer again but asks the common superior. At filing: a written statement within 5 working days.',
    ],
    [cite('caseRules', '9, 31')],
  ),
  jurisdiction(
    'jur-local',
    ['arbitration'],
    ['市、区两级分工', 'Division between city and district'],
    ['市、区（县）仲裁委的分工由各地规定。', 'The split between city and district commissions is local.'],
    [cite('zhejiangArbitration', '17'), cite('localVenue', '')],
  ),
  jurisdiction(
    'jur-court',
    ['litigation'],
    ['诉讼管辖', 'Venue in court'],
    [
      '用人单位所在地或劳动合同履行地的基层法院；履行地不明的由用人单位所在地。双方均起诉的，由先受理的法院一并审理。',
      'Basic court at the employer’s seat or the place of performance; unclear: the seat. If both sue, the first court takes both.',
    ],
    [cite('labourInterpretation1', '3, 4')],
  ),
  jurisdiction(
    'jur-setaside',
    ['set-aside'],
    ['撤销裁决的管辖', 'Court for setting aside'],
    ['仲裁委所在地的中级人民法院。', 'The intermediate court where the commission sits.'],
    [cite('mediationArbitrationLaw', '49')],
  ),
  jurisdiction(
    'jur-enforce',
    ['enforcement'],
    ['执行管辖', 'Court of enforcement'],
    [
      '裁决书、调解书由被执行人住所地或财产所在地法院执行；判决由一审法院或财产所在地法院执行。',
      'Award or mediation document: debtor’s domicile or place of property. Judgment: first-instance court or place of property.',
    ],
    [cite('civilProcedureLaw', '235')],
  ),
  jurisdiction(
    'jur-jc',
    ['confirmation'],
    ['司法确认管辖', 'Court for judicial confirmation'],
    [
      '法院邀请调解的向作出邀请的法院；其他向当事人住所地、标的物所在地、调解组织所在地基层法院。',
      'The court that invited the mediation; otherwise the basic court of a party’s domicile, the subject-matter or the mediation body.',
    ],
    [cite('civilProcedureLaw', '205')],
  ),
  jurisdiction(
    'jur-legal-aid',
    ['legal-aid'],
    ['法律援助的受理机构', 'Which legal-aid agency'],
    [
      '诉讼事项向办案机关所在地的机构申请；非诉讼事项（含仲裁）向争议处理机关所在地或事由发生地的机构申请。',
      'Litigation: at the case-handling organ’s place. Other matters incl. arbitration: at the dispute body’s place or where the cause arose.',
    ],
    [cite('legalAidLaw', '38')],
  ),
  jurisdiction(
    'jur-inspection',
    ['inspection'],
    ['劳动监察管辖', 'Which inspection body'],
    [
      '用人单位用工所在地的县级或者设区的市级部门。',
      'The county or city department where the employer uses the labour.',
    ],
    [cite('inspectionRegulation', '13')],
  ),
  jurisdiction(
    'jur-tribunal',
    ['arbitration'],
    ['仲裁庭组成', 'The tribunal'],
    [
      '三名仲裁员，简单案件可独任。集体劳动争议应为三名（集体合同争议按三方原则），简易处理的除外。',
      'Three arbitrators, one for simple cases. Collective cases need three (tripartite for collective contracts) unless handled simply.',
    ],
    [cite('mediationArbitrationLaw', '31'), cite('caseRules', '56, 62, 65')],
  ),
  jurisdiction(
    'jur-reps',
    ['arbitration', 'litigation'],
    ['代表人人数', 'Representatives'],
    [
      '十人以上有共同请求的，仲裁推举三至五名代表，诉讼二至五名。变更、放弃请求，承认对方请求，和解，须经被代表的人同意。',
      'Ten or more with a common claim: 3–5 representatives in arbitration, 2–5 in court. To change or waive claims, admit or settle they need consent.',
    ],
    [
      cite('caseRules', '63'),
      cite('civilProcedureInterpretation', '75, 78'),
      cite('civilProcedureLaw', '56'),
    ],
  ),
  jurisdiction(
    'jur-30-obsolete',
    ['arbitration'],
    ['“三十人以上”的特别程序已废止', 'The “30 or more” threshold is obsolete'],
    [
      '三十人以上适用特别审理程序出自1993年的旧制度，现行办案规则没有这一人数。',
      'The special procedure for 30 or more belongs to the repealed regime of 1993; the Rules of 2017 have no such number.',
    ],
    [citeUnnumbered('oldRegulation'), cite('caseRules', '62')],
    'from-memory',
  ),
];
