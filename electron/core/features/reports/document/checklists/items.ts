import type { Checklist } from '../../../../../../shared/contract/reports-terms.ts';
import type { MessageId } from '../../../../../../shared/messages/generated/message-id.ts';

/** One line of a checklist: its number in the published list, and what it is about in our own words. */
export interface ChecklistItem {
  readonly number: string;
  readonly id: MessageId;
}

/** Numbers of a list that has letters too; the others count from 1. */
const crossNumbers = `1a 1b 2 3 4 5a 5b 5c 5d 6a 6b 6c 6d 7a 7b 7c 7d 8 9a 9b 10a 10b 10c 10d 10e 10f 11a 11b 11c 11d 12 13a 13b 13c 14 15 16 17 18 19`;

/** Subjects by list, in the published lists' own order. */
const subjects = {
  coreq: [
    'interviewer',
    'credentials',
    'occupation',
    'gender',
    'training',
    'relationship',
    'knewOfInterviewer',
    'interviewerTraits',
    'orientation',
    'sampling',
    'approach',
    'sampleSize',
    'nonParticipation',
    'setting',
    'othersPresent',
    'whoTookPart',
    'guide',
    'repeated',
    'recording',
    'fieldNotes',
    'duration',
    'saturation',
    'transcripts',
    'coders',
    'codingTree',
    'derivation',
    'software',
    'participantChecking',
    'quotes',
    'consistency',
    'majorThemes',
    'minorThemes',
  ],
  'gripp2-sf': ['involvementAim', 'involvementMethods', 'involvementResults', 'involvementDiscussion', 'involvementReflection'],
  srqr: [
    'title',
    'abstract',
    'problem',
    'purpose',
    'orientation',
    'reflexivity',
    'context',
    'sampling',
    'ethics',
    'collection',
    'instruments',
    'units',
    'processing',
    'analysis',
    'trustworthiness',
    'synthesis',
    'evidence',
    'priorWork',
    'limitations',
    'conflicts',
    'funding',
  ],
  cross: [
    'title',
    'abstract',
    'background',
    'purpose',
    'design',
    'questionnaire',
    'instruments',
    'pretesting',
    'wholeQuestionnaire',
    'population',
    'sampling',
    'sampleSize',
    'representativeness',
    'mode',
    'fieldPeriod',
    'reminders',
    'preventingRepeats',
    'preparation',
    'ethics',
    'consent',
    'statistics',
    'dataChanges',
    'missingData',
    'nonResponseError',
    'weighting',
    'sensitivity',
    'flow',
    'nonParticipation',
    'responseRate',
    'uniqueRespondents',
    'whoTookPart',
    'mainResults',
    'subgroups',
    'furtherResults',
    'limitations',
    'interpretation',
    'generalising',
    'funding',
    'conflicts',
    'acknowledgement',
  ],
  gramms: ['mixedReason', 'mixedDesign', 'mixedEach', 'mixedIntegration', 'limitations', 'mixedInsight'],
} as const satisfies Readonly<Record<Checklist, readonly string[]>>;

export type ChecklistSubject = (typeof subjects)[Checklist][number];

/** The subjects of a list by their number. */
export function subjectsOf(checklist: Checklist): readonly ChecklistSubject[] {
  return subjects[checklist];
}

/** The numbers of a list, in its order. */
export function numbersOf(checklist: Checklist): readonly string[] {
  return checklist === 'cross' ? crossNumbers.split(' ') : subjectsOf(checklist).map((_, at) => String(at + 1));
}

/** The lines of a checklist in its order. */
export function checklistItems(checklist: Checklist): ChecklistItem[] {
  const numbers = numbersOf(checklist);
  return subjectsOf(checklist).map((subject, at) => ({ number: numbers[at] ?? '', id: `reports.checklist.${subject}` }));
}
