import { createEvent, fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { AxesPanel } from '../../src/app/arrange/AxesPanel'
import { type FoundFile, type Choice } from '../../src/formats/foreign/FoundFile'
import { tensorsOfFound } from '../../src/formats/foreign/tensorsOfFound'
import { foundOf } from '../unit/formats/foreign/foundOf'

const labels = ['a', 'b', 'c', 'd', 'e', 'f']
const cube = foundOf([{ size: 2 }, { size: 3, name: 'block' }, { size: 6, labels }, { size: 4 }])

interface Shown {
  readonly onChange: (choice: Choice) => void
  readonly onClose: () => void
}

function show(arrays: FoundFile['arrays'] = [cube]): Shown {
  const [first] = tensorsOfFound({ arrays, notices: [] }, 'x').tensors
  if (first?.found === undefined) throw new Error('not a foreign tensor')
  const shown = { onChange: vi.fn<(choice: Choice) => void>(), onClose: vi.fn<() => void>() }
  render(<AxesPanel found={first.found} {...shown} />)
  return shown
}

function lastRoles({ onChange }: Shown): string {
  return vi.mocked(onChange).mock.lastCall?.[0].arrangement.join() ?? ''
}

it('shows each dimension with its length, its first labels and its use', () => {
  show()
  expect(screen.getByText('a · b · c · d …')).toBeInTheDocument()
  expect(screen.getByRole('combobox', { name: 'Use of Block' })).toHaveDisplayValue('Layers')
  expect(screen.getByRole('combobox', { name: 'Use of Axis 3' })).toHaveDisplayValue('Tokens')
  expect(screen.getByRole('combobox', { name: 'Use of Axis 1' })).toHaveDisplayValue('Fixed')
})

it('asks where it is not certain', () => {
  show()
  expect(screen.getByText(/Is this guess right/)).toBeInTheDocument()
})

it('gives a dimension another use by key, and keeps the focus on it', async () => {
  const shown = show()
  const user = userEvent.setup()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Use of Axis 4' }), 'Tokens')
  expect(lastRoles(shown)).toBe('0,layer,query,token')
  expect(screen.getByRole('combobox', { name: 'Use of Axis 4' })).toHaveFocus()
})

it('takes a dragged dimension where it is dropped', () => {
  const shown = show()
  const carried = new Map<string, string>()
  const dataTransfer = {
    types: ['application/x-simlens-axis'],
    setData: (type: string, text: string) => carried.set(type, text),
    getData: (type: string) => carried.get(type) ?? '',
  }
  fireEvent.dragStart(screen.getByText('Axis 3'), { dataTransfer })
  const slot = screen.getByText('Layers ↑')
  // A browser drops nothing after an event that was refused, whichever of the two it is.
  for (const over of [createEvent.dragEnter, createEvent.dragOver]) {
    const event = over(slot, { dataTransfer })
    fireEvent(slot, event)
    expect(event.defaultPrevented).toBe(true)
  }
  fireEvent.drop(slot, { dataTransfer })
  expect(lastRoles(shown)).toBe('0,token,layer,query')
})

it('leaves dragged files to the page', () => {
  show()
  const slot = screen.getByText('Layers ↑')
  for (const over of [createEvent.dragEnter, createEvent.dragOver]) {
    const event = over(slot, { dataTransfer: { types: ['Files'] } })
    fireEvent(slot, event)
    expect(event.defaultPrevented).toBe(false)
  }
})

it('fixes a dimension at the index of its slider', () => {
  const shown = show()
  fireEvent.change(screen.getByRole('slider', { name: 'Index of Axis 1' }), {
    target: { value: '1' },
  })
  expect(lastRoles(shown)).toBe('1,layer,token,query')
})

it('transposes', async () => {
  const shown = show()
  await userEvent.click(screen.getByRole('button', { name: 'Transpose' }))
  expect(lastRoles(shown)).toBe('0,token,layer,query')
})

it('offers masks and padding only where the values look like it', async () => {
  const values = Float32Array.of(1, 2, 0, -65504, 5, 0)
  const shown = show([foundOf([{ size: 2 }, { size: 3 }], { values })])
  await userEvent.click(screen.getByRole('checkbox', { name: /Read −65504 as missing \(1 cell\)/ }))
  expect(shown.onChange).toHaveBeenLastCalledWith(expect.objectContaining({ isMaskMissing: true }))
  await userEvent.click(screen.getByRole('checkbox', { name: /as padding \(2 cells\)/ }))
  expect(shown.onChange).toHaveBeenLastCalledWith(
    expect.objectContaining({ isMaskMissing: true, isZeroPadding: true }),
  )
})

it('picks one of several matrices, found by name', async () => {
  const arrays = ['cos', 'attn', 'empty'].map((name) =>
    foundOf([{ size: 2 }, { size: 3 }], { name, values: new Float64Array(6).fill(NaN) }),
  )
  const shown = show(arrays)
  const list = screen.getByRole('group', { name: 'Matrices' })
  expect(within(list).getAllByRole('button')).toHaveLength(3)
  await userEvent.type(screen.getByRole('searchbox'), 'AT')
  await userEvent.click(within(list).getByRole('button', { name: 'attn 2 × 3' }))
  expect(shown.onChange).toHaveBeenLastCalledWith(expect.objectContaining({ arrayIndex: 1 }))
})

it('is left by its button', async () => {
  const shown = show()
  await userEvent.click(screen.getByRole('button', { name: 'Done' }))
  expect(shown.onClose).toHaveBeenCalledOnce()
})
