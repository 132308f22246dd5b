import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { settingsReference } from './settingsReference'

const file = fileURLToPath(new URL('../../../../src/tensor/settings/settings.md', import.meta.url))

it('the reference is the one that the table makes (UPDATE_REFERENCE=1 writes it)', async () => {
  const text = await settingsReference(file)
  if (process.env['UPDATE_REFERENCE'] === '1') writeFileSync(file, text)
  expect(readFileSync(file, 'utf8')).toBe(text)
})
