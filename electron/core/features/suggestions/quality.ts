import type { z } from 'zod';
import type { suggestions, ThemeQuality } from '../../../../shared/contract/suggestions.ts';
import { fewestPersons, figuresOf, weightiest } from '../../../../shared/learning/index.ts';
import type { Call } from '../../rpc/call.ts';
import { standing } from './read-suggestions.ts';

type Quality = z.input<NonNullable<(typeof suggestions.quality)['~orpc']['outputSchema']>>;

const mostWords = 8;

/** What was learnt and how good it is for this project's people, by texts that were held out. @throws AppError NOT_FOUND */
export function readQuality(call: Call, projectId: string): Quality {
  const { status, known, asker } = standing(call, projectId);
  const base = { ...status, isOwnOnly: asker.isOwnOnly, fewestPersons };
  const knowledge = known?.knowledge ?? null;
  if (knowledge === null) return { ...base, measured: null, themes: [] };
  const { lessons, byTheme, projectOf } = knowledge;
  const heldOut = lessons?.heldOut.filter(({ person }) => projectOf.get(person) === projectId) ?? [];
  const taught = new Set(lessons?.model.themes);
  const { overall, byTheme: figures } = figuresOf(heldOut, [...taught], fewestPersons);
  const persons = new Set(heldOut.map(({ person }) => person)).size;
  const themes = [...byTheme].map(([themeId, counts]): z.input<typeof ThemeQuality> => {
    const isSuggested = taught.has(themeId);
    const measured = figures.get(themeId) ?? null;
    const words = lessons !== null && isSuggested ? weightiest(lessons.model, themeId, mostWords) : [];
    return { themeId, ...counts, isSuggested, measured, words };
  });
  return {
    ...base,
    measured: heldOut.length === 0 ? null : { texts: heldOut.length, persons, overall },
    themes: themes.toSorted((a, b) => b.persons - a.persons || (a.themeId < b.themeId ? -1 : 1)),
  };
}
