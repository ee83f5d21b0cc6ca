import type {
  DeIdentified,
  KnownColumn,
  Licence,
  PlaceLevel,
  RawCheck,
  RawChoices,
  RawExtras,
  RawFormat,
} from '../../../shared/contract/raw-export.ts';
import type { ProjectId, VariableId, VersionId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';

/** What the data are for: it decides what else is asked. */
export const aims = ['analyse', 'sheet', 'text', 'giveAway'] as const;
export type Aim = (typeof aims)[number];

type Csv = Extract<RawFormat, { kind: 'csv' }>;

/** What somebody has filled in. */
export interface RawOrder {
  readonly aim: Aim;
  /** Null: the newest version. */
  readonly versionId: string | null;
  readonly choices: RawChoices;
  readonly csv: Csv;
  readonly sheetValues: 'codes' | 'labels';
  readonly extras: RawExtras;
  readonly recipient: string;
  readonly purpose: string;
  /** What others may know; the background questions until it is changed. */
  readonly known?: readonly KnownColumn[] | undefined;
  readonly acceptsRisk: boolean;
  /** Of data that are given away. */
  readonly leftOut: readonly VariableId[];
  readonly placeLevel: PlaceLevel;
  readonly withService: boolean;
  readonly licence: Licence['kind'];
  readonly licenceWords: string;
}

/** Nothing that can tell who somebody is, until it is asked for; numbers as the language writes them. */
export function emptyOrder(language: Language): RawOrder {
  return {
    aim: 'analyse',
    versionId: null,
    choices: { identifiers: false, openTexts: false, remarks: false },
    csv: { kind: 'csv', separator: language === 'en' ? 'comma' : 'semicolon', byteOrderMark: true, values: 'codes', shape: 'wide' },
    sheetValues: 'labels',
    extras: { weights: false, ddi: false, isPacked: true },
    recipient: '',
    purpose: '',
    acceptsRisk: false,
    leftOut: [],
    placeLevel: 'none',
    withService: false,
    licence: 'none',
    licenceWords: '',
  };
}

/** An order as the latest one was made, where there was one. */
export function orderAsLast(order: RawOrder, last: { readonly format: RawFormat; readonly extras: RawExtras } | null): RawOrder {
  if (last === null) return order;
  const { format, extras } = last;
  if (format.kind === 'csv') return { ...order, aim: 'text', csv: format, extras };
  if (format.kind === 'xlsx') return { ...order, aim: 'sheet', sheetValues: format.values, extras };
  return { ...order, aim: 'analyse', extras };
}

/** The same of another version: it has other questions and other persons, so what was said of the first one's check is said of nothing. */
export function ofVersion(order: RawOrder, versionId: string): RawOrder {
  return { ...order, versionId, known: undefined, acceptsRisk: false };
}

/** The format an aim comes to. */
export function formatOf({ aim, csv, sheetValues }: RawOrder): RawFormat {
  if (aim === 'sheet') return { kind: 'xlsx', values: sheetValues };
  return aim === 'text' ? csv : { kind: 'spss' };
}

/** What goes beside the data: a workbook is one file as it is, system files are several. */
export function extrasOf({ aim, extras }: RawOrder): RawExtras {
  return { ...extras, isPacked: aim === 'analyse' || (extras.isPacked && aim === 'text') || (aim === 'sheet' && extras.ddi) };
}

/** The licence as it is said. */
export function licenceOf({ licence, licenceWords }: RawOrder): Licence {
  return licence === 'own' ? { kind: 'own', words: licenceWords.trim() } : { kind: licence };
}

/** What data that are given away hold. */
export function packageOf(order: RawOrder, projectId: ProjectId, versionId: VersionId): DeIdentified {
  const { leftOut, known = [], placeLevel, withService } = order;
  const questions = known.filter((id): id is VariableId => id !== 'place' && id !== 'service' && id !== 'wave');
  return { projectId, versionId, leftOut: [...leftOut], known: questions, placeLevel, withService };
}

/** Whether there are words for the register, and for the licence where it has some. */
export function isWhole({ aim, recipient, purpose, licence, licenceWords }: RawOrder): boolean {
  const lacksWords = aim === 'giveAway' && licence === 'own' && licenceWords.trim() === '';
  return recipient.trim() !== '' && purpose.trim() !== '' && !lacksWords;
}

/** Whether somebody in the files may be recognised. */
export function standsOut({ underThreshold, oneAnswer }: RawCheck): boolean {
  return underThreshold > 0 || oneAnswer.length > 0;
}

/** Why data cannot be given away as they are ordered; null where they can, and where they are not given away. Nobody can let a package through. */
export function refusalOf({ aim }: RawOrder, check: RawCheck): 'few' | 'standsOut' | null {
  if (aim !== 'giveAway') return null;
  if (standsOut(check)) return 'standsOut';
  return check.records < check.minimumBase ? 'few' : null;
}

/** Whether the check lets the files be made. */
export function mayGo(order: RawOrder, check: RawCheck): boolean {
  return order.aim === 'giveAway' ? refusalOf(order, check) === null : order.acceptsRisk || !standsOut(check);
}

/** What of an order the check asks for. */
export function knownOf({ known }: RawOrder): { known?: KnownColumn[] } {
  return known === undefined ? {} : { known: [...known] };
}
