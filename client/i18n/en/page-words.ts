export { desk } from './desk.ts';
export { map } from './map.ts';
export { reports } from './reports.ts';
