export { withSuggestions } from './read-suggestions.ts';
