import { renderToString } from 'preact-render-to-string';
import type { DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { Verdict } from '../../data/core/schema/verdict.ts';
import { type ActionModel, createActionModel } from '../components/card/action-model.ts';
import type { CountryOutlines, PageContext } from '../components/context/page-context.ts';
import { VERDICT_SHAPES } from '../components/verdict-icon.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon, comma } from '../i18n/grammar/format.ts';

/** SVG text of `/locator/RU-MOW.svg` or `/badge/RU-MOW.svg`; `undefined` for any other address. */
export function renderPicture(
  path: string,
  language: Language,
  context: PageContext,
): string | undefined {
  const [, kind, id] = /^\/(locator|badge)\/([^/]+)\.svg$/.exec(path) ?? [];
  const region = context.dataset.regions.find((candidate) => candidate.id === id);
  if (region === undefined) return undefined;
  const name = region.name[language];
  if (kind === 'badge') {
    const { dataset } = context;
    const model = createActionModel({ dataset, assessment: context.assess(region.id), language });
    return model && badgePicture(model);
  }
  return context.locatorOutlines && locatorPicture(context.locatorOutlines, region.id, name);
}

/** Size that the sites which show it ask for (ogp.me gives none; 1.91 to 1 is what they cut to). */
const SHARE_PICTURE_SIZE = { width: 1200, height: 630 } as const;

const FILLS: Readonly<Record<Verdict, string>> = {
  yes: '#1a8656',
  partial: '#255b9c',
  unknown: '#6b7783',
  no: '#b4601f',
};
/** Fills of the whole country: as on the map, where "unknown" is quiet. */
const COUNTRY_FILLS: Readonly<Record<Verdict, string>> = {
  ...FILLS,
  partial: '#3e85c4',
  unknown: '#c3cad1',
};
const INK = '#1c2733';
const SOFT = '#53606d';
const LAND = '#c9d3dc';
const GROUND = '#eef3f7';
const RING = 26;
const TITLE_SIZE = 60;
/** Width of a title at most, in pixels, and of one of its letters, in parts of the size of the font. */
const TITLE_WIDTH = 1_072;
const LETTER_WIDTH = 0.6;

/**
 * SVG of the picture that stands beside a shared link: the region's name, its verdict in words and where it lies;
 * without a region, the whole map. Russian and English stand side by side, so that one picture serves all languages:
 * a font with the Chinese names would weigh more than all the pictures together.
 */
export function sharePicture(
  outlines: CountryOutlines,
  verdicts: ReadonlyMap<string, Verdict>,
  region?: DatasetRegion,
): string {
  const [ru, en] = [catalogueOf('ru'), catalogueOf('en')];
  const verdict = region && (verdicts.get(region.id) ?? 'unknown');
  const title = region?.name.ru ?? ru.page.siteName;
  const size = Math.min(TITLE_SIZE, Math.floor(TITLE_WIDTH / (title.length * LETTER_WIDTH)));
  const [x, y] = outlines.labelPoints[region?.id ?? ''] ?? [0, 0];
  const fillOf = (id: string): string => {
    if (verdict === undefined) return COUNTRY_FILLS[verdicts.get(id) ?? 'unknown'];
    return id === region?.id ? FILLS[verdict] : LAND;
  };
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={SHARE_PICTURE_SIZE.width}
      height={SHARE_PICTURE_SIZE.height}
      font-family="Noto Sans"
    >
      <title>{title}</title>
      <rect width="1200" height="630" fill={GROUND} />
      <g transform="translate(404 196) scale(.645)" stroke={GROUND} stroke-width="1.2">
        {Object.entries(outlines.paths).map(([id, d]) => (
          <path key={id} d={d} fill={fillOf(id)} />
        ))}
        {verdict && (
          <circle cx={x} cy={y} r={RING} fill="none" stroke={FILLS[verdict]} stroke-width="5" />
        )}
      </g>
      <text x="64" y="108" font-size={size} font-weight="700" fill={INK}>
        {title}
      </text>
      <text x="64" y="158" font-size="32" fill={SOFT}>
        {region?.name.en ?? en.page.siteName}
      </text>
      {verdict && (
        <g>
          <g transform="translate(64 198) scale(4)" fill="none">
            <circle cx="8" cy="8" r="7.2" fill={FILLS[verdict]} />
            <path
              d={VERDICT_SHAPES[verdict]}
              fill={verdict === 'partial' ? '#fff' : 'none'}
              stroke="#fff"
              stroke-width="1.6"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </g>
          <text x="148" y="226" font-size="36" font-weight="700" fill={FILLS[verdict]}>
            {ru.verdictNames[verdict]}
          </text>
          <text x="148" y="262" font-size="26" fill={SOFT}>
            {en.verdictNames[verdict]}
          </text>
        </g>
      )}
      {region === undefined ? (
        <text x="64" y="204" font-size="22" fill={SOFT}>
          {ru.page.tagline}
        </text>
      ) : (
        <text x="64" y="582" font-size="24" fill={SOFT}>
          {`${ru.page.siteName} · ${en.page.siteName}`}
        </text>
      )}
    </svg>,
  );
}

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

/** What a badge says, the picture and the text in its place alike: what is possible, where, and how well it is known. */
export function badgeText(model: ActionModel): string {
  const [subject, answer] = badgeHalves(model);
  return subject + colon(model.language) + answer;
}

function badgeHalves({ language, region, verdict, support }: ActionModel): [string, string] {
  const { action, verdictNames } = catalogueOf(language);
  return [
    action.badge(region.name[language]),
    verdictNames[verdict] + comma(language) + action.supportShort[support],
  ];
}

/** Badge image: the question and its region, then the answer with its support. */
function badgePicture(model: ActionModel): string {
  const [name, answer] = badgeHalves(model);
  const { verdict } = model;
  const left = textWidth(name) + 20;
  const right = textWidth(answer) + 20;
  const label = badgeText(model);
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

/** Colours of a picture that stands outside the page's styles; it follows the system's theme. */
export const LOCATOR_STYLE =
  'path{fill:#cdd5dc;stroke:#fff;stroke-width:.5}.r{fill:#1f5590}circle{fill:none;stroke:#1f5590;stroke-width:2}' +
  '@media(prefers-color-scheme:dark){path{fill:#2d3945;stroke:#10171f}.r{fill:#86c4ef}circle{stroke:#86c4ef}}';

/** A region wide enough to be seen needs no ring around it. */
const RING_BELOW = 14;

/** Small SVG file that shows where a region lies; small regions get a ring. */
function locatorPicture(outlines: CountryOutlines, regionId: string, title: string): string {
  const [x, y] = outlines.labelPoints[regionId] ?? [0, 0];
  const path = outlines.paths[regionId] ?? '';
  return renderToString(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={outlines.viewBox}>
      <title>{title}</title>
      <style>{LOCATOR_STYLE}</style>
      {Object.entries(outlines.paths).map(([id, d]) => (
        <path key={id} d={d} class={id === regionId ? 'r' : undefined} />
      ))}
      {path.length < RING_BELOW * 4 && <circle cx={x} cy={y} r={RING_BELOW} />}
    </svg>,
  );
}
