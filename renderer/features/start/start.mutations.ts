import { useCall } from '../../app/query.ts';

export const useCreateOffice = () => useCall('office.create');
export const useChooseOffice = () => useCall('office.choose');
export const useUnlock = () => useCall('office.unlock');
export const useRecover = () => useCall('office.recover');
export const useExploreSample = () => useCall('office.exploreSample');
export const useChooseOwnPassphrase = () => useCall('office.changePassphrase');
export const useLeaveOffice = () => useCall('office.leave');
export const useConfirmRecoveryKey = () => useCall('office.confirmRecoveryKey');
