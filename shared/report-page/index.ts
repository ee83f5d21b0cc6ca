export { node, toHtml, type PageChild, type PageNode } from './page-node.ts';
export { isSafeAddress, type PageGround, type PageWords } from './page-ground.ts';
export { cellText, liesAcross, printedTable, type PrintedTable } from './printed-table.ts';
export { printedFigure, type PrintedFigure } from './printed-figure.ts';
export { reportPage } from './report-page.ts';
export { reportStyle } from './report-style.ts';
