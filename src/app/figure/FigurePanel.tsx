import { memo, useMemo, type ReactNode } from 'react'
import { Figure } from '../../figure/Figure'
import { FigureOverlay } from './FigureOverlay'
import { Tooltip } from './Tooltip'
import { useReading, type Reading } from './useReading'

const StillFigure = memo(Figure)

/** The figure with everything that moves over it. Reading a cell renders the overlay and the tooltip only. */
export function FigurePanel({ model, store, pinned, onPin }: Reading): ReactNode {
  const reading = useMemo(() => ({ model, store, pinned, onPin }), [model, store, pinned, onPin])
  const handlers = useReading(reading)
  const { width, height } = model.layout
  return (
    <div className="figure" style={{ width, height }} role="presentation" {...handlers}>
      <StillFigure model={model} />
      <FigureOverlay model={model} store={store} pinned={pinned} />
      <Tooltip model={model} store={store} />
    </div>
  )
}
