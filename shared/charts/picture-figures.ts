import type { Language } from '../model/text.ts';
import { percentOf } from '../statistics/index.ts';
import { percentText } from './figure-text.ts';
import type { FunnelFigure } from './funnel-chart.ts';
import type { ReleasedCount } from './picture.ts';
import type { TimelineFigure } from './timeline-model.ts';
import type { TogetherFigure } from './together-chart.ts';
import type { ChartFormat } from './words.ts';

/** Where a picture comes from: its project, the language of its words, and the release it leaves as. */
export interface PictureSource {
  readonly source: string;
  readonly language: Language;
  /** Null before it is released. */
  readonly releaseNumber: number | null;
}

/** Themes that come together, as they may leave. */
export interface ReleasedTogether extends Pick<TogetherFigure, 'base' | 'pairs'> {
  readonly themes: readonly { readonly themeId: string; readonly n: ReleasedCount }[];
  /** Themes beyond those. */
  readonly leftOut: number;
}

/** The picture of themes that come together. */
export function togetherFigureOf(
  { themes, pairs, base, leftOut }: ReleasedTogether,
  nameOf: (themeId: string) => string,
  from: PictureSource,
  format: ChartFormat,
): TogetherFigure {
  return {
    ...from,
    title: format('charts.together.title', {}),
    subtitle: base === null ? '' : format('charts.together.subtitle', { persons: base }),
    notes: leftOut === 0 ? [] : [format('charts.together.leftOut', { shown: themes.length, count: leftOut })],
    themes: themes.map(({ themeId, n }) => ({ key: themeId, label: nameOf(themeId), n })),
    pairs,
    base,
  };
}

/** The steps of a wave, as they may leave. */
export interface ReleasedFunnel extends Pick<FunnelFigure, 'invited' | 'reached' | 'began' | 'complete'> {
  /** Everybody asked was in the target group, so that the share of the complete is AAPOR's RR1. */
  readonly isRr1: boolean;
}

/** The picture of the way from asked to complete in a wave. The finding is how many of those asked completed, where both are shown. */
export function funnelFigureOf({ isRr1, ...steps }: ReleasedFunnel, wave: string, from: PictureSource, format: ChartFormat): FunnelFigure {
  const { invited, complete } = steps;
  const hasShare = invited !== null && invited > 0 && complete !== null;
  const percent = hasShare ? percentText(percentOf(complete, invited, 0), { decimals: 0, language: from.language }) : '';
  return {
    ...from,
    title: format('charts.funnel.title', { hasShare: hasShare ? 'yes' : 'no', percent }),
    subtitle: wave,
    notes: isRr1 && hasShare ? [format('charts.funnel.rr1', {})] : [],
    ...steps,
  };
}

/** Meetings and actions of a project, as they stand on a day. */
export interface TimelineMatter extends Pick<TimelineFigure, 'today' | 'meetings' | 'actions'> {
  readonly project: string;
  /** Null for all years. */
  readonly year: number | null;
  /** Meetings and actions that nobody has given a day, and actions that were dropped or handed over. */
  readonly undated: number;
  readonly ended: number;
  /** Beyond what one picture holds. */
  readonly leftOut: number;
}

/** The picture of meetings and what was agreed in them. */
export function timelineFigureOf(matter: TimelineMatter, from: Omit<PictureSource, 'source'>, format: ChartFormat): TimelineFigure {
  const { project, year, undated, ended, leftOut, today, meetings, actions } = matter;
  const notes = [
    ...(meetings.length === 0 ? [] : [format('charts.timeline.key', {})]),
    ...(undated === 0 ? [] : [format('charts.timeline.undated', { count: undated })]),
    ...(ended === 0 ? [] : [format('charts.timeline.ended', { count: ended })]),
    ...(leftOut === 0 ? [] : [format('charts.timeline.leftOut', { count: leftOut })]),
  ];
  const title = format('charts.timeline.title', {});
  return { ...from, source: project, title, subtitle: year === null ? '' : String(year), notes, today, meetings, actions };
}
