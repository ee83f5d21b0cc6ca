import type { ExhibitDefinition, ExhibitView, Sentence } from '../../../../shared/contract/analysis.ts';
import { hiddenNumbers } from '../../../../shared/model/exhibit.ts';
import type { Statements } from '../../db/statements.ts';
import { dayIn } from '../../words.ts';
import { claimsOf } from './claims.ts';
import { readingFacts } from './reading/facts.ts';
import { plainReading } from './reading/plain-reading.ts';
import { latestRelease, nextReleaseNumber, readRegister, subtractableReleases, type RegisterEntry } from './register.ts';
import { makeExhibit, releasedPersons, type MadeExhibit, type MakeOptions } from './release-exhibit.ts';
import { waysOutOf, type Way } from './ways-out.ts';
import { waysPast } from './ways-past.ts';

interface ViewOptions extends MakeOptions {
  /** Look for tables that could leave instead of a stopped one: where somebody works on the table. */
  readonly hasWays?: boolean;
}

function registerSentence(entry: RegisterEntry, { language }: ExhibitDefinition): Sentence['params'] {
  return {
    number: entry.number,
    date: dayIn(language, entry.releasedAt),
    recipient: entry.recipient ?? '',
    hasRecipient: entry.recipient === null ? 'no' : 'yes',
  };
}

/** Why a table may not leave, and what should be seen before it does. */
function findingsOf({ gated, exhibit }: MadeExhibit, subtractions: readonly RegisterEntry[], definition: ExhibitDefinition): Sentence[] {
  const hidden = hiddenNumbers(exhibit);
  return [
    ...(gated.findings > 0 ? [{ id: 'analysis.finding.audit', params: { count: gated.findings } }] : []),
    ...subtractions.map((entry) => ({ id: 'analysis.finding.subtraction', params: registerSentence(entry, definition) })),
    ...(hidden > 0 ? [{ id: 'analysis.finding.hidden', params: { count: hidden } }] : []),
    ...(gated.sameAnswers > 0 ? [{ id: 'analysis.finding.sameAnswers', params: { count: gated.sameAnswers } }] : []),
  ];
}

/** The table as it would leave the program, with the gate's verdict. @throws AppError NOT_FOUND */
export function viewExhibit(sql: Statements, { hasWays = false, ...options }: ViewOptions): ExhibitView {
  const { definition } = options;
  const made = makeExhibit(sql, options);
  const { gated, exhibit, facts, raw } = made;
  const register = readRegister(sql, options.projectId);
  const subtractions = subtractableReleases(register, claimsOf(definition, exhibit, raw.rounds?.most), facts.rule);
  const latest = latestRelease(register, definition, exhibit);
  const isStopped = gated.findings > 0 || subtractions.length > 0;
  const state = isStopped ? 'stopped' : latest === null ? 'can-be-released' : latest.isCurrent ? 'released' : 'outdated';
  const ways = (): readonly Way[] => (subtractions.length > 0 ? waysPast(sql, options, made, register) : waysOutOf(made, options.tools));
  const { number = 0, releasedAt = '', recipient = null } = latest?.entry ?? {};
  return {
    released: state === 'released' ? { ...exhibit, releaseNumber: number } : exhibit,
    gate: {
      state,
      nextNumber: nextReleaseNumber(sql),
      release: latest === null ? null : { number, releasedAt, recipient },
      ...(isStopped && hasWays ? { waysOut: [...ways()] } : {}),
    },
    findings: findingsOf(made, subtractions, definition),
    missing: [...made.missing],
    persons: releasedPersons(made),
    plainReading: plainReading(exhibit, readingFacts(made)),
  };
}
