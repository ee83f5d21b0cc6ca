import type { Certainty, Coding, Level, Polarity, TextCodings } from '../../../shared/contract/coding.ts';
import type { TextView } from '../../../shared/contract/texts.ts';
import type { CodingId, ThemeId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { client } from '../../lib/client.ts';
import { afterDeeds } from '../../lib/deed-line.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { ownOfTheme, useTextCodings } from './use-text-view.ts';

/** What can be done to the codings of one text. */
export type TextDeeds = ReturnType<typeof useTextDeeds>;

interface DeedsOptions {
  readonly view: TextView;
  readonly nameOf: (themeId: string) => string;
  /** Says it to a screen reader. */
  readonly announce: (sentence: string) => void;
}

/** Deeds on one text, one after the other: keys come faster than answers, and each deed must see what the one before left. */
export function useTextDeeds({ view, nameOf, announce }: DeedsOptions) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const { known, take } = useTextCodings(view);
  const tell = (text: string): void => notice.set({ text, tone: 'neutral' });
  const enqueue = (work: () => Promise<void>): void => {
    void afterDeeds(work).catch(() => {});
  };
  /** A change of codings that are there. */
  const change = async (codingIds: CodingId[], work: () => Promise<{ texts: TextCodings[] }>): Promise<boolean> => {
    const result = await save(work);
    if (result !== undefined) await take(result.texts, codingIds);
    return result !== undefined;
  };
  const put = async (range: TextRange, themeId: ThemeId): Promise<CodingId | undefined> => {
    const own = ownOfTheme(known().codings, themeId);
    const result = await save(() => client.coding.apply({ textIds: [view.textId], themeId, range }));
    if (result === undefined) return undefined;
    await take(result.texts, [...new Set([...own, ...result.codingIds])]);
    const theme = nameOf(themeId);
    if (result.applied === 0) tell(say('coding.said.already', { theme }));
    else announce(say('texts.said.coded', { theme, count: range.end - range.start }));
    return result.codingIds[0];
  };
  return {
    put: (range: TextRange, themeId: ThemeId, done: (codingId: CodingId) => void) =>
      enqueue(async () => {
        const codingId = await put(range, themeId);
        if (codingId !== undefined) done(codingId);
      }),
    create: (range: TextRange, term: string, isWantedAnyway: boolean, done: (codingId: CodingId) => void) =>
      enqueue(async () => {
        const made = await save(() => client.themes.create({ term, language, isWantedAnyway }));
        const codingId = made === undefined ? undefined : await put(range, made.themeId);
        if (codingId !== undefined) done(codingId);
      }),
    remove: (coding: Coding) =>
      enqueue(async () => void (await change([coding.id], () => client.coding.remove({ codingIds: [coding.id] })))),
    setPolarity: (coding: Coding, polarity: Polarity | null) =>
      enqueue(async () => void (await change([coding.id], () => client.coding.setPolarity({ codingIds: [coding.id], polarity })))),
    setCertainty: (coding: Coding, certainty: Certainty, reason?: string) =>
      enqueue(
        async () =>
          void (await change([coding.id], () =>
            client.coding.setCertainty({ codingId: coding.id, certainty, ...(reason === undefined ? {} : { reason }) }),
          )),
      ),
    setAbout: (coding: Coding, about: { readonly level?: Level | null; readonly serviceId?: string | null }) =>
      enqueue(async () => void (await change([coding.id], () => client.coding.setAbout({ codingIds: [coding.id], ...about })))),
    setRange: (coding: Coding, range: TextRange) =>
      enqueue(async () => void (await change([coding.id], () => client.coding.setRange({ codingId: coding.id, range })))),
    keep: (coding: Coding) =>
      enqueue(async () => void (await change([coding.id], () => client.texts.settleDoubtful({ codingIds: [coding.id] })))),
    noTheme: () =>
      enqueue(async () => {
        const result = await save(() => client.coding.noTheme({ textIds: [view.textId], isOn: true }));
        if (result !== undefined) await take(result.texts, []);
        if (result !== undefined && result.withThemes > 0) tell(say('coding.said.hasThemes'));
      }),
  };
}
