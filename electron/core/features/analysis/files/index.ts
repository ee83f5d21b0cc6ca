export { neutralised, writeCsv } from './write-csv.ts';
export { readRasterResources, writePng, type RasterResources } from './write-png.ts';
export { writeSvg, type ChartFileOptions } from './write-svg.ts';
export { sheetName } from './sheet-name.ts';
export { writeWorkbookOf, writeXlsx, type WordedExhibit } from './write-xlsx.ts';
