import type { ExhibitDefinition } from '../../../../../shared/contract/exhibit-definition.ts';
import type { Sentence } from '../../../../../shared/contract/exhibit-view.ts';
import type { DisclosureRule } from '../../../../../shared/disclosure/index.ts';
import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { AppError } from '../../../app-error.ts';
import type { Call } from '../../../rpc/call.ts';
import { claimsOf, type Claim } from '../../analysis/claims.ts';
import { gateTools } from '../../analysis/gate-tools.ts';
import { makeExhibit } from '../../analysis/release-exhibit.ts';
import { fromData } from './data-memory.ts';

/** A table as it would leave, with what could be subtracted from it. */
export interface Standing {
  readonly state: 'stands';
  readonly definition: ExhibitDefinition;
  readonly exhibit: ReleasedExhibit;
  readonly claims: readonly Claim[];
  readonly rule: DisclosureRule;
}

/** A table that has been counted: it stands, nothing of it may leave, or what it was made of is gone. */
export type Counted = Standing | { readonly state: 'stopped'; readonly sentence: Sentence } | { readonly state: 'gone' };

type Counting = Pick<Call, 'sql' | 'session' | 'workspace'>;

/** Counts a table anew and holds it against the gate. @throws AppError CODING_IS_BLIND */
export function countExhibit(call: Counting, projectId: string, definition: ExhibitDefinition, createdAt: string): Counted {
  try {
    const { exhibit, gated, facts, raw } = makeExhibit(call.sql, { projectId, definition, createdAt, tools: gateTools(call) });
    if (gated.findings > 0) return { state: 'stopped', sentence: { id: 'analysis.finding.audit', params: { count: gated.findings } } };
    const says = exhibit.rows.some(({ cells }) => cells.some(({ state }) => state === 'shown' || state === 'figure' || state === 'words'));
    if (!says) return { state: 'stopped', sentence: { id: 'reports.problem.tooFew', params: { threshold: facts.rule.threshold } } };
    return { state: 'stands', definition, exhibit, claims: claimsOf(definition, exhibit, raw.rounds?.most), rule: facts.rule };
  } catch (error) {
    // A selection by an expression may name what is gone.
    if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'EXPRESSION_UNREADABLE')) return { state: 'gone' };
    throw error;
  }
}

/** The same, remembered until anything but the reports has changed. */
export function recallExhibit(call: Counting, projectId: string, definition: ExhibitDefinition, createdAt: string): Counted {
  const name = `exhibit ${projectId} ${JSON.stringify(definition)}`;
  return fromData(call.workspace, name, () => countExhibit(call, projectId, definition, createdAt));
}
