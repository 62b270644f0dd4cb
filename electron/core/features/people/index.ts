export { foldName } from './names.ts';
export { checkPeople } from './people.check.ts';
export { takeInParties } from './people.link.ts';
