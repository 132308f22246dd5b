import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { DetailPicker } from '../../src/app/controls/SettingChoice'
import { type Detail } from '../../src/tensor/BinSource'

describe('DetailPicker', () => {
  it('says which value stands for several cells', () => {
    render(<DetailPicker value="extreme" onChange={vi.fn<(detail: Detail) => void>()} />)
    expect(screen.getByRole('combobox', { name: /^When cells share a pixel/ })).toHaveDisplayValue(
      'Most extreme',
    )
  })

  it.each<[string, Detail]>([
    ['Most extreme', 'extreme'],
    ['Mean', 'mean'],
    ['Greatest', 'max'],
    ['Least', 'min'],
  ])('chooses %s', async (label, detail) => {
    const onChange = vi.fn<(chosen: Detail) => void>()
    render(<DetailPicker value={detail === 'mean' ? 'max' : 'mean'} onChange={onChange} />)
    await userEvent.selectOptions(screen.getByRole('combobox'), label)
    expect(onChange.mock.calls).toEqual([[detail]])
  })
})
