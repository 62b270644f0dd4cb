import { say } from '../rules/define.ts';

export const toApply = say('申请劳动仲裁', 'Apply for arbitration');
export const toSue = say('向法院起诉', 'Sue');
export const toEnforce = say('申请强制执行', 'Apply for enforcement');
export const toAid = say('申请法律援助', 'Apply for legal aid');
export const toInspect = say('向劳动监察投诉', 'Complain to the labour inspection');
