import type { contract } from '../../../../shared/contract/index.ts';
import type { FindingId } from '../../../../shared/model/ids.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { keepOnce } from '../analysis/exhibits/kept.ts';
import { askForALook, changeFinding, findingOfEvidence, knownFinding, plain, takeFindingStep } from './change-finding.ts';
import { evidenceChoices } from './evidence-choices.ts';
import { countFindings, findFindings, listFindings, shownStatus } from './list-findings.ts';
import { writeEvidence, writeFinding, type NewEvidence } from './write-finding.ts';

export const findingsHandlers: Handlers<typeof contract.findings> = {
  list: ({ sql }, input) => {
    const { projectId, polarity, text, status } = input;
    const counts = countFindings(sql, { projectId, polarity, text });
    return { findings: listFindings(sql, input), total: status === undefined ? counts.all : (counts.byStatus[status] ?? 0), counts };
  },
  find: ({ sql }, { text, projectId, limit }) => ({ hits: findFindings(sql, text, projectId, limit) }),
  evidenceChoices: ({ sql }, input) => ({ hits: evidenceChoices(sql, input) }),
  create: (call, { today, evidence = [], keep, ...fields }) => {
    const { projectId } = fields;
    const table = keep === undefined ? [] : [{ kind: 'exhibit' as const, id: keepOnce(call, { ...keep, projectId }) }];
    const findingId = writeFinding(call, {
      ...fields,
      meetingId: fields.meetingId ?? null,
      happenedOn: today,
      evidence: [...evidence, ...table].map(toNewEvidence),
    });
    const { code } = label(call, findingId);
    return { findingId, code };
  },
  change: (call, { findingId, fields, changedInMeetingId }) => {
    label(call, findingId);
    changeFinding(call, findingId, fields, changedInMeetingId);
    return {};
  },
  setStatus: (call, { findingId, ...step }) => {
    const { code } = knownFinding(call, findingId);
    call.operation.label({ code, status: plain(step.status) });
    takeFindingStep(call, findingId, shownStatus(call.sql, findingId), step);
    return {};
  },
  addEvidence: (call, { findingId, evidence, today }) => {
    const known = label(call, findingId);
    const evidenceId = writeEvidence(call, findingId, toNewEvidence(evidence));
    askForALook(call, known, today);
    return { evidenceId };
  },
  removeEvidence: (call, { evidenceId, today }) => {
    const known = findingOfEvidence(call, evidenceId);
    call.operation.label({ code: known.code });
    call.sql.run('DELETE FROM finding_evidence WHERE id = :evidenceId', { evidenceId });
    askForALook(call, known, today);
    return {};
  },
  reportBack: (call, { findingId, toldOn, how, by, to, meetingId }) => {
    const known = label(call, findingId);
    const row = { id: call.workspace.newId(), project_id: known.project_id, finding_id: findingId, told_on: toldOn, how };
    call.sql.insert('report_back', { ...row, told_by: by, told_to: to, meeting_id: meetingId ?? null });
    return {};
  },
};

function label(call: Call, findingId: FindingId) {
  const known = knownFinding(call, findingId);
  call.operation.label({ code: known.code });
  return known;
}

type Given =
  | { readonly kind: 'text' | 'theme' | 'exhibit' | 'meeting'; readonly id: string; readonly note?: string | undefined }
  | { readonly kind: 'note'; readonly note: string };

function toNewEvidence(given: Given): NewEvidence {
  if (given.kind === 'note') return { note: given.note };
  const { kind, id, note } = given;
  return { [`${kind}Id`]: id, note: note === undefined || note === '' ? null : note };
}
