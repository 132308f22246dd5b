import { pngChunk } from './pngChunk'

const METERS_PER_INCH = 0.0254

/**
 * Returns the `pHYs` chunk of a picture with `dpi` pixels per inch. Source: PNG specification, third edition, 11.3.4.3.
 */
export function physicalSizeChunk(dpi: number): Uint8Array {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  const pixelsPerMeter = Math.round(dpi / METERS_PER_INCH)
  view.setUint32(0, pixelsPerMeter)
  view.setUint32(4, pixelsPerMeter)
  view.setUint8(8, 1)
  return pngChunk('pHYs', data)
}
