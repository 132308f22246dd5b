import { expect } from 'vitest'
import { figureName } from './harness/figureName'
import { hostileFiles } from './harness/hostileFiles'
import { keepFile } from './harness/keepFile'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { watchPeak } from './harness/watchPeak'

/** Most bytes that the page and its workers may take while they read a file that is refused. */
const MOST_BYTES = 600e6

test.for(hostileFiles)('$name takes no more memory than it may', async (file, { openPage }) => {
  const { name, bytes, sentence } = file
  // Nothing that another file left is counted.
  const page = await openPage({ isFresh: true })
  const title = await figureName(page)
  const path = keepFile({ name, bytes: Buffer.from(bytes()) })
  const peak = await watchPeak(page)
  await openTensor(page, path)
  await page.getByRole('alert').getByText(sentence).waitFor()
  expect(await figureName(page)).toBe(title)
  // Where the system tells no memory, it is not more either.
  expect(peak()).not.toBeGreaterThan(MOST_BYTES)
})
