import type { NewBlock } from '../../../../../shared/contract/reports.ts';
import type { BlockOptions } from '../../../../../shared/contract/reports-terms.ts';
import { block, exhibit, heading, namedHeading, type TemplateExhibit, type TemplateGround } from './template-ground.ts';

/** What one part of the results is about. */
interface Section {
  readonly name: string;
  readonly options: BlockOptions;
  readonly findings: ReadonlySet<string>;
}

/** More themes than this are a list, not sections. */
const mostThemes = 14;

function serviceSections({ services, findings }: TemplateGround): Section[] {
  return services.map(({ id, name }) => ({
    name,
    options: { serviceId: id },
    findings: new Set(findings.flatMap((finding) => (finding.ownService?.id === id ? [finding.id] : []))),
  }));
}

/** A section for each theme that findings are about first of all. */
function themeSections(findings: TemplateGround['findings']): Section[] {
  const sections = new Map<string, { name: string; options: BlockOptions; findings: Set<string> }>();
  for (const { id, themes } of findings) {
    const [theme] = themes;
    if (theme === undefined) continue;
    const section = sections.get(theme.id) ?? { name: theme.name, options: { themeId: theme.id }, findings: new Set<string>() };
    section.findings.add(id);
    sections.set(theme.id, section);
  }
  return [...sections.values()].slice(0, mostThemes);
}

/** The parts that results are told in: the project's services, and themes whose findings are of no service. Or themes alone. */
export function resultSections(from: TemplateGround, by: 'service' | 'theme'): Section[] {
  if (by === 'theme') {
    const themes = themeSections(from.findings);
    return themes.length > 0 ? themes : serviceSections(from);
  }
  const services = serviceSections(from);
  return [...services, ...themeSections(from.findings.filter(({ ownService }) => ownService === null))];
}

/** Kept tables by the section whose finding rests on them first; the rest under null. */
function tablesBySection(from: TemplateGround, sections: readonly Section[]): Map<Section | null, TemplateExhibit[]> {
  return Map.groupBy(from.exhibits, (one) => sections.find(({ findings }) => [...one.findings].some((id) => findings.has(id))) ?? null);
}

/** The results part by part: findings, and the kept tables they rest on; then the tables that belong to none of them. */
export function results(
  from: TemplateGround,
  { by, level, shows, isNumbered }: { by: 'service' | 'theme'; level: 1 | 2; shows?: BlockOptions['shows']; isNumbered?: boolean },
): NewBlock[] {
  const sections = resultSections(from, by);
  const tables = tablesBySection(from, sections);
  const numbered = isNumbered === undefined ? {} : { isNumbered };
  const rest = tables.get(null) ?? [];
  return [
    ...sections.flatMap((section) => [
      namedHeading(section.name, { level, ...numbered }),
      block('findings', section.options),
      ...(tables.get(section) ?? []).map((one) => exhibit(one, shows)),
    ]),
    ...(rest.length === 0
      ? []
      : [heading(from, 'reports.template.answers', { level, ...numbered }), ...rest.map((one) => exhibit(one, shows))]),
  ];
}
