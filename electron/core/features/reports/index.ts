export { assemble } from './document/assemble.ts';
export { groundOf } from './export/report-ground.ts';
export { writeHtml } from './files/html/write-html.ts';
