import { momentOn } from './days.ts';
import type { Drawn, Person } from './draw-answers.ts';
import type { SampleWriter } from './sample-writer.ts';
import type { SourceRemark, SourceSurvey } from './source-survey.ts';
import type { WrittenQuestion, WrittenQuestionnaire } from './write-questionnaire.ts';
import type { InterviewStatus } from './write-survey.ts';

export interface InterviewFacts {
  readonly person: Person;
  readonly respondentId: string;
  readonly heldOn: string;
  readonly startedAt: string;
  readonly status: InterviewStatus;
  readonly key: number;
  readonly questionnaire: WrittenQuestionnaire;
  readonly survey: SourceSurvey;
}

/** Writes one interview with its answers, its open texts, and for paper forms the second pass. */
export function writeInterview(writer: SampleWriter, facts: InterviewFacts): void {
  const { person, questionnaire, status } = facts;
  const isSwedish = facts.survey.codes === 'Ä';
  const minutes = 25 + writer.chance.below(40);
  const started = Date.parse(facts.startedAt) - Date.parse(facts.heldOn);
  const interviewers = isSwedish ? ['stellan', 'solfrid'] : ['even', 'solfrid', 'vigdis'];
  const row = {
    key: facts.key,
    project_id: writer.id('project', questionnaire.project),
    respondent_id: facts.respondentId,
    wave_id: writer.id('wave', person.wave),
    version_id: questionnaire.versionId,
    kind: 'person',
    mode: person.mode,
    language: isSwedish ? 'sv' : 'nb',
    interviewer_id: writer.id('actor', interviewers[writer.chance.below(interviewers.length)] ?? 'vigdis'),
    place_id: writer.id('place', placeOf(person)),
    service_id: writer.id('service', serviceOf(person)),
    status,
    held_on: facts.heldOn,
    started_at: facts.startedAt,
    completed_at: status === 'started' ? undefined : momentOn(facts.heldOn, started / 60_000 + minutes),
    current_question_id: person.stoppedAt?.id,
  };
  writer.add('interview', row, `${questionnaire.project} ${person.code}`);
  for (const question of questionnaire.questions) {
    const drawn = person.answers.get(question.variable);
    if (drawn !== undefined) writeAnswer(writer, facts, question, drawn);
  }
  if (status === 'in-check' || status === 'verified') writeSecondPass(writer, facts, row.interviewer_id);
}

/** The municipality of that day: one in 2023, two since the split of 2024. */
function placeOf(person: Person): string {
  if (person.group === 'Ä') return '9981';
  if (person.wave === 'bsb-2023') return '9921';
  const home = person.answers.get('bosted');
  return home?.kind === 'code' && home.code === 3 ? '9932' : '9931';
}

function serviceOf(person: Person): string {
  const service = person.answers.get('verksamhet');
  if (person.group !== 'Ä') return person.group;
  return (service?.kind === 'code' ? ['boendestodet', 'kvarnen', 'vuxen'][service.code - 1] : undefined) ?? 'boendestodet';
}

function writeAnswer(writer: SampleWriter, facts: InterviewFacts, question: WrittenQuestion, drawn: Drawn): void {
  const row = { interview_key: facts.key, question_key: question.key };
  switch (drawn.kind) {
    case 'code':
      return writer.link('answer', { ...row, code: drawn.code, ...overridden(drawn.override) });
    case 'number':
      return writer.link('answer', {
        ...row,
        num: drawn.num,
        precision: drawn.isAbout ? 'about' : undefined,
        ...overridden(drawn.override),
      });
    case 'codes':
      writer.link('answer', { ...row, txt: drawn.codes.join(' ') });
      return writeSpecify(writer, facts, question, drawn.codes);
    case 'missing':
      return writer.link('answer', { ...row, missing: drawn.reason });
    case 'text':
      return writer.link('answer', {
        ...row,
        text_id: writeText(writer, facts, {
          question,
          kind: 'answer',
          body: drawn.answer.text,
          key: drawn.answer.id,
          themes: drawn.answer.themes,
        }),
      });
  }
}

function overridden(reason: string | undefined): { state?: string; override_reason?: string } {
  return reason === undefined ? {} : { state: 'overridden', override_reason: reason };
}

interface Said {
  readonly question?: WrittenQuestion | undefined;
  readonly kind: 'answer' | 'remark' | 'note' | 'specify';
  readonly body: string;
  readonly key: string;
  readonly themes: readonly string[];
}

