import type { DateForm, QuestionType } from '../model/questionnaire.ts';

/** What a row of the survey sheet is, by its type cell. */
export type RowType =
  | {
      readonly kind: 'question';
      readonly type: QuestionType;
      /** Name of the list of choices; '' where the type needs none, or its name is not given. */
      readonly list: string;
      readonly hasOther: boolean;
      /** How the type is written today. */
      readonly now: string;
      readonly isOld: boolean;
      /** The type says more than ours: it is kept beside it. */
      readonly isFiner: boolean;
      readonly decimals: number | null;
      readonly dateForm: DateForm | null;
    }
  | { readonly kind: 'begin'; readonly what: 'group' | 'repeat' | 'loop' }
  | { readonly kind: 'end'; readonly what: 'group' | 'repeat' | 'loop' }
  | { readonly kind: 'metadata' }
  /** Asks for something that a questionnaire here cannot hold. */
  | { readonly kind: 'kept'; readonly why: 'device' | 'elsewhere' | 'unknown' };

interface Simple {
  readonly type: QuestionType;
  readonly now: string;
  readonly isFiner?: boolean;
  readonly decimals?: number;
  readonly dateForm?: DateForm;
}

const simple: ReadonlyMap<string, Simple> = new Map<string, Simple>([
  ['text', { type: 'open', now: 'text' }],
  ['string', { type: 'open', now: 'text' }],
  ['integer', { type: 'number', now: 'integer', decimals: 0 }],
  ['int', { type: 'number', now: 'integer', decimals: 0 }],
  ['decimal', { type: 'number', now: 'decimal' }],
  ['range', { type: 'number', now: 'range', isFiner: true }],
  ['date', { type: 'date', now: 'date', dateForm: 'date' }],
  ['time', { type: 'date', now: 'time', dateForm: 'time' }],
  ['datetime', { type: 'date', now: 'dateTime', dateForm: 'date-time' }],
  ['date time', { type: 'date', now: 'dateTime', dateForm: 'date-time' }],
  ['note', { type: 'note', now: 'note' }],
  ['calculate', { type: 'calculated', now: 'calculate' }],
  ['hidden', { type: 'calculated', now: 'hidden', isFiner: true }],
  ['acknowledge', { type: 'consent', now: 'acknowledge' }],
  ['trigger', { type: 'consent', now: 'acknowledge' }],
]);

/** How choices have been asked for, longest first, with the type that each is now. The first three are today's own. */
const selects: readonly (readonly [phrase: string, now: 'select_one' | 'select_multiple' | 'rank'])[] = (
  [
    ['select_one', 'select_one'],
    ['select_multiple', 'select_multiple'],
    ['rank', 'rank'],
    ['select one', 'select_one'],
    ['select multiple', 'select_multiple'],
    ['select1', 'select_one'],
    ['select', 'select_multiple'],
    ['select one from', 'select_one'],
    ['select one using', 'select_one'],
    ['select multiple from', 'select_multiple'],
    ['select multiple using', 'select_multiple'],
    ['select all that apply', 'select_multiple'],
    ['select all that apply from', 'select_multiple'],
    ['select all that apply using', 'select_multiple'],
    ['q select', 'select_multiple'],
    ['q select1', 'select_one'],
    ['add select one prompt using', 'select_one'],
    ['add select multiple prompt using', 'select_multiple'],
  ] as const
).toSorted(([a], [b]) => b.length - a.length);

const metadata = new Set(
  [
    'start end today deviceid phonenumber simserial subscriberid username email audit start-geopoint uri:deviceid uri:phonenumber uri:simserial uri:subscriberid',
    'uri:username uri:email simid imei device-id phone-number property:deviceid property:phonenumber background-audio background-geopoint xml-external csv-external',
    'start_time end_time device_id sim_id subscriber_id phone_number start-time end-time',
  ].flatMap((line) => line.split(' ')),
);
const olderMetadata =
  /^(?:get (?:start time|end time|today|device id|subscriber id|sim id|phone number|username|email)|start time|end time|device id|set form (?:title|id)|set of .*|form (?:title|id))$/u;

const device =
  /^(?:geopoint|geotrace|geoshape|gps|location|image|photo|audio|video|barcode|file|osm\b.*|bearing|cascading select.*|q (?:geopoint|location|image|picture|audio|video|barcode|file)|add (?:location|image|audio|video|barcode|file) prompt)$/u;
const control = /^(begin|end)[ _](group|repeat|lgroup|looped group|loop)(?: over \S+)?$/u;
const other = /\s+(?:or_other|or specify other|or other)$/iu;

/** One line, one blank between words; case is kept. */
export function tidyType(written: string): string {
  return written.trim().replace(/\s+/gu, ' ');
}

/** Understands a type cell. */
export function readType(written: string): RowType {
  const text = tidyType(written);
  const lower = text.toLowerCase();
  const found = control.exec(lower);
  if (found !== null) {
    const what = found[2] === 'group' ? 'group' : found[2] === 'loop' ? 'loop' : 'repeat';
    return { kind: found[1] === 'begin' ? 'begin' : 'end', what };
  }
  if (/^select_(?:one|multiple)_(?:external|from_file)\b|^select1_external\b/u.test(lower)) return { kind: 'kept', why: 'elsewhere' };
  const chosen = readSelect(text);
  if (chosen !== null) return chosen;
  if (metadata.has(lower) || olderMetadata.test(lower)) return { kind: 'metadata' };
  if (device.test(lower)) return { kind: 'kept', why: 'device' };
  const plainer = /^(?:q (.+)|add (.+) prompt)$/u.exec(lower);
  const name = plainer?.[1] ?? plainer?.[2] ?? lower;
  const known = simple.get(name);
  if (known !== undefined) return question(known, plainer !== null);
  if (lower === 'phone number' || lower === 'q phone number') return question({ type: 'open', now: 'text', isFiner: true }, true);
  if (/^(?:percentage|number of days in last .+)$/u.test(name))
    return question({ type: 'number', now: 'integer', isFiner: true, decimals: 0 }, true);
  return { kind: 'kept', why: 'unknown' };
}

function question({ type, now, isFiner = false, decimals, dateForm }: Simple, isOld: boolean): RowType {
  return { kind: 'question', type, list: '', hasOther: false, now, isOld, isFiner, decimals: decimals ?? null, dateForm: dateForm ?? null };
}

function readSelect(text: string): RowType | null {
  const bare = text.replace(other, '');
  const lower = bare.toLowerCase();
  const [phrase, now] = selects.find(([words]) => lower === words || lower.startsWith(`${words} `)) ?? [];
  if (phrase === undefined || now === undefined) return null;
  const isOld = !/^(?:select[ _](?:one|multiple)|rank)$/u.test(phrase) || /\s+(?:or specify other|or other)$/iu.test(text);
  const type = now === 'select_one' ? 'one' : now === 'select_multiple' ? 'several' : 'rank';
  // The list keeps its case, which the standard distinguishes.
  const list = bare.slice(phrase.length).trim();
  return { kind: 'question', type, list, hasOther: bare !== text, now, isOld, isFiner: false, decimals: null, dateForm: null };
}
