import { type ReactNode } from 'react'
import { wordsOf } from '../../tensor/Axes'
import { layerLabel, maxLayerCount, type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { cutText } from '../../text/cutText'
import { grouped } from '../../text/counted'
import { isolated } from '../../text/isolated'
import { visibleProse } from '../../text/visibleText'

interface LayerSliderProps {
  readonly tensor: Tensor
  readonly layer: number
  readonly onChange: (layer: number) => void
}

/** Longest label of a layer beside the slider, in UTF-16 units. */
const LONGEST = 16

/** Returns the layer some steps from the one that a view shows; undefined if the tensor does not have it. */
export function steppedLayer(
  { tensor, view }: { readonly tensor: Tensor; readonly view: View },
  step: number,
): number | undefined {
  const layer = view.layer + step
  return layer >= 0 && layer < maxLayerCount(tensor) ? layer : undefined
}

/** Returns the layer that is shown, and of how many: `Layer 8 of 12`, or `Layer L8 (9 of 12)`. */
export function shownLayer(tensor: Tensor, layer: number): string {
  const { name } = wordsOf(tensor).row
  const count = grouped(maxLayerCount(tensor))
  const label = layerLabel(tensor, layer)
  if (label === String(layer)) return `${name} ${label} of ${count}`
  const text = isolated(cutText(visibleProse(label), LONGEST))
  return `${name} ${text} (${grouped(layer + 1)} of ${count})`
}

/** Chooses the layer that is shown while the rows are queries. */
export function LayerSlider({ tensor, layer, onChange }: LayerSliderProps): ReactNode {
  const { name, one } = wordsOf(tensor).row
  const last = maxLayerCount(tensor) - 1
  const text = shownLayer(tensor, layer)
  return (
    <div className="query-picker layer-slider" role="group" aria-label={`${name} of all rows`}>
      <button
        type="button"
        aria-label={`Previous ${one}`}
        title=","
        disabled={layer === 0}
        onClick={() => onChange(layer - 1)}
      >
        ‹
      </button>
      <label>
        <span>{text}</span>
        <input
          type="range"
          aria-label={name}
          aria-valuetext={text}
          min={0}
          max={last}
          value={layer}
          onChange={({ target }) => onChange(Number(target.value))}
        />
      </label>
      <button
        type="button"
        aria-label={`Next ${one}`}
        title="."
        disabled={layer >= last}
        onClick={() => onChange(layer + 1)}
      >
        ›
      </button>
    </div>
  )
}
