export { departedOf, remindedFor } from './users.left.ts';
