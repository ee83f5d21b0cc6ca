import type { SampleWriter } from './sample-writer.ts';

/** Places with their years, what they became, and the areas people have drawn. */
export function writePlaces(writer: SampleWriter): void {
  const { places, areas, changes } = writer.sources.places;
  for (const place of places) {
    const row = {
      kind: place.kind,
      country_code: place.country,
      code: place.code,
      name: place.name,
      parent_id: writer.optional('place', place.parent),
      valid_from: place.from,
      valid_to: place.until,
      note: place.note,
    };
    writer.add('place', row, place.key);
  }
  for (const { area, places: members } of areas) {
    for (const member of members) writer.add('area_place', { area_id: writer.id('place', area), place_id: writer.id('place', member) });
  }
  for (const change of changes) {
    const ends = { from_place_id: writer.id('place', change.from), to_place_id: writer.id('place', change.to) };
    writer.add('place_change', { ...ends, changed_on: change.on, kind: change.kind, extent: change.extent, note: change.note });
  }
}

/** Organisations, bodies, people with dated roles, services and what belongs to them. */
export function writeRegisters(writer: SampleWriter): void {
  writeOrganisations(writer);
  writeBodiesAndPeople(writer);
  writeServices(writer);
  const { guidelines, externalSurveys } = writer.sources.registers;
  for (const one of guidelines) writer.add('guideline', { title: one.title, reference: one.reference, issued_by: one.issuedBy }, one.key);
  for (const one of externalSurveys) {
    const row = {
      name: one.name,
      owner: one.owner,
      every_months: one.everyMonths,
      latest_year: one.latestYear,
      headline: one.headline,
      has_enough_answers: one.hasEnoughAnswers,
    };
    writer.add('external_survey', row);
  }
  writeListening(writer);
}

/** Open problems, and the ways in which users have been heard. */
function writeListening(writer: SampleWriter): void {
  const { problems, hearingMethods } = writer.sources.registers;
  for (const one of problems) {
    writer.add('problem_statement', {
      wording: one.wording,
      raised_by: one.raisedBy,
      raised_on: one.raisedOn,
      service_id: writer.optional('service', one.service),
      status: one.status,
      answer: one.answer,
    });
  }
  for (const one of hearingMethods) {
    writer.add('hearing_method', {
      kind: one.kind,
      name: one.name,
      reached_count: one.reached.count,
      reached_precision: one.reached.precision,
      effort: one.effort,
      strengths: one.strengths,
      weaknesses: one.weaknesses,
      period_as_said: one.period,
    });
  }
}

function writeOrganisations(writer: SampleWriter): void {
  const { organisations, offerings } = writer.sources.registers;
  for (const one of organisations) {
    const row = {
      kind: one.kind,
      name: one.name,
      parent_id: writer.optional('organisation', one.parent),
      place_id: writer.id('place', one.place),
      ...contactOf(one.contact),
      note: one.note,
    };
    const id = writer.add('organisation', row, one.key);
    for (const area of one.areas) writer.add('organisation_area', { organisation_id: id, place_id: writer.id('place', area) });
    for (const pause of one.pauses ?? []) {
      writer.add('organisation_pause', { organisation_id: id, paused_on: pause.from, resumed_on: pause.until, reason: pause.reason });
    }
  }
  for (const one of offerings)
    writer.add('offering', { organisation_id: writer.id('organisation', one.organisation), name: one.name, description: one.description });
}

function writeBodiesAndPeople(writer: SampleWriter): void {
  const { bodies, people } = writer.sources.registers;
  for (const one of bodies) {
    const row = {
      kind: one.kind,
      name: one.name,
      is_standing: one.isStanding,
      remit: one.remit,
      place_id: writer.optional('place', one.place),
      organisation_id: writer.optional('organisation', one.organisation),
      valid_from: one.from,
      valid_to: one.until,
      working_order: one.workingOrder,
      not_represented: one.notRepresented,
    };
    writer.add('body', row, one.key);
  }
  for (const one of people) {
    const id = writer.add('person', { name: one.name, ...contactOf(one.contact), contact_route: one.route ?? 'direct' }, one.key);
    for (const role of one.roles) {
      const where = { organisation_id: writer.optional('organisation', role.organisation), body_id: writer.optional('body', role.body) };
      const row = {
        role: role.role,
        title: role.title,
        valid_from: role.from,
        valid_to: role.until,
        recruited_by: role.recruitedBy,
        is_first_time: role.isFirstTime ?? false,
      };
      writer.add('person_role', { person_id: id, ...where, ...row });
    }
  }
}

function writeServices(writer: SampleWriter): void {
  const { services, serviceLinks, peerPosts } = writer.sources.registers;
  for (const one of services) {
    const row = {
      kind: one.kind,
      name: one.name,
      place_id: writer.id('place', one.place),
      target_group: one.targetGroup,
      eligibility: one.eligibility,
      opening: one.opening,
      recipient_count: one.recipients?.count,
      recipient_precision: one.recipients?.precision,
      origin: one.origin,
      valid_from: one.from,
      valid_to: one.until,
    };
    const id = writer.add('service', row, one.key);
    for (const run of one.operators) {
      writer.add('service_operator', {
        service_id: id,
        organisation_id: writer.id('organisation', run.organisation),
        valid_from: run.from,
        valid_to: run.until,
      });
    }
    for (const money of one.funding ?? []) {
      writer.add('service_funding', {
        service_id: id,
        source: money.source,
        kind: money.kind,
        amount: money.amount,
        valid_from: money.from,
        valid_to: money.until,
      });
    }
  }
  for (const one of serviceLinks) {
    writer.add('service_link', {
      from_service_id: writer.id('service', one.from),
      to_service_id: writer.id('service', one.to),
      kind: one.kind,
      note: one.note,
    });
  }
  for (const one of peerPosts) {
    const where = { organisation_id: writer.id('organisation', one.organisation), service_id: writer.id('service', one.service) };
    writer.add('peer_post', { ...where, status: one.status, competence: one.competence, financed_by: one.financedBy, status_on: one.on });
  }
}

/** An address for mail stands in its own column; everything else as it is written. */
function contactOf(contact: string | undefined): { readonly email?: string; readonly contact?: string } {
  if (contact === undefined) return {};
  return contact.includes('@') ? { email: contact } : { contact };
}
