import { type ReactNode } from 'react'
import { binReadout } from '../../figure/binReadout'
import { type FigureModel } from '../../figure/figureModel'
import { type PlotModel } from '../../figure/plotModel'
import { queryOf } from '../../tensor/Tensor'
import { withMinus } from '../../text/rounded'
import { visibleProse } from '../../text/visibleText'
import { type PlotCell } from './Reading'

/** Returns the class of the readout: with panels, it always has a second line. */
export function readoutClass(model: FigureModel | undefined): string {
  return isOfPanels(model) ? 'readout-line has-panels' : 'readout-line'
}

function isOfPanels(model: FigureModel | undefined): boolean {
  return model !== undefined && model.plots.length > 1
}

interface PanelValuesProps extends PlotCell {
  readonly model: FigureModel
}

/** Returns the cell with its figure if that has several panels. */
export function panelOf(
  model: FigureModel | undefined,
  at: PlotCell | undefined,
): PanelValuesProps | undefined {
  return model && at && isOfPanels(model) ? { model, plot: at.plot, cell: at.cell } : undefined
}

/**
 * Lists the values of the same cell in the other panels, with the parts of their names that differ. Screen readers do
 * not announce it with each move: the arrow keys lead to every panel.
 */
export function PanelValues({ model, plot, cell }: PanelValuesProps): ReactNode {
  const others = model.plots.filter((each) => each !== plot)
  const prefix = commonWords(model.plots.map(queryLabel))
  return (
    <span className="panel-values" data-testid="panel-values" aria-hidden="true">
      {others.map((each) => {
        const { columnCount, layerCount } = each.basis.matrix
        const hasCell = cell.columnIndex < columnCount && cell.rowIndex < layerCount
        const value = hasCell ? withMinus(binReadout(each, cell).cell.value) : '–'
        return (
          <span key={each.basis.matrix.queryIndex}>
            {' '}
            <bdi>{queryLabel(each).slice(prefix.length)}</bdi> <b>{value}</b>
          </span>
        )
      })}
    </span>
  )
}

/** Returns the label of a plot's query, visible and valid. */
export function queryLabel({ basis: { matrix } }: PlotModel): string {
  return visibleProse(queryOf(matrix.tensor, matrix.queryIndex).label)
}

/** Returns the words with which all texts begin; none of them is a whole text. */
function commonWords([first = '', ...others]: readonly string[]): string {
  let length = 0
  while (length < first.length && others.every((other) => other[length] === first[length])) length++
  return first.slice(0, first.slice(0, length).lastIndexOf(' ') + 1)
}
