import { MethodPart } from '../../../../../../shared/contract/reports-terms.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { dayIn } from '../../../../words.ts';
import { paragraph, type Ground, type MakeBlock } from '../ground.ts';
import { listed, numeral } from '../in-words.ts';
import { projectStory } from '../project-story.ts';
import { toldWaves, type ReleasedWave } from '../released-waves.ts';

/** z of a 95 % interval. */
const z95 = 1.959964;

/**
 * Half the width of a 95 % Wilson interval at a share of 50 %, in points, with the finite population correction where the size of the whole is known
 * (Wilson 1927; the correction multiplies by √((N − n)/(N − 1))).
 */
export function halfWidth(n: number, all: number | null): number {
  const correction = all === null || all <= n ? 1 : Math.sqrt((all - n) / (all - 1));
  return Math.round((100 * correction * z95) / (2 * Math.sqrt(n + z95 * z95)));
}

function takenPart({ released }: ReleasedWave): number | null {
  if (released.kind === 'few') return null;
  return released.kind === 'funnel' ? (released.began ?? released.complete) : released.took;
}

/** How many took part; where that would tell too much, how many answered everything. */
export function takenLine({ released, name }: ReleasedWave, { say }: Ground): string[] {
  if (released.kind === 'few') return [];
  const took = released.kind === 'funnel' ? released.began : released.took;
  if (took !== null) return [say('reports.methods.took', { wave: name, n: took })];
  return released.complete === null ? [] : [say('reports.methods.completed', { wave: name, n: released.complete })];
}

function askedLine(wave: ReleasedWave, ground: Ground): string[] {
  const { say } = ground;
  const { released, name } = wave;
  if (released.kind === 'few') return [];
  if (released.kind === 'participation' || released.invited === null) return takenLine(wave, ground);
  const { invited, complete } = released;
  if (complete === null) return [say('reports.methods.asked', { wave: name, n: invited })];
  return [say('reports.methods.askedComplete', { wave: name, n: invited, complete })];
}

/** Whom it was about, where the project says it in the report's language. */
export function targetLines(ground: Ground): string[] {
  const { say, report } = ground;
  const { project } = projectStory(ground);
  if (project.target_group === null || report.language !== project.content_language) return [];
  return [say('reports.methods.target', { group: project.target_group.replace(/\.$/u, '') })];
}

/** How many were asked in each round, and how many answered. */
export function roundLines(ground: Ground): string[] {
  return toldWaves(ground).flatMap((wave) => askedLine(wave, ground));
}

/** How those who were asked were reached. */
export function reachedLines(ground: Ground): string[] {
  const { recruitedBy } = projectStory(ground);
  return recruitedBy.length === 0 ? [] : [ground.say('reports.methods.recruited', { ways: listed(recruitedBy, ground.language) })];
}

function askedLines(ground: Ground): string[] {
  return [...targetLines(ground), ...roundLines(ground), ...reachedLines(ground)];
}

/** In which ways people were asked. */
export function modeLines(ground: Ground): string[] {
  const { say, language } = ground;
  const words = projectStory(ground).modes.map((mode) => say(`interviews.mode.${mode as 'phone'}`));
  return words.length === 0 ? [] : [say('reports.methods.modes', { modes: listed(words, language) })];
}

/** Who wrote the answers down. */
export function interviewerLines(ground: Ground): string[] {
  const { interviewers } = projectStory(ground);
  return interviewers === 0 ? [] : [ground.say('reports.methods.interviewers', { n: interviewers })];
}

/** What people were asked with. */
export function formLines(ground: Ground): string[] {
  return projectStory(ground).forms.map(({ name, number, questions, open }) =>
    ground.say('reports.methods.form', { name, version: number, questions, open }),
  );
}

