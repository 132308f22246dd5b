import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { TensorList } from '../../src/app/controls/TensorList'
import { appReducer, initialState, type OpenTensor } from '../../src/app/state/appState'
import { statisticsOf } from '../../src/analysis/Statistics'
import { pyramidsOf } from '../../src/tensor/Pyramid'
import { resolveView } from '../../src/tensor/View'
import { tensorOfRows } from '../unit/tensor/anyTensor'

function openTensor(id: number): OpenTensor {
  const tensor = tensorOfRows([[id]])
  return {
    id,
    fileName: `file-${id}.json`,
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

describe('the list of open tensors', () => {
  it('offers no closing of the only one', () => {
    render(
      <TensorList
        {...stateOf(1, 0)}
        onChoose={vi.fn<(id: number) => void>()}
        onClose={vi.fn<(id: number) => void>()}
      />,
    )
    expect(screen.queryByRole('button', { name: /^Close/ })).toBeNull()
  })

  it.each([2, 9])('closes the shown one of %i', async (count) => {
    const onClose = vi.fn<(id: number) => void>()
    render(
      <TensorList
        {...stateOf(count, 1)}
        onChoose={vi.fn<(id: number) => void>()}
        onClose={onClose}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Close file-1.json' }))
    expect(onClose).toHaveBeenCalledWith(1)
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
