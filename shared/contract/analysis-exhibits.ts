/** Tables and charts that are kept, the tab book, and the persons or words behind a cell. Part of `analysis`. */
export const analysisExhibits = {};
