import type { agreement } from '../../../../shared/contract/agreement.ts';
import { AppError } from '../../app-error.ts';
import type { Handlers } from '../../rpc/call.ts';
import { readThemeOrder } from '../recurrence/read-themes.ts';
import { requireSight } from '../coding/blind.ts';
import { codeAs } from './code-as.ts';
import { readCoders } from './coders.ts';
import { compareCoders } from './compare.ts';
import { listDisagreements } from './disagreements.ts';
import { readDisagreement } from './read-disagreement.ts';
import { readMaterial } from './read-material.ts';
import { setBlind } from './set-blind.ts';
import { noteWhy, reopen, settle } from './settle.ts';

export const agreementHandlers: Handlers<typeof agreement> = {
  coders: ({ sql, actorId }, { projectId }) => readCoders(sql, projectId, actorId),
  compare: ({ sql }, { coderIds, level, ...scope }) => {
    requireSight(sql, scope.projectId);
    const coders = new Set(coderIds);
    // The screen offers everybody once.
    if (coders.size < 2) throw new AppError('BAD_MESSAGE');
    return compareCoders(readMaterial(sql, scope, [...coders]), level, readThemeOrder(sql).order);
  },
  disagreements: ({ sql }, { coderIds, state, order, from, limit, ...scope }) => {
    requireSight(sql, scope.projectId);
    return listDisagreements(sql, scope, coderIds, { state, order, from, limit });
  },
  disagreement: ({ sql }, { coderIds, ...place }) => readDisagreement(sql, place, coderIds),
  settle: (call, input) => {
    settle(call, input);
    return {};
  },
  note: (call, { note, ...place }) => {
    noteWhy(call, place, note);
    return {};
  },
  reopen: (call, place) => {
    reopen(call, place);
    return {};
  },
  setBlind: (call, { projectId, isBlind }) => {
    setBlind(call, projectId, isBlind);
    return {};
  },
  codeAs: ({ workspace }, input) => codeAs(workspace, input),
};
