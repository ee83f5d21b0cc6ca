import { gateTools } from '../analysis/gate-tools.ts';
import type { patterns } from '../../../../shared/contract/patterns.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { readProjectFacts } from '../analysis/project-facts.ts';
import { requireSight } from '../coding/index.ts';
import { exportPattern } from './export-pattern.ts';
import { readCases, readJoint } from './joint.ts';
import { judge } from './judge.ts';
import { countMentions } from './mentions.ts';
import { readMaterial } from './read-material.ts';
import { readSaturation } from './saturation.ts';
import { countTogether } from './together.ts';

function now({ session }: Call): string {
  return new Date(session.deps.now()).toISOString();
}

export const patternsHandlers: Handlers<typeof patterns> = {
  mentions: ({ sql }, { projectId, scope }) => {
    const material = readMaterial(sql, projectId, scope);
    return { themes: countMentions(material), persons: material.units.count };
  },
  together: ({ sql }, { projectId, unit, scope }) =>
    countTogether(readMaterial(sql, projectId, scope), unit, readProjectFacts(sql, projectId).rule),
  saturation: ({ sql }, { projectId, scope }) =>
    readSaturation(sql, projectId, readMaterial(sql, projectId, scope), readProjectFacts(sql, projectId).rule),
  joint: (call, input) => readJoint(call.sql, input, now(call), gateTools(call)),
  cases: ({ sql }, input) => {
    requireSight(sql, input.projectId);
    return readCases(sql, input);
  },
  judge: (call, input) => {
    judge(call, input);
    return {};
  },
  export: (call, input) => exportPattern(call, input),
};