function writeText(writer: SampleWriter, facts: InterviewFacts, said: Said): string {
  const project = facts.questionnaire.project;
  const row = {
    project_id: writer.id('project', project),
    kind: said.kind,
    interview_key: facts.key,
    question_key: said.question?.key,
    language: project === 'alvnas' ? 'sv' : 'nb',
    speaker_role: said.kind === 'remark' || said.kind === 'note' ? 'interviewer' : 'user',
    said_on: facts.heldOn,
    body: said.body,
  };
  const id = writer.add('text', row, said.key === '' ? undefined : said.key);
  const { kind, body, key, themes } = said;
  if (kind !== 'specify')
    writer.texts.push({ id, body, key, project, kind, saidOn: facts.heldOn, themes, respondentId: facts.respondentId });
  return id;
}

function writeSpecify(writer: SampleWriter, facts: InterviewFacts, question: WrittenQuestion, codes: readonly number[]): void {
  const asking = (question.options ?? []).find((option) => option.asksWhat === true && codes.includes(option.code));
  if (asking === undefined) return;
  const words = facts.survey.specify;
  writeText(writer, facts, { question, kind: 'specify', body: words[facts.key % words.length] ?? 'annet', key: '', themes: [] });
}

/** Remarks and notes of the interviewers, one to the first interview of its service that has the answer it is about. */
export function writeRemarks(writer: SampleWriter, remarks: readonly SourceRemark[], interviews: readonly InterviewFacts[]): void {
  const taken = new Set<number>();
  for (const remark of remarks) {
    const fits = interviews.find(({ person, key }) => {
      const drawn = remark.question === undefined ? null : person.answers.get(remark.question);
      return (
        person.group === remark.service &&
        person.status === 'complete' &&
        !taken.has(key) &&
        drawn !== undefined &&
        drawn?.kind !== 'missing'
      );
    });
    if (fits === undefined) throw new Error(`no interview for the remark ${remark.text}`);
    taken.add(fits.key);
    const question = fits.questionnaire.questions.find((one) => one.variable === remark.question);
    writeText(writer, fits, { question, kind: remark.kind, body: remark.text, key: '', themes: remark.themes });
  }
}

/** The second reading of a paper form agrees except in one place, decided where the interview is verified. */
function writeSecondPass(writer: SampleWriter, facts: InterviewFacts, firstBy: string): void {
  const { person, questionnaire, key, status, heldOn } = facts;
  const entered = questionnaire.questions.flatMap((question) => {
    const drawn = person.answers.get(question.variable);
    return drawn === undefined ? [] : [{ question, drawn }];
  });
  const slip = entered.find(({ question, drawn }) => question.type === 'scale' && drawn.kind === 'code' && drawn.code > 1);
  const interviewId = writer.id('interview', `${questionnaire.project} ${person.code}`);
  // Whoever did not enter it first.
  const secondBy = ['solfrid', 'vigdis'].map((name) => writer.id('actor', name)).find((id) => id !== firstBy);
  writer.add('second_pass', {
    interview_id: interviewId,
    entered_by: secondBy,
    started_at: momentOn(heldOn, 15 * 24 * 60 + 540),
    finished_at: momentOn(heldOn, 15 * 24 * 60 + 552),
    verified_at: status === 'verified' ? momentOn(heldOn, 15 * 24 * 60 + 604) : undefined,
    field_count: entered.length,
    discrepancy_count: slip === undefined ? 0 : 1,
  });
  for (const { question, drawn } of entered)
    writer.link('second_answer', { interview_key: key, question_key: question.key, ...secondColumns(drawn, question === slip?.question) });
  if (slip?.drawn.kind === 'code' && status === 'verified') {
    const first = JSON.stringify({ kind: 'code', code: slip.drawn.code });
    writer.add('discrepancy', {
      interview_key: key,
      question_key: slip.question.key,
      choice: 'first',
      first_value: first,
      second_value: JSON.stringify({ kind: 'code', code: slip.drawn.code - 1 }),
      decided_value: first,
      first_by: firstBy,
      second_by: secondBy,
      decided_by: writer.id('actor', 'vigdis'),
      decided_at: momentOn(heldOn, 15 * 24 * 60 + 600),
    });
  }
}

function secondColumns(drawn: Drawn, isSlip: boolean): Record<string, string | number> {
  switch (drawn.kind) {
    case 'missing':
      return { missing: drawn.reason };
    case 'number':
      return { num: drawn.num };
    case 'codes':
      return { txt: drawn.codes.join(' ') };
    case 'code':
      return { code: isSlip ? drawn.code - 1 : drawn.code };
    case 'text':
      return { txt: drawn.answer.text };
  }
}
