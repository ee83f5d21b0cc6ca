export { countedTexts } from './counted-texts.ts';
export { countThemePersons, themePersons, type ThemePersons } from './theme-persons.ts';
