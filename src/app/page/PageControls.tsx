import { type ReactNode } from 'react'
import { CommandBar } from '../commands/CommandBar'
import { type CommandContext } from '../commands/CommandContext'
import { flick, flickPair } from '../compare/flick'
import { Menu, MenuItem } from '../controls/Menu'
import { ExportMenu } from '../export/ExportMenu'
import { focusFigure } from '../figure/FigurePanel'
import { OpenButton } from '../open/OpenButton'
import { samples, type Sample } from '../open/samples'
import { activeTensor } from '../state/AppState'
import { TensorList } from './TensorList'
import { Toolbar } from './Toolbar'
import { UnderstoodChip } from './UnderstoodChip'

interface PageControlsProps extends CommandContext {
  readonly hasBins: boolean
}

/** Shows the header and the toolbar. An embedded page leaves them out. */
export function PageControls(props: PageControlsProps): ReactNode {
  const { state, dispatch, loader, figure, hasBins, store, dock, onZoom, onCompare } = props
  const open = activeTensor(state)
  const hasAxes = open?.hasAxes === true
  const showAxes = (isShown: boolean): void => dispatch({ type: 'axes-shown', isShown })
  return (
    <>
      <PageHeader {...props} />
      {open && (
        <Toolbar
          {...{ open, figure, hasBins, store, dock, onZoom, hasAxes, onCompare }}
          onFlick={flickPair(state) && (() => flick({ state, dispatch, loader }))}
          onAxes={() => showAxes(!hasAxes)}
          onChange={(changed) => dispatch({ type: 'view-changed', settings: changed })}
        />
      )}
    </>
  )
}

/** Shows the brand, the tabs of the open tensors, and the buttons to open and export. */
function PageHeader(context: CommandContext): ReactNode {
  const { state, dispatch, loader, exporter, onHelp } = context
  return (
    <header className="header">
      <button type="button" className="button is-primary skip-button" onClick={() => focusFigure()}>
        Skip to the figure
      </button>
      <h1>
        <Logo />
        <span className="wordmark">SimLens</span>
      </h1>
      <TensorList
        {...state}
        onChoose={(id) => dispatch({ type: 'tensor-chosen', id })}
        onClose={(id) => dispatch({ type: 'tensor-closed', id })}
      />
      <UnderstoodChip key={state.activeId} sentences={activeTensor(state)?.understood ?? []} />
      <div className="header-actions">
        <CommandBar context={context} />
        <SamplesMenu onOpen={(sample) => loader.open([sample.open()])} />
        <button
          type="button"
          className="button is-quiet"
          aria-label="Keys and help"
          title="Keys and help"
          onClick={onHelp}
        >
          ?
        </button>
        <OpenButton onOpen={loader.open} />
        <ExportMenu open={activeTensor(state)} {...{ exporter, dispatch }} />
      </div>
    </header>
  )
}

/** Three by three cells of viridis, row by row. */
const COLORS = [
  ['#440154', '#21918c', '#5ec962'],
  ['#3b528b', '#fde725', '#21918c'],
  ['#5ec962', '#3b528b', '#440154'],
]
const CELL = 7

function Logo(): ReactNode {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      {COLORS.flatMap((row, y) =>
        row.map((color, x) => (
          <rect key={`${x} ${y}`} x={x * CELL} y={y * CELL} width="6" height="6" fill={color} />
        )),
      )}
    </svg>
  )
}

/** Lists the tensors that are built into the page. */
function SamplesMenu({ onOpen }: { readonly onOpen: (sample: Sample) => void }): ReactNode {
  return (
    <Menu label="Samples" className="button is-quiet">
      <div className="menu-list">
        {samples.map((sample) => (
          <MenuItem
            key={sample.name}
            label={sample.name}
            about={sample.about}
            onChoose={() => onOpen(sample)}
          />
        ))}
      </div>
    </Menu>
  )
}
