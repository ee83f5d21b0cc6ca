/** The project's weights and the gate before them. Part of `analysis`. */
export const analysisWeights = {};
