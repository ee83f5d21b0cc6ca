import { useRef } from 'react';
import type { Coding, GridRow, Level, Polarity, TextCodings, TextPlace } from '../../../shared/contract/coding.ts';
import type { CodingId, TextId, ThemeId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { client } from '../../lib/client.ts';
import { afterDeeds } from '../../lib/deed-line.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { lastCoding } from './chips.ts';
import { placeOf } from './row-parts.ts';

/** The words a deed is about, as they stand when the deed's turn comes. */
export interface DeedText {
  readonly textId: TextId;
  readonly code: string;
  readonly codings: readonly Coding[];
  readonly isDone: boolean;
}

/** What a deed is about, settled when the key is pressed: one row or all that are selected and, in one text, some of its words. */
export interface Target {
  readonly places: readonly TextPlace[];
  /** Offsets in the whole text. */
  readonly range?: TextRange | undefined;
  /** The text under the hand as it stands when the deed's turn comes; undefined where there is no answer. */
  readonly read: () => DeedText | undefined;
}

/** What codings are about; what is left out stays. */
export interface About {
  readonly level?: Level | null;
  readonly serviceId?: string | null;
}

export interface DeedsOptions {
  readonly nameOf: (themeId: string) => string;
  readonly patch: (texts: readonly TextCodings[]) => void;
  /** Reads what is shown anew: a change of very many texts answers with the first of them only. */
  readonly readAnew: () => void;
  /** Says it to a screen reader. */
  readonly announce: (sentence: string) => void;
  /** Answers still without theme or reading. */
  readonly left: () => number;
  /** Number of the question that the row under the hand answers; empty where there is none. */
  readonly numberOf: () => string;
}

export interface CodingDeeds {
  readonly put: (target: Target, themeId: ThemeId) => void;
  readonly create: (target: Target, term: string, isWantedAnyway: boolean) => void;
  readonly same: (target: Target) => void;
  readonly noTheme: (target: Target) => void;
  readonly remove: (codingIds: readonly CodingId[]) => void;
  readonly removeLast: (target: Target) => void;
  /** Of the last theme put on the row; of all that are selected, the theme that was put last. The same tone again takes it off one row. */
  readonly polarity: (target: Target, polarity: Polarity) => void;
  /** What the same codings are about; null takes it off. */
  readonly about: (target: Target, about: About) => void;
  /** Tone and what it is about of given codings: those of a chip. */
  readonly setPolarity: (codingIds: readonly CodingId[], polarity: Polarity | null) => void;
  readonly setAbout: (codingIds: readonly CodingId[], about: About) => void;
  readonly setCertainty: (codingIds: readonly CodingId[], certainty: Coding['certainty']) => void;
  readonly accept: (textId: TextId, themeId: ThemeId) => void;
  readonly reject: (textId: TextId, themeId: ThemeId) => void;
  /** Turns the last theme to inferred or back; answers its id through `opened` when a reason may be given. */
  readonly certainty: (target: Target, opened: (codingId: CodingId) => void) => void;
  readonly giveReason: (codingId: CodingId, reason: string) => void;
  /** Runs after the deeds that stand in line. */
  readonly then: (work: () => Promise<void> | void) => void;
}

/** Texts a change answers with at most. */
const mostAnswered = 500;

/**
 * Deeds of coding, one after the other: keys come faster than answers, and each deed must see what the one before left. What the
 * core answers is shown at once.
 */
export function useCodingDeeds(options: DeedsOptions): CodingDeeds {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const lastCoded = useRef<TextPlace | null>(null);
  const lastTheme = useRef<ThemeId | null>(null);

  const enqueue = (work: () => Promise<void> | void): void => {
    void afterDeeds(work).catch(() => {});
  };
  const tell = (text: string): void => notice.set({ text, tone: 'neutral' });
  const show = (result: { texts: TextCodings[] } | undefined): boolean => {
    if (result === undefined) return false;
    options.patch(result.texts);
    if (result.texts.length >= mostAnswered) options.readAnew();
    return true;
  };
  const sayCoded = (target: Target, themeId: ThemeId, applied: number): void => {
    const before = target.read();
    const isOne = target.places.length === 1 && before !== undefined;
    const left = Math.max(0, options.left() - (isOne ? Number(!before.isDone) : applied));
    const theme = options.nameOf(themeId);
    const number = options.numberOf();
    const code = `${before?.code ?? ''}${number === '' ? '' : `/${number}`}`;
    options.announce(
      isOne ? say('coding.said.coded', { theme, code, left }) : say('coding.said.codedMany', { theme, count: applied, left }),
    );
  };
  const apply = async (target: Target, themeId: ThemeId): Promise<void> => {
    const { places, range } = target;
    const [first] = places;
    if (first === undefined) return tell(say('coding.said.noAnswer'));
    const result = await save(() =>
      client.coding.apply({
        ...(range === undefined ? { textIds: [], places: [...places] } : { textIds: [first.textId], range: { ...range } }),
        themeId,
      }),
    );
    if (result === undefined) return undefined;
    lastCoded.current = places.at(-1) ?? null;
    lastTheme.current = themeId;
    if (result.applied > 0) sayCoded(target, themeId, result.applied);
    else if (places.length === 1) tell(say('coding.said.already', { theme: options.nameOf(themeId) }));
    if (places.length > 1 && result.alreadyThere > 0)
      tell(say('coding.said.alreadySome', { count: result.alreadyThere, theme: options.nameOf(themeId) }));
    show(result);
    return undefined;
  };
  /** The codings a key about "the last theme" means; none is said. */
  const lastOn = async (target: Target): Promise<{ codingIds: CodingId[]; only: Coding | null } | null> => {
    const themeId = lastTheme.current;
    if (target.places.length > 1 && themeId !== null) {
      const { codingIds } = await client.coding.ownCodings({ themeId, places: [...target.places] });
      if (codingIds.length > 0) return { codingIds, only: null };
    }
    const last = target.places.length > 1 ? undefined : lastCoding(target.read()?.codings ?? []);
    if (last !== undefined) return { codingIds: [last.id], only: last };
    tell(say('coding.said.nothingToRemove'));
    return null;
  };
  const setPolarity = async (codingIds: readonly CodingId[], polarity: Polarity | null): Promise<void> => {
    if (!show(await save(() => client.coding.setPolarity({ codingIds: [...codingIds], polarity }))) || codingIds.length === 1) return;
    tell(say('coding.said.toneMany', { count: codingIds.length, tone: say(`coding.polarity.${polarity ?? 'none'}`) }));
  };
  const setAbout = async (codingIds: readonly CodingId[], about: About): Promise<void> => {
    if (!show(await save(() => client.coding.setAbout({ codingIds: [...codingIds], ...about }))) || codingIds.length === 1) return;
    tell(say('coding.said.aboutMany', { count: codingIds.length }));
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
        const like = lastCoded.current;
        if (target.places.length === 0) return tell(say('coding.said.noAnswer'));
        if (like === null) return tell(say('coding.said.nothingToRepeat'));
        const given = { likeTextId: like.textId, ...(like.range === null ? {} : { likeRange: like.range }) };
        show(await save(() => client.coding.applySame({ textIds: [], places: [...target.places], ...given })));
        return undefined;
      }),
    noTheme: (target) =>
      enqueue(async () => {
        if (target.places.length === 0) return tell(say('coding.said.noAnswer'));
        // Read is said of a text: of one paragraph it would be said of all the others too.
        const whole = target.places.filter((place) => place.range === null);
        if (whole.length === 0) return tell(say('coding.said.partOfText'));
        const result = await save(() => client.coding.noTheme({ textIds: whole.map((place) => place.textId), isOn: true }));
        show(result);
        if (result !== undefined && result.withThemes > 0 && target.places.length === 1) tell(say('coding.said.hasThemes'));
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
        const on = await lastOn(target);
        if (on !== null) await setPolarity(on.codingIds, on.only?.polarity === polarity ? null : polarity);
      }),
    about: (target, about) =>
      enqueue(async () => {
        const on = await lastOn(target);
        if (on !== null) await setAbout(on.codingIds, about);
      }),
    setPolarity: (codingIds, polarity) => enqueue(() => setPolarity(codingIds, polarity)),
    setAbout: (codingIds, about) => enqueue(() => setAbout(codingIds, about)),
    setCertainty: (codingIds, certainty) =>
      enqueue(async () => {
        for (const codingId of codingIds) show(await save(() => client.coding.setCertainty({ codingId, certainty })));
      }),
    accept: (textId, themeId) =>
      enqueue(async () => {
        const after = await save(() => client.suggestions.accept({ textId, themeId }));
        if (after === undefined) return;
        lastCoded.current = { textId, range: null };
        lastTheme.current = themeId;
        options.patch([after]);
      }),
    reject: (textId, themeId) => enqueue(async () => void (await save(() => client.suggestions.reject({ textId, themeId })))),
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
  const place = row === undefined ? null : placeOf(row);
  if (row === undefined || place === null) return undefined;
  return { textId: place.textId, code: row.code, codings: row.codings, isDone: row.codings.length > 0 || row.reading !== null };
}
