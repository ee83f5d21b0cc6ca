import type { NewBlock } from '../../../../../shared/contract/reports.ts';
import { withoutMarks } from '../../../../../shared/texts/marked-text.ts';
import { results } from './sections.ts';
import { block, guide, heading, ownOrGuide, type TemplateGround } from './template-ground.ts';

/** Background, aims, issues, implementation: how such reports begin (domain.md 1.3). */
function beginning(from: TemplateGround): NewBlock[] {
  const { project } = from.story;
  return [
    block('contents'),
    block('page-break'),
    heading(from, 'reports.template.background'),
    ownOrGuide(from, project.idea, 'reports.template.backgroundGuide'),
    heading(from, 'reports.template.aims'),
    ownOrGuide(from, project.main_purpose, 'reports.template.aimsGuide'),
    heading(from, 'reports.template.issues'),
    guide(from, 'reports.template.issuesGuide'),
    heading(from, 'reports.template.implementation'),
    guide(from, 'reports.template.implementationGuide'),
    block('response'),
    heading(from, 'reports.template.recruitment'),
    block('methods', { tells: ['asked'] }),
    heading(from, 'reports.template.method'),
    block('methods', { tells: ['own', 'held', 'coded'] }),
  ];
}

function anonymity(from: TemplateGround): NewBlock[] {
  return [heading(from, 'reports.template.anonymity'), block('methods', { tells: ['anonymity'] })];
}

function services(from: TemplateGround): NewBlock[] {
  const list = from.services.map(({ name }) => `- ${withoutMarks(name)}`).join('\n');
  const guideText = guide(from, 'reports.template.servicesGuide');
  return [
    heading(from, 'reports.template.services'),
    ...(list === '' ? [guideText] : [{ ...guideText, body: `${list}\n${guideText.body}` }]),
  ];
}

/** What the conference said; the meeting itself where it has been held. */
function conference(from: TemplateGround): NewBlock[] {
  return [
    heading(from, 'reports.template.conference'),
    ...(from.conferenceId === null ? [] : [block('meetings', { meetingId: from.conferenceId })]),
    guide(from, 'reports.template.conferenceGuide'),
  ];
}

function appendix(from: TemplateGround): NewBlock[] {
  return [
    block('page-break'),
    heading(from, 'reports.template.appendix'),
    heading(from, 'reports.template.tables', { level: 2 }),
    block('appendix'),
    heading(from, 'reports.template.checklist', { level: 2 }),
    block('checklist', { checklist: 'gripp2-sf' }),
  ];
}

/** The final report, by service and theme (the structure of domain.md 1.3). */
export function finalReport(from: TemplateGround): NewBlock[] {
  return [
    ...beginning(from),
    heading(from, 'reports.template.reliability'),
    block('methods', { tells: ['reliability'] }),
    guide(from, 'reports.template.reliabilityGuide'),
    ...anonymity(from),
    ...services(from),
    heading(from, 'reports.template.results'),
    ...results(from, { by: 'service', level: 2 }),
    heading(from, 'reports.template.central'),
    block('findings'),
    guide(from, 'reports.template.centralGuide'),
    ...conference(from),
    heading(from, 'reports.template.agreed'),
    block('actions'),
    ...appendix(from),
  ];
}

/** The process report: what was heard so far, theme by theme. */
export function processReport(from: TemplateGround): NewBlock[] {
  return [
    ...beginning(from),
    ...anonymity(from),
    ...services(from),
    heading(from, 'reports.template.heard'),
    ...results(from, { by: 'theme', level: 2 }),
    ...conference(from),
    heading(from, 'reports.template.agreed'),
    block('actions'),
    heading(from, 'reports.template.summary'),
    guide(from, 'reports.template.summaryGuide'),
    ...appendix(from),
  ];
}
