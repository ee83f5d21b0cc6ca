import { z } from 'zod';
import type { FindingRow, FindingStatus } from '../../../../../../shared/contract/findings.ts';
import type { BlockProblem, DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import type { ReportKind } from '../../../../../../shared/contract/reports-terms.ts';
import { placesOnSameGround } from '../../../actions/same-ground.ts';
import { listFindings } from '../../../findings/list-findings.ts';
import type { BlockRow } from '../../blocks/block-rows.ts';
import { everyRow, fromData } from '../data-memory.ts';
import { otherLanguage, paragraph, problem, type Ground, type Made, type MakeBlock } from '../ground.ts';
import { exhibitPart } from './exhibit.ts';
import { quotePart } from './quote.ts';

/** These tell the world what was found, so what is not final stays out of them; the others are for talking about what was found. */
const finalOnly: readonly ReportKind[] = ['final-report', 'feedback', 'fact-sheet', 'news'];
const shownWhenTalkedOf: readonly FindingStatus[] = [
  'preliminary',
  'to-conference',
  'validated',
  'changed',
  'too-early',
  'final',
  'needs-a-look',
];

/** All findings of the report's project, as its language names them; read once for all blocks that ask. */
export function projectFindings(ground: Ground): readonly FindingRow[] {
  const { call, report, language } = ground;
  const { projectId } = report;
  return fromData(call.workspace, `findings ${projectId} ${language}`, () =>
    listFindings(call.sql, { projectId, language, limit: everyRow, offset: 0 }),
  );
}

function isFinal({ status }: FindingRow): boolean {
  return status === 'final' || status === 'needs-a-look';
}

/** Whether a finding may stand in this kind of report as it is today. */
export function maySpeak(finding: FindingRow, { report }: Ground): boolean {
  return finalOnly.includes(report.kind) ? isFinal(finding) : shownWhenTalkedOf.includes(finding.status);
}

function lookedAt({ status, code }: FindingRow): BlockProblem[] {
  return status === 'needs-a-look' ? [problem('finding-needs-a-look', false, 'reports.problem.findingLook', { code })] : [];
}

const EvidenceRow = z.object({ quote_id: z.string().nullable(), exhibit_id: z.string().nullable() });
const evidenceSql = `SELECT quote_id, exhibit_id FROM finding_evidence
WHERE finding_id = :findingId AND (quote_id IS NOT NULL OR exhibit_id IS NOT NULL) ORDER BY id`;

/** The tables and cleared quotes a finding rests on. Evidence that may not leave is left out: the finding stands without it. */
function evidenceOf(finding: FindingRow, ground: Ground): { parts: DocumentPart[]; quotes: number } {
  const rows = ground.call.sql.all(EvidenceRow, evidenceSql, { findingId: finding.id });
  const exhibits = rows.flatMap(({ exhibit_id: id }) => (id === null ? [] : (exhibitPart(id, {}, ground).part ?? [])));
  const quotes = rows.flatMap(({ quote_id: id }) => (id === null ? [] : (quotePart(id, ground) ?? [])));
  return { parts: [...exhibits, ...quotes], quotes: quotes.length };
}

/** What stands under a finding: where it comes from, and how sure it is where that is not over yet. */
function underOf(finding: FindingRow, { say, report }: Ground): string {
  const { service, place, status } = finding;
  const standing = finalOnly.includes(report.kind) ? [] : [say(`findings.status.${status}`)];
  return [service, place?.name, ...standing].filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
}

/** @param isAlone a finding by itself is a line in bold type with what it is about under it; in a list without evidence it is an item */
function findingParts(
  finding: FindingRow,
  { hasEvidence, isAlone }: { readonly hasEvidence: boolean; readonly isAlone: boolean },
  ground: Ground,
): { parts: DocumentPart[]; quotes: number } {
  const isLine = hasEvidence || isAlone;
  const under = underOf(finding, ground);
  const language = otherLanguage(finding.language, ground);
  const own: DocumentPart = isLine
    ? { ...paragraph('', 'body', { language }), runs: [{ text: finding.wording, isBold: true }] }
    : paragraph(finding.wording, 'bullet', { language });
  const { parts, quotes } = hasEvidence ? evidenceOf(finding, ground) : { parts: [], quotes: 0 };
  return { parts: [own, ...(under === '' || !isLine ? [] : [paragraph(under, 'quiet')]), ...parts], quotes };
}

/** One finding; in a report that tells the world, only a final one. */
export const makeFinding: MakeBlock = ({ findingId, options }, ground) => {
  const finding = projectFindings(ground).find(({ id }) => id === findingId);
  if (finding === undefined) return { parts: [], problems: [problem('finding-not-final', true, 'reports.problem.findingGone')] };
  if (!maySpeak(finding, ground)) {
    const status = ground.say(`findings.status.${finding.status}`);
    return { parts: [], problems: [problem('finding-not-final', true, 'reports.problem.findingNotFinal', { code: finding.code, status })] };
  }
  const { parts, quotes } = findingParts(finding, { hasEvidence: options.hasEvidence === true, isAlone: true }, ground);
  return { parts, problems: lookedAt(finding), quotes };
};

const Id = z.object({ id: z.string() });
const atPlaceSql = `SELECT finding.id FROM finding LEFT JOIN meeting ON meeting.id = finding.meeting_id
WHERE finding.project_id = :projectId AND coalesce(finding.place_id, meeting.place_id) IN (SELECT value FROM json_each(:placeIds))`;

/** The findings of a place as they are counted there: their own, or those of a meeting there, and of what the place was before and became. */
function findingsAt({ call: { sql, workspace }, report: { projectId } }: Ground, placeId: string): ReadonlySet<string> {
  const placeIds = JSON.stringify(placesOnSameGround(workspace, [placeId]));
  return new Set(sql.all(Id, atPlaceSql, { projectId, placeIds }).map(({ id }) => id));
}

/** Findings of what a block is about: a service, a place, a theme or a meeting. */
export function findingsOf({ serviceId, placeId, themeId, meetingId }: BlockRow['options'], ground: Ground): FindingRow[] {
  const atPlace = placeId === undefined ? null : findingsAt(ground, placeId);
  return projectFindings(ground).filter(
    (finding) =>
      (serviceId === undefined || finding.ownService?.id === serviceId) &&
      (atPlace === null || atPlace.has(finding.id)) &&
      (themeId === undefined || finding.themes.some(({ id }) => id === themeId)) &&
      (meetingId === undefined || finding.meeting?.id === meetingId || finding.events.some(({ meeting }) => meeting?.id === meetingId)),
  );
}

/** All findings of a service, a place, a theme or a meeting, or of the project. */
export const makeFindings: MakeBlock = ({ options }, ground): Made => {
  const asked = findingsOf(options, ground).filter(({ status }) => status !== 'rejected');
  const told = asked.filter((finding) => maySpeak(finding, ground));
  const made = told.map((finding) => findingParts(finding, { hasEvidence: options.hasEvidence === true, isAlone: false }, ground));
  const left = asked.length - told.length;
  return {
    parts: told.length === 0 ? [paragraph(ground.say('reports.doc.noFindings'), 'quiet')] : made.flatMap(({ parts }) => parts),
    problems: [
      ...(left > 0 ? [problem('finding-not-final', false, 'reports.problem.findingsLeft', { count: left })] : []),
      ...told.flatMap(lookedAt),
    ],
    quotes: made.reduce((sum, { quotes }) => sum + quotes, 0),
  };
};
