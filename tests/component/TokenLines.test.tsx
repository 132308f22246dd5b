import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { asLoaded } from '../../src/analysis/displayedOf'
import { LayerLines, TokenLines } from '../../src/app/settings/TokenLines'
import { type OpenTensor } from '../../src/app/state/AppState'
import { settings } from '../../src/tensor/settings/settings'
import { shownView } from '../../src/tensor/shownView'
import { type ViewSettings } from '../../src/tensor/View'
import { tensorOfRows } from '../unit/tensor/anyTensor'

type OnChange = (value: unknown) => void

function openWith(chosen: ViewSettings): OpenTensor {
  const tensor = tensorOfRows([[1, 2, 3]], { tokenKind: 'shared' })
  return { id: 1, fileName: 'a.json', ...shownView(tensor, chosen, {}), ...asLoaded(tensor) }
}

it('the lines of tokens are taken away one by one, and that of the pinned cell is added', async () => {
  const onChange = vi.fn<OnChange>()
  const open = openWith({ token_lines: [0, 2], cell: [0, 1] })
  const props = {
    id: 'a',
    helpId: 'b',
    setting: settings.token_lines,
    open,
    value: [0, 2],
    onReset: vi.fn<() => void>(),
    onChange,
  }
  render(<TokenLines {...props} />)
  await userEvent.click(screen.getByRole('button', { name: 'Remove 0 0' }))
  expect(onChange).toHaveBeenLastCalledWith([2])
  await userEvent.click(screen.getByRole('button', { name: 'Add 1 1' }))
  expect(onChange).toHaveBeenLastCalledWith([0, 2, 1])
})

it('without lines and without a pinned cell there is nothing to press', () => {
  const props = {
    id: 'a',
    helpId: 'b',
    setting: settings.layer_lines,
    open: openWith({}),
    value: undefined,
    onReset: vi.fn<() => void>(),
    onChange: vi.fn<OnChange>(),
  }
  render(<LayerLines {...props} />)
  expect(screen.queryAllByRole('button')).toHaveLength(0)
})

it('a long token is cut between characters', () => {
  const open = openWith({ token_lines: [0] })
  const texts = [`${'a'.repeat(19)}😀b`, 'b', 'c']
  const props = {
    id: 'a',
    helpId: 'b',
    setting: settings.token_lines,
    open: { ...open, tensor: { ...open.tensor, tokens: { kind: 'shared' as const, texts } } },
    value: [0],
    onReset: vi.fn<() => void>(),
    onChange: vi.fn<OnChange>(),
  }
  render(<TokenLines {...props} />)
  expect(screen.getByRole('button', { name: `Remove 0 ${'a'.repeat(19)}` })).toBeVisible()
})
