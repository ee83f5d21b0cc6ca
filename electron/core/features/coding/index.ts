export { countThemePersons, themePersons, type ThemePersons } from './theme-persons.ts';
