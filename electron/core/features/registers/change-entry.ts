import type {
  BodyFields,
  EntryChange,
  OrganisationFields,
  PersonFields,
  ServiceFields,
  Span,
} from '../../../../shared/contract/register-records.ts';
import { cut } from '../../../../shared/texts/index.ts';
import type { SqlParams, SqlValue } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { checkParent } from './hierarchy.ts';
import { registerTables } from './name-index.ts';
import { nameOfEntry } from './remove-entry.ts';

type Plain<F> = Exclude<keyof F, 'span' | 'recipients' | 'isStanding'>;

const organisationColumns = {
  kind: 'kind',
  name: 'name',
  parentId: 'parent_id',
  placeId: 'place_id',
  email: 'email',
  phone: 'phone',
  contact: 'contact',
  note: 'note',
} as const satisfies Record<Plain<OrganisationFields>, string>;

const personColumns = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  contact: 'contact',
  language: 'language',
  contactRoute: 'contact_route',
  contactConsentedOn: 'contact_consented_on',
  contactWithdrawnOn: 'contact_withdrawn_on',
  note: 'note',
} as const satisfies Record<Plain<PersonFields>, string>;

const bodyColumns = {
  kind: 'kind',
  name: 'name',
  remit: 'remit',
  placeId: 'place_id',
  organisationId: 'organisation_id',
  workingOrder: 'working_order',
  notRepresented: 'not_represented',
} as const satisfies Record<Plain<BodyFields>, string>;

const serviceColumns = {
  kind: 'kind',
  name: 'name',
  placeId: 'place_id',
  targetGroup: 'target_group',
  eligibility: 'eligibility',
  opening: 'opening',
  recipientsReason: 'recipients_reason',
  origin: 'origin',
  note: 'note',
} as const satisfies Record<Plain<ServiceFields>, string>;

/** Changes what is named of an entry; an empty text is no text. @throws AppError NOT_FOUND, HIERARCHY_LOOP */
export function changeEntry({ sql, operation }: Call, change: EntryChange): void {
  const { kind, id, fields } = change;
  const known = nameOfEntry(sql, kind, id);
  if (kind === 'organisations' && typeof fields.parentId === 'string') checkParent(sql, id, fields.parentId);
  operation.mergeWith(`register:${id}:${Object.keys(fields).toSorted().join(',')}`);
  operation.label({ name: cut(fields.name ?? known) });
  const row = columnsOf(change);
  const set = Object.keys(row).map((column) => `${column} = :${column}`);
  if (set.length > 0) sql.run(`UPDATE ${registerTables[kind]} SET ${set.join(', ')} WHERE id = :id`, { ...row, id });
}

function columnsOf(change: EntryChange): SqlParams {
  switch (change.kind) {
    case 'organisations':
      return plain(change.fields, organisationColumns);
    case 'people':
      return plain(change.fields, personColumns);
    case 'bodies': {
      const { isStanding, span } = change.fields;
      return {
        ...plain(change.fields, bodyColumns),
        ...(isStanding === undefined ? {} : { is_standing: Number(isStanding) }),
        ...(span === undefined ? {} : spanColumns(span)),
      };
    }
    case 'services': {
      const { recipients, span } = change.fields;
      return {
        ...plain(change.fields, serviceColumns),
        ...(recipients === undefined
          ? {}
          : { recipient_count: recipients.count, recipient_precision: recipients.precision, recipients_as_said: recipients.asSaid }),
        ...(span === undefined ? {} : spanColumns(span)),
      };
    }
    default:
      return change satisfies never;
  }
}

/** Fields that are one column each. */
function plain<F extends object>(fields: F, columns: Readonly<Record<string, string>>): SqlParams {
  const row: Record<string, SqlValue> = {};
  for (const [field, column] of Object.entries(columns)) {
    // The schema let only texts and null through under these names.
    const value = (fields as Readonly<Record<string, string | null | undefined>>)[field];
    if (value !== undefined) row[column] = value === '' ? null : value;
  }
  return row;
}

/** A span in the three columns of the tables that keep its words. */
export function spanColumns({ asSaid, from, to }: Span): SqlParams {
  return { valid_from: from, valid_to: to, period_as_said: asSaid };
}
