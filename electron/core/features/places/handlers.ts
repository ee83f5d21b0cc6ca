import type { contract } from '../../../../shared/contract/index.ts';
import { AppError } from '../../app-error.ts';
import { placeRegister } from '../../places/place-register.ts';
import { placeThen } from '../../places/on-day.ts';
import type { Handlers } from '../../rpc/call.ts';
import { decide, removeDecision } from './decisions.ts';
import { getPlace } from './get-place.ts';
import { itemOf, listPlaces } from './list-places.ts';
import { regionalOverview } from './overview.ts';
import { changePlace, createPlace, removeMember, removePlace, saveMember } from './own-places.ts';
import { readRegisters } from './register-files.ts';
import { sameProcess } from './same-process.ts';
import { placeTimeline } from './timeline.ts';
import { describePlan, planUpdate, writeUpdate } from './update-register.ts';

type PlacesHandlers = Handlers<typeof contract.places>;

const reading = {
  list: ({ workspace }, input) => listPlaces(workspace, input),
  get: ({ workspace }, { id }) => getPlace(workspace, id),
  placeOn: ({ workspace }, { country, code, on }) => {
    const register = placeRegister(workspace.sql);
    const place = register.placeOn(country, code, on);
    return { place: place === null ? null : itemOf(register, place) };
  },
  onDay: ({ workspace }, { ids, on }) => ({ places: ids.map((id) => placeThen(placeRegister(workspace.sql), id, on)) }),
  sameProcess: ({ workspace }, { id }) => ({ processes: sameProcess(placeRegister(workspace.sql), id) }),
  timeline: ({ workspace }, input) => placeTimeline(workspace, input),
  overview: ({ workspace }, input) => regionalOverview(workspace, input),
  lookAtUpdate: ({ session, workspace }, { source }) => {
    const { digest, registers } = readRegisters(session, source);
    const here = placeRegister(workspace.sql);
    return { digest, registers: registers.map((rows) => describePlan(planUpdate(here, rows))) };
  },
} satisfies Partial<PlacesHandlers>;

const writing = {
  create: (call, input) => createPlace(call, input),
  change: (call, { id, fields }) => {
    changePlace(call, id, fields);
    return {};
  },
  remove: (call, { id }) => {
    removePlace(call, id);
    return {};
  },
  saveMember: (call, input) => saveMember(call, input),
  removeMember: (call, { id }) => {
    removeMember(call, id);
    return {};
  },
  decide: (call, input) => decide(call, input),
  removeDecision: (call, { id }) => {
    removeDecision(call, id);
    return {};
  },
  updateRegister: ({ session, sql, operation }, { source, digest }) => {
    const read = readRegisters(session, source);
    if (read.digest !== digest) throw new AppError('STALE');
    const here = placeRegister(sql);
    const plans = read.registers.map((rows) => planUpdate(here, rows));
    operation.label({ names: read.registers.map(({ file }) => file.country.name).join(', ') });
    for (const plan of plans) writeUpdate(sql, plan);
    const sum = (count: (plan: (typeof plans)[number]) => number): number => plans.reduce((all, plan) => all + count(plan), 0);
    return {
      newPlaces: sum((plan) => plan.newPlaces.length),
      changedPlaces: sum((plan) => plan.changedPlaces.length),
      changes: sum((plan) => plan.newChanges.length + plan.changedChanges.length),
    };
  },
  discardFile: ({ session }, { ticket }) => {
    session.blobs.discard(ticket);
    return {};
  },
} satisfies Partial<PlacesHandlers>;

export const placesHandlers: PlacesHandlers = { ...reading, ...writing };
