import { type ReactNode } from 'react'
import { colormaps } from '../../color/colormaps'
import { rampOf } from '../../color/Ramp'
import { COLORMAPS, type Colormap } from '../../tensor/View'
import { type ControlProps } from '../settings/SettingRow'

/** Every tenth color of a ramp: a strip shows no more. */
const STRIPS = COLORMAPS.map((colormap) => {
  const colors = rampOf(colormap).filter((_, step) => step % 10 === 0)
  return [colormap, `linear-gradient(to right, ${colors.join(', ')})`] as const
})

/** All colormaps with their ramps, and what is known of the chosen one; diverging ones first where the domain is symmetric. */
export function ColormapPicker({ id, helpId, open, value, onChange }: ControlProps): ReactNode {
  const chosen = COLORMAPS.find((colormap) => colormap === value) ?? 'viridis'
  const isDivergingFirst = open.view.domain === 'symmetric' || open.view.domain === 'unit'
  const strips = STRIPS.toSorted(([a], [b]) => {
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
        {strips.map(([colormap]) => (
          <option key={colormap} value={colormap}>
            {colormaps[colormap].name}
          </option>
        ))}
      </select>
      <div className="ramps">
        {strips.map(([colormap, background]) => (
          <button
            key={colormap}
            type="button"
            style={{ background }}
            aria-label={colormaps[colormap].name}
            aria-pressed={colormap === chosen}
            title={`${colormaps[colormap].name}. ${factsText(colormap)}`}
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
