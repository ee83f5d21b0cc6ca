const mebibyte = 1024 * 1024;

/**
 * What a survey file may cost before it is refused. A survey of 100,000 people with 100 questions is about 40 MB of text;
 * everything here is several times the largest file expected and keeps memory bounded on a small laptop.
 */
export const readingLimits = {
  /** Largest file, bytes; larger ones are refused by their size alone, without reading a byte. */
  fileBytes: 200 * mebibyte,
  /** Bytes read in one step; between steps the reader yields and looks for a cancel. */
  chunkBytes: 256 * 1024,
  /** Rows handed over in one batch. */
  batchRows: 500,
  /** Records looked at to find delimiter, headers and decimal sign. */
  sampleRecords: 2000,
  /** Bytes read to find them. */
  sampleBytes: mebibyte,
  /** Longest record in characters: beyond it, a quotation mark was never closed. */
  recordCharacters: 4_000_000,
  /** Most columns of one sheet or text file. */
  columns: 5000,
  /** Most cells of one worksheet, empty ones before a row's last cell included, for a row is an array. */
  sheetCells: 20_000_000,
  /** Most bytes a workbook may unpack to, all parts together. */
  unpackedBytes: 500 * mebibyte,
  /** Most times its packed size that a part may unpack to, once it is larger than `ratioFromBytes`. */
  unpackRatio: 200,
  ratioFromBytes: 50 * mebibyte,
  /** Largest part that has to be held as one string (shared strings, styles, workbook). */
  partBytes: 100 * mebibyte,
  /** Different values counted per column. */
  distinctValues: 500,
  /** Most rounds of one import, all sheets together: each is held until its interview is written. */
  rounds: 2_000_000,
  /** Rows that a refusal of a ragged file lists. */
  raggedRowsListed: 20,
} as const;
