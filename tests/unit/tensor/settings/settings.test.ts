import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  flagOf,
  isSettingKey,
  settingKeys,
  settingOf,
  sections,
} from '../../../../src/tensor/settings/settings'

describe.each(settingKeys)('the setting %s', (key) => {
  const setting = settingOf(key)

  it('has words for the panel, the reference and a search', () => {
    expect(setting.name).toMatch(/^\p{Lu}/u)
    expect(`${setting.help} ${setting.form ?? '.'}`).toMatch(/^\p{Lu}.*\.$/u)
    expect(setting.terms.length).toBeGreaterThan(0)
    for (const term of setting.terms) {
      expect(term).toBe(term.toLowerCase())
      expect(setting.name.toLowerCase()).not.toBe(term)
    }
  })

  it('has a default that its schema takes, or words for what holds without one', () => {
    const defaults = [true, false].flatMap((hasQueries) => {
      if (!('default' in setting)) return []
      return [
        typeof setting.default === 'function' ? setting.default({ hasQueries }) : setting.default,
      ]
    })
    expect(defaults.length > 0).toBe(!('absent' in setting))
    expect(defaults.filter((value) => !v.is(setting.schema, value))).toEqual([])
  })

  it('has words for values that its schema takes, each once', () => {
    for (const words of [setting.options, setting.toolbar?.options]) {
      if (words === undefined) continue
      const values = words.map(([value]) => value)
      expect(values.filter((value) => !v.is(setting.schema, value))).toEqual([])
      expect(new Set(values).size).toBe(values.length)
      expect(new Set(words.map(([, label]) => label)).size).toBe(values.length)
    }
  })
})

describe('the table', () => {
  it('has each name and each flag once', () => {
    expect(new Set(settingKeys.map((key) => settingOf(key).name)).size).toBe(settingKeys.length)
    expect(new Set(settingKeys.map(flagOf)).size).toBe(settingKeys.length)
    expect(flagOf('paper_width')).toBe('--paper-width')
  })

  it.each(['toString', '__proto__', 'constructor', '', 'Axis'])('has no %j', (key) => {
    expect(isSettingKey(key)).toBe(false)
  })
})

describe('the sections of the panel', () => {
  it('have each row once, and all that have a section', () => {
    const rows = sections.flatMap((section) => section.rows)
    expect(new Set(rows).size).toBe(rows.length)
    expect(new Set(rows)).toEqual(
      new Set(settingKeys.filter((key) => settingOf(key).section !== undefined)),
    )
    for (const { name, rows: own } of sections) {
      expect(own.map((key) => settingOf(key).section)).toEqual(own.map(() => name))
    }
  })

  it('stand in the order of the page', () => {
    expect(sections.map(({ name }) => name)).toEqual([
      'Colors',
      'Tokens',
      'Cells',
      'Layout',
      'Paper',
    ])
    expect(sections[3]?.rows.slice(0, 7)).toEqual([
      'axis',
      'align_to',
      'order',
      'layer_order',
      'panels',
      'rows',
      'layers',
    ])
  })
})
