import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest'
import { createCellStore } from '../../src/app/reading/CellStore'
import { FigurePanel } from '../../src/app/figure/FigurePanel'
import { type LineSettings } from '../../src/app/reading/Reading'
import { type PinnedIndex } from '../../src/tensor/View'
import { Readout } from '../../src/app/reading/Readout'
import { type Windows } from '../../src/tensor/Windows'
import { type FigureModel } from '../../src/figure/figureModel'
import { cellMarkRect, type Rect } from '../../src/layout/PlotGrid'
import { columnOfToken, rowOfLayer } from '../../src/tensor/Matrix'
import { picturesOf } from '../unit/figure/drawCase'
import { modelNamed } from './publishedModel'

type OnPin = (cell: PinnedIndex | undefined) => void
type OnLines = (lines: LineSettings) => void
type OnZoom = (windows: Windows) => void

let model: FigureModel

beforeEach(async () => {
  model = await modelNamed('profiles-lines')
})

function show(shown: FigureModel): {
  readonly panel: HTMLElement
  readonly onPin: Mock<OnPin>
  readonly onLines: Mock<OnLines>
} {
  const onPin = vi.fn<OnPin>()
  const onLines = vi.fn<OnLines>()
  const store = createCellStore()
  const props = { model: shown, pictures: picturesOf(shown), store, onPin, onLines, windows: {} }
  render(
    <>
      <FigurePanel {...props} onZoom={vi.fn<OnZoom>()} pinned={undefined} />
      <Readout model={shown} store={store} pinned={undefined} />
    </>,
  )
  return { panel: screen.getByTestId('figure'), onPin, onLines }
}

function rectOf(shown: FigureModel, layer: number, token: number): Rect {
  const { matrix } = shown.plots[0].basis
  const cell = { rowIndex: rowOfLayer(matrix, layer), columnIndex: columnOfToken(matrix, token) }
  const rect = cellMarkRect(shown.plots[0].layout.grid, cell)
  if (rect === undefined) throw new Error('the cell is not in view')
  return rect
}

/** jsdom lays nothing out: the figure's corner is the window's. */
function middleOf({ x, y, width, height }: Rect): { clientX: number; clientY: number } {
  return { clientX: x + width / 2, clientY: y + height / 2 }
}

function panelRect(name: 'tokenProfile' | 'layerProfile'): Rect {
  const rect = model.plots[0].layout.strips[name]?.rect
  if (rect === undefined) throw new Error(`no ${name}`)
  return rect
}

describe('profiles beside an ordered figure', () => {
  it('move the crosshair to the token and to the layer that they are pointed at', () => {
    const { panel } = show(model)
    const above = { ...middleOf(rectOf(model, 3, 12)), clientY: panelRect('tokenProfile').y + 9 }
    fireEvent.pointerMove(panel, { pointerType: 'mouse', ...above })
    expect(screen.getByTestId('readout')).toHaveTextContent('token 12 "level"')
    const beside = { ...middleOf(rectOf(model, 7, 0)), clientX: panelRect('layerProfile').x + 9 }
    fireEvent.pointerMove(panel, { pointerType: 'mouse', ...beside })
    expect(screen.getByTestId('readout')).toHaveTextContent('layer 7 · token 12 "level"')
    expect(document.querySelectorAll('.crosshair-shade')).toHaveLength(2)
  })

  it('take the line of a token by Shift and a click, and that of a layer with Ctrl too', () => {
    const { panel, onPin, onLines } = show(model)
    const [tokens, layers] = [model.basis.view.token_lines ?? [], [0, 11, 5]]
    fireEvent.click(panel, { ...middleOf(rectOf(model, 3, 7)), shiftKey: true })
    expect(onLines).toHaveBeenLastCalledWith({ token_lines: [...tokens.slice(1), 7] })
    fireEvent.click(panel, { ...middleOf(rectOf(model, 3, 12)), shiftKey: true })
    expect(onLines).toHaveBeenLastCalledWith({ token_lines: tokens.slice(1) })
    const layer = { ...middleOf(rectOf(model, 3, 12)), shiftKey: true, ctrlKey: true }
    fireEvent.click(panel, layer)
    expect(onLines).toHaveBeenLastCalledWith({ layer_lines: [...layers, 3] })
    expect(onPin).not.toHaveBeenCalled()
  })

  it('take the line of the focused cell by Shift and Enter', async () => {
    const { onLines, onPin } = show(model)
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}{Shift>}{Enter}{/Shift}')
    expect(onLines).toHaveBeenCalledOnce()
    expect(onPin).not.toHaveBeenCalled()
  })

  it('that are not shown leave Shift and a click what a click is', async () => {
    const plain = await modelNamed('order-mean')
    const { panel, onPin, onLines } = show(plain)
    fireEvent.click(panel, { ...middleOf(rectOf(plain, 3, 12)), shiftKey: true })
    expect(onPin).toHaveBeenLastCalledWith([3, 12])
    expect(onLines).not.toHaveBeenCalled()
  })
})
