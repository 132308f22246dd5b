import { describe, expect, it } from 'vitest'
import { settingKeys, settingOf } from '../../../src/tensor/settings/settings'
import { textOfValue, viewOfTexts } from '../../../src/tensor/TextView'

/** A value of each setting that has a default, for a tensor with queries. */
const defaults = settingKeys.flatMap((key) => {
  const setting = settingOf(key)
  if (!('default' in setting)) return []
  const { default: given } = setting
  return [[key, typeof given === 'function' ? given({ hasQueries: true }) : given] as const]
})

describe('a view as texts', () => {
  it.each(defaults)('has %s = %j, and is read back', (key, value) => {
    expect(viewOfTexts({ [key]: textOfValue(value) })).toEqual({
      settings: { [key]: value },
      cleared: [],
      problems: [],
    })
  })

  it.each<readonly [string, string, unknown]>([
    ['domain', '-0.04,0.04', [-0.04, 0.04]],
    ['domain', '98', '98'],
    ['digits', '3', 3],
    ['token_lines', '4', [4]],
    ['token_lines', '[]', []],
    ['title', '', false],
    ['title', '12', '12'],
    ['cell', '2,5', [2, 5]],
  ])('reads %s = %s', (key, text, value) => {
    expect(viewOfTexts({ [key]: text })).toMatchObject({ settings: { [key]: value }, problems: [] })
  })

  it('takes back what a view may be without, where it has nothing', () => {
    const { settings, cleared, problems } = viewOfTexts({ cell: '', dpi: '', title: '', axis: '' })
    expect(cleared).toEqual(['cell', 'dpi'])
    expect(settings).toEqual({ title: false })
    expect(problems).toEqual([{ tag: 'unusable-value', key: 'axis', value: false }])
  })
})
