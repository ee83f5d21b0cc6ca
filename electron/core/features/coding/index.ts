export { placeCodings, type CodingToPlace } from './apply.ts';
export { isBlind, mayBeSeen, requireSight } from './blind.ts';
export { countThemePersons, themePersons, type ThemePersons } from './theme-persons.ts';
export { countPersonsOfThemes, type ThemeCounts } from './theme-counts.ts';
