import { locales } from '../model/locales.ts';
import { sentences } from './exhibit-notes.ts';
import { dateText } from './figure-text.ts';
import { pictureNotes, pictureWords, type PictureTexts, type PictureWords } from './picture.ts';
import type { TableTwin } from './table-twin.ts';
import type { ChartFormat } from './words.ts';

/** Meetings and what was agreed in them. Texts that may be printed; dates as YYYY-MM-DD. */
export interface TimelineFigure extends PictureTexts {
  readonly today: string;
  readonly meetings: readonly { readonly key: string; readonly label: string; readonly on: string; readonly isHeld: boolean }[];
  readonly actions: readonly {
    readonly key: string;
    readonly label: string;
    readonly agreedOn: string;
    readonly dueOn: string | null;
    readonly doneOn: string | null;
  }[];
}

export type TimelineAction = TimelineFigure['actions'][number];
export type ActionState = 'agreed' | 'done' | 'overdue';

export interface TimelineWords extends PictureWords {
  readonly states: Readonly<Record<ActionState, string>>;
  readonly held: string;
  readonly planned: string;
  readonly today: string;
  /** "gjort 3. mars 2026", by key of the action. */
  readonly whens: Readonly<Record<string, string>>;
  readonly table: Readonly<Record<'what' | 'when' | 'state', string>>;
}

/** Done when it is done; overdue when its day has passed; else agreed. */
export function stateOf({ doneOn, dueOn }: TimelineAction, today: string): ActionState {
  if (doneOn !== null) return 'done';
  return dueOn !== null && dueOn < today ? 'overdue' : 'agreed';
}

/** Actions in the order they were agreed, then by name. */
export function actionsInOrder({ actions, language }: TimelineFigure): readonly TimelineAction[] {
  return actions.toSorted((a, b) =>
    a.agreedOn < b.agreedOn ? -1 : a.agreedOn > b.agreedOn ? 1 : a.label.localeCompare(b.label, locales[language]),
  );
}

/** First and last day of a timeline; null when it is empty. */
export function spanOf({ actions, meetings }: TimelineFigure): { readonly from: string; readonly to: string } | null {
  const days = [
    ...meetings.map(({ on }) => on),
    ...actions.flatMap(({ agreedOn, dueOn, doneOn }) => [agreedOn, dueOn ?? agreedOn, doneOn ?? agreedOn]),
  ].toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function whenOf(action: TimelineAction, { today, language }: TimelineFigure, format: ChartFormat): string {
  const { dueOn, doneOn } = action;
  const date = (day: string) => ({ date: dateText(day, language) });
  if (doneOn !== null) return format('charts.timeline.doneOn', date(doneOn));
  if (dueOn === null) return format('charts.timeline.noDue', {});
  return format(dueOn < today ? 'charts.timeline.overdueSince' : 'charts.timeline.due', date(dueOn));
}

/** The words of a timeline. */
export function timelineWords(figure: TimelineFigure, format: ChartFormat): TimelineWords {
  const count = (state: ActionState) => figure.actions.filter((action) => stateOf(action, figure.today) === state).length;
  const span = spanOf(figure);
  const description = format('charts.alt.timeline', {
    title: sentences([figure.title]),
    total: figure.actions.length,
    done: count('done'),
    overdue: count('overdue'),
    open: count('agreed'),
    hasSpan: span === null ? 'no' : 'yes',
    from: span === null ? '' : dateText(span.from, figure.language),
    to: span === null ? '' : dateText(span.to, figure.language),
  });
  return {
    ...pictureWords(figure, description, format),
    states: {
      agreed: format('charts.timeline.agreed', {}),
      done: format('charts.timeline.done', {}),
      overdue: format('charts.timeline.overdue', {}),
    },
    held: format('charts.timeline.held', {}),
    planned: format('charts.timeline.planned', {}),
    today: format('charts.timeline.today', {}),
    whens: Object.fromEntries(figure.actions.map((action) => [action.key, whenOf(action, figure, format)])),
    table: {
      what: format('charts.timeline.what', {}),
      when: format('charts.timeline.when', {}),
      state: format('charts.timeline.state', {}),
    },
  };
}

/** Lines under the picture; the source is the last. */
export function timelineNotes(figure: TimelineFigure, words: TimelineWords): string[] {
  return pictureNotes(figure, words, { notes: [], hasHidden: false });
}

/** Meetings and actions as a table, in the order of time. */
export function timelineTable(figure: TimelineFigure, words: TimelineWords): TableTwin {
  const { language, today } = figure;
  const meetings = figure.meetings.map(({ key, label, on, isHeld }) => ({
    on,
    row: { key, label, indent: 0, cells: [dateText(on, language), isHeld ? words.held : words.planned] },
  }));
  const actions = actionsInOrder(figure).map((action) => ({
    on: action.agreedOn,
    row: { key: action.key, label: action.label, indent: 1, cells: [words.whens[action.key] ?? '', words.states[stateOf(action, today)]] },
  }));
  const all = [...meetings, ...actions].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.row.indent - b.row.indent));
  return {
    caption: figure.title,
    header: [words.table.what, words.table.when, words.table.state],
    rows: all.map(({ row }) => row),
    notes: timelineNotes(figure, words).filter((note) => note !== ''),
  };
}