/** How the interviews were held, with what, by whom. */
export function heldLines(ground: Ground): string[] {
  const { say } = ground;
  const { hasGroups, hasPairs } = projectStory(ground);
  return [
    ...modeLines(ground),
    ...(hasGroups ? [say('reports.methods.groups')] : []),
    ...interviewerLines(ground),
    ...(hasPairs ? [say('reports.methods.pairs')] : []),
    ...formLines(ground),
  ];
}

/** How well two who sorted the same words agree. */
export function agreementLines(ground: Ground): string[] {
  const { themes, agreement } = projectStory(ground);
  if (themes === 0 || agreement === null) return [];
  return [ground.say('reports.methods.agreement', { texts: agreement.texts, alpha: numeral(agreement.alpha, 2, ground.language) })];
}

/** How what people said in their own words was sorted, and how well two who did it agree. */
export function codedLines(ground: Ground): string[] {
  const { say } = ground;
  const { themes, coders, codebookVersion } = projectStory(ground);
  if (themes === 0) return [];
  return [
    say('reports.methods.coded', { themes, coders }),
    ...(codebookVersion === 0 ? [] : [say('reports.methods.codebook', { version: codebookVersion })]),
    ...agreementLines(ground),
  ];
}

/** What the answers are weighted by. */
export function weightLines(ground: Ground): string[] {
  const { say, language } = ground;
  const { weights } = projectStory(ground);
  if (weights === null) return [];
  return [say('reports.methods.weights', { name: weights.name, source: weights.source, day: dayIn(language, weights.counted_on) })];
}

/** What the numbers can bear: what is hidden, weights, and how sure a share is. */
export function reliabilityLines(ground: Ground): string[] {
  const { say, rule } = ground;
  const sure = toldWaves(ground).flatMap((wave) => {
    const n = takenPart(wave);
    if (n === null || n < rule.minimumBase) return [];
    const all = wave.frame?.precision === 'exact' ? wave.frame.count : null;
    return [say('reports.methods.sure', { wave: wave.name, n, points: halfWidth(n, all), isOfAll: all === null ? 'no' : 'yes' })];
  });
  return [...weightLines(ground), ...sure, ...(sure.length === 0 ? [] : [say('reports.methods.sureNote')])];
}

/** How nobody can be recognised. */
export function anonymityLines(ground: Ground): string[] {
  const { say, rule } = ground;
  const quotes = projectStory(ground).hasQuotes ? [say('reports.methods.quotes')] : [];
  return [say('reports.methods.threshold', { threshold: rule.threshold, base: rule.minimumBase }), ...quotes];
}

/** The project's own description of its method, where it is in the report's language. */
export function ownMethod(ground: Ground): string[] {
  const { project } = projectStory(ground);
  if (project.content_language !== ground.language) return [];
  const deviation = project.method_deviation === null ? [] : [ground.say('reports.methods.deviation', { what: project.method_deviation })];
  return [...(project.method === null ? [] : [project.method]), ...deviation];
}

/** A paragraph of sentences; none where nothing is known. */
function together(lines: readonly string[]): DocumentPart[] {
  return lines.length === 0 ? [] : [paragraph(lines.join(' '))];
}

const linesOf: Readonly<Record<MethodPart, (ground: Ground) => string[]>> = {
  own: ownMethod,
  asked: askedLines,
  held: heldLines,
  coded: codedLines,
  anonymity: anonymityLines,
  reliability: reliabilityLines,
};
/** These say how many took part. */
const withNumbers: readonly MethodPart[] = ['asked', 'reliability'];

/** How it was done, from what the project knows: released numbers alone. */
export const makeMethods: MakeBlock = ({ options }, ground) => {
  const told = options.tells ?? MethodPart.options;
  return {
    parts: told.flatMap((part) => (part === 'own' ? ownMethod(ground).map((line) => paragraph(line)) : together(linesOf[part](ground)))),
    problems: [],
    waves: told.some((part) => withNumbers.includes(part)) ? toldWaves(ground).map(({ waveId }) => waveId) : [],
  };
};
