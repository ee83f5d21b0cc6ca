/** A column that holds a theme's id, and what becomes of its rows when a theme goes. */
export interface ThemeReference {
  readonly table: string;
  readonly column: string;
  /** `part`: the theme's own, deleted with it. `use`: somebody rests on the theme, which then cannot be deleted. */
  readonly role: 'part' | 'use';
}

/**
 * Every column of the file that points to a theme. Merging hands each of them on and deleting asks each of them; a test holds the list
 * against the foreign keys of the file, so that a new table cannot be forgotten.
 */
export const themeReferences: readonly ThemeReference[] = [
  { table: 'theme', column: 'parent_id', role: 'use' },
  { table: 'coding', column: 'theme_id', role: 'use' },
  { table: 'consensus', column: 'theme_id', role: 'use' },
  { table: 'finding_evidence', column: 'theme_id', role: 'use' },
  { table: 'framework_cell', column: 'theme_id', role: 'use' },
  { table: 'framework_theme', column: 'theme_id', role: 'use' },
  { table: 'joint_display', column: 'theme_id', role: 'use' },
  { table: 'memo', column: 'theme_id', role: 'use' },
  { table: 'quick_theme', column: 'theme_id', role: 'part' },
  { table: 'suggestion_rejection', column: 'theme_id', role: 'part' },
  { table: 'theme_difference', column: 'other_theme_id', role: 'part' },
  { table: 'theme_difference', column: 'theme_id', role: 'part' },
  { table: 'theme_example', column: 'theme_id', role: 'part' },
  { table: 'theme_term', column: 'theme_id', role: 'part' },
];

/** Columns that point to rows which a merge may fold into another: a coding into a coding, a cell into a cell. Held against the file too. */
export const foldedReferences: readonly { readonly table: string; readonly column: string; readonly to: 'coding' | 'framework_cell' }[] = [
  { table: 'finding_evidence', column: 'framework_cell_id', to: 'framework_cell' },
  { table: 'framework_cell_quote', column: 'cell_id', to: 'framework_cell' },
  { table: 'memo', column: 'coding_id', to: 'coding' },
];

/** Ids of themes that something rests on, as SQL. */
export const usedThemesSql = themeReferences
  .filter(({ role }) => role === 'use')
  .map(({ table, column }) => `SELECT ${column} AS id FROM ${table} WHERE ${column} IS NOT NULL`)
  .join(' UNION ');
