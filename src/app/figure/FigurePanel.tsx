import { memo, useMemo, useRef, type ReactNode } from 'react'
import { type CellPicture } from '../../figure/CellPicture'
import { Figure } from '../../figure/Figure'
import { type PlotGrid } from '../../layout/PlotGrid'
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
import { Overview } from './Overview'
import { type AskedPlace } from '../settings/PlaceSettings'
import { TextEditors, type OnText } from './TextEditors'
import { hasOverview, type PageFigure } from './useFigure'

interface FigureStackProps extends Pick<Reading, 'onPin' | 'onLines'> {
  readonly figure: PageFigure
  readonly store: CellStore
  readonly windows: Windows
  readonly onZoom: (windows: Windows) => void
  readonly findings: FindingsState
  /** Changes texts of the figure; undefined if they cannot be changed. */
  readonly onText: OnText | undefined
  readonly onPlace: (asked: AskedPlace) => void
}

/** Shows the figure, a button that resets the zoom, and an overview if the columns are too many to have labels. */
export function FigureStack(props: FigureStackProps): ReactNode {
  const { figure, store, windows, onPin, onLines, onZoom, onText, onPlace, findings } = props
  const { model, picture, pinned, scale } = figure
  return (
    <div className="figure-stack">
      <FigurePanel
        {...{
          model,
          scale,
          picture,
          store,
          pinned,
          windows,
          onPin,
          onLines,
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
      {hasOverview(model) ? <Overview model={model} windows={windows} onZoom={onZoom} /> : null}
    </div>
  )
}

interface FigurePanelProps extends Reading {
  /** Changes texts of the figure; absent if these cannot be edited. */
  readonly onText?: OnText | undefined
  /** Asks for the settings of a part of the figure; default: there are none. */
  readonly onPlace?: (asked: AskedPlace) => void
  readonly picture: CellPicture
  /** Findings, their marks and the long description for the figure; default none. */
  readonly findings?: Pick<FindingsState, 'list' | 'marks' | 'description'>
}

const StillFigure = memo(Figure)

/** Shows the figure and everything that moves over it. Reading a cell renders only the overlay and the tooltip. */
export function FigurePanel(props: FigurePanelProps): ReactNode {
  const { model, scale = 1, picture, store, pinned } = props
  const { onPin, onLines, windows, onZoom, onText, onPlace = ignore, findings } = props
  const reading = useMemo(
    () => ({ model, scale, store, pinned, onPin, onLines, windows, onZoom }),
    [model, scale, store, pinned, onPin, onLines, windows, onZoom],
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
  const pictures = useMemo(() => [picture] as const, [picture])
  const { grid } = model.plots[0].layout
  const grids = useMemo(() => model.plots.map(({ layout }) => layout.grid), [model])
  const boxZoomable = useMemo(
    () => ({ grids, scale, windows, onZoom }),
    [grids, scale, windows, onZoom],
  )
  const box = useBoxZoom(element, boxZoomable)
  const shownGrid = useMemo(() => scaledGrid(grid, scale), [grid, scale])
  useZoom(element, shownGrid, windows, onZoom)
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
      {onText && <TextEditors {...{ model, scale, onText, onPlace }} onEnd={focusWithoutScroll} />}
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
    plot: {
      x: plot.x * scale,
      y: plot.y * scale,
      width: plot.width * scale,
      height: plot.height * scale,
    },
    columnEdges: columnEdges.map((edge) => edge * scale),
    layerEdges: layerEdges.map((edge) => edge * scale),
    pixelRatio: pixelRatio / scale,
  }
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
