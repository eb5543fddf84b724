import { renderToString } from 'preact-render-to-string';
import type { DatasetRegion } from '../../data/schema/dataset.ts';
import type { Verdict } from '../../data/schema/verdict.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { VERDICT_SHAPES } from '../ui/verdict-icon.tsx';
import type { CountryOutlines } from './page-context.ts';

/** Size that the sites which show it ask for (ogp.me gives none; 1.91 to 1 is what they cut to). */
export const SHARE_PICTURE_SIZE = { width: 1200, height: 630 } as const;

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
