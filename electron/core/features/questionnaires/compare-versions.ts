import { z } from 'zod';
import type { VersionDifference } from '../../../../shared/contract/questionnaires.ts';
import type { VersionId } from '../../../../shared/model/ids.ts';
import type { AnswerOption, Question } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language, type LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { comparabilityOf, questionBefore } from './comparability.ts';
import { placeOfVersion } from './draft.ts';
import { readVersion } from './read-version.ts';
import { versionBefore } from './versions.ts';

type Detail = VersionDifference['details'][number];

/** Question by question what changed from one version to another, in the later one's order, dropped ones last. @throws AppError NOT_FOUND */
export function compareVersions(sql: Statements, fromId: VersionId, toId: VersionId, language: Language): VersionDifference[] {
  const [before, after] = [readVersion(sql, fromId).questions, readVersion(sql, toId).questions];
  // A draft follows the version in use, whichever one it was made from.
  const place = placeOfVersion(sql, toId);
  const isNext = place.status === 'draft' && versionBefore(sql, place) === fromId;
  const scaleNames = readScaleNames(sql);
  const found = after.map((question): VersionDifference => {
    const old = questionBefore(question, before);
    const { name, number, id: questionId } = question;
    if (old === null) return { name, number, questionId, previousId: null, change: 'new', isDecidable: false, details: [] };
    // What a person has decided stands over what the program finds.
    const decided = question.previousId === old.id ? question.comparability : null;
    const details = detailsOf(old, question, language, scaleNames);
    const isDecidable = isNext || question.previousId === old.id;
    return { name, number, questionId, previousId: old.id, change: decided ?? comparabilityOf(old, question), isDecidable, details };
  });
  const known = new Set(found.map(({ previousId }) => previousId));
  const dropped = before
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, number }): VersionDifference => ({
      name,
      number,
      questionId: null,
      previousId: id,
      change: 'dropped',
      isDecidable: false,
      details: [],
    }));
  return [...found, ...dropped];
}

const ScaleRow = z.object({ id: z.string(), name: z.string() });

function readScaleNames(sql: Statements): ReadonlyMap<string, string> {
  return new Map(sql.all(ScaleRow, 'SELECT id, name FROM scale').map(({ id, name }) => [id, name]));
}

function detailsOf(old: Question, now: Question, language: Language, scaleNames: ReadonlyMap<string, string>): Detail[] {
  const said = (text: LocalisedText | null): string => (text === null ? '' : localised(text, language));
  const scale = ({ scaleId }: Question): string => (scaleId === null ? '' : (scaleNames.get(scaleId) ?? ''));
  const pairs: Detail[] = [
    { what: 'wording', before: said(old.wording), after: said(now.wording) },
    { what: 'lead', before: said(old.lead), after: said(now.lead) },
    { what: 'hint', before: said(old.hint), after: said(now.hint) },
    { what: 'type', before: old.type, after: now.type },
    { what: 'scale', before: scale(old), after: scale(now) },
    ...optionPairs(old.options, now.options, said),
    { what: 'exclusive', before: exclusiveOf(old, said), after: exclusiveOf(now, said) },
    { what: 'range', before: rangeOf(old), after: rangeOf(now) },
    { what: 'rankCount', before: String(old.rankCount ?? ''), after: String(now.rankCount ?? '') },
    { what: 'dateForm', before: old.dateForm ?? '', after: now.dateForm ?? '' },
    { what: 'registerKind', before: old.registerKind ?? '', after: now.registerKind ?? '' },
    { what: 'calculation', before: old.calculation ?? '', after: now.calculation ?? '' },
    { what: 'unit', before: said(old.unit), after: said(now.unit) },
    { what: 'routing', before: old.relevant ?? '', after: now.relevant ?? '' },
  ];
  return pairs.filter(({ before, after }) => before !== after);
}

function optionPairs(old: readonly AnswerOption[], now: readonly AnswerOption[], said: (text: LocalisedText) => string): Detail[] {
  const written = (option: AnswerOption | undefined): string => (option === undefined ? '' : `${option.code} ${said(option.label)}`.trim());
  const codes = [...new Set([...old, ...now].map(({ code }) => code))].toSorted((a, b) => a - b);
  const byCode = (options: readonly AnswerOption[], code: number) => options.find((option) => option.code === code);
  return codes.map((code) => ({ what: 'option' as const, before: written(byCode(old, code)), after: written(byCode(now, code)) }));
}

/** The answers that are chosen alone. */
function exclusiveOf({ type, options }: Question, said: (text: LocalisedText) => string): string {
  if (type !== 'several') return '';
  return options.flatMap(({ isExclusive, label }) => (isExclusive ? said(label) : [])).join(', ');
}

function rangeOf({ minimum, maximum }: Question): string {
  return minimum === null && maximum === null ? '' : `${minimum ?? ''}–${maximum ?? ''}`;
}
