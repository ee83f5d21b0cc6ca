import type { SearchHit } from '../../../shared/contract/search.ts';

/** An address in the program: a route, its parts and its view. */
export interface Address {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string | number>>;
}

/** Where a hit stands. Never the words themselves: only which text, and from which character. */
export function addressOf({ opens, at }: Pick<SearchHit, 'opens' | 'at'>): Address {
  switch (opens.screen) {
    case 'text':
      return {
        to: '/projects/$project/coding/texts/$text',
        params: { project: opens.projectId, text: opens.textId },
        search: { at },
      };
    case 'interview':
      return {
        to: '/projects/$project/interviews/$interview/enter',
        params: { project: opens.projectId, interview: opens.interviewId },
        search: opens.questionId === null ? {} : { at: opens.questionId },
      };
    case 'minutes':
      return {
        to: '/meetings/$meeting/minutes',
        params: { meeting: opens.meetingId },
        search: opens.lineId === null ? {} : { row: opens.lineId, at },
      };
    case 'meeting':
      return { to: '/meetings/$meeting', params: { meeting: opens.meetingId } };
    case 'theme':
      return { to: '/themes', search: { theme: opens.themeId } };
    case 'finding':
      return { to: '/projects/$project/findings', params: { project: opens.projectId }, search: { row: opens.findingId } };
    case 'action':
      return { to: '/actions/$action', params: { action: opens.actionId } };
    case 'observation':
      return { to: '/notes/$kind', params: { kind: 'all' }, search: { row: opens.observationId } };
    case 'register':
      return { to: '/registers/$kind', params: { kind: opens.kind }, search: { row: opens.id } };
    case 'place':
      return { to: '/places/$place', params: { place: opens.placeId } };
    case 'question':
      return {
        to: '/projects/$project/questionnaires/$questionnaire/v/$version/edit',
        params: { project: opens.projectId, questionnaire: opens.questionnaireId, version: opens.versionId },
        search: { question: opens.questionId },
      };
    case 'bank':
      return { to: '/questions' };
    case 'matrix':
      return { to: '/projects/$project/matrix', params: { project: opens.projectId } };
    case 'project':
      return { to: '/projects/$project', params: { project: opens.projectId } };
    case 'report':
      return {
        to: '/projects/$project/reports/$report',
        params: { project: opens.projectId, report: opens.reportId },
        search: opens.blockId === null ? {} : { block: opens.blockId },
      };
    case 'exhibit':
      return { to: '/projects/$project/exhibits/$exhibit', params: { project: opens.projectId, exhibit: opens.exhibitId } };
  }
}
