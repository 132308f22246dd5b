import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { asLoaded } from '../../src/analysis/displayedOf'
import { orderProgress } from '../../src/app/derive/viewOrders'
import { OrderStatus, SequenceButton } from '../../src/app/page/OrderStatus'
import { type AppAction } from '../../src/app/state/appReducer'
import { resolveView, type ViewSettings } from '../../src/tensor/View'
import { tensorOfRows } from '../unit/tensor/anyTensor'

type OnChange = (settings: ViewSettings) => void

const tensor = tensorOfRows([[1]])

it('one click leads back to the sequence, where that is not the order', async () => {
  const onChange = vi.fn<OnChange>()
  const props = { onChange, view: resolveView(tensor, { layer_order: 'mean' }, {}) }
  const { rerender } = render(<SequenceButton {...props} />)
  await userEvent.click(screen.getByRole('button', { name: 'Sequence order' }))
  expect(onChange).toHaveBeenLastCalledWith({ order: 'position', layer_order: 'position' })
  rerender(<SequenceButton {...props} view={resolveView(tensor, {}, {})} />)
  expect(screen.queryByRole('button')).toBeNull()
})

it('names the work that takes long, and a cancel leads back to a view without it', async () => {
  const queries = [...tensor.queries, ...tensor.queries]
  const two = {
    ...tensor,
    queries,
    queryRows: Uint32Array.of(0, 1, 1),
    tokenCounts: Uint32Array.of(1, 1),
  }
  const dispatch = vi.fn<(action: AppAction) => void>()
  const open = { id: 1, fileName: 'a.json', ...asLoaded(two), windows: {} }
  const view = resolveView(two, { axis: 'aligned' }, {})
  orderProgress.set(0.5)
  const { rerender } = render(<OrderStatus open={{ ...open, view }} dispatch={dispatch} />)
  expect(screen.getByRole('progressbar', { name: 'Aligning' })).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(dispatch).toHaveBeenLastCalledWith({
    type: 'view-changed',
    settings: { axis: 'position', order: 'position', layer_order: 'position' },
  })
  const clustered = resolveView(two, { order: 'cluster' }, {})
  rerender(<OrderStatus open={{ ...open, view: clustered }} dispatch={dispatch} />)
  expect(screen.getByRole('progressbar', { name: 'Clustering' })).toBeDefined()
  orderProgress.set(undefined)
})
