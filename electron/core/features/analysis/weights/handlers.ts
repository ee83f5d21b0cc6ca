import type { analysisWeights, Weighting } from '../../../../../shared/contract/analysis-weights.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { readQuestions } from '../../../analysis/questions.ts';
import type { ColumnSource } from '../../../analysis/stored-answers.ts';
import { readUnits } from '../../../analysis/units.ts';
import type { Statements } from '../../../db/statements.ts';
import type { Handlers } from '../../../rpc/call.ts';
import { readProjectFacts } from '../project-facts.ts';
import { compareFrame } from './compare-frame.ts';
import { marginChoices } from './margins.ts';
import { obstacleSentences } from './obstacle-words.ts';
import { mayTellWeights, weighSample } from './sample-weights.ts';
import { readWeighting, removeWeighting, setWeighting } from './stored.ts';

interface Asked {
  readonly projectId: string;
  readonly language: Language;
  readonly draft?: Weighting | undefined;
}

const nothing = { comparison: [], isAllowed: false, obstacles: [], designEffect: null, persons: null, effectiveBase: null };

function viewWeighting(sql: Statements, { projectId, language, draft }: Asked) {
  const { rule } = readProjectFacts(sql, projectId);
  const units = readUnits(sql, projectId, { waveId: null, perWave: false });
  const source: ColumnSource = { sql, projectId, book: readQuestions(sql, projectId), units, isOfRounds: false };
  const weighting = readWeighting(sql, projectId);
  const choices = marginChoices(source);
  const looked = draft ?? weighting;
  if (looked === null) return { weighting, choices, ...nothing };
  const sample = weighSample(source, looked);
  const unknown = units.count - sample.known;
  const isTold = mayTellWeights(sample) && sample.known >= rule.minimumBase && (unknown === 0 || unknown >= rule.threshold);
  const effect = isTold ? sample.designEffect : null;
  return {
    weighting,
    choices,
    comparison: sample.margins.map((margin) => compareFrame(margin, rule)),
    isAllowed: sample.obstacles.length === 0,
    obstacles: obstacleSentences(source, sample, language),
    designEffect: effect === null ? null : Math.round(100 * effect) / 100,
    persons: effect === null ? null : sample.known,
    effectiveBase: effect === null ? null : Math.round(sample.known / effect),
  };
}

export const weightHandlers: Handlers<typeof analysisWeights> = {
  weighting: ({ sql }, input) => viewWeighting(sql, input),
  setWeighting: (call, { projectId, weighting }) => {
    setWeighting(call, projectId, weighting);
    return {};
  },
  removeWeighting: (call, { projectId }) => {
    removeWeighting(call, projectId);
    return {};
  },
};
