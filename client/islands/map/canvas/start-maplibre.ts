import {
  type ErrorEvent,
  getGlobalDispatcher,
  Map as MapLibreMap,
  prewarm,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker-dev.mjs?worker&url';

/** What MapLibre asks a canvas for, which the first to ask decides. */
const ATTRIBUTES: WebGLContextAttributes = {
  alpha: true,
  antialias: false,
  depth: true,
  desynchronized: false,
  failIfMajorPerformanceCaveat: false,
  powerPreference: 'high-performance',
  premultipliedAlpha: true,
  preserveDrawingBuffer: false,
  stencil: true,
};

/** What MapLibre asks for, too; the second time the answer comes at once. */
const EXTENSIONS = [
  'EXT_color_buffer_half_float',
  'EXT_color_buffer_float',
  'KHR_parallel_shader_compile',
] as const;

/**
 * A canvas for MapLibre that has its graphics, where the browser gives them. Each step of getting them waits for what the graphics
 * are at; without those steps MapLibre starts without a wait.
 */
export function takeGraphics(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2', ATTRIBUTES);
  for (const name of EXTENSIONS) context?.getExtension(name);
  return canvas;
}

/**
 * Starts the worker while the outlines are loading. What it returns rejects when the worker's code does not load:
 * a worker says so once, so that a map made later would not hear of it and wait for ever.
 */
export function startWorker(): Promise<never> {
  setWorkerUrl(workerUrl);
  prewarm();
  return new Promise((_, reject) => {
    getGlobalDispatcher().once('error', ({ error }) => reject(error));
  });
}

/** A map without a style in a container, for this country and this page: it is never turned, and its keys are the page's. */
export function startMapLibre(options: { container: HTMLElement; label: string }): MapLibreMap {
  const { container, label } = options;
  const map = new MapLibreMap({
    container,
    // Letters that fade in would keep the map from being idle.
    fadeDuration: 0,
    center: [98, 63],
    zoom: 2,
    minZoom: 0.8,
    maxZoom: 9,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    keyboard: false,
    attributionControl: false,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  return map;
}

/**
 * Waits for an event, or for an error before it: without its worker the map would never send an event. Nothing of the first
 * picture comes from elsewhere, so that whatever fails before it stands means that it will not.
 */
export function eventOrError(map: MapLibreMap, event: 'style.load' | 'idle'): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = ({ error }: ErrorEvent): void => reject(error);
    map.once('error', fail);
    map.once(event, () => {
      // Later errors are the map's own to report, which it does where nobody listens.
      map.off('error', fail);
      resolve();
    });
  });
}
