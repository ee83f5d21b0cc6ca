import { momentOn } from './days.ts';
import type { SampleWriter } from './sample-writer.ts';
import { readThemeMark } from './theme-mark.ts';
import { writeFrameworks } from './write-frameworks.ts';

/** Findings, observations, actions, what the users were told, quotes, framework cells and reports. */
export function writeOutcomes(writer: SampleWriter): void {
  writeExhibits(writer);
  writeFindings(writer);
  writeObservations(writer);
  writeActions(writer);
  writeQuotes(writer);
  writeFrameworks(writer);
  writeReports(writer);
}

/** Saved tables, as ExhibitDefinition of shared/contract/analysis.ts writes them. */
function writeExhibits(writer: SampleWriter): void {
  const variable = (name: string): string => (name === 'themes' || name === 'wave' ? name : writer.id('variable', `bsb ${name}`));
  for (const [index, one] of writer.sources.outcomes.exhibits.entries()) {
    const rows = typeof one.rows === 'string' ? variable(one.rows) : one.rows.map(variable);
    const columns = one.columns === undefined ? {} : { columns: variable(one.columns) };
    const definition = JSON.stringify({ kind: one.kind, rows, ...columns, language: 'nb', percent: 'column' });
    writer.add(
      'exhibit',
      {
        project_id: writer.id('project', 'bsb'),
        ordinal: index + 1,
        name: one.name,
        definition,
        title: one.title,
        chart: one.chart,
        note: one.note,
        created_at: momentOn('2025-05-19', 480 + index * 12),
      },
      one.key,
    );
  }
}

function writeFindings(writer: SampleWriter): void {
  for (const one of writer.sources.outcomes.findings) {
    const row = {
      project_id: writer.id('project', 'bsb'),
      code: one.code,
      wording: one.wording,
      polarity: one.polarity,
      level: one.level,
      status: one.status,
      service_id: writer.optional('service', one.service),
      amount_as_said: one.amountAsSaid,
    };
    const id = writer.add('finding', row, one.code);
    for (const theme of one.themes) writer.add('finding_evidence', { finding_id: id, theme_id: writer.id('theme', theme) });
    for (const answer of one.answers) writer.add('finding_evidence', { finding_id: id, text_id: writer.id('text', answer) });
    if (one.exhibit !== undefined) writer.add('finding_evidence', { finding_id: id, exhibit_id: writer.id('exhibit', one.exhibit) });
    for (const [index, meeting] of one.meetings.entries()) {
      writer.add('finding_evidence', {
        finding_id: id,
        meeting_id: writer.id('meeting', meeting),
        note: index === 0 ? one.note : undefined,
      });
    }
    if (one.before === undefined) continue;
    const { wording, meeting, at } = one.before;
    writer.add('finding_wording', { finding_id: id, wording_before: wording, meeting_id: writer.id('meeting', meeting), changed_at: at });
  }
}

function writeObservations(writer: SampleWriter): void {
  for (const one of writer.sources.outcomes.observations) {
    const said = one.meeting === undefined || one.line === undefined ? undefined : `${one.meeting} line ${String(one.line)}`;
    const where = { place_id: writer.optional('place', one.place), service_id: writer.optional('service', one.service) };
    const row = { kind: one.kind, title: one.title, body: one.body, status: one.status, is_shareable: one.isShareable ?? false };
    writer.add('observation', {
      project_id: writer.id('project', one.project),
      meeting_id: writer.optional('meeting', one.meeting),
      text_id: writer.optional('text', said),
      ...where,
      ...row,
    });
  }
}

