import { daysAfter, momentOn } from './days.ts';
import type { SampleWriter, WrittenText } from './sample-writer.ts';
import { readThemeMark, type ThemeMark } from './theme-mark.ts';

/** Exactly so many codings are in the sample; the second reading of the control texts is cut to fit. */
export const codingCount = 400;
/** Answers of the last wave that nobody has coded yet. */
const uncodedCount = 20;

/** Themes that speak of one person's case, a service or the system by what they are. */
const levels: ReadonlyMap<string, 'individual' | 'service' | 'system'> = new Map([
  ['04', 'service'],
  ['09', 'service'],
  ['15', 'individual'],
  ['16', 'individual'],
  ['17', 'individual'],
  ['18', 'system'],
  ['20', 'system'],
  ['21', 'system'],
  ['25', 'service'],
]);

interface Reading {
  readonly text: WrittenText;
  readonly marks: readonly ThemeMark[];
  readonly coder: 'even' | 'solfrid';
  readonly at: string;
}

/** Codes the texts as the sources say: one coder reads each text, the other reads some again and does not always agree. */
export function writeCodings(writer: SampleWriter): void {
  const readings = firstReadings(writer);
  let written = 0;
  for (const reading of readings) {
    for (const mark of reading.marks) writeCoding(writer, reading, mark, (written += 1));
    writeState(writer, reading);
  }
  for (const reading of secondReadings(writer, readings)) {
    const left = codingCount - written;
    if (left === 0) return;
    for (const mark of reading.marks.slice(0, left)) writeCoding(writer, reading, mark, (written += 1));
    writeState(writer, reading);
  }
  if (written !== codingCount) throw new Error(`${String(written)} codings instead of ${String(codingCount)}`);
}

function firstReadings(writer: SampleWriter): Reading[] {
  const waiting = new Set(
    writer.chance
      .shuffled(writer.texts.filter((text) => text.key.startsWith('b') && text.saidOn > '2025' && text.themes.length > 0))
      .slice(0, uncodedCount)
      .map((text) => text.id),
  );
  return writer.texts
    .filter((text) => !waiting.has(text.id))
    .map((text, index) => ({
      text,
      coder: index % 2 === 0 ? 'even' : 'solfrid',
      at: readAt(text, index),
      marks: text.themes.map((mark) => readThemeMark(mark, text.body)),
    }));
}

/** Answers are read some weeks after the wave, minutes in the week after the meeting. */
function readAt(text: WrittenText, index: number): string {
  return momentOn(daysAfter(text.saidOn, text.kind === 'minutes' ? 5 : 24), 8 * 60 + ((index * 7) % 360));
}

/** Every third coded answer is read once more by the other coder, the handwritten ones of the sources first. */
function secondReadings(writer: SampleWriter, readings: readonly Reading[]): Reading[] {
  const answers = readings.filter(({ text, marks }) => text.kind === 'answer' && text.project === 'bsb' && marks.length > 0);
  const [early, late] = [answers.filter((_, index) => index % 3 === 0), answers.filter((_, index) => index % 3 !== 0)];
  return [...early, ...late].map(({ text, marks, coder, at }) => ({
    text,
    coder: coder === 'even' ? 'solfrid' : 'even',
    at: new Date(Date.parse(at) + 9 * 24 * 60 * 60 * 1000).toISOString(),
    marks: marks.flatMap((mark) => readAgain(writer, text, mark)),
  }));
}

/** Mostly the same; sometimes wider, sometimes the broader theme, sometimes another polarity, sometimes nothing. */
function readAgain(writer: SampleWriter, text: WrittenText, mark: ThemeMark): ThemeMark[] {
  const { chance } = writer;
  const parent = writer.sources.themes.themes.find((theme) => theme.number === mark.theme)?.parent;
  const draw = chance.below(100);
  if (draw < 60) return [mark];
  if (draw < 74) return [{ ...mark, start: 0, end: text.body.length, isWhole: true }];
  if (draw < 84 && parent !== null && parent !== undefined) return [{ ...mark, theme: parent }];
  if (draw < 92) return [{ ...mark, polarity: mark.polarity === 'negative' ? 'mixed' : mark.polarity === null ? 'neutral' : null }];
  return [];
}

function writeCoding(writer: SampleWriter, reading: Reading, mark: ThemeMark, nth: number): void {
  const row = {
    text_id: reading.text.id,
    theme_id: writer.id('theme', mark.theme),
    coder_id: writer.id('actor', reading.coder),
    is_whole: mark.isWhole,
    start_offset: mark.start,
    end_offset: mark.end,
    certainty: mark.inferredBecause === null ? 'explicit' : 'inferred',
    reason: mark.inferredBecause,
    polarity: mark.polarity,
    level: levels.get(mark.theme),
    origin: nth % 41 === 0 ? 'accepted-suggestion' : nth % 67 === 0 ? 'search' : 'coder',
    is_doubtful: !mark.isWhole && nth % 60 === 0,
    coded_at: reading.at,
  };
  const id = writer.add('coding', row);
  if (nth % 110 !== 0) return;
  const body = 'Se på denne sammen. Kan også leses som at det gjelder hele tjenesten.';
  writer.add('memo', {
    project_id: writer.id('project', reading.text.project),
    coding_id: id,
    body,
    written_by: writer.id('actor', reading.coder),
    written_at: reading.at,
  });
}

function writeState(writer: SampleWriter, { text, marks, coder, at }: Reading): void {
  if (text.kind !== 'answer') return;
  writer.add('text_reading', {
    text_id: text.id,
    coder_id: writer.id('actor', coder),
    state: marks.length === 0 ? 'no-theme' : 'done',
    read_at: at,
  });
}
