import type { AnalysisVariable, VariableGroup } from '../../../shared/contract/analysis.ts';
import type { LocalisedText } from '../../../shared/model/text.ts';
import type { Say } from '../../lib/text.ts';
import type { IconName } from '../../ui/icon/icons.ts';

/** What a variable is called on the screen. */
export function variableLabel(variable: AnalysisVariable, say: Say, content: (text: LocalisedText) => string): string {
  if (variable.kind === 'themes') return say('analysis.variable.themes');
  if (variable.kind === 'place' || variable.kind === 'service') return say(`analysis.variable.${variable.kind}`);
  return variable.kind === 'wave' ? say('analysis.variable.wave') : content(variable.label);
}

const longest = 36;

/** A question's wording where lists get crowded: whole words up to 36 characters, without the mark at its end. */
export function shortLabel(label: string): string {
  const plain = label.replace(/[.?:]$/u, '');
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[,;:–-]$/u, '')} …`;
}

/** "4 spørsmål" for a battery. */
export function variableDetail(variable: AnalysisVariable, say: Say): string | undefined {
  return variable.kind === 'grid' ? say('analysis.variable.questions', { count: variable.members.length }) : undefined;
}

export function groupLabel(group: VariableGroup, say: Say, content: (text: LocalisedText) => string): string {
  return group.kind === 'section' ? content(group.title) : say(`analysis.group.${group.kind}`);
}

const icons = {
  one: 'choice',
  several: 'several',
  scale: 'scale',
  number: 'scale',
  grid: 'analysis',
  themes: 'themes',
  wave: 'meeting',
  place: 'place',
  service: 'registers',
} as const satisfies Record<AnalysisVariable['kind'], IconName>;

/** The picture of a variable's kind. */
export function variableIcon({ kind }: AnalysisVariable): IconName {
  return icons[kind];
}
