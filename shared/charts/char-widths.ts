/**
 * Advance widths of Source Sans 3 in thousandths of an em, from the font's own metrics (version 3.052).
 * A chart is laid out without a screen, so text has to be measured from a table. All digits are equally wide.
 */

/** U+0020 to U+007E in order, weight 400. */
const regular = `200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 497 497 497 425
847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500
542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497`;

/** The same at weight 600. */
const strong = `200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 513 513 275 275 513 513 513 444
875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 582 674 592 545 546 655 536 800 541 501 540 324 344 324 513 500
549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 564 564 373 431 361 556 495 748 481 495 443 324 255 324 513`;

/** Letters of the four languages and the signs of print: character, weight 400, weight 600. */
const others = `Æ 822 834|Ø 664 674|Å 544 558|æ 778 780|ø 542 549|å 504 516|Ä 544 558|Ö 664 674|ä 504 516|ö 542 549|é 496 507|è 496 507|ê 496 507
|ü 544 556|É 527 538|« 429 455|» 429 455|” 426 482|“ 426 482|’ 249 275|– 480 480|− 497 513|\u00A0 200 200|· 249 275|… 948 964|× 497 513|§ 497 513|° 331 348`;

/** Wider than nearly every letter outside the table, so a foreign name never runs out of its place. */
const FALLBACK = 860;

export type TextWeight = 400 | 600;

function tableOf(ascii: string, place: 0 | 1): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  ascii.split(/\s+/).forEach((width, at) => widths.set(String.fromCodePoint(0x20 + at), Number(width)));
  for (const entry of others.split('|')) {
    const [character = '', ...pair] = entry.replace('\n', '').split(' ');
    const width = pair[place];
    if (width !== undefined) widths.set(character, Number(width));
  }
  return widths;
}

const tables = { 400: tableOf(regular, 0), 600: tableOf(strong, 1) } as const;

/** Width of one character in thousandths of an em. */
export function charWidth(character: string, weight: TextWeight): number {
  return tables[weight].get(character) ?? FALLBACK;
}
