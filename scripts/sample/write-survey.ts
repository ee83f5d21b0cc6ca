import { daysAfter, momentOn, workingDays } from './days.ts';
import { drawAnswers, type Person, type Spread } from './draw-answers.ts';
import { handOutTexts } from './hand-out-texts.ts';
import { placeInShares, spreadQuantiles, type Chance } from './random.ts';
import type { SampleWriter } from './sample-writer.ts';
import type { SourceSurvey } from './source-survey.ts';
import { writeConsents, writeDispositions, writeOthersAsked } from './write-dispositions.ts';
import { writeInterview, writeRemarks, type InterviewFacts } from './write-interview.ts';
import type { WrittenQuestionnaire } from './write-questionnaire.ts';

/** Writes everybody asked in one project, their interviews in the order they were held, and their answers. @returns how many interviews */
export function writeSurvey(
  writer: SampleWriter,
  survey: SourceSurvey,
  questionnaire: WrittenQuestionnaire,
  firstInterviewKey: number,
): number {
  const people = drawPeople(writer, survey, questionnaire);
  handOutTexts(
    people,
    [...writer.sources.answers, ...writer.sources.moreAnswers].filter((one) => (one.service === 'Ä') === (survey.codes === 'Ä')),
    writer.chance,
  );
  settleSoftChecks(people);
  const held = people.map((person) => ({ person, heldOn: dayOf(writer, person) }));
  const inOrder = held.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn) || a.person.code.localeCompare(b.person.code));
  const interviews: InterviewFacts[] = [];
  for (const [index, { person, heldOn }] of inOrder.entries()) {
    const respondentId = writer.add(
      'respondent',
      { project_id: writer.id('project', questionnaire.project), code: person.code, recruited_by: recruiter(writer, survey) },
      person.code,
    );
    const key = firstInterviewKey + index;
    const startedAt = momentOn(heldOn, 8 * 60 + writer.chance.below(26) * 15);
    const status = statusOf(person, index);
    writeDispositions(writer, { person, respondentId, heldOn, status });
    writeConsents(writer, { person, respondentId, heldOn });
    const facts = { person, respondentId, heldOn, startedAt, status, key, questionnaire, survey };
    writeInterview(writer, facts);
    interviews.push(facts);
  }
  if (survey.codes === 'R') writeRemarks(writer, writer.sources.remarks, interviews);
  writeOthersAsked(writer, survey, questionnaire.project);
  return inOrder.length;
}

function drawPeople(writer: SampleWriter, survey: SourceSurvey, questionnaire: WrittenQuestionnaire): Person[] {
  const { chance } = writer;
  const places = Object.entries(survey.waves).flatMap(([wave, groups]) =>
    Object.entries(groups).flatMap(([group, count]) => Array.from({ length: count }, (_, index) => ({ wave, group, index }))),
  );
  const spreadOf = createSpread(survey, chance);
  const numbers = chance.shuffled(places.map((_, index) => index + 1));
  return places.map(({ wave, group, index }, nth) => {
    // Those who stopped early are the last of their group.
    const stop = survey.unfinished.find(
      (one) => one.wave === wave && one.service === group && (survey.waves[wave]?.[group] ?? 0) - 1 === index,
    );
    const spread = spreadOf(wave, group, index);
    const facts = {
      code: `${survey.codes}${String(numbers[nth]).padStart(3, '0')}`,
      wave,
      group,
      lean: spread('lean'),
      mode:
        stop !== undefined
          ? 'face-to-face'
          : (Object.keys(survey.modes)[placeInShares(Object.values(survey.modes), chance.next())] ?? 'face-to-face'),
      status: stop?.status ?? ('complete' as const),
      stoppedAt: stop === undefined ? null : (questionnaire.questions.find((one) => one.number === stop.stopsAt) ?? null),
    };
    return drawAnswers(facts, { questionnaire, survey, chance }, spread);
  });
}

/** Hands out evenly spread quantiles: one row per wave, group and question, one quantile per person. */
function createSpread(survey: SourceSurvey, chance: Chance): (wave: string, group: string, index: number) => Spread {
  const rows = new Map<string, number[]>();
  return (wave, group, index) => (variable) => {
    const key = `${wave} ${group} ${variable}`;
    const row = rows.get(key) ?? spreadQuantiles(survey.waves[wave]?.[group] ?? 1, chance);
    rows.set(key, row);
    return row[index] ?? 0;
  };
}

/** One unusual answer of each kind stands with its reason; the rest are as the checks expect them. */
function settleSoftChecks(people: readonly Person[]): void {
  let hasYoungVeteran = false;
  for (const { answers } of people) {
    const [age, years] = [answers.get('alder'), answers.get('varighet')];
    if (age?.kind !== 'code' || age.code !== 1 || years?.kind !== 'code' || years.code !== 4) continue;
    if (hasYoungVeteran) answers.set('varighet', { kind: 'code', code: 3 });
    else answers.set('alder', { ...age, override: 'confirmed-by-participant' });
    hasYoungVeteran = true;
  }
  const waited = people.find(({ answers, status }) => status === 'complete' && answers.get('uker')?.kind === 'number');
  waited?.answers.set('uker', { kind: 'number', num: 70, isAbout: true, override: 'confirmed-by-participant' });
}

function dayOf(writer: SampleWriter, person: Person): string {
  const wave = writer.sources.projects.projects.flatMap((project) => project.waves).find((one) => one.key === person.wave);
  if (wave === undefined) throw new Error(`no wave is called ${person.wave}`);
  if (person.status === 'started') return wave.ends;
  const days = workingDays(wave.starts, daysAfter(wave.ends, -1));
  return days[writer.chance.below(days.length)] ?? wave.starts;
}

function recruiter(writer: SampleWriter, survey: SourceSurvey): string {
  const ways =
    survey.codes === 'Ä'
      ? ['verksamheten', 'föreningen', 'anslag']
      : ['tjenesten', 'Røstlaget Fjordvik', 'oppslag på Loftet', 'en som selv var med'];
  return ways[placeInShares([60, 20, 12, 8], writer.chance.next())] ?? ways[0] ?? '';
}

export type InterviewStatus = 'started' | 'partial' | 'complete' | 'in-check' | 'verified';

/** Paper forms go through a second pass: the first wave's are settled, a few of the second wave's lie there still. */
function statusOf(person: Person, index: number): InterviewStatus {
  if (person.status !== 'complete' || person.mode !== 'paper') return person.status;
  if (person.wave === 'bsb-2023') return 'verified';
  return index % 3 === 0 ? 'complete' : 'in-check';
}
