/** Who speaks from where to where in a transcript. `labelStart` to `start` is the name (and a time) before the words. */
export interface SpokenTurn {
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
  /** As the file writes it; null where it does not say. */
  readonly name: string | null;
  readonly startsMs: number | null;
  readonly endsMs: number | null;
}

const name = String.raw`[\p{L}\p{N}][\p{L}\p{N}.'’&/-]*(?: [\p{L}\p{N}(][\p{L}\p{N}.'’&/()-]*){0,3}`;
const clock = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
/** "Intervjuer: …", "[00:01:20] R017: …", "R017 (00:01:20): …". */
const inLine = new RegExp(
  String.raw`^[ \t]*(?:[[(]?(?<before>${clock})[\])]?[ \t-]*)?(?<name>${name}?)(?:[ \t]*[[(](?<after>${clock})[\])])?[ \t]*:(?:[ \t]+|$)`,
  'gmu',
);
/** "Kari   0:03" on a line of its own, the words below. */
const aboveWords = new RegExp(String.raw`^[ \t]*(?<name>${name}?)[ \t]{1,8}[[(]?(?<after>${clock})[\])]?[ \t]*\n`, 'gmu');

const longestName = 40;
/** What people call those who ask and those who answer, and codes as given to participants. */
const usual =
  /^(?:i|ip|int|intervjuer|intervjuar|intervjuare|interviewer|q|a|s|r|f|informant|deltaker|deltakar|deltagare|participant|respondent|moderator|ordstyrer|møteleder|\p{L}{1,3}[ -]?\d{1,5}|(?:informant|deltaker|deltakar|deltagare|speaker|person|participant|stemme|talare|taler)[ -]?\d{1,3})$/iu;
const asks = /^(?:i|int|intervjuer|intervjuar|intervjuare|interviewer|q|s|moderator|ordstyrer|møteleder)(?:[ -]?\d)?$/iu;

/** Milliseconds of a clock reading, "1:02:03.5". */
export function clockMs(text: string): number {
  const [whole = '', fraction = ''] = text.split(/[.,]/u);
  const seconds = whole.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

/** Whether somebody of that name asks the questions, as far as the name tells. */
export function isAsking(speaker: string): boolean {
  return asks.test(speaker.trim());
}

/**
 * Turns of a text whose lines begin with who speaks; none where it does not look like a transcript. A name counts when it comes back, or
 * when it is one that transcripts use; two people at least, or one who comes back often.
 */
export function findTurns(body: string): SpokenTurn[] {
  const labels = [...labelsOf(body, inLine), ...labelsOf(body, aboveWords)].toSorted((a, b) => a.labelStart - b.labelStart);
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  const speakers = new Set([...counts].filter(([who, count]) => count > 1 || usual.test(who)).map(([who]) => who));
  const taken = labels.filter((label, index) => speakers.has(label.name) && (labels[index - 1]?.start ?? 0) <= label.labelStart);
  const isTranscript = speakers.size >= 2 ? taken.length >= 3 : taken.length >= 4;
  if (!isTranscript || speakers.size > 50) return [];
  return taken.map((label, index) => ({
    ...label,
    end: trimmedEnd(body, label.start, taken[index + 1]?.labelStart ?? body.length),
    endsMs: taken[index + 1]?.startsMs ?? null,
  }));
}

function labelsOf(body: string, form: RegExp) {
  return [...body.matchAll(form)].flatMap((hit) => {
    const who = (hit.groups?.['name'] ?? '').trim();
    const time = hit.groups?.['before'] ?? hit.groups?.['after'];
    if (who === '' || who.length > longestName || !/\p{L}/u.test(who)) return [];
    return [{ labelStart: hit.index, start: hit.index + hit[0].length, name: who, startsMs: time === undefined ? null : clockMs(time) }];
  });
}

function trimmedEnd(body: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/u.test(body.charAt(at - 1))) at -= 1;
  return at;
}
