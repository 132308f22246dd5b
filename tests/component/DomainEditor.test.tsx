import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { DomainEditor } from '../../src/app/settings/DomainEditor'
import { type View, type ViewSettings } from '../../src/tensor/View'
import { modelOfCase } from '../unit/figure/drawCase'

interface Shown {
  readonly onChange: (settings: ViewSettings) => void
}

async function show(json: string, settings: Partial<View> = {}): Promise<Shown> {
  const { plots } = await modelOfCase({ name: 'x', json, view: settings })
  const { basis } = plots[0]
  const onChange = vi.fn<(settings: ViewSettings) => void>()
  render(<DomainEditor basis={basis} view={basis.view} onChange={onChange} />)
  return { onChange }
}

const few = '[[-0.2, 0, 0.1, 0.4]]'

describe('the editor of the color range', () => {
  it.each(['[[null]]', '[[3, 3]]', '[[1e999]]'])('stands for %s too', async (json) => {
    await show(json)
    expect(screen.getAllByRole('slider')).toHaveLength(2)
    expect(screen.getByRole('img', { name: /Histogram/ })).toBeInTheDocument()
  })

  it('names values of a very long name by its beginning', async () => {
    const metric = 'm'.repeat(1e6)
    await show(`{"values": ${few}, "metric": "${metric}"}`)
    expect(screen.getByText(/^Bars count cells by m/).textContent.length).toBeLessThan(200)
  })

  it('has a handle at each end, moved by keys', async () => {
    const { onChange } = await show(few)
    const low = screen.getByRole('slider', { name: 'Low end' })
    expect(low).toHaveAttribute('aria-valuenow', '-0.2')
    fireEvent.keyDown(low, { key: 'ArrowRight' })
    expect(onChange).toHaveBeenLastCalledWith({ domain: [-0.199, 0.4] })
    fireEvent.keyDown(screen.getByRole('slider', { name: 'High end' }), { key: 'PageDown' })
    expect(onChange).toHaveBeenLastCalledWith({ domain: [-0.2, 0.39] })
  })

  it('takes what is typed as soon as it can be used, and an empty field for the values’ own end', async () => {
    const { onChange } = await show(few, { domain: [0, 1] })
    await screen.findByRole('img', { name: /^Histogram of the values from -0\.2 to 0\.4/ })
    const field = screen.getByLabelText('High')
    await userEvent.clear(field)
    expect(onChange).toHaveBeenLastCalledWith({ domain: [0, 0.4] })
    await userEvent.type(field, '0,5')
    expect(onChange).toHaveBeenLastCalledWith({ domain: [0, 0.5] })
    onChange({})
    await userEvent.clear(field)
    await userEvent.type(field, '-1')
    expect(screen.getByRole('alert')).toHaveTextContent('must be below')
    expect(field).toHaveAttribute('aria-invalid', 'true')
  })

  it('locks what is shown, and then moves the lock', async () => {
    const { onChange } = await show(few)
    await userEvent.click(screen.getByLabelText('Lock this range for all'))
    expect(onChange).toHaveBeenLastCalledWith({ lock: [-0.2, 0.4] })
  })

  it.each([
    [false, 'All open tensors get this range, −0.2 to 0.4'],
    [[-1, 0.5], 'All open tensors have the range, −1 to 0.5'],
  ] as const)('says whose range a lock of %o is', async (lock, words) => {
    await show(few, { lock: lock === false ? lock : [...lock] })
    expect(screen.getByTitle(words)).toHaveTextContent('Lock this range for all')
  })

  it('moves a lock that holds, whatever the mode', async () => {
    const { onChange } = await show(few, { lock: [-1, 1], domain: 'symmetric' })
    expect(screen.getByRole('combobox', { name: 'Color range' })).toBeDisabled()
    fireEvent.keyDown(screen.getByRole('slider', { name: 'High end' }), { key: 'ArrowLeft' })
    expect(onChange).toHaveBeenLastCalledWith({ lock: [-1, 0.99] })
  })

  it('goes back to automatic', async () => {
    const { onChange } = await show(few, { domain: '90' })
    await userEvent.click(screen.getByRole('button', { name: 'Reset color range' }))
    expect(onChange).toHaveBeenLastCalledWith({ domain: 'auto', lock: false })
  })
})
