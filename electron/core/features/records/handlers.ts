import type { contract } from '../../../../shared/contract/index.ts';
import type { RecordChange, RecordKind, RecordPage } from '../../../../shared/contract/records.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { Handlers } from '../../rpc/call.ts';
import { readAudits, readGuidelines, readOfferings, readPartnerships, readPeerPosts } from './read-records.ts';
import { readReports } from './read-reports.ts';
import { addRecord, changeRecord, removeRecord } from './write-records.ts';
import { removeGuidelineUse, removeRecipient, saveGuidelineUse, saveRecipient, setPartnership } from './write-ties.ts';

function readPage(sql: Statements, kind: RecordKind, projectId: ProjectId | undefined): RecordPage {
  switch (kind) {
    case 'reports':
      return { kind, rows: readReports(sql, projectId) };
    case 'guidelines':
      return { kind, rows: readGuidelines(sql) };
    case 'partnerships':
      return { kind, rows: readPartnerships(sql) };
    case 'offerings':
      return { kind, rows: readOfferings(sql) };
    case 'peer-posts':
      return { kind, rows: readPeerPosts(sql) };
    case 'audits':
      return { kind, rows: readAudits(sql) };
    default:
      return kind satisfies never;
  }
}

export const recordsHandlers: Handlers<typeof contract.records> = {
  list: ({ sql }, { kind, projectId }) => readPage(sql, kind, projectId),
  add: addRecord,
  change: (call, change) => {
    // Zod's optional fields are either there with a value or not there.
    changeRecord(call, change as RecordChange);
    return {};
  },
  remove: (call, { kind, id }) => {
    removeRecord(call, kind, id);
    return {};
  },
  saveRecipient,
  removeRecipient: (call, { id }) => {
    removeRecipient(call, id);
    return {};
  },
  saveGuidelineUse,
  removeGuidelineUse: (call, { id }) => {
    removeGuidelineUse(call, id);
    return {};
  },
  setPartnership: (call, { projectId, partnershipId }) => {
    setPartnership(call, projectId, partnershipId);
    return {};
  },
};
