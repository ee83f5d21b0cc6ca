/** What is worth a closer look. Part of `analysis`. */
export const analysisScreening = {};
