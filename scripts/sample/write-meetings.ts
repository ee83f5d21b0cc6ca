import type { SampleWriter } from './sample-writer.ts';
import type { SourceMeeting } from './source-meetings.ts';

/** Series, rounds and meetings: planned, held, written up and sent. */
export function writeMeetings(writer: SampleWriter): void {
  const { series, rounds, meetings } = writer.sources.meetings;
  for (const one of series) {
    const id = writer.add('meeting_series', { name: one.name, times_per_year: one.timesPerYear, note: one.note }, one.key);
    for (const [index, place] of one.places.entries())
      writer.add('series_place', { series_id: id, place_id: writer.id('place', place), ordinal: index + 1 });
  }
  for (const one of rounds) {
    const owner = { project_id: writer.optional('project', one.project), series_id: writer.id('meeting_series', one.series) };
    const planned = {
      planned_as_said: one.planned?.asSaid,
      planned_sort_on: one.planned?.sortOn,
      planned_precision: one.planned?.precision,
    };
    writer.add('meeting_round', { ...owner, name: one.name, year: one.year, ...planned }, one.key);
  }
  for (const one of meetings) {
    const id = writer.add('meeting', meetingRow(writer, one), one.key);
    writePreparation(writer, one, id);
    writeAttendance(writer, one, id);
    writeMinutes(writer, one, id);
  }
  for (const one of writer.sources.meetings.requests) {
    writer.add('meeting_request', {
      wording: one.wording,
      organisation_id: writer.optional('organisation', one.organisation),
      place_id: writer.optional('place', one.place),
      asked_by_as_said: one.askedByAsSaid,
      asked_on: one.askedOn,
      status: one.status,
      meeting_id: writer.optional('meeting', one.meeting),
    });
  }
}

function meetingRow(writer: SampleWriter, one: SourceMeeting): Parameters<SampleWriter['add']>[1] {
  return {
    project_id: writer.id('project', one.project ?? 'dialog'),
    round_id: writer.optional('meeting_round', one.round),
    follows_meeting_id: writer.optional('meeting', one.follows),
    kind: one.kind,
    title: one.title,
    place_id: writer.id('place', one.place),
    venue: one.venue,
    format: one.format,
    preferred_format: one.preferredFormat,
    status: one.status,
    planned_as_said: one.planned?.asSaid,
    planned_sort_on: one.planned?.sortOn,
    planned_precision: one.planned?.precision,
    held_on: one.held?.on,
    held_precision: one.held?.precision,
    starts_at: momentOf(one.held?.on, one.startsAt),
    ends_at: momentOf(one.held?.on, one.endsAt),
    is_first_of_kind: one.isFirstOfKind ?? false,
    gap_reason: one.gapReason,
    attendance_count: one.attendance?.count,
    attendance_precision: one.attendance?.precision,
    impression: one.impression,
    language: one.language,
  };
}

/** Sources give the hour on the wall; all timed meetings are held in summer time, two hours ahead of UTC. */
function momentOf(day: string | undefined, hour: string | undefined): string | undefined {
  if (day === undefined || hour === undefined) return undefined;
  return new Date(`${day}T${hour.replace('.', ':')}:00+02:00`).toISOString();
}

function writePreparation(writer: SampleWriter, one: SourceMeeting, id: string): void {
  for (const [index, purpose] of one.purposes.entries()) writer.add('meeting_purpose', { meeting_id: id, ordinal: index + 1, purpose });
  for (const { role, person, organisation } of one.roles) {
    writer.add('meeting_role', {
      meeting_id: id,
      role,
      person_id: writer.optional('person', person),
      organisation_id: writer.optional('organisation', organisation),
    });
  }
  for (const { organisation, person, status } of one.invitations ?? []) {
    const whom = { organisation_id: writer.optional('organisation', organisation), person_id: writer.optional('person', person) };
    writer.add('meeting_invitation', { meeting_id: id, ...whom, status, sent_on: one.invitedOn, language: one.language });
  }
  for (const [index, { title, person }] of one.agenda.entries()) {
    writer.add(
      'agenda_item',
      { meeting_id: id, ordinal: index + 1, title, presenter_person_id: writer.optional('person', person) },
      `${one.key} ${String(index + 1)}`,
    );
  }
  if (one.sheet === undefined) return;
  const sheetId = writer.add('question_sheet', {
    meeting_id: id,
    round_id: writer.optional('meeting_round', one.round),
    version: 1,
    sent_on: one.sheet.sentOn,
  });
  for (const [index, { bank, wasDiscussed }] of one.sheet.questions.entries()) {
    const wording = writer.sources.projects.bankQuestions.find((kept) => kept.key === bank)?.wording;
    const row = { bank_question_id: writer.id('bank_question', bank), wording: JSON.stringify(wording), was_discussed: wasDiscussed };
    writer.add('sheet_question', { sheet_id: sheetId, ordinal: index + 1, ...row });
  }
}

function writeAttendance(writer: SampleWriter, one: SourceMeeting, id: string): void {
  for (const { role, organisation, body, person, count, precision } of one.present) {
    const who = {
      organisation_id: writer.optional('organisation', organisation),
      body_id: writer.optional('body', body),
      person_id: writer.optional('person', person),
    };
    writer.add('attendance', { meeting_id: id, ...who, role, count, precision: precision ?? (count === undefined ? undefined : 'exact') });
  }
  for (const { what, recipient, on } of one.distribution ?? [])
    writer.add('distribution', { meeting_id: id, what, recipient, sent_on: on });
  for (const { person, on } of one.contacts ?? [])
    writer.add('contact_list_entry', { meeting_id: id, person_id: writer.id('person', person), consented_on: on });
}

function writeMinutes(writer: SampleWriter, one: SourceMeeting, id: string): void {
  for (const [index, line] of one.lines.entries()) {
    const project = one.project ?? 'dialog';
    const key = `${one.key} line ${String(index + 1)}`;
    const saidOn = one.held?.on ?? '';
    const text = {
      project_id: writer.id('project', project),
      kind: 'minutes',
      meeting_id: id,
      language: one.language,
      speaker_role: line.speaker,
      said_on: saidOn,
      body: line.text,
    };
    const textId = writer.add('text', text, key);
    writer.texts.push({
      id: textId,
      body: line.text,
      key,
      project,
      kind: 'minutes',
      saidOn,
      themes: line.themes ?? [],
      respondentId: null,
    });
    const row = {
      agenda_item_id: writer.id('agenda_item', `${one.key} ${String(line.agenda)}`),
      ordinal: index + 1,
      text_id: textId,
      mark: line.mark,
      attribution: line.attribution,
      attributed_body_id: writer.optional('body', line.body),
    };
    writer.add('minute_line', { meeting_id: id, ...row });
  }
}
