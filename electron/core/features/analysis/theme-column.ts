export { readThemePersons, type ThemePersons } from '../../analysis/themes-column.ts';
