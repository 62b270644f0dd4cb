/** Papers of legal aid. */
export const legalAidForms = {};
