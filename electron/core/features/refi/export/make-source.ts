import { wordsIn } from '../../../words.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import { derivedId } from '../../codebook/exchange/guid.ts';
import { writeTextFacts } from '../descriptions.ts';
import { toCodePoints } from '../positions.ts';
import type { RefiCoding, RefiSelection, RefiText } from '../refi-project.ts';
import type { LeavingText } from './read-texts.ts';
import type { LeavingCoding, LeavingMemo } from './read-work.ts';

/** Longest name of a selection: enough to know the words again. */
const nameLength = 60;

/** What texts are made with. */
export interface SourceContext {
  readonly language: Language;
  /** There is more than one wave to tell apart. */
  readonly hasWaves: boolean;
  readonly codingsOf: (textId: string) => readonly LeavingCoding[];
  /** GUIDs of the notes on a text, or on a coding. */
  readonly notesOf: (id: string) => readonly string[];
}

/** GUIDs of notes by what they are on: a coding, a text, a theme; those on the project under an empty text. */
export function notesByPlace(memos: readonly LeavingMemo[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, coding_id: coding, text_id: text, theme_id: theme } of memos) {
    const place = coding ?? text ?? theme ?? '';
    found.set(place, [...(found.get(place) ?? []), id]);
  }
  return found;
}

/** A text as a source, with its codings in code points. */
export function sourceOf(text: LeavingText, context: SourceContext): RefiText {
  const { id, body } = text;
  const rows = context.codingsOf(id);
  const points = toCodePoints(
    body,
    rows.flatMap((row) => [row.start_offset, row.end_offset]),
  );
  const { selections, whole } = placed(text, rows, points, context);
  return {
    guid: id,
    name: nameOf(text, context),
    description: writeTextFacts(text.facts),
    content: body,
    selections,
    codings: whole,
    notes: context.notesOf(id),
    by: null,
    at: null,
    line: 0,
  };
}

/** Codings of the same words share a selection; those of the whole text have none. */
function placed(
  { id, body }: LeavingText,
  rows: readonly LeavingCoding[],
  points: readonly number[],
  { notesOf }: SourceContext,
): { selections: RefiSelection[]; whole: RefiCoding[] } {
  const selections = new Map<string, RefiSelection>();
  const whole: RefiCoding[] = [];
  for (const [at, row] of rows.entries()) {
    const start = points[at * 2] ?? 0;
    const end = points[at * 2 + 1] ?? 0;
    const coding = {
      guid: row.id,
      code: row.theme_id,
      notes: notesOf(row.id),
      by: row.coder_id,
      at: row.coded_at,
      line: 0,
    };
    if (row.is_whole === 1) {
      whole.push(coding);
      continue;
    }
    const key = `${start} ${end}`;
    const known = selections.get(key);
    const words = body.slice(row.start_offset, row.end_offset);
    const made: RefiSelection = known ?? {
      guid: derivedId(`refi selection ${id} ${key}`),
      name: cut(words, nameLength),
      start,
      end,
      codings: [],
      notes: [],
      by: null,
      at: null,
      description: '',
      line: 0,
    };
    selections.set(key, { ...made, codings: [...made.codings, coding] });
  }
  return { selections: [...selections.values()], whole };
}

/** What a text is called in other programs: whose, to which question, which kind. */
function nameOf({ facts, interview, number, title, meeting }: LeavingText, { language, hasWaves }: SourceContext): string {
  const kind = facts.kind === 'answer' || facts.kind === 'document' ? '' : wordsIn(language)(`refi.file.${facts.kind}`);
  const parts = [
    interview?.code ?? '',
    number,
    title ?? '',
    meeting?.name ?? '',
    facts.instance === 0 ? '' : String(facts.instance),
    hasWaves ? (facts.wave?.name ?? '') : '',
    kind,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A memo as a note, with who wrote it and when. */
export function noteOf(memo: LeavingMemo): RefiText {
  return {
    guid: memo.id,
    name: cut(memo.body, nameLength),
    description: '',
    content: memo.body,
    selections: [],
    codings: [],
    notes: [],
    by: memo.written_by,
    at: memo.written_at,
    line: 0,
  };
}
