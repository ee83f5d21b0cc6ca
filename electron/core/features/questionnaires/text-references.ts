import type { DesignField, DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import { inInterview, type PlacedQuestion, type Structure } from '../../../../shared/expressions/compiled.ts';
import { latestSource } from '../../../../shared/expressions/latest-source.ts';
import { structureOf } from '../../../../shared/expressions/structure.ts';
import { namesIn, namesInTexts, piecesOf, textsOf, type QuestionText } from '../../../../shared/expressions/text-pieces.ts';
import type { Question, QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { languages } from '../../../../shared/model/text.ts';

/** Why an answer that a text mentions cannot stand there. */
type Reason = 'answerUnknown' | 'answerNone' | 'answerLater' | 'answerRounds';

/**
 * Texts that mention answers which will not be there when they are read: of questions nobody has, that have no answer, that are asked later, or
 * in rounds that are none of theirs. A blank is then read, so that they are warnings. In each text once for each reason. Pure.
 */
export function textProblems(version: QuestionnaireVersion): DesignProblem[] {
  const isMentioning = version.sections.some(
    ({ title, questions }) => namesIn(title).length > 0 || questions.some((question) => namesInTexts(question).length > 0),
  );
  if (!isMentioning) return [];
  const structure = structureOf(version);
  const ofSections = version.sections.flatMap(({ id, title }, section) => {
    const first = structure.questions.findIndex((placed) => placed.section === section);
    const place = { question: null, index: first === -1 ? structure.questions.length : first, chain: [inInterview] };
    return inOneText(structure, place, { part: 'title', index: null, text: title }, id);
  });
  const ofQuestions = structure.questions.flatMap((placed) =>
    namesInTexts(placed.question).length === 0
      ? []
      : textsOf(placed.question)
          .filter(({ part }) => isRead(part, placed))
          .flatMap((text) => inOneText(structure, placed, text, version.sections[placed.section]?.id ?? null)),
  );
  return [...ofSections, ...ofQuestions];
}

/** Whose text it is: a question's, or (null) a section's before the question with this index. */
type Reader = Pick<PlacedQuestion, 'index' | 'chain'> & { readonly question: Question | null };
type OneText = Pick<QuestionText, 'index' | 'text'> & { readonly part: DesignField & (QuestionText['part'] | 'title') };

/** A message of a question that need not be answered, and a unit of what is no number, stand in no field of the designer. */
function isRead(part: QuestionText['part'], { question }: PlacedQuestion): boolean {
  if (part === 'requiredMessage') return question.isRequired;
  return part !== 'unit' || question.type === 'number';
}

function inOneText(structure: Structure, reader: Reader, own: OneText, sectionId: string | null): DesignProblem[] {
  const { question } = reader;
  // The answers of a scale are written in the scale.
  const isOfScale = own.part === 'options' && question?.type === 'scale';
  return languages.flatMap((language) => {
    const found = new Map<Reason, { readonly at: number; readonly names: Set<string> }>();
    for (const piece of piecesOf(own.text[language] ?? '')) {
      const reason = piece.kind === 'words' ? null : reasonOf(structure, reader, own, piece.name);
      if (piece.kind === 'words' || reason === null) continue;
      const first = found.get(reason) ?? { at: piece.at, names: new Set() };
      first.names.add(piece.name);
      found.set(reason, first);
    }
    return [...found].map(([reason, { at, names }]): DesignProblem => ({
      severity: 'warning',
      questionId: question?.id ?? null,
      sectionId,
      field: isOfScale ? 'scale' : own.part,
      index: isOfScale ? null : own.index,
      language,
      at: isOfScale ? null : at,
      message: `design.problem.${reason}`,
      params: { names: [...names].slice(0, 5).join(', ') },
    }));
  });
}

function reasonOf(structure: Structure, reader: Reader, { part }: OneText, name: string): Reason | null {
  const target = structure.indexByName.get(name);
  const other = structure.questions[target ?? -1];
  if (target === undefined || other === undefined) return 'answerUnknown';
  if (other.question.type === 'note' || other.question.type === 'repeat') return 'answerNone';
  // The heading of a round may say what is answered in it.
  if (reader.question?.type === 'repeat' && other.chain.includes(reader.index))
    return other.container === reader.index ? null : 'answerRounds';
  const isOwnMessage = part === 'checkMessage' && target === reader.index;
  if (!isOwnMessage && latestSource(structure, target) >= reader.index) return 'answerLater';
  return other.container >= 0 && !reader.chain.includes(other.container) ? 'answerRounds' : null;
}
