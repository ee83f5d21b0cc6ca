import { z } from 'zod';
import { idOf } from '../../codebook/exchange/guid.ts';
import type { PlacedText } from '../positions.ts';
import type { SourceDocumentKind, TextKind } from '../descriptions.ts';
import { placeSelections } from './choose-reading.ts';
import type { FileText } from './file-project.ts';
import { assignIds, isOutSql, newTally, type AssignedId, type PlanContext, type Tally } from './plan-context.ts';
import type { PlannedInterview, PlannedInterviews } from './plan-interviews.ts';
import type { PlannedPeople } from './plan-people.ts';
import type { PlannedQuestion, PlannedQuestions } from './plan-questions.ts';

/** A text of the file: one that is here, or one to write. */
export interface PlannedText {
  readonly id: string;
  readonly from: FileText;
  readonly placed: PlacedText;
  /** The words as they will stand, and as they stand now where the text is here. */
  readonly body: string;
  readonly before: string | null;
  readonly kind: TextKind;
  readonly document: z.infer<typeof SourceDocumentKind> | null;
  readonly title: string;
  readonly interview: PlannedInterview | null;
  readonly question: PlannedQuestion | null;
  readonly language: string;
  readonly role: string | null;
  readonly saidOn: string | null;
}

export interface PlannedTexts {
  readonly texts: readonly PlannedText[];
  readonly byGuid: ReadonlyMap<string, PlannedText>;
  readonly tally: Tally;
}

const TextRow = z.object({ id: z.string(), body: z.string(), is_out: z.int() });
const textSql = `
SELECT text.id, text.body, r.id IS NOT NULL AND ${isOutSql} AS is_out FROM text LEFT JOIN interview ON interview.key = text.interview_key
LEFT JOIN respondent r ON r.id = interview.respondent_id WHERE text.id IN (SELECT value FROM json_each(:ids))`;

/** What becomes of the file's texts. Those of people who have withdrawn here are left out. */
export function planTexts(
  context: PlanContext,
  people: PlannedPeople,
  questions: PlannedQuestions,
  interviews: PlannedInterviews,
): PlannedTexts {
  const { sql, file, found, changes, choices } = context;
  const { sources, cases } = file.project;
  const ids = assignIds(
    context,
    'text',
    sources.map(({ guid }) => guid),
  );
  // Also where another project here has the text: whoever has withdrawn has done so everywhere.
  const wanted = JSON.stringify([...ids].flatMap(([guid, { id }]) => [id, idOf('text', guid)]));
  const known = new Map(sql.all(TextRow, textSql, { ids: wanted }).map((row) => [row.id, row]));
  const owners = new Map(cases.flatMap(({ guid, sources: own }) => own.map((source) => [source, guid] as const)));
  const places = { ids, known, owners, interviews, questions };
  const tally = newTally();
  const texts: PlannedText[] = [];
  const taken = new Set<string>();
  for (const from of caseTexts(context, sources, owners)) {
    const words = file.words.get(from.guid);
    const isSaidByWithdrawn = [ids.get(from.guid)?.id ?? '', idOf('text', from.guid)].some((id) => known.get(id)?.is_out === 1);
    const isOut = people.withdrawn.has(owners.get(from.guid) ?? '') || isSaidByWithdrawn;
    const placed = words === undefined || isOut ? null : placeSelections(words, from, context.reading);
    if (isOut) found.add('withdrawn', from.line);
    if (placed?.body.trim() === '') found.add('text-missing', from.line, from.name);
    if (placed === null || placed.body.trim() === '') {
      tally.left += 1;
      continue;
    }
    if (placed.isCleaned) found.add('characters', from.line, from.name);
    const text = plannedText(context, from, placed, places);
    if (taken.has(text.id)) {
      found.add('reference', from.line, from.name);
      tally.left += 1;
      continue;
    }
    taken.add(text.id);
    if (text.before === null) tally.made += 1;
    else if (text.before === placed.body) tally.same += 1;
    else {
      tally.changed += 1;
      changes.add('text', text.title, 'words', ...differing(text.before, placed.body));
    }
    texts.push(text.before !== null && choices.known === 'keep' ? { ...text, body: text.before } : text);
  }
  const placed = onePerPlace(context, texts);
  return { texts: placed, byGuid: new Map(placed.map((text) => [text.from.guid, text])), tally };
}

