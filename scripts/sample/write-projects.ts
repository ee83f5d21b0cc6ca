import type { z } from 'zod';
import type { SampleWriter } from './sample-writer.ts';
import type { SourceProject } from './source-registers.ts';

/** The people who work in the file, the partnership, the projects with their waves, and the question bank. */
export function writeProjects(writer: SampleWriter): void {
  const { actors, partnership, projects, bankQuestions } = writer.sources.projects;
  for (const one of actors) writer.add('actor', { name: one.name, initials: one.initials }, one.key);
  const partnershipId = writer.add('partnership', partnership);
  for (const one of projects) writeProject(writer, one, partnershipId);
  for (const one of bankQuestions) {
    writer.add('bank_question', { key: one.key, kind: one.kind, wording: JSON.stringify(one.wording), source: 'Erfaringsloftet' }, one.key);
  }
}

function writeProject(writer: SampleWriter, one: z.infer<typeof SourceProject>, partnershipId: string): void {
  const row = {
    partnership_id: one.inPartnership ? partnershipId : undefined,
    kind: one.kind,
    name: one.name,
    status: one.status,
    idea: one.idea,
    main_purpose: one.mainPurpose,
    intended_use: one.intendedUse,
    target_group: one.targetGroup,
    method: one.method,
    method_deviation: one.methodDeviation,
    anchoring: one.anchoring,
    lead_person_id: writer.id('person', one.lead),
    partner_organisation_id: writer.id('organisation', one.partner),
    starts_on: one.starts,
    ends_on: one.ends,
    delete_on: one.deleteOn,
    content_language: one.language,
  };
  const id = writer.add('project', row, one.key);
  for (const key of one.services) writer.add('project_service', { project_id: id, service_id: writer.id('service', key) });
  for (const key of one.places) writer.add('project_place', { project_id: id, place_id: writer.id('place', key) });
  for (const { body, role } of one.bodies) writer.add('project_body', { project_id: id, body_id: writer.id('body', body), role });
  for (const { guideline, point } of one.guidelines)
    writer.add('project_guideline', { project_id: id, guideline_id: writer.id('guideline', guideline), point });
  for (const made of one.products) {
    writer.add('work_product', {
      project_id: id,
      name: made.name,
      due_as_said: made.dueAsSaid,
      due_sort_on: made.dueSort,
      delivered_on: made.deliveredOn,
    });
  }
  for (const [index, wave] of one.waves.entries()) {
    const facts = {
      ordinal: index + 1,
      name: wave.name,
      starts_on: wave.starts,
      ends_on: wave.ends,
      frame_count: wave.frame.count,
      frame_precision: wave.frame.precision,
    };
    writer.add('wave', { project_id: id, ...facts }, wave.key);
  }
  for (const body of one.memos) {
    writer.add('memo', { project_id: id, body, written_by: writer.id('actor', 'vigdis'), written_at: '2025-09-04T08:15:00.000Z' });
  }
}
