import { type ReactNode } from 'react'
import { shownRamp } from './CellPicture'
import { ColorBar } from './ColorBar'
import { type FigureModel } from './figureModel'

interface ColorBarsProps {
  readonly model: FigureModel
  /** Prefix of ids, which must differ between figures of one document. */
  readonly idPrefix: string
}

/** The color bar of the figure, or those of its panels. */
export function ColorBars({ model, idPrefix }: ColorBarsProps): ReactNode {
  const { basis, plots, layout, theme } = model
  const bars = [
    { id: idPrefix, of: basis, bar: layout.colorBar },
    ...plots.map((plot) => ({
      id: `${idPrefix}-${plot.basis.view.query}`,
      of: plot.basis,
      bar: plot.layout.colorBar,
    })),
  ]
  return bars.map(({ id, of, bar }) =>
    bar === undefined ? null : (
      <ColorBar
        key={id}
        layout={bar}
        style={layout.style}
        ramp={shownRamp(of, theme)}
        theme={theme}
        idPrefix={id}
      />
    ),
  )
}
