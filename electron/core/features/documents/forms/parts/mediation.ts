/** Papers of a mediation. */
export const mediationForms = {};
