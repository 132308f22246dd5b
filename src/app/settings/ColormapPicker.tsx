import { type ReactNode } from 'react'
import { colormaps, rampOf } from '../../color/colormaps'
import { settings } from '../../tensor/settings/settings'
import { type Colormap } from '../../tensor/View'
import { type ControlProps } from './FieldControl'

/** Options with a gradient of every tenth color of their ramp, which is as much as a strip can show. */
const STRIPS = settings.colormap.options.map(([colormap, name]) => {
  const colors = rampOf(colormap).filter((_, step) => step % 10 === 0)
  return { colormap, name, background: `linear-gradient(to right, ${colors.join(', ')})` }
})

/**
 * Lists all colormaps with their ramps, and describes the chosen one. If the domain is symmetric (`symmetric` or
 * `unit`), diverging colormaps come first.
 */
export function ColormapPicker({ id, helpId, open, value, onChange }: ControlProps): ReactNode {
  const chosen =
    STRIPS.find(({ colormap }) => colormap === value)?.colormap ?? settings.colormap.default
  const isDivergingFirst = open.view.domain === 'symmetric' || open.view.domain === 'unit'
  const strips = STRIPS.toSorted(({ colormap: a }, { colormap: b }) => {
    return isDivergingFirst
      ? Number(colormaps[b].isDiverging) - Number(colormaps[a].isDiverging)
      : 0
  })
  return (
    <div className="colormaps">
      <select
        id={id}
        aria-describedby={helpId}
        value={chosen}
        onChange={({ target }) => onChange(target.value)}
      >
        {strips.map(({ colormap, name }) => (
          <option key={colormap} value={colormap}>
            {name}
          </option>
        ))}
      </select>
      <div className="ramps">
        {strips.map(({ colormap, name, background }) => (
          <button
            key={colormap}
            type="button"
            style={{ background }}
            aria-label={name}
            aria-pressed={colormap === chosen}
            title={`${name}. ${factsText(colormap)}`}
            onClick={() => onChange(colormap)}
          />
        ))}
      </div>
      <span>{factsText(chosen)}</span>
    </div>
  )
}

function factsText(colormap: Colormap): string {
  const { isColorBlindSafe, isGreySafe } = colormaps[colormap]
  const readers = isColorBlindSafe ? 'Safe' : 'Not safe'
  return `${readers} for color-blind readers, ${isGreySafe ? 'safe' : 'not safe'} in grey print.`
}
