import { createChance } from '../../scripts/sample/random.ts';
import type { AnswerPlace } from '../../shared/contract/interviews.ts';
import {
  answerKey,
  compileForm,
  judgeForm,
  rejudge,
  type CompiledForm,
  type FormAnswers,
  type FormState,
} from '../../shared/expressions/form.ts';
import { option, question, section } from '../../shared/expressions/testing.ts';
import type { AnswerValue } from '../../shared/model/answer.ts';
import type { Question } from '../../shared/model/questionnaire.ts';
import { contest } from './contest.ts';
import { fromContest, requireSame, type Bench } from './result.ts';
import type { BenchContext } from './workspaces.ts';

const name = 'evaluate.form';
const questionCount = 300;
const expressionCount = 150;

/**
 * 300 questions in ten sections, every second one with an expression: routing on one or two earlier answers, a check against an earlier answer, a filter,
 * and sums of the ten calculated questions before; so that one answer has anything from nobody to half the form behind it.
 */
function makeForm(): CompiledForm {
  const options = Array.from({ length: 6 }, (_, index) => option(index + 1, { filterValues: { group: String(index % 3) } }));
  const questions = Array.from({ length: questionCount }, (_, index): Question => {
    const n = index + 1;
    const plain = question(n, n % 3 === 0 ? { type: 'number', minimum: 0, maximum: 10 } : { options });
    if (n % 2 === 1 || n < 12) return n < 12 && n % 2 === 0 ? { ...plain, relevant: '${v1} != 6' } : plain;
    const calculation = `coalesce(\${v${n - 3}}, 0) + coalesce(\${v${n - 9}}, 0) * 2`;
    switch (n % 10) {
      case 0:
        return { ...plain, type: 'calculated', options: [], calculation };
      case 2:
        return { ...plain, relevant: `\${v${n - 1}} = 1 or \${v${n - 1}} >= 4 and \${v${n - 5}} != 2` };
      case 4:
        return { ...plain, checks: [{ severity: 'soft', expression: `. >= \${v${n - 11}} or not(\${v${n - 4}} > 3)`, message: {} }] };
      case 6:
        return {
          ...plain,
          optionFilter: n % 3 === 0 ? null : `group = \${v${n - 3}} or name < 5`,
          relevant: n % 3 === 0 ? `\${v${n - 5}} < 5` : null,
        };
      default:
        return { ...plain, relevant: `\${v${n - 8}} > 2 or \${v1} = 3` };
    }
  });
  const sections = Array.from({ length: 10 }, (_, index) => section(questions.slice(index * 30, index * 30 + 30)));
  const form = compileForm({ sections });
  requireSame(`${name} expressions`, form.questions.flatMap(({ fields }) => fields).length, expressionCount);
  return form;
}

/** An interview in memory whose answers change one at a time. */
class Interview {
  readonly form: CompiledForm;
  readonly answers: FormAnswers;
  readonly #values = new Map<string, AnswerValue>();
  readonly #chance = createChance(7);

  constructor(form: CompiledForm) {
    this.form = form;
    this.answers = {
      valueOf: (questionId, instance) => this.#values.get(answerKey(questionId, instance)) ?? null,
      turns: [],
      confirmReasonOf: () => null,
      today: '2025-06-15',
      now: '2025-06-15T12:00:00',
      language: 'nb',
      seed: 1,
    };
    for (let index = 0; index < questionCount; index++) this.#write(index);
  }

  /** Answers one question anew, anywhere in the form. */
  change(): AnswerPlace {
    return this.#write(this.#chance.below(questionCount));
  }

  #write(index: number): AnswerPlace {
    const asked = this.form.questions[index]?.question;
    if (asked === undefined) throw new Error('no such question');
    const drawn = this.#chance.below(6) + 1;
    this.#values.set(answerKey(asked.id, 0), asked.type === 'number' ? { kind: 'number', number: drawn } : { kind: 'code', code: drawn });
    return { questionId: asked.id, instance: 0 };
  }
}

function everything(state: FormState): unknown[] {
  return state.places.map((place) => [
    state.isAsked(place),
    state.isRequired(place),
    state.checksBroken(place),
    state.calculated(place),
    state.isStale(place),
  ]);
}

/** 2,000 answers one after the other give what judging everything gives. */
function checkAgreement(interview: Interview): void {
  let state: FormState = judgeForm(interview.form, interview.answers);
  for (let step = 0; step < 2000; step++) state = rejudge(interview.form, state, interview.answers, [interview.change()]).state;
  requireSame(name, everything(state), everything(judgeForm(interview.form, interview.answers)));
}

/** One answer of a 300-question form with 150 expressions judged again, against judging the whole form; and the whole form against reading it. */
export const evaluateForm: Bench<BenchContext> = {
  name,
  run: async () => {
    const form = makeForm();
    const interview = new Interview(form);
    checkAgreement(interview);
    let state: FormState = judgeForm(form, interview.answers);
    let place = interview.change();
    const change = (): void => {
      place = interview.change();
    };
    const again = await contest(
      {
        name: 'rejudge one answer',
        calls: 500,
        prepare: change,
        run: () => (state = rejudge(form, state, interview.answers, [place]).state),
      },
      { name: 'judge the whole form', calls: 500, prepare: change, run: () => judgeForm(form, interview.answers) },
    );
    const whole = await contest(
      { name: 'judge the whole form', calls: 500, run: () => judgeForm(form, interview.answers) },
      { name: 'compile the form', calls: 20, run: makeForm },
    );
    const size = `${questionCount} questions, ${expressionCount} expressions`;
    return [
      fromContest(name, size, again, { target: { good: 0.5, hard: 0.25 }, note: `p99 ${again.own.p99Ms.toFixed(3)} ms, to be under 2 ms` }),
      fromContest(`${name} whole`, size, whole, { target: { good: 0.1 }, note: `p99 ${whole.own.p99Ms.toFixed(3)} ms` }),
    ];
  },
};
