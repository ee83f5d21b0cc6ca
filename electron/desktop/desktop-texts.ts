import type { MessageId } from '../../shared/messages/generated/message-id.ts';

/** The catalogue that menus and dialogs are written from; only texts without parameters are used here. */
export type DesktopTexts = Readonly<Record<MessageId, string>>;
export type DesktopLanguage = 'nb' | 'nn' | 'sv' | 'en';

/** The first of the person's languages that the program speaks ("no" is Bokmål), else English, which any system can show. */
export function desktopLanguage(preferred: readonly string[]): DesktopLanguage {
  for (const tag of preferred) {
    const language = tag.split('-')[0]?.toLowerCase();
    if (language === 'nb' || language === 'no') return 'nb';
    if (language === 'nn' || language === 'sv' || language === 'en') return language;
  }
  return 'en';
}

/** Reads one language's catalogue; the others stay on the disk. */
export async function readDesktopTexts(language: DesktopLanguage): Promise<DesktopTexts> {
  switch (language) {
    case 'nb':
      return (await import('../../shared/messages/generated/nb.json')).default;
    case 'nn':
      return (await import('../../shared/messages/generated/nn.json')).default;
    case 'sv':
      return (await import('../../shared/messages/generated/sv.json')).default;
    case 'en':
      return (await import('../../shared/messages/generated/en.json')).default;
  }
}
