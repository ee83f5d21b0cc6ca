import { useState } from 'react';
import type { DesignProblem } from '../../../../shared/contract/questionnaires.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import { changeQuestion } from './desk-actions.ts';
import { useDeskContext } from './use-desk.ts';

/** A letter or `_` first, then letters, digits, `-`, `_` and `.`. */
const properName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

export interface NameFieldProps {
  readonly question: Question;
  readonly problems: readonly DesignProblem[];
}

/** What expressions and exports call the question. It is kept when the field is left: half a name is no name. */
export function NameField({ question, problems }: NameFieldProps) {
  const say = useText();
  const desk = useDeskContext();
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? question.name).trim();
  const isTaken = desk.version.sections.some((section) =>
    section.questions.some((other) => other.id !== question.id && other.name === name),
  );
  const error =
    typed === null
      ? problems.map((problem) => say.any(problem.message, problem.params)).join(' ')
      : !properName.test(name)
        ? say('questionnaires.designer.nameForm')
        : isTaken
          ? say('questionnaires.designer.nameTaken')
          : '';
  return (
    <div data-part="name">
      <TextField
        error={error === '' ? undefined : error}
        help={say('questionnaires.designer.nameHelp')}
        label={say('questionnaires.designer.name')}
        length={28}
        onBlur={() => {
          if (typed === null) return;
          // What is no name stays in the field until it is one.
          if (name !== question.name && (!properName.test(name) || isTaken)) return;
          if (name !== question.name) changeQuestion(desk, question, { name });
          setTyped(null);
        }}
        onChange={setTyped}
        spellCheck="false"
        value={typed ?? question.name}
      />
    </div>
  );
}
