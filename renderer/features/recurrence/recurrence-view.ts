import { z } from 'zod';
import { RecurrenceBy, RecurrencePlaceMode, type RecurrenceFilter } from '../../../shared/contract/recurrence.ts';
import { LineMark } from '../../../shared/contract/meeting-terms.ts';
import { Perspective } from '../../../shared/contract/observations.ts';
import { ProjectId, ThemeId } from '../../../shared/model/ids.ts';
import { Language } from '../../../shared/model/text.ts';

const shapes = ['table', 'timeline', 'unmentioned'] as const;
export type RecurrenceShape = (typeof shapes)[number];

/** What the screen shows, as the address says it. */
export interface RecurrenceView {
  readonly shape: RecurrenceShape;
  readonly by: RecurrenceBy;
  readonly placeMode: RecurrencePlaceMode;
  readonly filter: RecurrenceFilter;
  readonly interviewsOf: ProjectId | undefined;
  /** The theme whose lines stand at the right, and the column they are of; all columns without. */
  readonly themeId: ThemeId | undefined;
  readonly key: string | undefined;
}

const params = ['view', 'cols', 'mode', 'filter', 'place', 'show', 'status', 'who', 'at', 'rows', 'theme', 'row'] as const;
/** Search parameters this screen reads and writes. Undefined takes one away. */
export type ViewChange = { readonly [P in (typeof params)[number]]?: string | undefined };

/** Everything that narrows, taken away. */
export const noFilter: ViewChange = {
  filter: undefined,
  place: undefined,
  show: undefined,
  status: undefined,
  who: undefined,
  at: undefined,
};

/** Reads the address; what it does not understand is left out. */
export function readView(address: ViewChange): RecurrenceView {
  return {
    shape: shapes.find((shape) => shape === address.view) ?? 'table',
    by: RecurrenceBy.catch('years').parse(address.cols),
    placeMode: RecurrencePlaceMode.catch('as-recorded').parse(address.mode),
    filter: readFilter(address),
    interviewsOf: ProjectId.optional().catch(undefined).parse(address.rows),
    themeId: ThemeId.optional().catch(undefined).parse(address.theme),
    key: address.row,
  };
}

function readFilter(address: ViewChange): RecurrenceFilter {
  const [kind, id] = (address.filter ?? '').split(':');
  const projectId = ProjectId.safeParse(kind === 'project' ? id : undefined);
  const seriesId = z.uuid().safeParse(kind === 'series' ? id : undefined);
  const roundId = z.uuid().safeParse(kind === 'round' ? id : undefined);
  const placeId = z.uuid().safeParse(address.place);
  const language = Language.safeParse(address.show);
  const mark = LineMark.safeParse(address.status);
  const perspective = Perspective.safeParse(address.who);
  const [fromYear, toYear] = readYears(address.at);
  return {
    ...(projectId.success ? { projectId: projectId.data } : {}),
    ...(seriesId.success ? { seriesId: seriesId.data } : {}),
    ...(roundId.success ? { roundId: roundId.data } : {}),
    ...(placeId.success ? { placeId: placeId.data } : {}),
    ...(language.success ? { language: language.data } : {}),
    ...(mark.success ? { mark: mark.data } : {}),
    ...(perspective.success ? { perspective: perspective.data } : {}),
    ...(fromYear === undefined ? {} : { fromYear }),
    ...(toYear === undefined ? {} : { toYear }),
  };
}

/** "2015-2023", "2015-", "-2023". */
function readYears(at: string | undefined): readonly [number | undefined, number | undefined] {
  const match = /^(\d{4})?-(\d{4})?$/u.exec(at ?? '');
  const year = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
  return [year(match?.[1]), year(match?.[2])];
}

/** The years as the address has them; undefined for all. */
export function yearsParam(from: number | undefined, to: number | undefined): string | undefined {
  return from === undefined && to === undefined ? undefined : `${from ?? ''}-${to ?? ''}`;
}

/** Whether anything narrows the lines. */
export function isNarrowed(filter: RecurrenceFilter): boolean {
  return Object.keys(filter).length > 0;
}
