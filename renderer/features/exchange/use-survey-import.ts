import { useRef, useState } from 'react';
import { surveyFileMegabytes, type AssignedRole, type RoundsChange } from '../../../shared/contract/exchange.ts';
import type { QuestionId, Ticket } from '../../../shared/model/ids.ts';
import type { ReadingChoices, SurveyFileInspection, SurveyMapping } from '../../../shared/model/survey-file.ts';
import type { QuestionLink, RoundSheet } from '../../../shared/model/survey-import.ts';
import { client } from '../../lib/client.ts';
import { spoken, type SpokenError } from '../../lib/errors.ts';
import { toTarget, type ImportFields } from './import-fields.ts';
import { runJob } from '../../lib/run-job.ts';
import { createRoundSteps } from './round-steps.ts';
import {
  accepted,
  alignLinks,
  nothingChosen,
  toMatching,
  type Direction,
  type Matching,
  type OpenFile,
  type SurveyImport,
} from './survey-state.ts';
import { refusal, refusedUnsent } from './unsent-file.ts';
import { useSentFile } from './use-sent-file.ts';

/**
 * Runs an import: sends the file in, looks through it, matches it with a questionnaire, tries the mapping after every change, and
 * imports. One thing at a time. `directionFor` says where a file that has just been read goes.
 */
