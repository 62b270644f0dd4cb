import { useCall } from '../../app/query.ts';

export const useSaveSettings = () => useCall('office.saveSettings', ['office']);
export const useChangePassphrase = () => useCall('office.changePassphrase');
export const useRenewRecoveryKey = () => useCall('office.renewRecoveryKey');
