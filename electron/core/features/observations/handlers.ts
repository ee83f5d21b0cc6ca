import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { placesOnSameGround } from '../actions/same-ground.ts';
import { addObservationStep, changeObservation, knownObservation } from './change-observation.ts';
import { countObservations, listObservations } from './list-observations.ts';
import { writeObservation } from './write-observation.ts';

/** ICU select keys hold no hyphens. */
function plain(word: string): string {
  return word.replaceAll('-', '');
}

function label(call: Call, observationId: string) {
  const known = knownObservation(call, observationId);
  call.operation.label({ kind: plain(known.kind), title: cut(known.title) });
  return known;
}

/** @throws AppError EVENT_IMPOSSIBLE */
function refuseUnlessShareable({ is_shareable: isShareable }: ReturnType<typeof knownObservation>): void {
  if (isShareable === 0) throw new AppError('EVENT_IMPOSSIBLE', {}, 'observations.error.notShareable');
}

const Place = z.object({ name: z.string() });

export const observationsHandlers: Handlers<typeof contract.observations> = {
  list: ({ sql, workspace }, { kind, limit, offset, placeIds, ...narrowed }) => {
    const scope = { ...narrowed, placeIds: placeIds === undefined ? undefined : placesOnSameGround(workspace, placeIds) };
    const counts = countObservations(sql, scope);
    const total = kind === undefined ? counts.all : (counts.byKind[kind] ?? 0);
    return { observations: listObservations(sql, { ...scope, kind, limit, offset }), total, counts };
  },
  create: (call, { today, ...observation }) => {
    const meetingDay = observation.saidOn ?? (observation.meetingId === undefined ? today : null);
    const observationId = writeObservation(call, { ...observation, saidOn: meetingDay });
    label(call, observationId);
    return { observationId };
  },
  change: (call, { observationId, fields }) => {
    label(call, observationId);
    changeObservation(call, observationId, fields);
    return {};
  },
  setStatus: (call, { observationId, ...step }) => {
    const known = knownObservation(call, observationId);
    // By whichever way it is told of: what may not be shared has not been.
    if (step.status === 'shared' && known.status !== 'shared') refuseUnlessShareable(known);
    call.operation.label({ title: cut(known.title), status: plain(step.status) });
    if (known.status !== step.status || (step.note ?? '') !== '') addObservationStep(call, observationId, step);
    return {};
  },
  setShareable: (call, { observationId, isShareable, howDeidentified = '', happenedOn }) => {
    const known = knownObservation(call, observationId);
    call.operation.label({ title: cut(known.title), may: isShareable ? 'yes' : 'no' });
    if (isShareable && known.kind === 'case-story' && howDeidentified === '')
      throw new AppError('EVENT_IMPOSSIBLE', {}, 'observations.error.deidentify');
    if (known.is_shareable === Number(isShareable)) return {};
    call.sql.run('UPDATE observation SET is_shareable = :value WHERE id = :observationId', { value: Number(isShareable), observationId });
    if (howDeidentified !== '') addObservationStep(call, observationId, { status: known.status, happenedOn, note: howDeidentified });
    return {};
  },
  share: (call, { observationId, placeId, happenedOn, note = '', meetingId }) => {
    const known = knownObservation(call, observationId);
    const place = call.sql.get(Place, 'SELECT name FROM place WHERE id = :placeId', { placeId });
    if (place === undefined) throw new AppError('NOT_FOUND');
    refuseUnlessShareable(known);
    call.operation.label({ title: cut(known.title), place: place.name });
    const words = note === '' ? place.name : `${place.name}: ${note}`;
    addObservationStep(call, observationId, { status: 'shared', happenedOn, note: words, meetingId });
    return {};
  },
};
