/** Papers that go to a court. */
export const courtForms = {};
