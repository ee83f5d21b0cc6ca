import { z } from 'zod';
import type { ExhibitDefinition } from '../../../../../shared/contract/exhibit-definition.ts';
import type { Sentence } from '../../../../../shared/contract/exhibit-view.ts';
import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import type { Statements } from '../../../db/statements.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { dayIn } from '../../../words.ts';
import { subtractable } from '../../analysis/claims.ts';
import { readKept, type KeptRow } from '../../analysis/exhibits/kept.ts';
import { readRegister, subtractableReleases, type RegisterEntry } from '../../analysis/register.ts';
import type { ReportFacts } from '../report-rows.ts';
import type { Counted, Standing } from './count-exhibit.ts';

/** A kept table in a report. */
export interface ReportExhibit extends Standing {
  readonly exhibitId: string;
  readonly chart: string | null;
  /** With its author's own title. */
  readonly shown: ReleasedExhibit;
}

/** A kept table, or why there is nothing of it. */
export type ReadExhibit =
  | ReportExhibit
  | { readonly state: 'stopped'; readonly name: string; readonly sentence: Sentence }
  | { readonly state: 'gone' };

/** Reads kept tables for one report, each once, in the order they are asked for: a later one is held against the earlier ones too. */
export interface ExhibitReader {
  readonly read: (exhibitId: string) => ReadExhibit;
  /** Those that stand, in the order they were read. */
  readonly standing: () => readonly ReportExhibit[];
}

const Mark = z.object({ mark: z.string() });
const registers = new WeakMap<Workspace, { readonly mark: string; readonly entries: readonly RegisterEntry[] }>();

/** The register of a project, read again when something was entered or recalled. */
function registerOf(workspace: Workspace, projectId: string): readonly RegisterEntry[] {
  const markSql = `SELECT count(*) || ' ' || coalesce(max(number), 0) || ' ' || count(recalled_at) || ' ' || coalesce(max(id), '') AS mark
    FROM release WHERE project_id = :projectId`;
  const mark = `${projectId} ${workspace.sql.get(Mark, markSql, { projectId })?.mark ?? ''}`;
  const known = registers.get(workspace);
  if (known?.mark === mark) return known.entries;
  const entries = readRegister(workspace.sql, projectId);
  registers.set(workspace, { mark, entries });
  return entries;
}

interface Reading {
  readonly sql: Statements;
  readonly workspace: Workspace;
  readonly report: ReportFacts;
  readonly count: (definition: ExhibitDefinition) => Counted;
}

function ownWords(exhibit: ReleasedExhibit, { title }: KeptRow): ReleasedExhibit {
  return { ...exhibit, title: title ?? exhibit.title };
}

function againstRegister({ workspace, report }: Reading, { claims, rule }: Standing): Sentence | null {
  const [entry] = subtractableReleases(registerOf(workspace, report.projectId), [...claims], rule);
  if (entry === undefined) return null;
  const { number, recipient, releasedAt } = entry;
  const params = {
    number,
    date: dayIn(report.language, releasedAt),
    recipient: recipient ?? '',
    hasRecipient: recipient === null ? 'no' : 'yes',
  };
  return { id: 'analysis.finding.subtraction', params };
}

/** Another table of the same report that would, with this one, show too few. */
function againstOthers(found: readonly ReportExhibit[], { claims, rule }: Standing): Sentence | null {
  const earlier = found.map(({ exhibitId, claims: theirs }) => ({ releaseId: exhibitId, claims: [...theirs] }));
  const [id] = subtractable([...claims], earlier, rule);
  const other = found.find(({ exhibitId }) => exhibitId === id);
  return other === undefined ? null : { id: 'reports.problem.subtraction', params: { table: other.shown.title } };
}

/** @param count how a definition becomes a table */
export function exhibitReader(reading: Reading): ExhibitReader {
  const kept = new Map(readKept(reading.sql, reading.report.projectId).map((row) => [row.id, row]));
  const known = new Map<string, ReadExhibit>();
  const standing: ReportExhibit[] = [];
  const make = (exhibitId: string): ReadExhibit => {
    const row = kept.get(exhibitId);
    if (row?.definition == null) return { state: 'gone' };
    const counted = reading.count({ ...row.definition, language: reading.report.language });
    if (counted.state === 'gone') return counted;
    if (counted.state === 'stopped') return { ...counted, name: row.name };
    const sentence = againstRegister(reading, counted) ?? againstOthers(standing, counted);
    if (sentence !== null) return { state: 'stopped', name: row.name, sentence };
    const made = { ...counted, exhibitId, chart: row.chart, shown: ownWords(counted.exhibit, row) };
    standing.push(made);
    return made;
  };
  return {
    read: (exhibitId) => {
      const found = known.get(exhibitId) ?? make(exhibitId);
      known.set(exhibitId, found);
      return found;
    },
    standing: () => standing,
  };
}
