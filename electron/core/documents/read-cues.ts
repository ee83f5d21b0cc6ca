import { clockMs, type SpokenTurn } from '../../../shared/texts/index.ts';
import { documentError } from './document-text.ts';

/** One subtitle: when, who if it says so, and what. */
interface Cue {
  readonly startsMs: number;
  readonly endsMs: number;
  readonly speaker: string | null;
  readonly words: string;
}

/** Subtitles joined into turns: a line each, the speaker's name first where there is one. */
export interface CueText {
  readonly body: string;
  readonly turns: readonly SpokenTurn[];
  /** Styles and placings that were left out. */
  readonly styles: number;
}

const timing = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s+-->\s+((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})(.*)$/u;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '', quot: '"', apos: "'" };
const namedSpeaker = /^(?:-\s*)?(?<name>\p{Lu}[\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}(][\p{L}\p{N}.'’()-]*){0,2}):\s+/u;
/** A silence as long as this begins a new paragraph where nobody is named. */
const silenceMs = 2500;
/** And so does a sentence's end once a paragraph has as many characters. */
const longParagraph = 600;

/** What of a text is subtitles, by its first lines; null for any other text. */
export function cueFormat(text: string): 'vtt' | 'srt' | null {
  if (/^\uFEFF?WEBVTT(?:[ \t\n]|$)/u.test(text)) return 'vtt';
  return /^\s*\d+[ \t]*\n\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s+-->\s/u.test(text.slice(0, 2000)) ? 'srt' : null;
}

/**
 * Reads WebVTT (W3C, 2019) or SubRip: cues with their times and voices; notes, styles and regions are not words. Cues in a row by one
 * speaker are one turn. @param text with line feeds only. @throws AppError FILE_UNREADABLE without a single cue
 */
export function readCues(text: string): CueText {
  const { cues, styles } = listCues(text);
  if (cues.length === 0) throw documentError('no-cues');
  const joined = joinCues(cues);
  const parts: string[] = [];
  const turns: SpokenTurn[] = [];
  let at = 0;
  for (const { speaker, words, startsMs, endsMs } of joined) {
    const label = speaker === null ? '' : `${speaker}: `;
    const labelStart = at;
    turns.push({ labelStart, start: at + label.length, end: at + label.length + words.length, name: speaker, startsMs, endsMs });
    parts.push(`${label}${words}`);
    at += label.length + words.length + 2;
  }
  return { body: parts.join('\n\n'), turns, styles };
}

function listCues(text: string): { cues: Cue[]; styles: number } {
  const cues: Cue[] = [];
  let styles = 0;
  let voice: string | null = null;
  for (const block of text.split(/\n[ \t]*\n/u)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const at = lines.findIndex((line) => timing.test(line));
    if (at === -1) {
      if (/^(?:STYLE|REGION)/u.test(lines[0] ?? '')) styles += 1;
      continue;
    }
    const [, from = '', to = '', settings = ''] = timing.exec(lines[at] ?? '') ?? [];
    if (settings.trim() !== '') styles += 1;
    const payload = lines.slice(at + 1).join(' ');
    const own = spoken(payload);
    // A cue without a name goes on with who spoke last, unless this file names every voice.
    for (const { speaker, words } of own) {
      voice = speaker ?? voice;
      if (words !== '') cues.push({ startsMs: clockMs(from), endsMs: clockMs(to), speaker: voice, words });
    }
  }
  return { cues, styles };
}

/** The voices of one cue and what each says. */
function spoken(payload: string): { speaker: string | null; words: string }[] {
  // A tag ends before the next one begins: one that is never closed costs no more than its own signs.
  const pieces = payload.split(/<v(?:\.[^\s<>]*)?\s([^<>]*)>/u);
  const voices: { speaker: string | null; words: string }[] = [];
  const before = plainWords(pieces[0] ?? '');
  if (before !== '') voices.push(named(before));
  for (let at = 1; at < pieces.length; at += 2) {
    const speaker = plainWords(pieces[at] ?? '').slice(0, 100);
    voices.push({ speaker: speaker === '' ? null : speaker, words: plainWords(pieces[at + 1] ?? '') });
  }
  return voices;
}

function named(words: string): { speaker: string | null; words: string } {
  const found = namedSpeaker.exec(words);
  const speaker = found?.groups?.['name'];
  return found === null || speaker === undefined ? { speaker: null, words } : { speaker, words: words.slice(found[0].length).trim() };
}

function plainWords(text: string): string {
  return text
    .replaceAll(/<\/?[a-zA-Z][^<>]*>|<\/?[\d:.]+>|\{\\[^{}]*\}/gu, '')
    .replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm|quot|apos);/gu, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function joinCues(cues: readonly Cue[]): Cue[] {
  const joined: Cue[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    const isSame = last !== undefined && last.speaker === cue.speaker;
    const isPause =
      last !== undefined &&
      cue.speaker === null &&
      (cue.startsMs - last.endsMs >= silenceMs || (last.words.length >= longParagraph && /[.!?…]["»”]?$/u.test(last.words)));
    if (isSame && !isPause) joined[joined.length - 1] = { ...last, endsMs: cue.endsMs, words: `${last.words} ${cue.words}` };
    else joined.push(cue);
  }
  return joined;
}
