import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { TensorList } from '../../src/app/page/TensorList'
import { initialState, type OpenTensor } from '../../src/app/state/AppState'
import { appReducer } from '../../src/app/state/appReducer'
import { statisticsOf } from '../../src/analysis/Statistics'
import { pyramidsOf } from '../../src/tensor/Pyramid'
import { resolveView } from '../../src/tensor/View'
import { tensorOfRows } from '../unit/tensor/anyTensor'

function openTensor(id: number, fileName = `file-${id}.json`): OpenTensor {
  const tensor = tensorOfRows([[id]])
  return {
    id,
    fileName,
    tensor,
    statistics: [statisticsOf(tensor, 0)],
    pyramids: pyramidsOf(tensor.values),
    view: resolveView(tensor, {}, {}),
    windows: {},
  }
}

function stateOf(count: number, activeId: number): typeof initialState {
  return {
    ...initialState,
    open: Array.from({ length: count }, (_, id) => openTensor(id)),
    activeId,
  }
}

/** Renders the list of so many tensors, and what it asks for. */
function show(count: number, activeId: number) {
  const onChoose = vi.fn<(id: number) => void>()
  const onClose = vi.fn<(id: number) => void>()
  render(<TensorList {...stateOf(count, activeId)} {...{ onChoose, onClose }} />)
  return { onChoose, onClose, user: userEvent.setup() }
}

function names(): (string | null)[] {
  return screen.getAllByRole('tab').map(({ textContent }) => textContent)
}

function tab(id: number): HTMLElement {
  return screen.getByRole('tab', { name: `file-${id}.json` })
}

function markupOf(id: number): string {
  return tab(id).outerHTML
}

describe('the list of open tensors', () => {
  it('numbers a file that is open more than once', () => {
    const [same, other, ...more] = [0, 1, 2, 3].map((id) =>
      openTensor(id, id === 1 ? 'other.json' : 'same.json'),
    )
    const opened = [[same, other], more].map((each) => each.filter((one) => one !== undefined))
    const state = opened.reduce(
      (before, each) => appReducer(before, { type: 'load-succeeded', opened: each, notices: [] }),
      initialState,
    )
    const onEvent = vi.fn<(id: number) => void>()
    const list = (shown: typeof state) => (
      <TensorList {...shown} onChoose={onEvent} onClose={onEvent} />
    )
    const { rerender } = render(list(state))
    expect(names()).toEqual(['same.json', 'other.json', 'same.json (2)', 'same.json (3)'])
    expect(screen.getByRole('button', { name: 'Close same.json (3)' })).toBeInTheDocument()
    // The others keep their names, and the next one gets the name that is free.
    const closed = appReducer(state, { type: 'tensor-closed', id: 2 })
    rerender(list(closed))
    expect(names()).toEqual(['same.json', 'other.json', 'same.json (3)'])
    const next = [openTensor(4, 'same.json')]
    rerender(list(appReducer(closed, { type: 'load-succeeded', opened: next, notices: [] })))
    expect(names()).toEqual(['same.json', 'other.json', 'same.json (3)', 'same.json (2)'])
  })

  it('offers no closing of the only one', async () => {
    const { onClose, user } = show(1, 0)
    expect(screen.queryByRole('button', { name: /^Close/ })).toBeNull()
    tab(0).focus()
    await user.keyboard('{Delete}')
    expect(onClose).not.toHaveBeenCalled()
  })

  it('is nothing where nothing is open', () => {
    show(0, 0)
    expect(screen.queryByRole('tablist')).toBeNull()
  })

  it.each([2, 9])('has a tab for each of %i, and nothing else', async (count) => {
    const { onChoose, user } = show(count, 1)
    const list = screen.getByRole('tablist', { name: 'Tensors' })
    expect([...list.children]).toEqual(screen.getAllByRole('tab'))
    expect(screen.getAllByRole('tab', { selected: true })).toEqual([tab(1)])
    await user.click(tab(0))
    expect(onChoose).toHaveBeenCalledWith(0)
  })

  it.each([2, 9])('closes any of %i by its button', async (count) => {
    const { onClose, onChoose, user } = show(count, 1)
    await user.click(screen.getByRole('button', { name: 'Close file-1.json' }))
    await user.click(screen.getByRole('button', { name: 'Close file-0.json' }))
    expect(onClose.mock.calls).toEqual([[1], [0]])
    expect(onChoose).not.toHaveBeenCalled()
  })

  it('moves the focus by arrows, Home and End, round the ends, and shows by Enter', async () => {
    const { onChoose, user } = show(3, 1)
    await user.tab()
    expect(tab(1)).toHaveFocus()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(tab(0)).toHaveFocus()
    await user.keyboard('{ArrowLeft}')
    expect(tab(2)).toHaveFocus()
    await user.keyboard('{Home}')
    expect(tab(0)).toHaveFocus()
    expect(onChoose).not.toHaveBeenCalled()
    await user.keyboard('{End}{Enter}')
    expect(onChoose.mock.calls).toEqual([[2]])
  })

  it('has one tab stop, and the button of that tab after it', async () => {
    const { user } = show(3, 1)
    await user.tab()
    await user.keyboard('{ArrowRight}')
    await user.tab()
    expect(screen.getByRole('button', { name: 'Close file-2.json' })).toHaveFocus()
    await user.tab()
    await user.tab()
    expect(tab(1)).toHaveFocus()
  })

  it('closes by Delete, and passes the focus on', async () => {
    const { onClose, user } = show(3, 0)
    await user.tab()
    await user.keyboard('{Delete}')
    expect(onClose).toHaveBeenLastCalledWith(0)
    expect(tab(1)).toHaveFocus()
    await user.keyboard('{End}{Delete}')
    expect(onClose).toHaveBeenLastCalledWith(2)
    expect(tab(1)).toHaveFocus()
  })

  it('changes nothing of the tabs that stay when one is closed', () => {
    const before = stateOf(4, 3)
    const onEvent = vi.fn<(id: number) => void>()
    const list = (state: typeof before) => (
      <TensorList {...state} onChoose={onEvent} onClose={onEvent} />
    )
    const { rerender } = render(list(before))
    const were = [2, 3].map(markupOf)
    rerender(list(appReducer(before, { type: 'tensor-closed', id: 1 })))
    expect(names()).toEqual(['file-0.json', 'file-2.json', 'file-3.json'])
    expect([2, 3].map(markupOf)).toEqual(were)
  })

  it('leaves Delete with other keys alone', async () => {
    const { onClose, user } = show(3, 0)
    await user.tab()
    await user.keyboard('{Control>}{Delete}{/Control}')
    expect(onClose).not.toHaveBeenCalled()
  })
})

describe('closing a tensor', () => {
  it('shows the next one, or the one before where it was the last', () => {
    const middle = appReducer(stateOf(3, 1), { type: 'tensor-closed', id: 1 })
    expect(middle.open.map(({ id }) => id)).toEqual([0, 2])
    expect(middle.activeId).toBe(2)
    expect(appReducer(stateOf(3, 2), { type: 'tensor-closed', id: 2 }).activeId).toBe(1)
  })

  it('of one that is not shown changes nothing else', () => {
    expect(appReducer(stateOf(3, 0), { type: 'tensor-closed', id: 2 }).activeId).toBe(0)
  })

  it('leaves the last one that is open, and ignores one that is not', () => {
    const one = stateOf(1, 0)
    expect(appReducer(one, { type: 'tensor-closed', id: 0 })).toBe(one)
    const two = stateOf(2, 0)
    expect(appReducer(two, { type: 'tensor-closed', id: 7 })).toBe(two)
  })
})
