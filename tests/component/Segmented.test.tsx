import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Segmented } from '../../src/app/controls/Segmented'

const options = [
  ['distance', 'Distance'],
  ['position', 'Position'],
] as const

function show(value: 'distance' | 'position'): (value: string) => void {
  const onChange = vi.fn<(value: string) => void>()
  render(<Segmented legend="Tokens by" value={value} options={options} onChange={onChange} />)
  return onChange
}

it('is a named group of radio buttons, one of them chosen', () => {
  show('position')
  expect(screen.getByRole('group', { name: 'Tokens by' })).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: 'Position' })).toBeChecked()
  expect(screen.getByRole('radio', { name: 'Distance' })).not.toBeChecked()
})

it('tells which option was chosen, by pointer and by keyboard', async () => {
  const user = userEvent.setup()
  const onChange = show('distance')
  await user.click(screen.getByText('Position'))
  expect(onChange).toHaveBeenLastCalledWith('position')
  screen.getByRole('radio', { name: 'Distance' }).focus()
  await user.keyboard('{ArrowRight}')
  expect(onChange).toHaveBeenCalledTimes(2)
})

it('says nothing when the chosen option is chosen again', async () => {
  const onChange = show('distance')
  await userEvent.click(screen.getByText('Distance'))
  expect(onChange).not.toHaveBeenCalled()
})
