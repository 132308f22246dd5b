import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { fixturePath, fixturesIn } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'

test('the exported JSON is what was read', async ({ openPage }) => {
  const page = await openPage()
  for (const file of fixturesIn('canonical')) {
    /* oxlint-disable no-await-in-loop -- one page: it shows the files one after the other */
    await showTensor(page, { title: `before ${file}`, values: [[0]] })
    await openTensor(page, fixturePath(file))
    await expect.poll(() => figureName(page), { interval: 10 }).not.toBe(`before ${file}`)
    const { name, bytes } = await exportFile(page, 'JSON')
    /* oxlint-enable no-await-in-loop */
    expect(name).toMatch(/\.simlens\.json$/)
    const written: unknown = JSON.parse(bytes.toString())
    expect(written).toMatchObject(JSON.parse(readFileSync(fixturePath(file), 'utf8')) as object)
  }
})

test('the exported JSON keeps what is missing, infinite, below zero by its sign only, and unknown', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  const text =
    '{"title": "absent", "values": [[NaN, null, Infinity], [-Infinity, -0, 1e-7]], "run": {"seed": 7}}'
  await openTensor(page, { name: 'absent.json', text })
  await expect.poll(() => figureName(page)).toBe('absent')
  const saved = (await exportFile(page, 'JSON')).bytes.toString()
  expect(saved).toContain('[null, null, 1e999]')
  expect(saved).toContain('[-1e999, -0, 1e-7]')
  const written: unknown = JSON.parse(saved)
  expect(written).toMatchObject({ title: 'absent', run: { seed: 7 } })
  expect(written).toMatchObject({
    values: [
      [
        [null, null, Infinity],
        [-Infinity, -0, 1e-7],
      ],
    ],
  })
})

test('an exported JSON opens as the same figure', async ({ openPage }) => {
  const page = await openPage()
  const title = await figureName(page)
  const saved = await exportFile(page, 'JSON')
  await showTensor(page, { title: 'another', values: [[0]] })
  await openTensor(page, { name: saved.name, text: saved.bytes.toString() })
  await expect.poll(() => figureName(page)).toBe(title)
})
