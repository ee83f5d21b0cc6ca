export const autocode = {};
