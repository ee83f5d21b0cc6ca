import type { z } from 'zod';
import type { LearningState, suggestions, TextSuggestions } from '../../../../shared/contract/suggestions.ts';
import { suggest, type Model } from '../../../../shared/learning/index.ts';
import type { Call } from '../../rpc/call.ts';
import { learnerOf, type Known } from './learner.ts';
import { readOpenIds, readOpenTexts, usableThemes, type Asker, type OpenText } from './open-texts.ts';
import { hasBlindProject, type Teachers } from './read-examples.ts';
import { readSetting } from './setting.ts';

type Output<K extends 'forTexts' | 'withSuggestions'> = z.input<NonNullable<(typeof suggestions)[K]['~orpc']['outputSchema']>>;

/** Texts answered at once, as everywhere. */
const mostIds = 20_000;

/** What the answers of this feature begin with, and what they come from. */
export interface Standing {
  readonly status: { readonly isOn: boolean; readonly state: LearningState; readonly learnt: Learnt | null };
  readonly known: Known | null;
  readonly asker: Asker;
  readonly teachers: Teachers;
}

type Learnt = { readonly texts: number; readonly persons: number; readonly changedSince: number };

/** How it stands with a project's suggestions; starts learning where that is due. Where they are off, nothing is learnt. @throws AppError NOT_FOUND */
export function standing({ sql, session, actorId }: Call, projectId: string): Standing {
  const { isOn, isBlind } = readSetting(sql, projectId);
  const asker = { projectId, actorId, isOwnOnly: isBlind };
  // Where nobody codes blind it makes no difference who asks.
  const teachers = { actorId: isBlind || hasBlindProject(sql) ? actorId : '', isOwnOnly: isBlind };
  if (!isOn) return { status: { isOn, state: 'off', learnt: null }, known: null, asker, teachers };
  const known = learnerOf(session).know(teachers);
  const { knowledge, changedSince } = known;
  const learnt = knowledge === null ? null : { texts: knowledge.texts, persons: knowledge.persons, changedSince };
  const state = knowledge === null ? 'learning' : knowledge.lessons === null ? 'too-little' : 'ready';
  return { status: { isOn, state, learnt }, known, asker, teachers };
}

/** Suggestions for texts as they are now. @throws AppError NOT_FOUND */
export function forTexts(call: Call, { projectId, textIds }: { projectId: string; textIds: readonly string[] }): Output<'forTexts'> {
  const { status, known, asker } = standing(call, projectId);
  const model = known?.knowledge?.lessons?.model;
  if (model === undefined || textIds.length === 0) return { ...status, texts: [] };
  const usable = usableThemes(call.sql);
  return { ...status, texts: readOpenTexts(call.sql, textIds, asker).flatMap((text) => suggestFor(model, text, usable) ?? []) };
}

function suggestFor(
  model: Model,
  { id, body, language, except }: OpenText,
  usable: ReadonlySet<string>,
): z.input<typeof TextSuggestions> | null {
  const unusable = model.themes.filter((theme) => !usable.has(theme));
  const found = suggest(model, body, language, new Set([...except, ...unusable]));
  if (found.length === 0) return null;
  return { textId: id, themes: found.map(({ theme, sureness, words }) => ({ themeId: theme, sureness, words: [...words] })) };
}

/** Texts of a question, or of any, that have a suggestion now; `state` is learning while they are looked through. @throws AppError NOT_FOUND */
export function withSuggestions(
  call: Call,
  { projectId, variableId }: { projectId: string; variableId?: string | undefined },
): Output<'withSuggestions'> {
  const { status, known, asker, teachers } = standing(call, projectId);
  const knowledge = known?.knowledge ?? null;
  if (knowledge === null || knowledge.lessons === null) return { ...status, textIds: [] };
  const list = learnerOf(call.session).list(teachers, knowledge, projectId);
  if (list === null) return { ...status, state: 'learning', textIds: [] };
  const { model } = knowledge.lessons;
  const usable = usableThemes(call.sql);
  const open = readOpenIds(call.sql, [...list.keys()], asker, variableId ?? null).slice(0, mostIds);
  const texts = readOpenTexts(call.sql, open, asker);
  // Only where something was turned down or is out of use can the list be wrong; there it is asked anew.
  const isStill = (text: OpenText): boolean => {
    const themes = list.get(text.id) ?? [];
    return themes.some((theme) => usable.has(theme) && !text.except.has(theme)) || suggestFor(model, text, usable) !== null;
  };
  return { ...status, textIds: texts.filter(isStill).map(({ id }) => id) };
}
