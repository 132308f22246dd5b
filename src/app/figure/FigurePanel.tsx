import { memo, useMemo, useRef, type ReactNode } from 'react'
import { type CellPicture } from '../../figure/CellPicture'
import { Figure } from '../../figure/Figure'
import { FigureOverlay } from './FigureOverlay'
import { type Reading } from './Reading'
import { Tooltip } from './Tooltip'
import { useReading } from './useReading'
import { useZoom } from './useZoom'

interface FigurePanelProps extends Reading {
  readonly picture: CellPicture
}

const StillFigure = memo(Figure)

/** The figure with everything that moves over it. Reading a cell renders the overlay and the tooltip only. */
export function FigurePanel(props: FigurePanelProps): ReactNode {
  const { model, picture, store, pinned, onPin, windows, onZoom } = props
  const reading = useMemo(
    () => ({ model, store, pinned, onPin, windows, onZoom }),
    [model, store, pinned, onPin, windows, onZoom],
  )
  const handlers = useReading(reading)
  const element = useRef<HTMLDivElement>(null)
  const { width, height, grid } = model.layout
  useZoom(element, grid, windows, onZoom)
  return (
    <div
      className="figure"
      ref={element}
      style={{ width, height }}
      role="presentation"
      {...handlers}
    >
      <StillFigure model={model} picture={picture} />
      <FigureOverlay model={model} store={store} pinned={pinned} />
      <Tooltip model={model} store={store} />
    </div>
  )
}
