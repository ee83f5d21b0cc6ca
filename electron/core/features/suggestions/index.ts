export { forTexts, withSuggestions } from './read-suggestions.ts';
