export const agreement = {};
