import { z } from 'zod';
import { issuesListed, type CodingsReport } from '../../../../../shared/contract/exchange.ts';
import type { FileCodings } from '../../../../../shared/model/survey-file.ts';
import type { Statements } from '../../../db/statements.ts';
import { allTerms } from '../../themes/theme-terms.ts';
import { spellingKey } from '../reading/value-forms.ts';
import type { RowThemes } from './row-themes.ts';

const ThemeRow = z.object({ id: z.string(), is_codable: z.int(), status: z.string() });

/** Finds the theme that a label names by any of its words in any language; undefined where there is none. */
export type ThemeMatcher = (label: string) => string | undefined;

/**
 * Themes by all their words. A theme in use goes before a retired one that has the same word; one that only holds others is never
 * matched, for nothing can be coded with it. Of several, the first in the codebook's own order. Only case, blanks and kinds of dash
 * and apostrophe may differ: short codes such as "a" and "aa" are two themes.
 */
export function createThemeMatcher(sql: Statements): ThemeMatcher {
  const themes = sql.all(ThemeRow, "SELECT id, is_codable, status FROM theme ORDER BY status = 'retired', number, id");
  const terms = Map.groupBy(allTerms(sql), (row) => row.theme_id);
  const byWord = new Map<string, string>();
  for (const kind of ['preferred', 'synonym'] as const) {
    for (const theme of themes) {
      if (theme.is_codable === 0) continue;
      for (const row of terms.get(theme.id) ?? [])
        if (row.kind === kind && !byWord.has(spellingKey(row.term))) byWord.set(spellingKey(row.term), theme.id);
    }
  }
  return (label) => byWord.get(spellingKey(label));
}

/** Counts what rows' themes come to, before and after they are written. */
export interface CodingsTally {
  /** `isPlaced` says of a question's place whether the row has an answer there that the themes belong to. */
  readonly add: (themes: readonly RowThemes[], isPlaced: (question: number) => boolean) => void;
  readonly report: () => CodingsReport;
}

/** A tally that knows which labels are themes already, and which blocks are of one coder. */
export function createCodingsTally(match: ThemeMatcher, blocks: readonly FileCodings[]): CodingsTally {
  const known = new Set<string>();
  const fresh = new Map<string, string>();
  const counts = { texts: 0, codings: 0, withoutAnswer: 0 };
  return {
    add: (themes, isPlaced) => {
      const placed = themes.filter(({ question }) => isPlaced(question));
      const texts = new Set(placed.map(({ question }) => question)).size;
      counts.texts += texts;
      counts.withoutAnswer += new Set(themes.map(({ question }) => question)).size - texts;
      // The same theme by two coders is two codings; the same by one coder in two columns is one.
      const pairs = new Set<string>();
      for (const { question, block, labels } of placed) {
        for (const label of labels) {
          const id = match(label);
          if (id !== undefined) known.add(id);
          else if (!fresh.has(spellingKey(label))) fresh.set(spellingKey(label), label);
          pairs.add(`${question} ${id ?? spellingKey(label)} ${blocks[block]?.coder?.toLowerCase() ?? ''}`);
        }
      }
      counts.codings += pairs.size;
    },
    report: () => ({
      ...counts,
      knownThemes: known.size,
      newThemes: fresh.size,
      newNames: [...fresh.values()].slice(0, issuesListed),
    }),
  };
}
