import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CodebookNote } from '../../../../../shared/contract/codebook-exchange.ts';
import type { RefiChange, RefiOutcome } from '../../../../../shared/contract/refi.ts';
import { ThemeId } from '../../../../../shared/model/ids.ts';
import { planImport, type ImportPlan } from '../../codebook/exchange/plan-import.ts';
import { plainName, themeDifferences } from '../../codebook/exchange/theme-differences.ts';
import { readCodebook } from '../../codebook/read-codebook.ts';
import { isBlind } from '../../coding/blind.ts';
import type { PlanContext, Tally } from './plan-context.ts';
import { planCodings, type PlannedCodings } from './plan-codings.ts';
import { planInterviews, type PlannedInterviews } from './plan-interviews.ts';
import { planMemos, type PlannedMemos } from './plan-memos.ts';
import { planPeople, tallyActors, type PlannedPeople } from './plan-people.ts';
import { planQuestions, type PlannedQuestions } from './plan-questions.ts';
import { planTexts, type PlannedTexts } from './plan-texts.ts';
import { planValues, type PlannedValues } from './plan-values.ts';

/** Everything that an import would do, before anything is written. */
export interface RefiPlan {
  readonly context: PlanContext;
  readonly codebook: ImportPlan;
  readonly people: PlannedPeople;
  readonly questions: PlannedQuestions;
  readonly interviews: PlannedInterviews;
  readonly values: PlannedValues;
  readonly texts: PlannedTexts;
  readonly codings: PlannedCodings;
  readonly memos: PlannedMemos;
  readonly outcome: RefiOutcome;
  readonly changes: readonly RefiChange[];
  readonly themeNotes: readonly CodebookNote[];
  /** A sign of what was planned: the same while it would come to the same. */
  readonly basis: string;
}

/** Decides what becomes of everything in a file. */
export function planProject(context: PlanContext): RefiPlan {
  // Told whether or not others have coded: how much would say something.
  if (isBlind(context.sql, context.target.projectId)) context.found.add('coded-blind', 0);
  const codebook = planThemes(context);
  const { themes } = context.file.project;
  const themeAt = (index: number): string | null => codebook.merged.ids[index] ?? null;
  const byGuid = new Map(themes.flatMap(({ guid }, at) => (guid === null ? [] : [[guid, themeAt(at)] as const])));
  const people = planPeople(context);
  const questions = planQuestions(context);
  const interviews = planInterviews(context, people, questions);
  const values = planValues(context, people, questions, interviews);
  const texts = planTexts(context, people, questions, interviews);
  const codings = planCodings(context, texts, people, (guid) => byGuid.get(guid) ?? null);
  const memos = planMemos(context, { people, texts, codings, themeAt });
  const outcome: RefiOutcome = {
    themes: themeTally(codebook),
    people: tallyActors(people, neededActors({ codings, memos })),
    persons: people.personTally,
    questions: questions.tally,
    values: values.tally,
    texts: texts.tally,
    codings: codings.tally,
    memos: memos.tally,
  };
  const changes = [...themeChanges(codebook, context), ...named(context, codebook, people)];
  const themeNotes = [...context.file.project.themeNotes.list(), ...codebook.notes];
  const basis = createHash('sha256')
    .update(JSON.stringify([outcome, changes, context.found.list(), themeNotes, context.target.name]))
    .digest('hex');
  return { context, codebook, people, questions, interviews, values, texts, codings, memos, outcome, changes, themeNotes, basis };
}

/** Ids of those who have coded or written something that comes in. */
export function neededActors({ codings, memos }: Pick<RefiPlan, 'codings' | 'memos'>): ReadonlySet<string> {
  return new Set([...codings.codings.map(({ coderId }) => coderId), ...memos.memos.map(({ by }) => by)]);
}

/** Themes as an import of the codebook alone would take them: by GUID, else by name. */
function planThemes({ sql, file, choices, newId }: PlanContext): ImportPlan {
  const ours = readCodebook(sql);
  const codebook = { format: 'qdpx', isOwn: file.project.isOwn, themes: file.project.themes, notes: [] } as const;
  const given = { language: choices.language, isLanguageGuessed: false, matching: 'loose', themes: {} } as const;
  const makeId = (): ThemeId => ThemeId.parse(newId());
  const plan = planImport(ours, codebook, given, makeId);
  if (choices.known === 'take') return plan;
  const kept = plan.choices.map(
    (choice, at) => [String(at), choice.as === 'same' ? { ...choice, take: 'ours' as const } : choice] as const,
  );
  return planImport(ours, codebook, { ...given, themes: Object.fromEntries(kept) }, makeId);
}

function themeTally({ ours, choices, merged }: ImportPlan): Tally {
  const before = new Map(ours.themes.map((theme) => [theme.id, JSON.stringify(theme)]));
  const after = new Map(merged.after.themes.map((theme) => [theme.id, JSON.stringify(theme)]));
  const same = new Set(choices.flatMap((choice) => (choice.as === 'same' ? [choice.themeId] : [])));
  const changed = [...same].filter((id) => before.get(id) !== after.get(id)).length;
  return {
    made: choices.filter(({ as }) => as === 'new').length,
    changed,
    same: same.size - changed,
    left: choices.filter(({ as }) => as === 'skip').length,
  };
}

function themeChanges({ ours, file, choices, merged }: ImportPlan, { choices: { language } }: PlanContext): RefiChange[] {
  const before = new Map(ours.themes.map((theme) => [theme.id, theme]));
  const after = new Map(merged.after.themes.map((theme) => [theme.id, theme]));
  const nameOf = (id: string): string => {
    const theme = after.get(ThemeId.parse(id));
    return theme === undefined ? id : plainName(theme, language);
  };
  return choices.flatMap((choice, at): RefiChange[] => {
    const theirs = file.themes[at];
    const own = choice.as === 'same' ? before.get(choice.themeId) : undefined;
    const then = choice.as === 'same' ? after.get(choice.themeId) : undefined;
    if (theirs === undefined || own === undefined || then === undefined) return [];
    return themeDifferences({ before: own, after: then, theirs, nameOf, theirParent: undefined }).map((one) => ({
      kind: 'theme',
      name: plainName(own, language),
      field: 'facts',
      ours: one.ours,
      theirs: one.theirs,
    }));
  });
}

const NameRow = z.object({ id: z.string(), name: z.string() });

/** Changes with names in the place of ids. */
function named({ sql, changes, choices }: PlanContext, { ours, merged }: ImportPlan, people: PlannedPeople): RefiChange[] {
  const themes = new Map<string, string>(
    [...ours.themes, ...merged.after.themes].map((theme) => [theme.id, plainName(theme, choices.language)]),
  );
  const actors = new Map(sql.all(NameRow, 'SELECT id, name FROM actor').map(({ id, name }) => [id, name]));
  for (const { id, name } of people.actors.values()) actors.set(id, name);
  const inWords: Partial<Record<RefiChange['field'], ReadonlyMap<string, string>>> = { theme: themes, coder: actors, author: actors };
  return changes.list.map((change) => {
    const names = inWords[change.field];
    return names === undefined
      ? change
      : { ...change, ours: names.get(change.ours) ?? change.ours, theirs: names.get(change.theirs) ?? change.theirs };
  });
}
