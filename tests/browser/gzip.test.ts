import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showFile } from './harness/showFile'

const packed = gzipSync('{"title": "packed", "values": [[0.1, 0.25, -0.75]]}')

test('a gzip file opens as what it holds', async ({ openPage }) => {
  const page = await openPage()
  await showFile(page, { name: 'packed.json.gz', text: packed }, 'packed')
  await cellOf(page, 0, 1).hover()
  await expectReadout(page, 'layer 0 · token 1 (2 back) · 0.25')
})

test('a gzip file of several members opens as all of them', async ({ openPage }) => {
  const page = await openPage()
  const members = ['{"title": "members", "values": [[0.1, ', '0.25, -0.75]]}'].map((part) => {
    return gzipSync(part)
  })
  await showFile(page, { name: 'members.json.gz', text: Buffer.concat(members) }, 'members')
  await cellOf(page, 0, 1).hover()
  await expectReadout(page, 'layer 0 · token 1 (2 back) · 0.25')
})

test.for([
  ['cut off', packed.subarray(0, -12)],
  ['with a wrong byte', Uint8Array.from(packed, (byte, k) => (k === 25 ? byte ^ 0xff : byte))],
] as const)(
  'a gzip file %s is told in a sentence, and the figure stays',
  async ([, text], { openPage }) => {
    const page = await openPage()
    const title = await figureName(page)
    await openTensor(page, { name: 'damaged.json.gz', text })
    const alert = page.getByRole('alert').filter({ hasText: 'damaged.json.gz was not opened.' })
    await alert.getByText('the gzip file is damaged or cut off').waitFor()
    await alert.getByText('Copy or download it again').waitFor()
    expect(await figureName(page)).toBe(title)
    await showFile(page, { name: 'packed.json.gz', text: packed }, 'packed')
  },
)
