import { describe, expect, it } from 'vitest';
import { cameraFor } from '../../../../../client/islands/map/canvas/camera.ts';

const FREE = { width: 800, height: 600 };

describe('the camera for a region', () => {
  it('looks at the middle and lets the box fill the narrower side', () => {
    const { center, zoom } = cameraFor([40, -10, 60, 10], FREE);
    expect(center).toEqual([50, 0]);
    const pixelsPerDegree = (512 * 2 ** zoom) / 360;
    expect(20 * pixelsPerDegree).toBeLessThanOrEqual(FREE.width);
    expect(20 * pixelsPerDegree).toBeGreaterThan(FREE.height * 0.95);
  });

  it('takes a box across the antimeridian as one piece', () => {
    const { center, zoom } = cameraFor([157, 61, -169, 72], FREE);
    expect(center[0]).toBe(174);
    expect(zoom).toBeGreaterThan(2);
  });

  it('goes no nearer than the outlines are true', () => {
    expect(cameraFor([37.6, 55.7, 37.61, 55.71], FREE).zoom).toBe(7);
  });
});
