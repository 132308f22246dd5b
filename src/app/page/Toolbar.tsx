import { type ReactNode } from 'react'
import { type Windows } from '../../tensor/Windows'
import { CompareMenu, type CompareMenuProps } from '../compare/CompareMenu'
import { LayerSlider } from '../controls/LayerSlider'
import { QueryPicker } from '../controls/QueryPicker'
import { DockButtons } from '../dock/DockButtons'
import { type DockState } from '../dock/useDock'
import { type PageFigure } from '../figure/useFigure'
import { type CellStore } from '../reading/CellStore'
import { AxesMenu } from './AxesMenu'
import { Navigation } from './Navigation'

interface ToolbarProps extends CompareMenuProps {
  readonly figure: PageFigure | undefined
  /** True if the plot has more cells than pixels. */
  readonly hasBins: boolean
  readonly store: CellStore
  readonly onZoom: (windows: Windows) => void
  readonly dock: DockState
  /** Shows or hides the axes of a foreign file's tensor. */
  readonly onAxes: () => void
  readonly hasAxes: boolean
  readonly onFlick: (() => void) | undefined
}

/** Chooses which part of the tensor is shown, and how, in one row. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const {
    open,
    figure,
    hasBins,
    store,
    onChange,
    onZoom,
    dock,
    onAxes,
    hasAxes,
    onCompare,
    onFlick,
  } = props
  const { tensor, view, windows } = open
  return (
    <section className="toolbar" aria-label="View">
      <div className="toolbar-row">
        {view.rows === 'query' ? (
          <LayerSlider
            {...{ tensor }}
            layer={view.layer}
            onChange={(layer) => onChange({ layer })}
          />
        ) : (
          <QueryPicker
            tensor={tensor}
            queryIndex={view.query}
            onChange={(query) => onChange({ query })}
            onFlick={view.flick && onFlick}
          />
        )}
        <AxesMenu {...{ open, hasBins, onChange, onAxes, hasAxes }} />
        {figure && <Navigation {...{ figure, windows, store, onZoom }} />}
        <CompareMenu {...{ open, onChange, onCompare, onFlick }} />
        <DockButtons dock={dock} />
      </div>
    </section>
  )
}
