import type { EvidenceInput, evidenceGroups } from '../../../shared/features/cases/case.schemas.ts';

type Group = (typeof evidenceGroups)[number];

export interface EvidenceItem {
  readonly key: string;
  readonly group: Group;
  /** As it stands in the evidence list, which is filed in Chinese. */
  readonly name: string;
  readonly kind: EvidenceInput['kind'];
  readonly form: EvidenceInput['form'];
  readonly proves: string;
}

const item = (
  key: string,
  group: Group,
  name: string,
  kind: EvidenceItem['kind'],
  form: EvidenceItem['form'],
  proves: string,
): EvidenceItem => ({ key, group, name, kind, form, proves });

/** What workers usually bring, in the order of the bundle. */
export const evidenceItems: readonly EvidenceItem[] = [
  item('identity-card', 'identity', '申请人居民身份证', 'documentary', 'copy', '申请人的主体身份'),
  item(
    'registration',
    'identity',
    '被申请人企业信用信息公示报告',
    'documentary',
    'copy',
    '被申请人的主体资格和登记状态',
  ),
  item('contract', 'relation', '劳动合同', 'documentary', 'original', '双方的劳动关系、岗位和工资标准'),
  item('work-card', 'relation', '工作证、工牌', 'physical', 'original', '申请人为被申请人提供劳动'),
  item(
    'social-insurance',
    'relation',
    '社会保险缴费记录',
    'documentary',
    'copy',
    '被申请人以用人单位身份缴费',
  ),
  item('witness', 'relation', '证人证言', 'testimony', 'original', '申请人的入职、出勤和欠薪经过'),
  item('payslip', 'wage-standard', '工资条', 'documentary', 'original', '约定的工资标准和构成'),
  item('bank', 'wage-standard', '银行流水', 'documentary', 'original', '已付工资的金额、时间和付款人'),
  item('attendance', 'attendance', '考勤记录', 'documentary', 'copy', '欠薪期间的出勤天数'),
  item('site-gate', 'attendance', '工地实名制打卡记录', 'electronic', 'electronic', '在工地的实际出勤'),
  item('iou', 'arrears', '欠条、工资结算单', 'documentary', 'original', '尚欠工资的金额和付款承诺'),
  item('wage-table', 'arrears', '班组工资表', 'documentary', 'copy', '各月应发、已付和欠付工资'),
  item('chat', 'demand', '微信聊天记录', 'electronic', 'electronic', '催讨工资的时间和对方的答复'),
  item(
    'recording',
    'demand',
    '通话录音及文字整理稿',
    'audio-visual',
    'electronic',
    '催讨工资的时间和对方的答复',
  ),
  item('complaint', 'demand', '劳动保障监察投诉回执', 'documentary', 'copy', '向主管部门主张权利的时间'),
  item(
    'dismissal',
    'termination',
    '解除、终止劳动关系通知',
    'documentary',
    'original',
    '劳动关系结束的时间和原因',
  ),
];

/** Ticked items in the order of the bundle, then what was typed in by name. */
export function evidenceInput(ticked: readonly string[], others: readonly string[]): EvidenceInput[] {
  const known = evidenceItems
    .filter((i) => ticked.includes(i.key))
    .map(({ key: _key, ...rest }) => ({ ...rest, copies: 1 }));
  const typed = others
    .filter((name) => name.trim() !== '')
    .map((name) => ({ group: 'arrears', name, kind: 'documentary', form: 'copy', copies: 1 }) as const);
  return [...known, ...typed];
}
