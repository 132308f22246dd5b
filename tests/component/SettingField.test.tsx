import { render, screen } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { SettingField } from '../../src/app/settings/SettingField'
import { type OpenTensor } from '../../src/app/state/AppState'
import { pyramidsOf } from '../../src/tensor/Pyramid'
import { type ViewKey } from '../../src/tensor/settings/settings'
import { resolveView, type ViewSettings } from '../../src/tensor/View'
import { tensorOfRows } from '../unit/tensor/anyTensor'

interface Shown {
  readonly user: UserEvent
  readonly onChange: (settings: ViewSettings) => void
  readonly onReset: () => void
  /** Shows the setting of another tensor in the same field. */
  readonly showOther: (settings: ViewSettings) => void
}

function openWith(settings: ViewSettings): OpenTensor {
  const tensor = tensorOfRows([[1, 2]])
  const view = resolveView(tensor, settings, {})
  const displayed = { tensor, pyramids: pyramidsOf(tensor.values), statistics: [] }
  return { id: 1, fileName: 'a.json', ...displayed, view, windows: {} }
}

function show(settingKey: ViewKey, settings: ViewSettings = {}): Shown {
  const onChange = vi.fn<(settings: ViewSettings) => void>()
  const onReset = vi.fn<() => void>()
  const handlers = { settingKey, onChange, onReset }
  const { rerender } = render(<SettingField {...handlers} open={openWith(settings)} />)
  const showOther = (other: ViewSettings): void =>
    rerender(<SettingField {...handlers} open={openWith(other)} />)
  return { user: userEvent.setup(), onChange, onReset, showOther }
}

it.each([
  { key: 'title', typed: 'mine', other: { title: 'theirs' }, shown: 'theirs' },
  { key: 'font_size', typed: '8.5', other: { font_size: 20 }, shown: '20' },
  { key: 'paper_width', typed: '82 mm', other: { paper_width: 90 }, shown: '90 mm' },
] as const)('what is typed is not for the tensor that comes: $key', async (given) => {
  const { user, showOther } = show(given.key)
  const field = screen.getByRole('textbox')
  await user.type(field, given.typed)
  expect(field).toHaveValue(given.typed)
  showOther(given.other)
  expect(field).toHaveValue(given.shown)
})

describe('a number', () => {
  it('that is absent has a word for what holds then, and nothing to reset', () => {
    show('font_size')
    const field = screen.getByRole('textbox', { name: 'Text size' })
    expect(field).toHaveValue('')
    expect(field).toHaveAttribute('placeholder', 'usual')
    expect(field).toHaveAccessibleDescription('The size of the labels in points, 4 to 72.')
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('is told as soon as it can be used, and stands as it was typed', async () => {
    const { user, onChange } = show('font_size')
    const field = screen.getByRole('textbox')
    await user.type(field, '8.5')
    expect(field).toHaveValue('8.5')
    expect(onChange).toHaveBeenLastCalledWith({ font_size: 8.5 })
  })

  it('that cannot be used is marked, and gone when the field is left', async () => {
    const { user, onChange } = show('font_size', { paper: 'column', font_size: 8 })
    const field = screen.getByRole('textbox')
    await user.clear(field)
    await user.type(field, '3 pt')
    expect(field).toBeInvalid()
    expect(onChange).not.toHaveBeenCalledWith(expect.objectContaining({ font_size: 3 }))
    await user.tab()
    expect(field).toHaveValue('8')
    expect(field).toBeValid()
  })

  it('is absent again where the field is emptied', async () => {
    const { user, onReset } = show('font_size', { paper: 'column', font_size: 8 })
    await user.clear(screen.getByRole('textbox'))
    expect(onReset).toHaveBeenCalledTimes(1)
  })
})

describe('a text', () => {
  it('is told as it is, and reset by a button where there is one', async () => {
    const { user, onChange, onReset } = show('title', { title: 'Fig' })
    await user.type(screen.getByRole('textbox', { name: 'Title' }), ' 1')
    expect(onChange).toHaveBeenLastCalledWith({ title: 'Fig 1' })
    await user.click(screen.getByRole('button', { name: 'Reset Title' }))
    expect(onReset).toHaveBeenCalledTimes(1)
  })
})

describe('a length', () => {
  it.each([
    ['3.25 in', 82.55],
    ['82mm', 82],
    ['8,2 cm', 82],
    ['100', 100],
  ])('is understood as people type it: %s', async (text, mm) => {
    const { user, onChange } = show('paper_width')
    const field = screen.getByRole('textbox', { name: 'Paper width' })
    await user.type(field, text)
    expect(onChange).toHaveBeenLastCalledWith({ paper_width: mm })
    expect(field).toBeValid()
  })

  it('is shown with its unit, in the unit of the view', () => {
    show('paper_width', { paper_width: 82.55, unit: 'in' })
    expect(screen.getByRole('textbox')).toHaveValue('3.25 in')
  })

  it('that is not understood says so in words, and changes nothing', async () => {
    const { user, onChange } = show('paper_width')
    const field = screen.getByRole('textbox')
    await user.type(field, 'wide')
    expect(field).toBeInvalid()
    expect(screen.getByRole('alert')).toHaveTextContent(
      '“wide” is not a length. Write it like 82 mm, 8.2 cm, 3.25 in or 234 pt.',
    )
    expect(onChange).not.toHaveBeenCalledWith(
      expect.objectContaining({ paper_width: expect.anything() }),
    )
  })

  it('that no figure can have says which it can', async () => {
    const { user } = show('paper_width')
    await user.type(screen.getByRole('textbox'), '1 cm')
    expect(screen.getByRole('alert')).toHaveTextContent('A figure is 20 mm to 2000 mm wide or high')
  })
})
