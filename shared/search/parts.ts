/** Parts of the search, in the order of the screen. */
export const searchParts = ['themes', 'answers', 'documents', 'minutes', 'outcomes', 'notes', 'registers', 'questions', 'reports'] as const;
export type SearchPart = (typeof searchParts)[number];
