export { neutralised, writeCsv } from './write-csv.ts';
export { readRasterResources, writePng, type RasterResources } from './write-png.ts';
export { writeSvg, type ChartFileOptions } from './write-svg.ts';
export { freeSheetName, sheetName } from './sheet-name.ts';
export { exhibitSheet, writeWorkbookOf, writeXlsx, type WordedExhibit } from './write-xlsx.ts';
