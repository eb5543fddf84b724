import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { JoinedRegions } from '../../../client/components/choropleth.tsx';

describe('the regions of a drawn map', () => {
  const drawn = renderToString(
    <JoinedRegions
      outlines={[
        ['yes-3', 'M0 0h1z'],
        ['no-1', 'M2 0h1z'],
        ['yes-3', 'M4 0h1z'],
      ]}
    />,
  );

  it('are one path for each colour', () => {
    expect(drawn).toContain('<path d="M0 0h1zM4 0h1z" data-class="yes-3"></path>');
    expect(drawn.match(/data-class/g)).toHaveLength(2);
  });

  it('are told apart without colour by a texture over those that need one', () => {
    expect(drawn.match(/url\(#\w+\)/g)).toEqual(['url(#cross)']);
    expect(drawn).toContain('<path d="M2 0h1z" fill="url(#cross)" class="tx"></path>');
  });
});
