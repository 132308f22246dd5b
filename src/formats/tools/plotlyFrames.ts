import { type FoundArray } from '../foreign/FoundFile'
import { roleOfName } from '../foreign/roleOfName'
import { getEntry, itemsOf, type JsonDocument, type JsonObject } from '../json/JsonTree'
import { blockOf } from './blocks/blockOf'
import { entryAt, textAt } from './blocks/entryAt'

type Heatmap = Omit<FoundArray, 'name'>

/**
 * The heatmap of an animated figure with all its frames, which become the outermost dimension, named by the slider; as it
 * is where there are no frames, or one is of another shape.
 */
export function withFrames(heatmap: Heatmap, figure: JsonObject, document: JsonDocument): Heatmap {
  const frames = itemsOf(getEntry(figure, 'frames'))
  const { length } = heatmap.values
  const parts = frames.map((frame) => {
    const values = blockOf(entryAt(itemsOf(entryAt(frame, 'data'))[0], 'z'), document)?.values
    return values?.length === length ? values : undefined
  })
  const isWhole = parts.length > 1 && heatmap.rowLengths === undefined
  if (!isWhole || parts.includes(undefined)) return heatmap
  const isNarrow = heatmap.values instanceof Float32Array
  const size = parts.length
  const values = isNarrow ? new Float32Array(size * length) : new Float64Array(size * length)
  parts.forEach((part, i) => values.set(part ?? [], i * length))
  const slider = itemsOf(entryAt(getEntry(figure, 'layout'), 'sliders'))[0]
  const prefix = textAt(slider, 'currentvalue', 'prefix')
  const name = prefix?.replace(/\s*[=:]\s*$/, '') ?? 'frame'
  const labels = frames.map((frame, i) => textAt(frame, 'name') ?? String(i))
  // Frames are pictures of their own, unless they are the layers.
  const role = roleOfName(name) === 'layer' ? 'layer' : 'query'
  return { ...heatmap, values, dimensions: [{ size, name, labels, role }, ...heatmap.dimensions] }
}
