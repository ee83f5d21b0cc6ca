import type { InterviewFilter, InterviewSort } from '../../../../shared/contract/interviews.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { SqlParams, SqlValue } from '../../db/statements.ts';

/** Fields that schemas made optional may also be undefined. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };
export type ListFilter = Loose<InterviewFilter> & { readonly projectId: ProjectId };

const respondent = 'JOIN respondent ON respondent.id = interview.respondent_id';

/** What a sort reads, and from where. Everything ties to the newest first. */
const sorts: Readonly<Record<InterviewSort['by'], { readonly by: readonly string[]; readonly join: string }>> = {
  newest: { by: [], join: '' },
  code: { by: ['length(respondent.code)', 'respondent.code'], join: respondent },
  wave: { by: ['wave.ordinal'], join: 'JOIN wave ON wave.id = interview.wave_id' },
  service: { by: ["coalesce(service.name, '')"], join: 'LEFT JOIN service ON service.id = interview.service_id' },
  place: { by: ["coalesce(place.name, '')"], join: 'LEFT JOIN place ON place.id = interview.place_id' },
  status: { by: ['interview.status'], join: '' },
  mode: { by: ['interview.mode'], join: '' },
  heldOn: { by: ["coalesce(interview.held_on, '')"], join: '' },
  interviewer: { by: ["coalesce(actor.name, '')"], join: 'LEFT JOIN actor ON actor.id = interview.interviewer_id' },
};

/** An answer that somebody must look at. */
export const flaggedAnswer = "answer.state IN ('to-confirm', 'invalid-draft')";

interface Condition {
  readonly text: string;
  readonly params: Readonly<Record<string, SqlValue>>;
}

function conditions(filter: ListFilter): Condition[] {
  const { waveId, status, interviewerId, placeId, serviceId, mode, isFlagged, search } = filter;
  const found: Condition[] = [];
  const equal = (column: string, name: string, value: string | undefined): void => {
    if (value !== undefined) found.push({ text: `interview.${column} = :${name}`, params: { [name]: value } });
  };
  equal('wave_id', 'waveId', waveId);
  equal('status', 'status', status);
  equal('interviewer_id', 'interviewerId', interviewerId);
  equal('place_id', 'placeId', placeId);
  equal('service_id', 'serviceId', serviceId);
  equal('mode', 'mode', mode);
  if (isFlagged === true)
    found.push({
      // Nobody is to look at the answers of somebody who has withdrawn.
      text: `interview.key IN (SELECT interview_key FROM answer WHERE ${flaggedAnswer}) AND interview.status <> 'withdrawn'`,
      params: {},
    });
  const begins = (search ?? '').trim();
  if (begins !== '') {
    found.push({
      // The unique index of codes within a project answers this, once for each way of writing it; the sign at the end is above every
      // letter and digit. Codes are given in capitals here, and come from elsewhere as they are.
      text: `interview.respondent_id IN (SELECT respondent.id FROM json_each(:starts) CROSS JOIN respondent
        WHERE project_id = :projectId AND code >= json_each.value AND code < json_each.value || char(0x10FFFF))`,
      params: { starts: JSON.stringify([...new Set([begins, begins.toLocaleUpperCase('nb'), begins.toLocaleLowerCase('nb')])]) },
    });
  }
  return found;
}

export interface ListStatement {
  /** FROM and WHERE. */
  readonly from: string;
  readonly order: string;
  readonly params: SqlParams;
}

/**
 * How the filtered list is asked for. Unsorted and unfiltered it follows the keys themselves, and looked up by code it follows the
 * respondents; the plus sign makes sure of both, where an index of the project would lead past every interview of it.
 */
export function listStatement(filter: ListFilter, sort: InterviewSort | undefined): ListStatement {
  const wanted = conditions(filter);
  const { by, join } = sorts[sort?.by ?? 'newest'];
  const descending = sort === undefined || sort.direction === 'descending';
  const isByCode = (filter.search ?? '').trim() !== '';
  const where = [`${isByCode || isPlain(filter, sort) ? '+' : ''}interview.project_id = :projectId`, ...wanted.map((one) => one.text)].join(
    ' AND ',
  );
  return {
    from: `FROM interview ${join} WHERE ${where}`,
    order: [
      ...by.map((text) => `${text} ${descending ? 'DESC' : 'ASC'}`),
      `interview.key ${by.length === 0 && !descending ? 'ASC' : 'DESC'}`,
    ].join(', '),
    params: Object.assign({ projectId: filter.projectId }, ...wanted.map((one) => one.params)) as SqlParams,
  };
}

/** Whether nothing is filtered and the newest come first: then the order is that of the keys. */
export function isPlain(filter: ListFilter, sort: InterviewSort | undefined): boolean {
  return (sort?.by ?? 'newest') === 'newest' && conditions(filter).length === 0;
}