function writeActions(writer: SampleWriter): void {
  for (const one of writer.sources.outcomes.actions) {
    const projectId = writer.id('project', one.project);
    const row = {
      project_id: projectId,
      code: one.code,
      meeting_id: writer.id('meeting', one.meeting),
      finding_id: writer.optional('finding', one.finding),
      place_id: writer.id('place', one.place),
      wording: one.wording,
      owner_organisation_id: writer.optional('organisation', one.owner),
      owner_as_said: one.ownerAsSaid,
      parties: one.parties,
      addressee: one.addressee,
      is_existing_measure: one.isExisting ?? false,
      due_as_said: one.due.asSaid,
      due_sort_on: one.due.sortOn,
      due_precision: one.due.precision,
      status: one.status,
      result: one.result,
      language: one.language ?? 'nb',
    };
    const id = writer.add('action', row, one.code);
    for (const event of one.events) {
      const where = { meeting_id: writer.optional('meeting', event.meeting), body_id: writer.optional('body', event.body) };
      writer.add('action_event', { action_id: id, kind: event.kind, happened_on: event.on, note: event.note, ...where });
    }
    if (one.toldBack === undefined) continue;
    const { on, how, by, to } = one.toldBack;
    writer.add('report_back', { project_id: projectId, action_id: id, told_on: on, how, told_by: by, told_to: to });
  }
  for (const { project, finding, on, how, by, to } of writer.sources.outcomes.toldBack) {
    const about = { project_id: writer.id('project', project), finding_id: writer.optional('finding', finding) };
    writer.add('report_back', { ...about, told_on: on, how, told_by: by, told_to: to });
  }
}

function writeQuotes(writer: SampleWriter): void {
  for (const one of writer.sources.outcomes.quotes) {
    const body = writer.texts.find((text) => text.key === one.answer)?.body ?? '';
    const { start, end } = readThemeMark(one.on === undefined ? '01' : `01 «${one.on}»`, body);
    const row = {
      start_offset: start,
      end_offset: end,
      cleared_body: one.clearedBody,
      attributes: JSON.stringify(one.attributes),
      status: one.status,
      proposed_by: writer.optional('actor', one.proposedBy),
      cleared_by: writer.optional('actor', one.clearedBy),
      cleared_at: one.at,
    };
    const quoteId = writer.add('quote', { text_id: writer.id('text', one.answer), ...row }, one.answer);
    for (const word of one.taken ?? []) {
      const at = body.slice(start, end).indexOf(word);
      const place = { start_offset: at, end_offset: at + word.length };
      writer.add('quote_mark', { quote_id: quoteId, ...place, kind: 'rare-event', decision: 'remove' });
    }
  }
}

function writeReports(writer: SampleWriter): void {
  for (const one of writer.sources.outcomes.reports) {
    const row = {
      project_id: writer.id('project', one.project),
      kind: one.kind,
      title: one.title,
      language: one.language,
      byline: one.byline,
      year: one.year,
      place_id: writer.id('place', one.place),
      authors: one.authors,
      link: one.link,
      body: one.body,
      published_on: one.publishedOn,
      updated_on: one.updatedOn,
    };
    const id = writer.add('report', row, one.key);
    for (const { name, organisation, on, spreads } of one.recipients ?? []) {
      const whom = { recipient: name, organisation_id: writer.optional('organisation', organisation) };
      writer.add('report_recipient', { report_id: id, ...whom, sent_on: on, is_asked_to_spread: spreads ?? false });
    }
    for (const [index, block] of one.blocks.entries()) {
      const links = {
        finding_id: writer.optional('finding', block.finding),
        quote_id: writer.optional('quote', block.quote),
        exhibit_id: writer.optional('exhibit', block.exhibit),
      };
      const meetingId = writer.optional('meeting', block.meeting);
      const options = JSON.stringify({ ...block.options, ...(meetingId === undefined ? {} : { meetingId }) });
      const body = block.body?.replaceAll(
        /(\[\[(?:table|figure):)(\w+)\]\]/gu,
        (_, start, key) => `${start}${writer.id('exhibit', key)}]]`,
      );
      writer.add('report_block', { report_id: id, ordinal: index + 1, kind: block.kind, body, options, ...links });
    }
  }
  const memo = {
    project_id: writer.id('project', 'bsb'),
    body: 'Figurene i sluttrapporten lages etter nyttår.',
    written_by: writer.id('actor', 'even'),
  };
  writer.add('memo', { ...memo, written_at: momentOn('2025-11-20', 560) });
}
