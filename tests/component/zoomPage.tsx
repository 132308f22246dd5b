import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { createCellStore, type CellStore } from '../../src/app/reading/CellStore'
import { FigurePanel } from '../../src/app/figure/FigurePanel'
import { type Windows } from '../../src/tensor/Windows'
import { rasterPicture } from '../../src/figure/CellPicture'
import { figureModel, type FigureModel } from '../../src/figure/figureModel'
import { binsOf } from '../../src/tensor/Bins'
import { modelOfCase } from '../unit/figure/drawCase'

const size = { width: 960, height: 600, pixelRatio: 1 }

interface PageProps {
  readonly first: FigureModel
  readonly store: CellStore
  readonly start: Windows
  readonly onWindows: (windows: Windows) => void
  readonly onPin: () => void
}

/** A figure whose zoom is kept, as the page keeps it. */
function Page({ first, store, start, onWindows, onPin }: PageProps): ReactNode {
  const [windows, setWindows] = useState(start)
  const model = figureModel(first.plots[0].basis, {
    size,
    theme: 'light',
    windows,
  })
  const onZoom = (next: Windows): void => {
    setWindows(next)
    onWindows(next)
  }
  // As one raster, however few the cells are: the zoom is what counts here.
  const { basis, theme, layout, source } = model.plots[0]
  const picture = rasterPicture({ basis, theme, isCompressed: false }, layout.grid, binsOf(source))
  return (
    <FigurePanel
      {...{ model, pictures: [picture], store, windows, onZoom }}
      pinned={undefined}
      onPin={onPin}
    />
  )
}

interface Shown {
  /** After the last step. */
  readonly windows: () => Windows
  /** The column that is read. */
  readonly column: () => number | undefined
  /** Number of clicks that pinned a cell or unpinned it. */
  readonly pins: () => number
}

/** A focused figure with its zoom. */
export async function showZoomed(first: FigureModel, start: Windows = {}): Promise<Shown> {
  const store = createCellStore()
  let latest = start
  const onWindows = (next: Windows): void => {
    latest = next
  }
  let pinCount = 0
  const onPin = (): void => {
    pinCount += 1
  }
  render(<Page {...{ first, store, start, onWindows, onPin }} />)
  await userEvent.tab()
  return {
    windows: () => latest,
    column: () => store.get()?.cell.columnIndex,
    pins: () => pinCount,
  }
}

/** So many layers that they are zoomed, too. */
export function manyLayers(): Promise<FigureModel> {
  const values = Array.from({ length: 400 }, () => Array<number>(2000).fill(0))
  return modelOfCase({ name: 'many', json: JSON.stringify(values), pixelRatio: 1 })
}
