import { type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { lineHeight } from '../../layout/TextStyle'
import { queryOf } from '../../tensor/Tensor'
import { visibleProse } from '../../text/visibleText'

interface PanelTitlesProps {
  readonly model: FigureModel
  /** CSS pixels of the page per CSS pixel of the figure. */
  readonly scale: number
  readonly onOpen: (query: number) => void
}

/** Makes the title of each of several panels a button that opens the panel alone. The key for it is in the help. */
export function PanelTitles({ model, scale, onOpen }: PanelTitlesProps): ReactNode {
  const { plots, current, layout } = model
  if (plots.length === 1) return null
  const height = lineHeight(layout.style.panelTitle)
  return plots.map((plot) => {
    const { matrix } = plot.basis
    const { title, grid } = plot.layout
    const [first] = title
    return first === undefined ? null : (
      <button
        key={matrix.queryIndex}
        type="button"
        className="panel-title"
        tabIndex={-1}
        aria-label={`Show ${visibleProse(queryOf(matrix.tensor, matrix.queryIndex).label)} alone`}
        aria-current={plot === current}
        title="Show alone (O)"
        style={{
          left: first.x * scale,
          top: (first.y - layout.style.panelTitle.fontSize) * scale,
          width: Math.max(MIN_WIDTH, grid.plot.width) * scale,
          height: title.length * height * scale,
        }}
        onClick={() => onOpen(matrix.queryIndex)}
      />
    )
  })
}

/** Least width of a title's button in CSS pixels of the figure. */
const MIN_WIDTH = 88
