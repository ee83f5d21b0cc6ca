import type { CodebookSnapshot, CodebookTheme } from '../../../shared/model/codebook.ts';
import { codebookName, type CodebookChange } from '../../../shared/model/codebook-diff.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';

/** One change in words: what it is, and the texts before and after where there are any. */
export interface ChangeWords {
  readonly what: string;
  readonly language?: Language;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** All changes of one theme, with what it is called. */
export interface ThemeChanges {
  readonly themeId: string;
  readonly name: string;
  readonly changes: readonly ChangeWords[];
}

/** Changes theme by theme, in words of the reader's language. Names are those of the later codebook, of themes that are gone the earlier's. */
export function changesByTheme(
  {
    changes,
    before,
    after,
  }: { readonly changes: readonly CodebookChange[]; readonly before: CodebookSnapshot; readonly after: CodebookSnapshot },
  language: Language,
  say: Say,
): ThemeChanges[] {
  const themes = new Map<string, CodebookTheme>([...before.themes, ...after.themes].map((theme) => [theme.id, theme]));
  const nameOf = (id: string | null): string => {
    const theme = id === null ? undefined : themes.get(id);
    return theme === undefined ? say('codebook.change.top') : codebookName(theme, language);
  };
  return [...Map.groupBy(changes, (change) => change.themeId)].map(([themeId, own]) => ({
    themeId,
    name: nameOf(themeId),
    changes: own.map((change) => inWords(change, { nameOf, parentOf: (id) => themes.get(id)?.parentId ?? null, say })),
  }));
}

interface Names {
  readonly nameOf: (id: string | null) => string;
  readonly parentOf: (id: string) => string | null;
  readonly say: Say;
}

function inWords(change: CodebookChange, { nameOf, parentOf, say }: Names): ChangeWords {
  switch (change.kind) {
    case 'added': {
      const parent = parentOf(change.themeId);
      return { what: parent === null ? say('codebook.change.added') : say('codebook.change.addedUnder', { parent: nameOf(parent) }) };
    }
    case 'merged':
      return { what: say('codebook.change.merged', { into: nameOf(change.intoId) }) };
    case 'moved':
      return { what: say('codebook.change.moved', { from: nameOf(change.fromId), to: nameOf(change.toId) }) };
    case 'removed':
    case 'retired':
    case 'returned':
      return { what: say(`codebook.change.${change.kind}`) };
    case 'codable':
      return { what: say('codebook.change.codable', { isCodable: change.isCodable ? 'yes' : 'no' }) };
    case 'differs': {
      const ids = { added: 'differsAdded', removed: 'differsRemoved', changed: 'differsChanged' } as const;
      return { what: say(`codebook.change.${ids[change.is]}`, { other: nameOf(change.otherId) }) };
    }
    case 'synonyms':
    case 'examples':
      return { ...titled(change, say), before: change.removed, after: change.added };
    default:
      return { ...titled(change, say), before: one(change.before), after: one(change.after) };
  }
}

type Worded = Extract<CodebookChange, { readonly language: Language }>;

function titled({ kind, language }: Worded, say: Say): { what: string; language: Language } {
  return { what: say(`codebook.change.${kind}`, { language: say(`themes.language.${language}`) }), language };
}

function one(text: string | null): string[] {
  return text === null ? [] : [text];
}
