import type { Checklist } from '../../../../../../shared/contract/reports-terms.ts';
import {
  agreementLines,
  anonymityLines,
  codedLines,
  formLines,
  heldLines,
  interviewerLines,
  modeLines,
  ownMethod,
  reachedLines,
  reliabilityLines,
  roundLines,
  takenLine,
  targetLines,
  weightLines,
} from '../blocks/methods.ts';
import type { Ground } from '../ground.ts';
import { listed } from '../in-words.ts';
import { projectStory } from '../project-story.ts';
import { toldWaves } from '../released-waves.ts';
import { numbersOf, subjectsOf, type ChecklistSubject } from './items.ts';

function sampleSize(ground: Ground): string[] {
  return toldWaves(ground).flatMap((wave) => takenLine(wave, ground));
}

function fromMeetings(ground: Ground): string[] {
  const titles = projectStory(ground).meetings.map(({ title }) => title);
  return titles.length === 0 ? [] : [ground.say('reports.known.takenBack', { meetings: listed(titles.slice(0, 12), ground.language) })];
}

function involved(ground: Ground): string[] {
  const { bodies, project } = projectStory(ground);
  const all = [...bodies, ...(project.partner === null ? [] : [project.partner])];
  return all.length === 0 ? [] : [ground.say('reports.known.involved', { bodies: listed(all, ground.language) })];
}

/** Words of the project's own, where they are in the report's language. */
function own(ground: Ground, field: 'main_purpose' | 'intended_use' | 'anchoring' | 'ethics_reference'): string[] {
  const { project } = projectStory(ground);
  const words = project[field];
  return words === null || (project.content_language !== ground.language && field !== 'ethics_reference') ? [] : [words];
}

/** What the project knows of each subject (analysis.md 3.5); nothing is made up, so most subjects are the author's. */
function linesBySubject(ground: Ground): Partial<Record<ChecklistSubject, readonly string[]>> {
  const { say } = ground;
  const { themes, coders, codebookVersion, hasQuotes, hasConsents } = projectStory(ground);
  const rounds = roundLines(ground);
  const coded = codedLines(ground);
  const purpose = own(ground, 'main_purpose');
  return {
    interviewer: interviewerLines(ground),
    sampling: reachedLines(ground),
    approach: modeLines(ground),
    sampleSize: sampleSize(ground),
    nonParticipation: rounds,
    flow: sampleSize(ground),
    responseRate: rounds,
    guide: formLines(ground),
    questionnaire: formLines(ground),
    instruments: formLines(ground),
    mode: modeLines(ground),
    collection: heldLines(ground),
    coders: themes === 0 ? [] : [say('reports.methods.coded', { themes, coders })],
    codingTree: codebookVersion === 0 ? [] : [say('reports.methods.codebook', { version: codebookVersion })],
    software: [say('reports.known.software')],
    analysis: coded,
    processing: coded,
    trustworthiness: [...agreementLines(ground), ...reliabilityLines(ground)],
    participantChecking: fromMeetings(ground),
    quotes: hasQuotes ? [say('reports.methods.quotes')] : [],
    statistics: reliabilityLines(ground),
    weighting: weightLines(ground),
    purpose,
    involvementAim: own(ground, 'intended_use'),
    involvementMethods: involved(ground),
    involvementResults: fromMeetings(ground),
    ethics: own(ground, 'ethics_reference'),
    consent: [...(hasConsents && toldWaves(ground).length > 0 ? [say('reports.known.consent')] : []), ...anonymityLines(ground)],
    design: ownMethod(ground),
    population: targetLines(ground),
    missingData: [say('reports.known.missing')],
  };
}

/** These say how many were asked and took part. */
const withNumbers: ReadonlySet<ChecklistSubject> = new Set([
  'sampleSize',
  'nonParticipation',
  'flow',
  'responseRate',
  'trustworthiness',
  'statistics',
]);

/** What the project knows of one item. */
export interface KnownAnswer {
  readonly text: string;
  /** Response figures stand in it. */
  readonly hasNumbers: boolean;
}

/** What the project knows, by the number of the item. */
export function knownAnswers(checklist: Checklist, ground: Ground): ReadonlyMap<string, KnownAnswer> {
  const lines = linesBySubject(ground);
  const numbers = numbersOf(checklist);
  return new Map(
    subjectsOf(checklist).flatMap((subject, at): [string, KnownAnswer][] => {
      const known = lines[subject] ?? [];
      return known.length === 0 ? [] : [[numbers[at] ?? '', { text: known.join(' '), hasNumbers: withNumbers.has(subject) }]];
    }),
  );
}
