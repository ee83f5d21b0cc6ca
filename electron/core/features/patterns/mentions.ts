import type { Mentions } from '../../../../shared/contract/patterns.ts';
import { ThemeId } from '../../../../shared/model/ids.ts';
import type { PatternMaterial } from './read-material.ts';

/** What is counted of one theme. */
class Tally {
  readonly byPerson = new Map<number, number>();
  readonly interviews = new Set<number>();
  mentions = 0;

  add(speakers: readonly number[], interviewKey: number | null): void {
    this.mentions += 1;
    for (const speaker of speakers) this.byPerson.set(speaker, (this.byPerson.get(speaker) ?? 0) + 1);
    if (interviewKey !== null) this.interviews.add(interviewKey);
  }
}

/** Persons, mentions and the most of one person per theme; themes nobody mentions are left out. In the order of the tree. */
export function countMentions({ segments, texts, themeIds }: PatternMaterial): Mentions[] {
  const tallies = themeIds.map(() => new Tally());
  // Until where the theme's open mention goes, in the text at hand.
  const openText = new Int32Array(themeIds.length).fill(-1);
  const openEnd = new Int32Array(themeIds.length);
  for (const [at, theme] of segments.theme.entries()) {
    const [text, start, end] = [segments.text[at] ?? -1, segments.start[at] ?? 0, segments.end[at] ?? 0];
    if (openText[theme] === text && start < (openEnd[theme] ?? 0)) {
      openEnd[theme] = Math.max(openEnd[theme] ?? 0, end);
      continue;
    }
    openText[theme] = text;
    openEnd[theme] = end;
    const said = texts[text];
    if (said !== undefined) tallies[theme]?.add(said.speakers, said.interviewKey);
  }
  return tallies.flatMap(({ byPerson, interviews, mentions }, at) => {
    if (mentions === 0) return [];
    const most = byPerson.values().reduce((largest, count) => Math.max(largest, count), 0);
    return [
      {
        themeId: ThemeId.parse(themeIds[at]),
        persons: byPerson.size,
        mentions,
        most,
        isOneVoice: mentions >= 2 && 2 * most > mentions,
        interviews: interviews.size,
      },
    ];
  });
}
