import { useRef } from 'react';
import type { Coding, GridRow, Polarity, TextCodings } from '../../../shared/contract/coding.ts';
import type { CodingId, TextId, ThemeId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { client } from '../../lib/client.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { lastCoding } from './chips.ts';

/** The text a deed is about, as it stands when the deed's turn comes. */
export interface DeedText {
  readonly textId: TextId;
  readonly code: string;
  readonly codings: readonly Coding[];
  readonly isDone: boolean;
}

/** What a deed is about, settled when the key is pressed: one row or all that are selected and, in one text, some of its words. */
export interface Target {
  readonly textIds: readonly TextId[];
  readonly range?: TextRange | undefined;
  /** The text under the hand as it stands when the deed's turn comes; undefined where there is no answer. */
  readonly read: () => DeedText | undefined;
}

export interface DeedsOptions {
  readonly nameOf: (themeId: string) => string;
  readonly patch: (texts: readonly TextCodings[]) => void;
  /** Says it to a screen reader. */
  readonly announce: (sentence: string) => void;
  /** Answers still without theme or reading. */
  readonly left: () => number;
  readonly questionNumber: string;
}

export interface CodingDeeds {
  readonly put: (target: Target, themeId: ThemeId) => void;
  readonly create: (target: Target, term: string, isWantedAnyway: boolean) => void;
  readonly same: (target: Target) => void;
  readonly noTheme: (target: Target) => void;
  readonly remove: (codingIds: readonly CodingId[]) => void;
  readonly removeLast: (target: Target) => void;
  readonly polarity: (target: Target, polarity: Polarity) => void;
  /** Turns the last theme to inferred or back; answers its id through `opened` when a reason may be given. */
  readonly certainty: (target: Target, opened: (codingId: CodingId) => void) => void;
  readonly giveReason: (codingId: CodingId, reason: string) => void;
  /** Runs after the deeds that stand in line. */
  readonly then: (work: () => Promise<void> | void) => void;
}

/**
 * Deeds of coding, one after the other: keys come faster than answers, and each deed must see what the one before left. What the
 * core answers is shown at once.
 */
export function useCodingDeeds(options: DeedsOptions): CodingDeeds {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const line = useRef<Promise<void>>(Promise.resolve());
  const lastCoded = useRef<TextId | null>(null);

  const enqueue = (work: () => Promise<void> | void): void => {
    line.current = line.current.then(work).catch(() => {});
  };
  const tell = (text: string): void => notice.set({ text, tone: 'neutral' });
  const show = (result: { texts: TextCodings[] } | undefined): boolean => {
    if (result !== undefined) options.patch(result.texts);
    return result !== undefined;
  };
  const sayCoded = (target: Target, themeId: ThemeId, applied: number): void => {
    const before = target.read();
    const isOne = target.textIds.length === 1 && before !== undefined;
    const left = Math.max(0, options.left() - (isOne ? Number(!before.isDone) : applied));
    const theme = options.nameOf(themeId);
    const code = `${before?.code ?? ''}${options.questionNumber === '' ? '' : `/${options.questionNumber}`}`;
    options.announce(
      isOne ? say('coding.said.coded', { theme, code, left }) : say('coding.said.codedMany', { theme, count: applied, left }),
    );
  };
  const apply = async (target: Target, themeId: ThemeId): Promise<void> => {
    const { textIds, range } = target;
    if (textIds.length === 0) return tell(say('coding.said.noAnswer'));
    const result = await save(() =>
      client.coding.apply({ textIds: [...textIds], themeId, ...(range === undefined ? {} : { range: { ...range } }) }),
    );
    if (result === undefined) return undefined;
    lastCoded.current = textIds.at(-1) ?? null;
    if (result.applied > 0) sayCoded(target, themeId, result.applied);
    else if (textIds.length === 1) tell(say('coding.said.already', { theme: options.nameOf(themeId) }));
    if (textIds.length > 1 && result.alreadyThere > 0)
      tell(say('coding.said.alreadySome', { count: result.alreadyThere, theme: options.nameOf(themeId) }));
    show(result);
    return undefined;
  };

  return {
    put: (target, themeId) => enqueue(() => apply(target, themeId)),
    create: (target, term, isWantedAnyway) =>
      enqueue(async () => {
        const made = await save(() => client.themes.create({ term, language, isWantedAnyway }));
        if (made !== undefined) await apply(target, made.themeId);
      }),
    same: (target) =>
      enqueue(async () => {
        const likeTextId = lastCoded.current;
        if (target.textIds.length === 0) return tell(say('coding.said.noAnswer'));
        if (likeTextId === null) return tell(say('coding.said.nothingToRepeat'));
        show(await save(() => client.coding.applySame({ textIds: [...target.textIds], likeTextId })));
        return undefined;
      }),
    noTheme: (target) =>
      enqueue(async () => {
        if (target.textIds.length === 0) return tell(say('coding.said.noAnswer'));
        const result = await save(() => client.coding.noTheme({ textIds: [...target.textIds], isOn: true }));
        show(result);
        if (result !== undefined && result.withThemes > 0 && target.textIds.length === 1) tell(say('coding.said.hasThemes'));
        return undefined;
      }),
    remove: (codingIds) => enqueue(async () => void show(await save(() => client.coding.remove({ codingIds: [...codingIds] })))),
    removeLast: (target) =>
      enqueue(async () => {
        const text = target.read();
        const last = text === undefined ? undefined : lastCoding(text.codings);
        if (last !== undefined) show(await save(() => client.coding.remove({ codingIds: [last.id] })));
        else if (text?.isDone === true) show(await save(() => client.coding.noTheme({ textIds: [text.textId], isOn: false })));
        else tell(say('coding.said.nothingToRemove'));
      }),
    polarity: (target, polarity) =>
      enqueue(async () => {
        const last = lastCoding(target.read()?.codings ?? []);
        if (last === undefined) return tell(say('coding.said.nothingToRemove'));
        show(await save(() => client.coding.setPolarity({ codingIds: [last.id], polarity: last.polarity === polarity ? null : polarity })));
        return undefined;
      }),
    certainty: (target, opened) =>
      enqueue(async () => {
        const last = lastCoding(target.read()?.codings ?? []);
        if (last === undefined) return tell(say('coding.said.nothingToRemove'));
        const certainty = last.certainty === 'explicit' ? 'inferred' : 'explicit';
        if (show(await save(() => client.coding.setCertainty({ codingId: last.id, certainty }))) && certainty === 'inferred')
          opened(last.id);
        return undefined;
      }),
    giveReason: (codingId, reason) =>
      enqueue(async () => void show(await save(() => client.coding.setCertainty({ codingId, certainty: 'inferred', reason })))),
    then: (work) => enqueue(work),
  };
}

/** A row's answer in the form deeds need; undefined where there is none. */
export function deedText(row: GridRow | undefined): DeedText | undefined {
  if (row === undefined || row.textId === null) return undefined;
  return { textId: row.textId, code: row.code, codings: row.codings, isDone: row.codings.length > 0 || row.reading !== null };
}
