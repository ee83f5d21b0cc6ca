import type { textsDocuments } from '../../../../../shared/contract/texts-documents.ts';
import type { Handlers } from '../../../rpc/call.ts';
import { createNote, linkDocument, removeDocument, renameDocument, setDocumentFacts, writeDocument } from './change-document.ts';
import { readDocumentFacts } from './find-document.ts';
import { importDocuments } from './import-documents.ts';
import { countDocuments, listDocuments } from './list-documents.ts';
import { inspectDocument } from './propose.ts';

export const documentsHandlers: Handlers<typeof textsDocuments> = {
  documents: ({ sql, actorId }, input) => listDocuments(sql, actorId, input),
  documentCounts: ({ sql, actorId }, { projectId }) => countDocuments(sql, actorId, projectId),
  document: ({ sql, actorId }, { textId }) => readDocumentFacts(sql, textId, actorId),
  inspect: inspectDocument,
  import: importDocuments,
  createNote,
  write: writeDocument,
  rename: renameDocument,
  setFacts: setDocumentFacts,
  link: linkDocument,
  remove: removeDocument,
};
