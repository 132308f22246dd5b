import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect } from 'vitest'
import { sourceOfBytes } from '../../src/formats/source/ByteSource'
import { readTensor } from '../../src/formats/readTensor'
import { valuesOfQuery } from '../../src/tensor/Tensor'
import { figureName } from './harness/figureName'
import { fixturePath, fixturesIn } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { sharedPageTest } from './harness/sharedPageTest'

const test = sharedPageTest(figureName)

test.for(fixturesIn('opens'))(
  '%s opens, with a shape for each value of its first query',
  async (file, { page }) => {
    const before = await figureName(page)
    const bytes = readFileSync(fixturePath(file))
    const { tensors } = await readTensor(sourceOfBytes(bytes, basename(file)))
    await openTensor(page, fixturePath(file))
    await expect.poll(() => figureName(page), { interval: 10 }).not.toBe(before)
    const tensor = tensors[0]?.tensor
    if (tensor === undefined) throw new Error('the fixture holds no tensor')
    const cells = page.getByTestId('cells').locator('rect[data-layer][data-token]')
    expect(await cells.count()).toBe(valuesOfQuery(tensor, 0).length)
    expect(await page.getByText('was not opened').count()).toBe(0)
  },
)
