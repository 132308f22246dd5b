import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SequenceButton } from '../../src/app/page/OrderStatus'
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
