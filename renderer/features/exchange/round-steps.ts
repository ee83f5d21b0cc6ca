import type { RefObject } from 'react';
import { surveyFileMegabytes, type RoundsChange } from '../../../shared/contract/exchange.ts';
import type { Ticket } from '../../../shared/model/ids.ts';
import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import type { RoundSheet } from '../../../shared/model/survey-import.ts';
import { client } from '../../lib/client.ts';
import type { SpokenError } from '../../lib/errors.ts';
import { runJob } from '../../lib/run-job.ts';
import { withRounds, type Direction, type Matching, type OpenFile, type SurveyImport } from './survey-state.ts';
import { refusal, refusedUnsent } from './unsent-file.ts';

/** What the steps with rounds need of the import that they are a part of. */
interface RoundParts {
  /** Null until a file has been read. */
  readonly open: OpenFile | null;
  readonly state: SurveyImport;
  readonly besides: RefObject<readonly Ticket[]>;
  readonly direction: RefObject<Direction>;
  readonly next: () => AbortSignal;
  readonly sendBeside: (file: File) => Promise<Ticket | null>;
  readonly put: (state: SurveyImport) => void;
  readonly match: (file: OpenFile, onProblem: (problem: SpokenError) => void) => Promise<void>;
  readonly attempt: (signal: AbortSignal, step: () => Promise<void>) => Promise<void>;
  readonly tryMapping: (file: OpenFile, mapping: SurveyMapping, matching: Matching) => Promise<void>;
}

/** What is done with sheets and files of rounds. */
export function createRoundSteps({ open, state, besides, direction, next, sendBeside, put, match, attempt, tryMapping }: RoundParts) {
  const { mapping, matching } = state;
  return {
    /** Files of rounds beside the file of interviews: everything is matched anew. Where one cannot be used, all stays as it was. */
    addRounds: async (files: readonly File[]): Promise<void> => {
      if (open === null || matching === null) return;
      const known = besides.current;
      const giveUp = (roundsProblem: SpokenError): void => {
        besides.current = known;
        put({ ...state, busy: null, roundsProblem });
      };
      const refused = files.map((file) => refusedUnsent(file, { feature: 'exchange', megabytes: surveyFileMegabytes }));
      const first = refused.find((problem) => problem !== null);
      if (first != null) return giveUp(first);
      const signal = next();
      put({ ...state, roundsProblem: null, busy: { what: 'matching', done: 0, of: 1 } });
      const sent = await Promise.all(files.map((file) => sendBeside(file)));
      if (signal.aborted) return;
      const tickets = sent.filter((ticket) => ticket !== null);
      if (tickets.length < sent.length) return giveUp(refusal('exchange.import.sendFailed'));
      besides.current = [...known, ...tickets];
      await match(open, giveUp);
    },
    /** Makes a sheet the rounds of something else, or one of its columns another question. */
    linkRounds: async (sheet: RoundSheet, change: RoundsChange): Promise<void> => {
      const { aim, language } = direction.current;
      if (open === null || mapping === null || matching === null || aim === null) return;
      const signal = next();
      await attempt(signal, async () => {
        const input = { ticket: open.ticket, versionId: aim.versionId, language, sheet, change };
        const answer = await runJob(client.exchange.linkRounds(input, { signal }), () => undefined);
        if (!signal.aborted) await tryMapping(open, mapping, withRounds(matching, sheet, answer.sheet));
      });
    },
    /** A sheet of rounds that a person has changed or looked at. */
    settleRounds: async (sheet: RoundSheet, changed: RoundSheet): Promise<void> => {
      if (open === null || mapping === null || matching === null) return;
      await tryMapping(open, mapping, withRounds(matching, sheet, changed));
    },
  };
}
