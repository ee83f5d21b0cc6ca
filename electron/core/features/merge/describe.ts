import { z } from 'zod';
import type { MergeConflict, Side } from '../../../../shared/contract/merge.ts';
import { LocalisedText, localised, type Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import type { Matter } from './plan.ts';
import { partOf, thingOf } from './names.ts';
import type { Image, RowReader } from './shapes.ts';

/** What describing needs of both files. Rows are in this file's terms. */
export interface DescribeInput {
  readonly sql: Statements;
  readonly readers: { readonly here: RowReader; readonly there: RowReader };
  readonly idOf: (table: string, key: string | number | null) => string | null;
  readonly language: Language;
  readonly whoWhenHere: (table: string, rowId: string) => { by: string; at: string };
  readonly actorName: (id: string) => string;
}

const Label = z.object({ label: z.string() });

/** Says a matter so that a person can decide it: what it is, and what stands on either side. */
export function describe(input: DescribeInput, matter: Matter): MergeConflict {
  const here = input.whoWhenHere(matter.table, matter.rowId);
  const column = matter.columns[0];
  return {
    id: matter.id,
    kind: matter.kind,
    thing: thingOf(matter.table),
    name: nameOf(input, matter.table, matter.ours ?? matter.theirs),
    part: column === undefined || matter.table === 'answer' ? null : partOf(column),
    mine: sideOf(input, matter, matter.ours),
    theirs: sideOf(input, matter, matter.theirs),
    mineBy: input.actorName(here.by),
    mineAt: here.at,
    theirsBy: input.actorName(matter.by),
    theirsAt: matter.at,
    canType:
      matter.kind === 'both-changed' &&
      matter.columns.length === 1 &&
      typeof matter.theirs?.[column ?? ''] === 'string' &&
      isProse(column ?? ''),
  };
}

const proseColumns = new Set([
  'body',
  'wording',
  'name',
  'title',
  'summary',
  'note',
  'definition',
  'result',
  'cleared_body',
  'remit',
  'description',
]);

function isProse(column: string): boolean {
  return proseColumns.has(column);
}

function row(input: DescribeInput, table: string, id: unknown): Image | null {
  if (typeof id !== 'string') return null;
  return input.readers.here.row(table, id) ?? input.readers.there.row(table, id);
}

function byKey(input: DescribeInput, table: 'interview' | 'question', key: unknown): Image | null {
  if (typeof key !== 'number') return null;
  return input.readers.here.where(table, { key })[0] ?? row(input, table, input.idOf(table, key));
}

/** "R017 · 8" for what belongs to an interview, else the thing's own name. */
function nameOf(input: DescribeInput, table: string, image: Image | null): string {
  if (image === null) return '';
  if (image['interview_key'] !== undefined) {
    const interview = byKey(input, 'interview', image['interview_key']);
    const question = byKey(input, 'question', image['question_key']);
    return [row(input, 'respondent', interview?.['respondent_id'])?.['code'], question?.['number']]
      .filter((part) => part != null)
      .join(' · ');
  }
  if (image['respondent_id'] !== undefined) return String(row(input, 'respondent', image['respondent_id'])?.['code'] ?? '');
  if (table === 'theme') return themeName(input, String(image['id']));
  const name = image['code'] ?? image['name'] ?? image['title'] ?? image['term'] ?? image['wording'] ?? image['number'] ?? '';
  return plain(input, name);
}

function themeName(input: DescribeInput, id: string): string {
  const terms = input.readers.here.where('theme_term', { theme_id: id, kind: 'preferred' });
  const known = terms.length > 0 ? terms : input.readers.there.where('theme_term', { theme_id: id, kind: 'preferred' });
  return String((known.find((term) => term['language'] === input.language) ?? known[0])?.['term'] ?? '');
}

function sideOf(input: DescribeInput, matter: Matter, image: Image | null): Side {
  if (image === null) return { text: '', message: 'merge.side.removed' };
  if (matter.kind === 'same-code') return { text: String(image['code'] ?? ''), message: null };
  if (matter.table === 'answer' || matter.table === 'second_answer') return answerSide(input, image);
  const values = matter.columns.map((column) => image[column] ?? null);
  if (values.length === 0) return { text: nameOf(input, matter.table, image), message: null };
  if (values.every((value) => value === null)) return { text: '', message: 'merge.side.empty' };
  return {
    text: values
      .filter((value) => value !== null)
      .map((value) => plain(input, value))
      .join(' · '),
    message: null,
  };
}

function answerSide(input: DescribeInput, image: Image): Side {
  if (image['missing'] !== null) {
    const reason = String(image['missing']).replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
    return { text: '', message: `interviews.reason.${reason}` };
  }
  const { code, num, txt, text_id: textId } = image;
  if (code != null) return { text: optionLabel(input, image, Number(code)), message: null };
  if (num != null) return { text: String(Number(num)), message: null };
  return { text: String(txt ?? row(input, 'text', textId)?.['body'] ?? ''), message: null };
}

function optionLabel(input: DescribeInput, answer: Image, code: number): string {
  const question = byKey(input, 'question', answer['question_key']);
  const label = input.sql.get(
    Label,
    'SELECT label FROM answer_option WHERE code = :code AND (question_id = :question OR scale_id = :scale)',
    { code, question: String(question?.['id'] ?? ''), scale: String(question?.['scale_id'] ?? '') },
  )?.label;
  const words = label === undefined ? '' : plain(input, label);
  return words === '' ? String(code) : `${code} ${words}`;
}

/** A value in words: texts in several languages give the one that is read here. */
function plain(input: DescribeInput, value: string | number): string {
  const text = String(value);
  if (!text.startsWith('{')) return text;
  try {
    const parsed = LocalisedText.safeParse(JSON.parse(text));
    return parsed.success ? localised(parsed.data, input.language) : text;
  } catch {
    return text;
  }
}
