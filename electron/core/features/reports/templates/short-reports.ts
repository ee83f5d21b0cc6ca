import type { NewBlock } from '../../../../../shared/contract/reports.ts';
import { results } from './sections.ts';
import { block, guide, heading, type TemplateGround } from './template-ground.ts';

const plain = { isNumbered: false } as const;

/** What a round of dialogue meetings was about, and what was agreed. */
export function roundSummary(from: TemplateGround): NewBlock[] {
  const { roundId, meetingId } = from;
  const of = meetingId !== null ? { meetingId } : roundId !== null ? { roundId } : {};
  return [
    guide(from, 'reports.template.roundGuide'),
    heading(from, 'reports.template.meetings', plain),
    block('meetings', of),
    heading(from, 'reports.template.common', plain),
    guide(from, 'reports.template.commonGuide'),
    heading(from, 'reports.template.agreed', plain),
    block('actions', of),
    heading(from, 'reports.template.next', plain),
    guide(from, 'reports.template.nextGuide'),
  ];
}

/** One page in plain language to those who took part. */
export function feedback(from: TemplateGround): NewBlock[] {
  return [
    heading(from, 'reports.template.thanks', plain),
    guide(from, 'reports.template.thanksGuide'),
    heading(from, 'reports.template.youSaid', plain),
    block('findings'),
    heading(from, 'reports.template.becomes', plain),
    block('actions'),
    heading(from, 'reports.template.more', plain),
    guide(from, 'reports.template.moreGuide'),
  ];
}

/** A slide for each heading: who was asked, what they said, what to talk about. */
export function slides(from: TemplateGround): NewBlock[] {
  return [
    heading(from, 'reports.template.whoAsked', plain),
    block('response'),
    ...results(from, { by: 'service', level: 1, shows: 'chart', isNumbered: false }),
    heading(from, 'reports.template.talk', plain),
    guide(from, 'reports.template.talkGuide'),
    heading(from, 'reports.template.agreed', plain),
    block('actions'),
    heading(from, 'reports.template.next', plain),
    guide(from, 'reports.template.nextGuide'),
  ];
}
