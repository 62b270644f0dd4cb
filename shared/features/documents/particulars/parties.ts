import { choice, day, line, rows, topic } from './particular.ts';

/**
 * What the record of a party does not hold. A row is found by the party's name, because rows and parties may be put
 * in another order.
 */
export const partiesTopic = topic({
  id: 'parties',
  title: { zh: '当事人补充信息', en: 'More on the parties' },
  scope: 'case',
  fields: {
    list: rows(
      '补充信息',
      'Further particulars',
      {
        name: line('名称（与登记的一致）', 'Name as recorded'),
        registeredOn: day('登记信息查询日期', 'Date of the register extract'),
        tie: line('与申请人的联系', 'Tie to the applicant', {
          zh: '招用、发放工资、日常管理、发包或者承包等。',
          en: 'Hired, paid, managed, contracted the work.',
        }),
        reason: line('列为当事人的理由', 'Why it is named'),
        tried: line('已经试过的送达地址和结果', 'Service addresses tried'),
        headIdNumber: line('法定代表人公民身份号码', 'Identity number of its head'),
        headPhone: line('法定代表人联系电话', 'Telephone of its head'),
        registeredAt: line('注册地（登记地）', 'Place of registration'),
        unitType: choice('单位类型', 'Type of unit', {
          limited: ['有限责任公司', 'Limited liability company'],
          'joint-stock': ['股份有限公司', 'Joint-stock company'],
          listed: ['上市公司', 'Listed company'],
          'other-enterprise': ['其他企业法人', 'Other enterprise'],
          institution: ['事业单位', 'Public institution'],
          society: ['社会团体', 'Social association'],
          foundation: ['基金会', 'Foundation'],
          service: ['社会服务机构', 'Social service organisation'],
          government: ['机关法人', 'Government body'],
          'rural-collective': ['农村集体经济组织法人', 'Rural collective economic organisation'],
          cooperative: ['城镇农村的合作经济组织法人', 'Cooperative economic organisation'],
          grassroots: ['基层群众性自治组织法人', 'Grass-roots self-governing organisation'],
          sole: ['个人独资企业', 'Sole proprietorship'],
          partnership: ['合伙企业', 'Partnership'],
          professional: ['不具有法人资格的专业服务机构', 'Professional body without legal personality'],
        }),
        ownership: choice('所有制', 'Ownership', {
          state: ['国有（控股、参股）', 'State (controlling or holding a share)'],
          private: ['民营', 'Private'],
          other: ['其他', 'Other'],
        }),
      },
      {
        zh: '每个当事人一行，名称与“当事人”中登记的一致。',
        en: 'A row for each, by the name recorded among the parties.',
      },
    ),
  },
});

/** 送达地址确认书 (办案规则 art. 20; 民事诉讼法 art. 90; 民诉法解释 arts 135–137). */
export const serviceTopic = topic({
  id: 'service-address',
  title: { zh: '送达地址', en: 'Address for service' },
  scope: 'member',
  fields: {
    address: line('送达地址', 'Address for service', {
      zh: '不填为通讯地址。不宜填写工地宿舍。',
      en: 'The address for correspondence if left empty; not a dormitory on site.',
    }),
    postcode: line('邮政编码', 'Postcode'),
    deputy: line('代收人姓名', 'Who may receive'),
    deputyRelation: line('代收人与本人的关系', "That person's relation"),
    deputyPhone: line('代收人联系电话', "That person's telephone"),
    electronic: choice('电子送达', 'Electronic service', {
      agree: ['同意', 'Agreed'],
      refuse: ['不同意', 'Not agreed'],
    }),
    mobile: line('接收电子送达的手机号', 'Mobile number for it'),
    email: line('电子邮箱', 'Email'),
    account: line('平台账号', 'Platform account'),
  },
});
