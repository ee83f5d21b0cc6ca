export { SuggestionChips, type SuggestionChipsProps } from './SuggestionChips.tsx';
export { SuggestionsPanel, type SuggestionsPanelProps } from './SuggestionsPanel.tsx';
export { SuggestionsButton } from './SuggestionsButton.tsx';
