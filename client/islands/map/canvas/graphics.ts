/** What MapLibre asks a canvas for, which is settled by whoever asks first. */
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

/** What MapLibre asks for, too, which is answered at once to whoever asks again. */
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
