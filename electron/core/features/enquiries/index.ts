export { notCarried } from './carried.ts';
