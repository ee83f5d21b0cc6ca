import { daysAfter } from './days.ts';
import type { Person } from './draw-answers.ts';
import type { SampleWriter } from './sample-writer.ts';
import type { SourceSurvey } from './source-survey.ts';
import type { InterviewStatus } from './write-survey.ts';

interface Participation {
  readonly person: Person;
  readonly respondentId: string;
  readonly heldOn: string;
}

/** The dated chain from invitation to a finished interview. */
export function writeDispositions(
  writer: SampleWriter,
  { person, respondentId, heldOn, status }: Participation & { readonly status: InterviewStatus },
): void {
  const waveId = writer.id('wave', person.wave);
  const add = (kind: string, on: string, precision = 'exact'): void => {
    writer.add('disposition_event', { respondent_id: respondentId, wave_id: waveId, kind, happened_on: on, precision });
  };
  add('invited', daysAfter(heldOn, -18 - writer.chance.below(8)));
  if (writer.chance.happens(25)) add('reminded', daysAfter(heldOn, -10));
  add('agreed', daysAfter(heldOn, -6), writer.chance.happens(20) ? 'about' : 'exact');
  add('started', heldOn);
  if (status === 'started') return;
  add(status === 'partial' ? 'partial' : 'complete', heldOn);
  if (status === 'in-check' || status === 'verified') add('in-check', daysAfter(heldOn, 7));
  if (status === 'verified') add('verified', daysAfter(heldOn, 15));
}

/** Consents by what they are for. One person has later taken back the consent to be quoted. */
export function writeConsents(writer: SampleWriter, { person, respondentId, heldOn }: Participation): void {
  const how = person.mode === 'paper' ? 'skriftlig' : 'muntlig';
  const version = person.wave.slice(-4);
  const give = (scope: string, withdrawnOn?: string): void => {
    writer.add('consent', { respondent_id: respondentId, scope, version, given_on: heldOn, withdrawn_on: withdrawnOn, how });
  };
  give('take-part');
  const isQuoted = writer.sources.outcomes.quotes.some((quote) =>
    [...person.answers.values()].some((drawn) => drawn.kind === 'text' && drawn.answer.id === quote.answer),
  );
  if (isQuoted || writer.chance.happens(78)) give('quotes', person.code === 'R031' && !isQuoted ? daysAfter(heldOn, 40) : undefined);
  if (writer.chance.happens(35)) give('contact');
}

const reasons: Readonly<Record<string, readonly string[]>> = {
  declined: ['', 'orker ikke nå', '', 'har ikke tid', 'vil heller snakke med panelet', ''],
  'not-eligible': ['bruker ikke tjenesten lenger', 'flyttet fra kommunen', 'under 18 år'],
};

/** Those who were asked and are not among the participants, with codes of their own. */
export function writeOthersAsked(writer: SampleWriter, survey: SourceSurvey, project: string): void {
  let number = 0;
  for (const [wave, kinds] of Object.entries(survey.notTakingPart)) {
    const starts = writer.sources.projects.projects.flatMap((one) => one.waves).find((one) => one.key === wave)?.starts ?? '';
    for (const [kind, count] of Object.entries(kinds)) {
      for (let nth = 0; nth < count; nth += 1) {
        number += 1;
        const row = { project_id: writer.id('project', project), code: `I${String(number).padStart(2, '0')}`, recruited_by: 'tjenesten' };
        const chain = { respondent_id: writer.add('respondent', row), wave_id: writer.id('wave', wave) };
        const invitedOn = daysAfter(starts, writer.chance.below(20) - 10);
        writer.add('disposition_event', { ...chain, kind: 'invited', happened_on: invitedOn });
        if (kind === 'invited') continue;
        if (kind === 'not-reached') writer.add('disposition_event', { ...chain, kind: 'reminded', happened_on: daysAfter(invitedOn, 10) });
        const reason = reasons[kind]?.[nth % (reasons[kind]?.length ?? 1)];
        writer.add('disposition_event', {
          ...chain,
          kind,
          happened_on: daysAfter(invitedOn, 14),
          reason: reason === '' ? undefined : reason,
        });
      }
    }
  }
}
