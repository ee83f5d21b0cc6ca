/** Waves, places, services and projects beside each other. */
export const compare = {};
