import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { QueryPicker } from '../../src/app/controls/QueryPicker'
import { axesOf } from '../../src/tensor/Axes'
import { type Tensor } from '../../src/tensor/Tensor'
import { tensorOf } from '../unit/tensor/anyTensor'

function tensorWith(count: number): Tensor {
  const query = { rows: [[0.1]], uncoveredCount: 0, gap: 0 }
  const queries = Array.from({ length: count }, () => query)
  return tensorOf({ queries, align: 'start', firstIndex: 0, tokenKind: 'none' })
}

function show(tensor: Tensor, queryIndex: number): (queryIndex: number) => void {
  const onChange = vi.fn<(queryIndex: number) => void>()
  render(<QueryPicker tensor={tensor} queryIndex={queryIndex} onChange={onChange} />)
  return onChange
}

describe('QueryPicker', () => {
  it('has the name of the axis, and no positions where columns have no distance', () => {
    const axes = axesOf({ query: 'Prompt', column: 'Feature' })
    show({ ...tensorWith(2), axes }, 0)
    const select = screen.getByRole('combobox', { name: 'Prompt' })
    expect(select).toHaveDisplayValue('Meta Token #1')
    expect(screen.getByRole('button', { name: 'Next prompt' })).toBeEnabled()
  })

  it('of a single query is nothing', () => {
    show(tensorWith(1), 0)
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
  })

  it('of two queries chooses one or steps to it, and not beyond', async () => {
    const user = userEvent.setup()
    const onChange = show(tensorWith(2), 0)
    expect(screen.getByRole('button', { name: 'Previous meta token' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Next meta token' }))
    expect(onChange).toHaveBeenLastCalledWith(1)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Meta token' }), '1')
    expect(onChange).toHaveBeenCalledTimes(2)
  })

  it('of 500 queries lists them all, with their positions', async () => {
    const onChange = show(tensorWith(500), 499)
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Meta token' })
    expect(select.options).toHaveLength(500)
    expect(select.selectedOptions[0]?.text).toBe('Meta Token #500 @1')
    expect(screen.getByRole('button', { name: 'Next meta token' })).toBeDisabled()
    await userEvent.selectOptions(select, '250')
    expect(onChange).toHaveBeenLastCalledWith(250)
  })

  it('shows labels that are long, hostile or equal', () => {
    const labels = ['<b>\u0000', 'x'.repeat(5000), 'twin', 'twin']
    const queries = labels.map((label) => ({ label, position: 1 }))
    show({ ...tensorWith(4), queries }, 0)
    const texts = screen.getAllByRole('option').map(({ textContent }) => textContent)
    expect(texts[0]).toBe('<b>␀ @1')
    expect(texts[1]?.length).toBeLessThan(80)
    expect(texts.slice(2)).toEqual(['twin @1', 'twin @1'])
  })

  it('cuts a long label, but no character of it', () => {
    const tensor = tensorWith(2)
    const label = `${'a'.repeat(59)}😀 and more`
    show({ ...tensor, queries: tensor.queries.map(({ position }) => ({ position, label })) }, 0)
    expect(screen.getAllByRole('option')[0]).toHaveTextContent(`${'a'.repeat(59)}… @1`)
  })

  it('does not list the queries anew when the page around it is rendered', () => {
    const tensor = tensorWith(500)
    const readLabel = vi.fn<() => string>(() => 'Meta Token')
    const queries = tensor.queries.map(({ position }) => {
      return Object.defineProperty({ position, label: '' }, 'label', { get: readLabel })
    })
    const props = { tensor: { ...tensor, queries }, queryIndex: 0 }
    const { rerender } = render(<QueryPicker {...props} onChange={vi.fn<() => void>()} />)
    readLabel.mockClear()
    rerender(<QueryPicker {...props} onChange={vi.fn<() => void>()} />)
    expect(readLabel).not.toHaveBeenCalled()
  })

  it('of 100,000 queries lists those around the shown one, and takes a number', async () => {
    const user = userEvent.setup()
    const onChange = show(tensorWith(100_000), 77_777)
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Meta token' })
    expect(select.options.length).toBeLessThanOrEqual(200)
    expect(select.selectedOptions[0]?.text).toBe('Meta Token #77778 @1')
    const number = screen.getByRole('spinbutton', { name: 'Number of the meta token' })
    await user.clear(number)
    await user.type(number, '9')
    expect(onChange).toHaveBeenLastCalledWith(8)
  })
})
