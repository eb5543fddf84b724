import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../data/schema/localized-text.ts';
import type { Verdict } from '../../data/schema/verdict.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon } from '../i18n/format.ts';

/** Ground of the answer's half; white words on it have a contrast of at least 4.5 to 1. */
const GROUNDS: Readonly<Record<Verdict, string>> = {
  yes: '#13704a',
  partial: '#255b9c',
  unknown: '#53606d',
  no: '#9a4d14',
};

/** Width of a text in the badge's font, near enough: Chinese characters are square, others about half as wide. */
function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 7), 0);
}

/** Badge image with a region's name and verdict, both in words. */
export function badgePicture(name: string, verdict: Verdict, language: Language): string {
  const answer = catalogueOf(language).verdictNames[verdict];
  const left = textWidth(name) + 20;
  const right = textWidth(answer) + 20;
  const label = name + colon(language) + answer;
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={left + right}
      height="24"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <clipPath id="r">
        <rect width={left + right} height="24" rx="5" />
      </clipPath>
      <g clip-path="url(#r)">
        <rect width={left} height="24" fill="#1c2733" />
        <rect x={left} width={right} height="24" fill={GROUNDS[verdict]} />
      </g>
      <g
        fill="#fff"
        font-family="system-ui,Segoe UI,Roboto,sans-serif"
        font-size="12"
        text-anchor="middle"
      >
        <text x={left / 2} y="16">
          {name}
        </text>
        <text x={left + right / 2} y="16">
          {answer}
        </text>
      </g>
    </svg>,
  );
}
