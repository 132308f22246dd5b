import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi, type Mock } from 'vitest'
import { FigurePanel } from '../../src/app/figure/FigurePanel'
import { createCellStore } from '../../src/app/reading/CellStore'
import { type Reading } from '../../src/app/reading/Reading'
import { Readout } from '../../src/app/reading/Readout'
import { type FigureModel } from '../../src/figure/figureModel'
import { binRect } from '../../src/layout/PlotGrid'
import { picturesOf } from '../unit/figure/drawCase'
import { modelNamed } from './publishedModel'

type OnPin = Reading['onPin']
type OnStep = (step: 1 | -1) => void

interface Shown {
  readonly model: FigureModel
  readonly figure: HTMLElement
  readonly onPin: Mock<OnPin>
  readonly onOpen: Mock<(query: number) => void>
  readonly onBack: Mock<() => void>
  readonly onPage: Mock<OnStep>
}

async function show(): Promise<Shown> {
  const model = await modelNamed('panels-six')
  const onPin = vi.fn<OnPin>()
  const onOpen = vi.fn<(query: number) => void>()
  const onBack = vi.fn<() => void>()
  const onPage = vi.fn<OnStep>()
  const store = createCellStore()
  render(
    <>
      <FigurePanel
        {...{ model, store, onPin }}
        panels={{ onOpen, onBack, onPage }}
        pictures={picturesOf(model)}
        windows={{}}
        onZoom={() => undefined}
        pinned={undefined}
      />
      <Readout model={model} store={store} pinned={undefined} />
    </>,
  )
  return { model, figure: screen.getByTestId('figure'), onPin, onOpen, onBack, onPage }
}

/** The middle of a bin. jsdom lays nothing out: the figure's corner is the window's. */
function middleOf(
  { plots }: FigureModel,
  plotIndex: number,
  binColumn: number,
  binRow: number,
): { readonly clientX: number; readonly clientY: number } {
  const plot = plots[plotIndex] ?? plots[0]
  const { x, y, width, height } = binRect(plot.layout.grid, { binColumn, binRow })
  return { clientX: x + width / 2, clientY: y + height / 2 }
}

function readout(): string {
  return screen.getByTestId('readout').textContent
}

describe('several panels', () => {
  it('have a group of cells each, with the index of its query', async () => {
    await show()
    const queries = screen.getAllByTestId('cells').map(({ dataset }) => dataset['query'])
    expect(queries).toEqual(['0', '1', '2', '3', '4', '5'])
  })

  it('are all read by the pointer, each with its value, and none is drawn again', async () => {
    const { model, figure } = await show()
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(figure, { subtree: true, childList: true, attributes: true })
    for (let column = 0; column < 5; column++) {
      const point = middleOf(model, 4, column, column)
      fireEvent.pointerMove(figure, { pointerType: 'mouse', ...point })
    }
    await Promise.resolve()
    observer.disconnect()
    expect(changes).toEqual([])
    expect(document.querySelectorAll('.crosshair')).toHaveLength(6)
    expect(readout()).toMatch(/^Meta Token #5 · layer 4 · token 28 ":" \(5 back\) · [-\d.]+/)
    expect(screen.getByTestId('panel-values').textContent).toMatch(
      /^ #1 [-\d.]+ #2 [-\d.]+ #3 [-\d.]+ #4 [-\d.]+ #6 [-\d.]+$/,
    )
    // The first query has five tokens.
    fireEvent.pointerMove(figure, { pointerType: 'mouse', ...middleOf(model, 4, 6, 0) })
    expect(screen.getByTestId('panel-values').textContent).toMatch(/^ #1 – #2 [-\d.]+/)
    expect(document.querySelectorAll('.crosshair')).toHaveLength(5)
  })

  it('pin a cell with its query', async () => {
    const { model, figure, onPin } = await show()
    fireEvent.click(figure, middleOf(model, 4, 0, 2))
    expect(onPin).toHaveBeenLastCalledWith([2, 32], 4)
  })

  it('are walked through with the arrow keys, over the edges', async () => {
    await show()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}')
    expect(readout()).toMatch(/^Meta Token #1 · layer 0 · token 4/)
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}{ArrowRight}')
    expect(readout()).toMatch(/^Meta Token #2 · layer 0 · token 7/)
    await userEvent.keyboard('{ArrowDown}')
    expect(readout()).toMatch(/^Meta Token #5 · layer 11 · token 32/)
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}')
    expect(readout()).toMatch(/^Meta Token #1 · layer 0 · token 0/)
  })

  it('open alone by their title or a key, and turn by keys', async () => {
    const { onOpen, onBack, onPage } = await show()
    await userEvent.click(screen.getByRole('button', { name: 'Show Meta Token #3 alone' }))
    expect(onOpen).toHaveBeenLastCalledWith(2)
    screen.getByTestId('figure').focus()
    await userEvent.keyboard('{ArrowRight}{Control>}{ArrowRight}{/Control}{ArrowRight}o')
    expect(onOpen).toHaveBeenLastCalledWith(1)
    await userEvent.keyboard('{PageDown}{PageUp}')
    expect(onPage.mock.calls).toEqual([[1], [-1]])
    await userEvent.keyboard('{Escape}')
    expect(onBack).toHaveBeenCalledOnce()
  })
})
