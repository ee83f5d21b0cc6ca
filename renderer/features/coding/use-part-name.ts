import type { GridColumns } from '../../../shared/contract/coding.ts';
import { localised } from '../../../shared/model/text.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import type { FilterPart } from './filter-parts.ts';

/** What a part of the filter is called: a fact by its word, a closed question by its wording. */
export function usePartName(known: GridColumns): (part: FilterPart) => string {
  const say = useText();
  const language = useLanguage();
  return (part) => {
    switch (part) {
      case 'serviceIds':
        return say('coding.fact.service');
      case 'placeIds':
        return say('coding.fact.place');
      case 'waveIds':
        return say('coding.fact.wave');
      case 'interviewerIds':
        return say('coding.fact.interviewer');
      case 'meetingIds':
        return say('coding.fact.meeting');
      case 'coderIds':
        return say('coding.fact.coder');
      case 'polarities':
        return say('coding.fact.tone');
      default: {
        const column = known.columns.find((one) => one.variableId === part);
        return column === undefined ? '' : localised(column.title, language);
      }
    }
  };
}
