import type { SpeakerRole } from '../../../../../shared/contract/texts-documents.ts';
import { wordReplacer, type SpokenTurn, type WordReplacement } from '../../../../../shared/texts/index.ts';

/** A turn of the text as it will be stored. */
export interface StoredTurn {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly role: SpeakerRole | null;
  readonly startsMs: number | null;
  readonly endsMs: number | null;
}

export interface SpeakerName {
  readonly name: string;
  readonly role: SpeakerRole;
  /** What the text calls them. */
  readonly as: string;
}

/**
 * The text with words replaced and speakers under the names that were chosen for them, and where each turn then lies. Without chosen
 * speakers the names stay words of the text, and only turns of a recording, which have times, are kept.
 */
export function composeText(
  body: string,
  turns: readonly SpokenTurn[],
  choice: { readonly speakers: readonly SpeakerName[]; readonly replacements: readonly WordReplacement[] },
): { readonly body: string; readonly turns: StoredTurn[]; readonly replaced: number } {
  const replace = wordReplacer(choice.replacements);
  const speakers = new Map(choice.speakers.map((speaker) => [speaker.name, speaker]));
  const parts: string[] = [];
  const stored: StoredTurn[] = [];
  let length = 0;
  let replaced = 0;
  let at = 0;
  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const take = (to: number): void => {
    const { text, count } = replace(body.slice(at, to));
    replaced += count;
    at = to;
    add(text);
  };
  for (const turn of turns) {
    const speaker = turn.name === null ? undefined : speakers.get(turn.name);
    take(turn.labelStart);
    if (speaker === undefined) take(turn.start);
    else {
      add(`${speaker.as}: `);
      at = turn.start;
    }
    const start = length;
    take(turn.end);
    if ((speaker !== undefined || turn.startsMs !== null) && length > start)
      stored.push({
        start,
        end: length,
        speaker: speaker?.as ?? null,
        role: speaker?.role ?? null,
        startsMs: turn.startsMs,
        endsMs: turn.endsMs,
      });
  }
  take(body.length);
  return { body: parts.join(''), turns: stored, replaced };
}
