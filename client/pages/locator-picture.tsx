import { renderToString } from 'preact-render-to-string';
import type { CountryOutlines } from './page-context.ts';

/** Colours of a picture that stands outside the page's styles; it follows the system's theme. */
export const LOCATOR_STYLE =
  'path{fill:#cdd5dc;stroke:#fff;stroke-width:.5}.r{fill:#1f5590}circle{fill:none;stroke:#1f5590;stroke-width:2}' +
  '@media(prefers-color-scheme:dark){path{fill:#2d3945;stroke:#10171f}.r{fill:#86c4ef}circle{stroke:#86c4ef}}';

/** A region wide enough to be seen needs no ring around it. */
const RING_BELOW = 14;

/** Small SVG file that shows where a region lies; small regions get a ring. */
export function locatorPicture(outlines: CountryOutlines, regionId: string, title: string): string {
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
