import { createIntl, createIntlCache } from 'react-intl';
import type { AnswerOutcome, InterviewDetail, Turn } from '../../../shared/contract/interviews.ts';
import { option, question } from '../../../shared/expressions/testing.ts';
import catalogue from '../../../shared/messages/generated/nb.json' with { type: 'json' };
import type { AnswerRecord, AnswerValue, EnteredValue } from '../../../shared/model/answer.ts';
import { InterviewId, ProjectId, QuestionnaireId, VersionId } from '../../../shared/model/ids.ts';
import type { Question, QuestionnaireVersion } from '../../../shared/model/questionnaire.ts';
import { makeSay } from '../../lib/text.ts';
import { createEntryActions, type EntryActions } from './entry-actions.ts';
import { paintOf } from './entry-field.ts';
import { openModel, valueAt, type EntryModel } from './entry-model.ts';
import type { EntryPass } from './entry-pass.ts';
import { keyOf } from './entry-place.ts';
import { createEntryStore, currentSpot, type Desk } from './entry-store.ts';

/** Small interviews for the tests of entry: question n is called v<n>, and its id is made of n. */

const uuid = (number: number): string => `00000000-0000-7000-9000-${String(number).padStart(12, '0')}`;

/** A question of two codes that offers "don't know". */
export function choice(number: number, part: Partial<Question> = {}): Question {
  return question(number, { options: [option(1), option(2)], reasons: ['dont-know'], ...part });
}

export function aVersion(...sections: readonly (readonly Question[])[]): QuestionnaireVersion {
  return {
    id: VersionId.parse(uuid(1)),
    questionnaireId: QuestionnaireId.parse(uuid(2)),
    name: 'Skjema',
    number: 1,
    status: 'in-use',
    languages: ['nb', 'sv'],
    sections: sections.map((questions, index) => ({
      id: `section ${index + 1}`,
      name: null,
      title: { nb: `Del ${index + 1}` },
      relevant: null,
      questions: [...questions],
    })),
  };
}

/** A record with nothing but its value. */
export function aRecord(of: Question, value: AnswerValue | null, instance = 0): AnswerRecord {
  return { questionId: of.id, instance, value, state: null, confirmReason: null, specify: '', remark: '' };
}

export function aTurn(instance: number, repeat: Question | null, ordinal: number, parentInstance = 0): Turn {
  return {
    id: uuid(1000 + instance),
    instance,
    questionId: repeat?.id ?? null,
    parentInstance,
    ordinal,
    label: repeat === null ? `P${ordinal}` : '',
  };
}

export function anInterview(version: QuestionnaireVersion, part: Partial<InterviewDetail> = {}): InterviewDetail {
  return {
    id: InterviewId.parse(uuid(3)),
    projectId: ProjectId.parse(uuid(4)),
    versionId: version.id,
    code: 'R017',
    kind: 'person',
    mode: 'phone',
    language: 'nb',
    status: 'started',
    isWithdrawn: false,
    wave: '',
    place: '',
    service: '',
    interviewer: '',
    heldOn: '2025-03-19',
    startedAt: '2025-03-19T13:05:00.000Z',
    completedAt: null,
    facts: {
      mode: 'phone',
      language: 'nb',
      placeId: null,
      serviceId: null,
      heldOn: '2025-03-19',
      beganAt: null,
      endedAt: null,
      interviewerId: null,
      coInterviewers: '',
      assistance: null,
      helper: null,
    },
    seed: 7,
    completeFrom: 80,
    turns: [],
    consents: [],
    remark: '',
    notes: '',
    answers: [],
    currentQuestionId: null,
    currentInstance: 0,
    ...part,
  };
}

/** A model of questions, one section each list, with answers by question number. */
export function aModel(
  sections: readonly (readonly Question[])[],
  answers: Readonly<Record<number, AnswerValue>> = {},
  part: Partial<InterviewDetail> = {},
): EntryModel {
  const version = aVersion(...sections);
  const all = sections.flat();
  const records = Object.entries(answers).flatMap(([number, value]) => {
    const of = all.find((candidate) => candidate.number === number);
    return of === undefined ? [] : [aRecord(of, value)];
  });
  return openModel(anInterview(version, { answers: records, ...part }), version);
}

/** What reached the file, in order. */
export interface Written {
  readonly number: string;
  readonly entered: EnteredValue;
  readonly seen: AnswerValue | null | undefined;
  readonly reason: string | undefined;
}

export interface TestDesk {
  readonly desk: Desk;
  readonly actions: EntryActions;
  readonly written: readonly Written[];
  readonly confirmed: readonly string[];
  readonly specified: readonly string[];
  /** Number of the question one is at; empty on the last page. */
  readonly at: () => string;
  readonly value: () => AnswerValue | null;
  /** What the next write comes back with in place of an ordinary outcome. */
  readonly answerWith: (outcome: Partial<AnswerOutcome>) => void;
  /** Lets everything that has been sent come back. */
  readonly settled: () => Promise<void>;
}

const say = makeSay(createIntl({ locale: 'nb', messages: catalogue }, createIntlCache()));

/** Entry over a file that is a list: every write succeeds at once. */
export function aDesk(model: EntryModel, kind: EntryPass['kind'] = 'first'): TestDesk {
  const written: Written[] = [];
  const confirmed: string[] = [];
  const specified: string[] = [];
  const answered: Partial<AnswerOutcome>[] = [];
  const store = createEntryStore(model);
  const answer: EntryPass['answer'] = (place, entered, about) => {
    const spot = model.layout.byKey.get(keyOf(place));
    if (spot === undefined) throw new Error('no such place');
    written.push({ number: spot.question.number, entered, seen: about.seen, reason: about.changeReason });
    const value = paintOf(spot.question, entered, { today: '2025-03-19', language: 'nb' });
    const changed = [aRecord(spot.question, value, place.instance)];
    return Promise.resolve({ changed, parked: [], returned: [], stale: [], turns: null, next: null, conflict: null, ...answered.shift() });
  };
  const pass: EntryPass = {
    kind,
    read: () => Promise.resolve(model.interview),
    answer,
    specify: (_place, text, { changeReason }) => {
      specified.push(`${text} ${changeReason ?? ''}`.trim());
      return Promise.resolve({});
    },
    addRound: () => Promise.resolve({ turns: [], instance: 0 }),
    removeRound: () => Promise.resolve({ turns: [], changed: [] }),
    first:
      kind === 'second'
        ? null
        : {
            confirm: (_place, reason, words) => {
              confirmed.push(`${reason} ${words}`.trim());
              return Promise.resolve([]);
            },
            remark: () => Promise.resolve({ conflict: null }),
            notes: () => Promise.resolve({ conflict: null }),
            moveTo: () => Promise.resolve(),
            addPerson: () => Promise.resolve({ turns: [], instance: 0 }),
          },
  };
  const desk: Desk = { store, pass, say: () => say, nameOf: () => '', save: (run) => run(), onEnd: () => undefined };
  return {
    desk,
    actions: createEntryActions(desk),
    written,
    confirmed,
    specified,
    at: () => currentSpot(store.get())?.question.number ?? '',
    value: () => {
      const spot = currentSpot(store.get());
      return spot === null ? null : valueAt(store.get().model, spot);
    },
    answerWith: (outcome) => void answered.push(outcome),
    settled: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
}
