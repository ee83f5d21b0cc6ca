import type { BackgroundColumn } from '../../../shared/contract/coding.ts';
import { languages } from '../../../shared/model/text.ts';

/**
 * Whether a question is about which service the interview is about: every answer is a service, or the beginning of a service's name,
 * in some language. It says what the interview's own service says, and is not shown besides that one until somebody asks for it.
 */
export function isAboutService({ options }: Pick<BackgroundColumn, 'options'>, services: readonly { readonly name: string }[]): boolean {
  const names = services.map((service) => service.name.toLowerCase());
  return (
    names.length > 0 &&
    options.length > 0 &&
    options.every(({ label }) =>
      languages.some((language) => {
        const words = label[language]?.toLowerCase() ?? '';
        return words !== '' && names.some((name) => name.startsWith(words) || words.startsWith(name));
      }),
    )
  );
}