export function useSurveyImport(directionFor: (inspection: SurveyFileInspection) => Promise<Direction>) {
  const [state, setState] = useState(nothingChosen);
  const { next, stop, send, sendBeside, discard, letGo } = useSentFile((sent) => client.exchange.discard({ ticket: sent }));
  /** The corrections under which the file was last read through. */
  const settled = useRef<ReadingChoices>({});
  const direction = useRef<Direction>({ aim: null, projectId: null, language: 'nb', heldOnIn: () => null });
  /** Files of rounds that were sent in beside the file of interviews. */
  const besides = useRef<readonly Ticket[]>([]);
  const patch = (change: Partial<SurveyImport>): void => setState((old) => ({ ...old, ...change }));

  /** Runs a step; what it throws is shown, or handed over, unless the step has been given up for another. */
  async function attempt(signal: AbortSignal, step: () => Promise<void>, onProblem?: (problem: SpokenError) => void): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!signal.aborted && onProblem !== undefined) return onProblem(spoken(error));
      // What was known of the file held for another way of reading it.
      if (!signal.aborted) patch({ busy: null, inspection: null, mapping: null, matching: null, trial: null, problem: spoken(error) });
    }
  }

  async function choose(file: File): Promise<void> {
    const signal = next();
    discard();
    besides.current = [];
    const unsent = refusedUnsent(file, { feature: 'exchange', megabytes: surveyFileMegabytes });
    const busy = unsent === null ? { what: 'sending' as const, done: 0, of: file.size } : null;
    setState({ ...nothingChosen, fileName: file.name, problem: unsent, busy });
    if (unsent !== null) return;
    const ticket = await send(file, signal);
    if (signal.aborted) return;
    if (ticket === null) patch({ busy: null, problem: refusal('exchange.import.sendFailed') });
    else await look(ticket, {});
  }

  async function look(ticket: Ticket, choices: ReadingChoices): Promise<void> {
    const signal = next();
    patch({ ticket, choices, problem: null, result: null, trial: null, busy: { what: 'looking', done: 0, of: 1 } });
    await attempt(signal, async () => {
      const started = client.exchange.inspect({ ticket, choices }, { signal });
      const inspection = await runJob(started, (progress) =>
        signal.aborted ? undefined : patch({ busy: { what: 'looking', ...progress } }),
      );
      const where = await directionFor(inspection);
      if (signal.aborted) return;
      settled.current = choices;
      direction.current = where;
      patch({ inspection });
      await match({ ticket, inspection });
    });
  }

  /** Matches the file with the questionnaire it goes into, or takes it as it is, and tries the outcome. */
  async function match(file: OpenFile, onProblem?: (problem: SpokenError) => void): Promise<void> {
    const { aim, language } = direction.current;
    const { ticket, inspection } = file;
    if (aim === null) {
      patch({ busy: null, proposed: { mapping: inspection.proposal, links: [] } });
      await tryMapping(file, inspection.proposal, null);
      return;
    }
    const signal = next();
    patch({ busy: { what: 'matching', done: 0, of: 1 }, trial: null });
    await attempt(
      signal,
      async () => {
        const { versionId, asNewVersion } = aim;
        const where = { versionId, asNewVersion, language, besides: [...besides.current] };
        const input = { ticket, reading: inspection.reading, mapping: inspection.proposal, ...where };
        const found = await runJob(client.exchange.match(input, { signal }), (progress) =>
          signal.aborted ? undefined : patch({ busy: { what: 'matching', ...progress } }),
        );
        if (signal.aborted) return;
        patch({ busy: null, proposed: { mapping: found.mapping, links: found.links } });
        await tryMapping(file, found.mapping, toMatching(found));
      },
      onProblem,
    );
  }

  async function tryMapping({ ticket, inspection }: OpenFile, mapping: SurveyMapping, matching: Matching | null): Promise<void> {
    const signal = next();
    patch({ mapping, matching, trial: null, result: null });
    const { aim, projectId, language, heldOnIn } = direction.current;
    const target = aim === null || matching === null ? null : toTarget(aim, matching);
    await attempt(signal, async () => {
      const input = { ticket, reading: inspection.reading, mapping, target, projectId, language, heldOnKey: heldOnIn(mapping) };
      const trial = await runJob(client.exchange.tryMapping(input, { signal }), () => undefined);
      if (!signal.aborted) patch({ trial });
    });
  }

  const { ticket, inspection, mapping, matching } = state;
  const open: OpenFile | null = ticket === null || inspection === null ? null : { ticket, inspection };
  /** The mapping that a change of columns gives, with links for all its questions, tried on every row. */
  const change = async (signal: AbortSignal, changed: SurveyMapping, links?: readonly QuestionLink[]): Promise<void> => {
    if (open === null || signal.aborted) return;
    await tryMapping(open, changed, matching === null ? null : { ...matching, links: alignLinks(links ?? matching.links, changed) });
  };
  const roundSteps = () =>
    createRoundSteps({ open, state, besides, direction, next, sendBeside, put: setState, match, attempt, tryMapping });
  return {
    state,
    choose,
    reread: (more: ReadingChoices) => (ticket === null ? Promise.resolve() : look(ticket, { ...state.choices, ...more })),
    /** Sends the answers elsewhere: another questionnaire is matched anew, another wave or mode is only tried. */
    aimAt: async (to: Direction): Promise<void> => {
      const from = direction.current;
      direction.current = to;
      if (open === null || mapping === null) return;
      const isSame = from.aim?.versionId === to.aim?.versionId && from.aim?.asNewVersion === to.aim?.asNewVersion;
      if (isSame) await tryMapping(open, mapping, matching);
      else await match(open);
    },
    /** Changes words only: what the rows give is the same. */
    reword: (changed: SurveyMapping) => patch({ mapping: changed }),
    /** Uses another mapping, and tries it on all rows. */
    remap: (changed: SurveyMapping) => change(next(), changed),
    /** Back to what the program proposed. */
    reset: () => (open === null ? Promise.resolve() : match(open)),
    assign: async (column: number, role: AssignedRole): Promise<void> => {
      if (open === null || mapping === null) return;
      const signal = next();
      await attempt(signal, async () => {
        const input = { ticket: open.ticket, reading: open.inspection.reading, mapping, column, role };
        const answer = await runJob(client.exchange.assignRole(input, { signal }), () => undefined);
        await change(signal, answer.mapping);
      });
    },
    /** Makes a column's question another one of the questionnaire, or with null one that is added. */
    link: async (column: number, questionId: QuestionId | null): Promise<void> => {
      const { aim, language } = direction.current;
      if (open === null || mapping === null || matching === null || aim === null) return;
      const signal = next();
      await attempt(signal, async () => {
        const where = { versionId: aim.versionId, asNewVersion: aim.asNewVersion, language };
        const input = {
          ticket: open.ticket,
          reading: open.inspection.reading,
          ...where,
          mapping,
          links: [...matching.links],
          column,
          questionId,
        };
        const answer = await runJob(client.exchange.link(input, { signal }), () => undefined);
        if (signal.aborted) return;
        const keys = new Set(answer.unread.map(({ key }) => key));
        const unread = [
          ...matching.unread.filter(({ key }) => !keys.has(key) && answer.links.some((one) => one.key === key)),
          ...answer.unread,
        ];
        await tryMapping(open, answer.mapping, { ...matching, links: alignLinks(answer.links, answer.mapping), unread });
      });
    },
    /** A value of the file that a person has read: it is not asked about again. */
    settle: (changed: SurveyMapping, value: string): Promise<void> => {
      if (open === null || matching === null) return Promise.resolve();
      return tryMapping(open, changed, { ...matching, unread: matching.unread.filter((unread) => unread.value !== value) });
    },
    addRounds: (files: readonly File[]) => roundSteps().addRounds(files),
    linkRounds: (sheet: RoundSheet, to: RoundsChange) => roundSteps().linkRounds(sheet, to),
    settleRounds: (sheet: RoundSheet, changed: RoundSheet) => roundSteps().settleRounds(sheet, changed),
    /** Takes what was proposed for one question, or with null for all of them. */
    accept: (key: string | null): void => (matching === null ? undefined : patch({ matching: accepted(matching, key) })),
    importAll: async (fields: ImportFields): Promise<void> => {
      if (open === null || mapping === null) return;
      const signal = next();
      const { rowCount } = open.inspection;
      patch({ problem: null, busy: { what: 'importing', stage: 'reading', done: 0, of: rowCount } });
      await attempt(signal, async () => {
        const input = { ticket: open.ticket, reading: open.inspection.reading, mapping, expectedRows: rowCount, ...fields };
        const result = await runJob(client.exchange.importSurvey(input, { signal }), (progress) =>
          signal.aborted ? undefined : patch({ busy: { what: 'importing', ...progress } }),
        );
        if (result.state === 'imported') letGo();
        patch({ busy: null, result });
      });
    },
    /** Stops what is under way; the preview stays as it is. */
    cancel: (): void => {
      stop();
      setState((old) =>
        old.inspection === null || old.mapping === null ? nothingChosen : { ...old, busy: null, choices: settled.current },
      );
      // A reading that was given up leaves the earlier one standing, whose rows were perhaps not looked through yet.
      if (open !== null && mapping !== null && state.trial === null) void tryMapping(open, mapping, matching);
    },
    /** Ready for another file. */
    restart: (): void => {
      next();
      discard();
      besides.current = [];
      setState(nothingChosen);
    },
  };
}