/** One answer has one text. Where somebody was interviewed twice in a wave the last one stands, as with values; others are documents of theirs. */
function onePerPlace({ found }: PlanContext, texts: readonly PlannedText[]): PlannedText[] {
  const placeOf = ({ interview, question, kind }: PlannedText): string =>
    interview === null || question === null ? '' : `${interview.id} ${question.variableId} ${kind}`;
  const last = new Map(texts.map((text) => [placeOf(text), text]));
  return texts.map((text) => {
    if (text.before !== null || placeOf(text) === '' || last.get(placeOf(text)) === text) return text;
    found.add('as-document', text.from.line, text.from.name);
    return { ...text, kind: 'document', document: 'other', question: null };
  });
}

/** The sources, with whose they are where only a coding with a case says so. */
function caseTexts({ file, found }: PlanContext, sources: readonly FileText[], owners: Map<string, string>): readonly FileText[] {
  const cases = new Set(file.project.cases.map(({ guid }) => guid));
  for (const { guid, codings, line, name } of sources) {
    const whole = codings.find(({ code }) => cases.has(code));
    if (whole === undefined || owners.has(guid)) continue;
    owners.set(guid, whole.code);
    found.add('case-text', line, name);
  }
  return sources;
}

interface Places {
  readonly ids: ReadonlyMap<string, AssignedId>;
  readonly known: ReadonlyMap<string, z.infer<typeof TextRow>>;
  readonly owners: ReadonlyMap<string, string>;
  readonly interviews: PlannedInterviews;
  readonly questions: PlannedQuestions;
}

function plannedText(context: PlanContext, from: FileText, placed: PlacedText, places: Places): PlannedText {
  const { found, choices, newId } = context;
  const facts = context.factsOf(from.guid);
  if (facts === null && from.description.trim() !== '') found.add('description', from.line, `${from.name}: ${from.description}`);
  const assigned = places.ids.get(from.guid) ?? { id: newId(), isKnown: false };
  const before = assigned.isKnown ? (places.known.get(assigned.id)?.body ?? null) : null;
  const owner = places.owners.get(from.guid);
  const interview = owner === undefined ? null : (places.interviews.find(owner, facts?.wave ?? null) ?? null);
  const base = {
    id: assigned.id,
    from,
    placed,
    body: placed.body,
    before,
    interview,
    title: titleOf(from, placed.body),
    language: facts?.language ?? choices.language,
    role: facts?.role ?? null,
    saidOn: facts?.saidOn ?? null,
  };
  const asDocument: PlannedText = { ...base, kind: 'document', document: facts?.document ?? 'other', question: null };
  if (before !== null) return { ...asDocument, kind: facts?.kind ?? 'document' };
  if (facts === null || facts.kind === 'document') return asDocument;
  const question = facts.variable === null ? null : (places.questions.byFileId.get(facts.variable.id) ?? null);
  const isPlaced = interview !== null && facts.kind !== 'minutes' && facts.instance === 0 && (question !== null || facts.variable === null);
  const needsQuestion = facts.kind === 'answer' || facts.kind === 'specify';
  if (!isPlaced || (needsQuestion && question === null)) {
    found.add('as-document', from.line, from.name);
    return asDocument;
  }
  const text: PlannedText = { ...base, kind: facts.kind, document: null, question };
  const standing = standingThere(context, text);
  return standing === null ? text : { ...text, id: standing.id, before: standing.body };
}

const StandingRow = z.object({ id: z.string(), body: z.string() });

/** Words that stand in the very place already, under another id. */
function standingThere({ sql }: PlanContext, { interview, question, kind }: PlannedText): z.infer<typeof StandingRow> | null {
  if (interview === null || interview.known === null) return null;
  const row = sql.get(
    StandingRow,
    `SELECT text.id, text.body FROM text LEFT JOIN question ON question.key = text.question_key
     WHERE text.interview_key = :key AND question.variable_id IS :variableId AND text.instance = 0 AND text.kind = :kind`,
    { key: interview.known.key, variableId: question?.variableId ?? null, kind },
  );
  return row ?? null;
}

/** A document needs a name: the file's, else its first words. */
function titleOf({ name }: FileText, body: string): string {
  const title = name.replaceAll(/\s+/gu, ' ').trim() || (body.trim().split('\n')[0] ?? '');
  return [...title].slice(0, 120).join('').trim() || '?';
}

/** Where two texts begin to differ, and what stands there. */
function differing(ours: string, theirs: string): [string, string] {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at += 1;
  const from = Math.max(0, at - 40);
  const head = from === 0 ? '' : '…';
  return [`${head}${ours.slice(from, from + 200).toWellFormed()}`, `${head}${theirs.slice(from, from + 200).toWellFormed()}`];
}
