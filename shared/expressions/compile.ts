import { bind, type Evaluate } from './bind.ts';
import type { CompiledCheck, CompiledForm, CompiledQuestion, Graph, PlacedQuestion, Structure } from './compiled.ts';
import { graphOf, isEarly } from './graph.ts';
import type { ExpressionField, ReadField, Sections } from './fields.ts';
import { formSource } from './form-source.ts';
import { layOut } from './layout.ts';
import { calls, neededNames } from './references.ts';
import type { Run } from './run.ts';
import { structureOf } from './structure.ts';

/**
 * Makes a version ready: reads every expression, orders them by what they depend on, and binds the names. Once per version; the result holds
 * nothing of any interview. What cannot be read hides nothing, checks nothing and works nothing out; formProblems tells about it.
 */
export function compileForm(version: Sections): CompiledForm {
  const structure = structureOf(version);
  const graph = graphOf(structure);
  const questions = structure.questions.map((placed) => compileQuestion(structure, graph, placed));
  return {
    structure,
    graph,
    questions,
    sectionRelevant: structure.sectionFields.map((fields, section) => {
      const node = structure.nodeOfSection[section] ?? -1;
      const [field] = fields;
      return field === undefined ? null : bindField(structure, graph, field, { question: null, node, isCheck: false });
    }),
    clockNodes: structure.nodes.flatMap(({ kind, index }, node) => {
      const fields = (kind === 'section' ? structure.sectionFields[index] : structure.questions[index]?.fields) ?? [];
      return fields.some(({ parsed }) => parsed.isRead && calls(parsed.expression, 'now')) ? [node] : [];
    }),
    plainLayout: layOut(structure, []),
  };
}

function bindField(structure: Structure, graph: Graph, field: ReadField, owner: Parameters<typeof formSource>[2]): Evaluate<Run> | null {
  return field.parsed.isRead ? bind(field.parsed.expression, formSource(structure, graph, owner)) : null;
}

function compileQuestion(structure: Structure, graph: Graph, placed: PlacedQuestion): CompiledQuestion {
  const { index, fields, question } = placed;
  const node = structure.nodeOfQuestion[index] ?? -1;
  const bound = (wanted: ExpressionField): Evaluate<Run> | null => {
    const field = fields.find((candidate) => candidate.field === wanted);
    return field === undefined ? null : bindField(structure, graph, field, { question: index, node, isCheck: wanted === 'defaultValue' });
  };
  const source = formSource(structure, graph, { question: index, node, isCheck: true });
  const checks = fields.filter(({ field }) => field === 'check');
  const compiled = (wanted: readonly ReadField[]): CompiledCheck[] =>
    wanted.flatMap(({ index: number, parsed }) => {
      const check = question.checks[number ?? -1];
      if (!parsed.isRead || check === undefined) return [];
      const { expression } = parsed;
      return [
        {
          broken: { severity: check.severity, index: number ?? -1 },
          holds: bind(expression, source),
          needs: neededNames(expression).map((name) => source.value(name)),
        },
      ];
    });
  return {
    ...placed,
    relevant: bound('relevant'),
    calculation: bound('calculation'),
    hardChecks: compiled(checks.filter((field) => isEarly(structure, index, field))),
    softChecks: compiled(checks.filter((field) => !isEarly(structure, index, field))),
    requiredWhen: bound('requiredWhen'),
    optionFilter: bound('optionFilter'),
    repeatCount: bound('repeatCount'),
    defaultValue: bound('defaultValue'),
  };
}
