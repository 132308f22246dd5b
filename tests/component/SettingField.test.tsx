import { render, screen } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { SettingField } from '../../src/app/settings/SettingField'
import { type SettingRow } from '../../src/app/settings/SettingRow'
import { pyramidsOf } from '../../src/tensor/Pyramid'
import { resolveView, type ViewSettings } from '../../src/tensor/View'
import { tensorOfRows } from '../unit/tensor/anyTensor'

const width: SettingRow = {
  key: 'paper_width',
  name: 'Width',
  help: 'In millimetres.',
  control: { kind: 'number', placeholder: 'as on the screen' },
}
const title: SettingRow = {
  key: 'title',
  name: 'Title',
  help: 'Above the figure.',
  control: { kind: 'text' },
}

interface Shown {
  readonly user: UserEvent
  readonly onChange: (settings: ViewSettings) => void
  readonly onReset: () => void
}

function show(row: SettingRow, settings: ViewSettings = {}): Shown {
  const tensor = tensorOfRows([[1, 2]])
  const view = resolveView(tensor, settings, {})
  const displayed = { tensor, pyramids: pyramidsOf(tensor.values), statistics: [] }
  const open = { id: 1, fileName: 'a.json', displayed, ...displayed, view, windows: {} }
  const onChange = vi.fn<(settings: ViewSettings) => void>()
  const onReset = vi.fn<() => void>()
  render(<SettingField {...{ row, open, onChange, onReset }} />)
  return { user: userEvent.setup(), onChange, onReset }
}

describe('a number', () => {
  it('that is absent has a word for what holds then, and nothing to reset', () => {
    show(width)
    const field = screen.getByRole('textbox', { name: 'Width' })
    expect(field).toHaveValue('')
    expect(field).toHaveAttribute('placeholder', 'as on the screen')
    expect(field).toHaveAccessibleDescription('In millimetres.')
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('is told as soon as it can be used, and stands as it was typed', async () => {
    const { user, onChange } = show(width)
    const field = screen.getByRole('textbox')
    await user.type(field, '88.5')
    expect(field).toHaveValue('88.5')
    expect(onChange).toHaveBeenLastCalledWith({ paper_width: 88.5 })
  })

  it('that cannot be used is marked, and gone when the field is left', async () => {
    const { user, onChange } = show(width, { paper_width: 80 })
    const field = screen.getByRole('textbox')
    await user.clear(field)
    await user.type(field, '7 cm')
    expect(field).toBeInvalid()
    expect(onChange).not.toHaveBeenCalledWith(expect.objectContaining({ paper_width: 7 }))
    await user.tab()
    expect(field).toHaveValue('80')
    expect(field).toBeValid()
  })

  it('is absent again where the field is emptied', async () => {
    const { user, onReset } = show(width, { paper_width: 80 })
    await user.clear(screen.getByRole('textbox'))
    expect(onReset).toHaveBeenCalledTimes(1)
  })
})

describe('a text', () => {
  it('is told as it is, and reset by a button where there is one', async () => {
    const { user, onChange, onReset } = show(title, { title: 'Fig' })
    await user.type(screen.getByRole('textbox', { name: 'Title' }), ' 1')
    expect(onChange).toHaveBeenLastCalledWith({ title: 'Fig 1' })
    await user.click(screen.getByRole('button', { name: 'Reset Title' }))
    expect(onReset).toHaveBeenCalledTimes(1)
  })
})
