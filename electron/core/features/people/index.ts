export { foldName } from './names.ts';
export { checkPeople } from './people.check.ts';
export { recogniseParty, takeInParties } from './people.link.ts';
