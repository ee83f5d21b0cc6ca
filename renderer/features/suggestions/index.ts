export { SuggestionChips, type SuggestionChipsProps } from './SuggestionChips.tsx';
export { SuggestionsButton } from './SuggestionsButton.tsx';
