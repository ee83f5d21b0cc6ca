import type { RecordKind, RecordPage } from '../../../shared/contract/records.ts';
import { fold } from '../../../shared/texts/fold.ts';
import type { Dates } from '../../lib/dates.ts';
import type { Say } from '../../lib/text.ts';

/** A record in the form the list shows. */
export interface RecordEntry {
  readonly id: string;
  readonly title: string;
  /** The language of the title, when it is known. */
  readonly lang: string | undefined;
  /** In the order of `headersOf`, the title first. */
  readonly cells: readonly string[];
}

interface Words {
  readonly say: Say;
  readonly dates: Dates;
}

const headerIds = {
  reports: ['report.title', 'report.kind', 'report.place', 'report.year', 'report.updatedOn', 'report.recipients'],
  guidelines: ['guideline.title', 'guideline.reference', 'guideline.issuedBy', 'guideline.useCount'],
  partnerships: ['name', 'partnership.funding', 'partnership.projects'],
  offerings: ['name', 'offering.organisation', 'offering.description'],
  'peer-posts': ['post.competence', 'post.service', 'post.organisation', 'post.status', 'post.financedBy'],
  audits: ['name', 'audit.topic', 'audit.partner', 'audit.status', 'audit.startsOn'],
} as const satisfies Record<RecordKind, readonly string[]>;

/** The columns that stay when a record is open beside the list. */
export const narrowColumns = {
  reports: [0, 1, 3],
  guidelines: [0, 1],
  partnerships: [0, 2],
  offerings: [0, 1],
  'peer-posts': [0, 1, 3],
  audits: [0, 1, 3],
} as const satisfies Record<RecordKind, readonly number[]>;

/** The column heads of a kind. */
export function headersOf(kind: RecordKind, say: Say): readonly string[] {
  return headerIds[kind].map((id) => say(`records.${id}`));
}

/** The records of a page in words. */
export function entriesOf(page: RecordPage, words: Words): readonly RecordEntry[] {
  const { say, dates } = words;
  const day = (iso: string | null): string => (iso === null ? '–' : dates.day(iso));
  switch (page.kind) {
    case 'reports':
      return page.rows.map((row) => ({
        id: row.id,
        title: row.title,
        lang: row.language,
        cells: [
          row.title,
          say(`reports.kind.${row.kind}`),
          or(row.place?.name),
          or(row.year),
          day(row.updatedOn ?? row.publishedOn),
          or(row.recipients.length || null),
        ],
      }));
    case 'guidelines':
      return page.rows.map((row) => entry(row.id, [row.title, or(row.reference), or(row.issuedBy), or(row.uses.length || null)]));
    case 'partnerships':
      return page.rows.map((row) =>
        entry(row.id, [row.name, or(row.funding), or(row.projects.map(({ name }) => name).join(', ') || null)]),
      );
    case 'offerings':
      return page.rows.map((row) => entry(row.id, [row.name, row.organisation.name, or(row.description)]));
    case 'peer-posts':
      return page.rows.map((row) => {
        const status = say(`records.post.status.${row.status}`);
        const title = row.competence ?? row.service?.name ?? say('records.new.peer-posts');
        return entry(row.id, [
          title,
          or(row.service?.name),
          or(row.organisation?.name),
          row.statusOn === null ? status : `${status}, ${dates.day(row.statusOn)}`,
          or(row.financedBy),
        ]);
      });
    case 'audits':
      return page.rows.map((row) =>
        entry(row.id, [row.name, or(row.topic), or(row.partner?.name), say(`records.audit.status.${row.status}`), day(row.startsOn)]),
      );
    default:
      return page satisfies never;
  }
}

/** Whether an entry holds what is looked for, whatever its case and diacritics. */
export function isHit(found: RecordEntry, text: string): boolean {
  const wanted = fold(text.trim());
  return wanted === '' || found.cells.some((cell) => fold(cell).includes(wanted));
}

function entry(id: string, cells: readonly [string, ...string[]]): RecordEntry {
  return { id, title: cells[0], lang: undefined, cells };
}

function or(value: string | number | null | undefined): string {
  return value === null || value === undefined || value === '' ? '–' : String(value);
}
