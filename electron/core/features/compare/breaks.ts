import type { BreakReason } from '../../../../shared/contract/compare.ts';
import { wavesAcross } from '../../analysis/place-column.ts';
import type { QuestionForm } from '../../analysis/questions.ts';
import type { Units } from '../../analysis/units.ts';
import type { KnownPlaces } from '../../places/place-register.ts';

/** A wave that differs from the one before. */
export interface WaveBreak {
  readonly column: string;
  readonly reason: BreakReason;
}

/** Changes of a question up to a version, oldest first. */
function changesUpTo(forms: readonly QuestionForm[], versionId: string): readonly QuestionForm[] {
  const own = forms.find((form) => form.versionId === versionId);
  if (own === undefined) return [];
  return forms.filter(
    ({ comparability, versionNumber }) =>
      versionNumber <= own.versionNumber && (comparability === 'changed-wording' || comparability === 'changed-options'),
  );
}

/** Versions that the persons of a wave were asked by and that ask the question. */
function versionsIn({ versionIds, waveIndex }: Units, forms: readonly QuestionForm[], wave: number): readonly string[] {
  const found = new Set(versionIds.filter((_, unit) => waveIndex[unit] === wave));
  return [...found].filter((id) => forms.some(({ versionId }) => versionId === id));
}

/** The question is not the one that the wave before was asked. */
function questionBreak(units: Units, forms: readonly QuestionForm[], before: number, wave: number): BreakReason | null {
  const known = new Set(versionsIn(units, forms, before).flatMap((id) => changesUpTo(forms, id).map(({ questionId }) => questionId)));
  const now = versionsIn(units, forms, wave).flatMap((id) => changesUpTo(forms, id));
  const fresh = now.filter(({ questionId }) => !known.has(questionId));
  if (fresh.length === 0) return null;
  return fresh.some(({ comparability }) => comparability === 'changed-options') ? 'changed-options' : 'changed-wording';
}

/** Waves with persons who count, oldest first, by their place among the project's. */
export function wavesWithPersons({ waves, waveIndex }: Units): readonly number[] {
  const present = new Set(waveIndex);
  return [...waves.keys()].filter((wave) => present.has(wave));
}

/**
 * Where figures of a question cannot be joined from wave to wave: its wording or its answers were changed (as decided in the questionnaire), or places that
 * the persons come from have other borders than before.
 * @param forms the wordings of the question
 * @param answered ids of the waves that somebody has answered it in: the others stand between nothing
 */
export function breaksBetween(
  units: Units,
  forms: readonly QuestionForm[],
  places: KnownPlaces,
  answered: ReadonlySet<string>,
): readonly WaveBreak[] {
  const { marks } = wavesAcross(places, units);
  const waves = wavesWithPersons(units).filter((wave) => answered.has(units.waves[wave]?.id ?? ''));
  const marked = new Set<string>();
  return waves.flatMap((wave, at): WaveBreak[] => {
    const before = waves[at - 1];
    const fresh = (marks[wave] ?? '').split('\u2009').filter((mark) => mark !== '' && !marked.has(mark));
    for (const mark of fresh) marked.add(mark);
    if (before === undefined) return [];
    const reason = questionBreak(units, forms, before, wave) ?? (fresh.length > 0 ? 'boundary' : null);
    const column = units.waves[wave]?.id;
    return reason === null || column === undefined ? [] : [{ column, reason }];
  });
}
