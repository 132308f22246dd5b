import { memo, useMemo, useRef, type ReactNode } from 'react'
import { type CellPicture } from '../../figure/CellPicture'
import { Figure } from '../../figure/Figure'
import { type Plots } from '../../layout/LayoutInput'
import { type PlotGrid, type Rect } from '../../layout/PlotGrid'
import { isZoomed, type Windows } from '../../tensor/Windows'
import { FindingMarks, LongDescription } from '../findings/FindingMarks'
import { type FindingsState } from '../findings/useFindings'
import { type CellStore } from '../reading/CellStore'
import { FigureOverlay } from '../reading/FigureOverlay'
import { type Reading } from '../reading/Reading'
import { Tooltip } from '../reading/Tooltip'
import { useReading } from '../reading/useReading'
import { useBoxZoom } from '../zoom/useBoxZoom'
import { useZoom } from '../zoom/useZoom'
import { type AppAction } from '../state/appReducer'
import { type OpenTensor } from '../state/AppState'
import { BeyondButtons } from './BeyondButtons'
import { hasPanelBar, PanelBar } from './PanelBar'
import { PanelTitles } from './PanelTitles'
import { Overview } from './Overview'
import { type AskedPlace } from '../settings/PlaceSettings'
import { TextEditors, type OnText } from './TextEditors'
import { useLayerKeys, usePanelActions } from './usePanelActions'
import { hasOverview, type PageFigure } from './useFigure'

interface FigureStackProps extends Pick<Reading, 'onPin' | 'onLines'> {
  readonly open: OpenTensor
  readonly figure: PageFigure
  readonly dispatch: (action: AppAction) => void
  readonly store: CellStore
  readonly onZoom: (windows: Windows) => void
  readonly findings: FindingsState
  /** Changes texts of the figure; undefined if they cannot be changed. */
  readonly onText: OnText | undefined
  readonly onPlace: (asked: AskedPlace) => void
  /** Shows the other one of two queries in the same frame. */
  readonly onFlick: () => void
}

/** Shows the figure, a button that resets the zoom, and an overview if the columns are too many to have labels. */
export function FigureStack(props: FigureStackProps): ReactNode {
  const { open, figure, store, dispatch, onPin, onLines, onZoom, onPlace, onFlick, findings } =
    props
  const actions = usePanelActions(dispatch, open, focusWithoutScroll)
  const panels = useMemo(() => ({ ...actions, onFlick }), [actions, onFlick])
  const { windows } = open
  const { model, pictures, pinned, scale } = figure
  const onLayer = useLayerKeys(dispatch, open)
  // The controls on a small preview would be too small.
  const isPreview = model.size.paper === undefined && scale < 1
  const onText = isPreview ? undefined : props.onText
  return (
    <div className="figure-stack">
      <FigurePanel
        {...{
          model,
          scale,
          pictures,
          store,
          pinned,
          windows,
          onPin,
          onLayer,
          onLines,
          panels,
          onZoom,
          onText,
          onPlace,
          findings,
        }}
      />
      {isZoomed(windows) ? (
        <button
          type="button"
          className="button fit-button"
          onClick={() => {
            onZoom({})
            focusFigure({ preventScroll: true })
          }}
        >
          Fit
        </button>
      ) : null}
      {hasPanelBar(open) ? <PanelBar open={open} actions={panels} /> : null}
      {hasOverview(model) && !isPreview ? (
        <Overview {...{ model, scale, windows, store, onZoom }} />
      ) : null}
    </div>
  )
}

interface FigurePanelProps extends Reading {
  /** Changes texts of the figure; absent if these cannot be edited. */
  readonly onText?: OnText | undefined
  /** Asks for the settings of a part of the figure; default: there are none. */
  readonly onPlace?: (asked: AskedPlace) => void
  /** The picture of the cells of each plot. */
  readonly pictures: Plots<CellPicture>
  /** Findings, their marks and the long description for the figure; default none. */
  readonly findings?: Pick<FindingsState, 'list' | 'marks' | 'description'>
}

const StillFigure = memo(Figure)

/** Shows the figure and everything that moves over it. Reading a cell renders only the overlay and the tooltip. */
export function FigurePanel(props: FigurePanelProps): ReactNode {
  const { model, scale = 1, pictures, store, pinned } = props
  const { onPin, onLayer, onLines, panels, windows, onZoom, onText, onPlace = ignore } = props
  const { findings } = props
  const reading = useMemo(
    () => ({ model, scale, store, pinned, onPin, onLayer, onLines, panels, windows, onZoom }),
    [model, scale, store, pinned, onPin, onLayer, onLines, panels, windows, onZoom],
  )
  const handlers = useReading(reading)
  const text = findings?.description
  const short = model.description
  // The element stays the same for the same figure, so that a new text does not render the figure.
  const description = useMemo(
    () => text && <LongDescription store={text} short={short} />,
    [text, short],
  )
  const element = useRef<HTMLDivElement>(null)
  const { width, height } = model.layout
  const { layout } = model
  const grids = useMemo(() => layout.plots.map(({ grid }) => grid), [layout])
  const boxZoomable = useMemo(
    () => ({ grids, scale, windows, onZoom }),
    [grids, scale, windows, onZoom],
  )
  const box = useBoxZoom(element, boxZoomable)
  const zoomed = useMemo(
    () => ({
      grid: scaledGrid(layout.grid, scale),
      plots: layout.plots.map(({ grid }) => scaledRect(grid.plot, scale)),
    }),
    [layout, scale],
  )
  useZoom(element, zoomed, windows, onZoom)
  return (
    <div
      className="figure"
      ref={element}
      style={{ width: width * scale, height: height * scale }}
      role="presentation"
      {...handlers}
    >
      <StillFigure {...{ model, pictures, description, scale }} />
      <FigureOverlay {...{ model, scale, store, pinned }}>
        {box && <rect className="zoom-box" {...box} />}
        {findings && <FindingMarks model={model} list={findings.list} marks={findings.marks} />}
      </FigureOverlay>
      {onText && <BeyondButtons reading={reading} onEnd={focusWithoutScroll} />}
      {onText && <TextEditors {...{ model, scale, onText, onPlace }} onEnd={focusWithoutScroll} />}
      {panels && <PanelTitles {...{ model, scale }} onOpen={panels.onOpen} />}
      <Tooltip {...{ model, scale, store }} />
    </div>
  )
}

/** Returns the grid as it is on the page, if the figure is drawn larger or smaller than it is laid out. */
function scaledGrid(grid: PlotGrid, scale: number): PlotGrid {
  if (scale === 1) return grid
  const { plot, columnEdges, layerEdges, pixelRatio } = grid
  return {
    ...grid,
    plot: scaledRect(plot, scale),
    columnEdges: columnEdges.map((edge) => edge * scale),
    layerEdges: layerEdges.map((edge) => edge * scale),
    pixelRatio: pixelRatio / scale,
  }
}

function scaledRect({ x, y, width, height }: Rect, scale: number): Rect {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale }
}

function ignore(): void {
  // A figure without settings ignores the question for them.
}

function focusWithoutScroll(): void {
  focusFigure({ preventScroll: true })
}

/** Moves the focus to the figure. A focused button that is about to be removed would lose it to the top of the page. */
export function focusFigure(options?: FocusOptions): void {
  document.querySelector<SVGElement>('[data-testid="figure"]')?.focus(options)
}
