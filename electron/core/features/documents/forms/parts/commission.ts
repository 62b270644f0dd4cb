/** Papers that an arbitration commission issues. */
export const commissionForms = {};
