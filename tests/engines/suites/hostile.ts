import { describe, expect } from 'vitest'
import { hostileFiles, tallTable, unknownKeys } from '../../browser/harness/hostileFiles'
import { keepFile } from '../../browser/harness/keepFile'
import { clickControl } from '../harness/controls'
import { test, type EngineName } from '../harness/engineTest'
import { expectFigure, expectText } from '../harness/figure'
import { dropTensor } from '../harness/opening'

const published = 'Meta Token #2 • Past Cosine-Sim (Padded)'

/** Tests that files which would unpack to more than the memory are refused. */
export function testHostileFiles(engine: EngineName): void {
  // One page for all of them, which has as long as a page for each had.
  const limits = { timeout: hostileFiles.length * 180_000 }
  test(
    'refuses each hostile file in a sentence, and keeps its figure',
    limits,
    async ({ open }) => {
      const page = await open(engine)
      await expectFigure(page, published)
      for (const { name, bytes, sentence } of hostileFiles) {
        /* oxlint-disable no-await-in-loop -- one page is given one file after the other */
        await page.chooseFiles(keepFile({ name, bytes: Buffer.from(bytes()) }))
        await expect.poll(() => page.evaluate(problemOf, name)).toContain(sentence)
        await expectFigure(page, published)
        await clickControl(page, 'Dismiss')
        await expect.poll(() => page.evaluate(problemOf, name)).toBe('')
        /* oxlint-enable no-await-in-loop */
      }
    },
  )
}

/** Tests that files and messages which are made to take the page do not take it. */
export function testHostile(engine: EngineName): void {
  describe('a hostile file', () => {
    test('with 100,000 unknown keys in its view has five notices', async ({ open }) => {
      const page = await open(engine)
      await expectFigure(page, published)
      const text = JSON.stringify({ title: 'keys', values: [[1, 2]], view: unknownKeys(100_000) })
      await dropTensor(page, { name: 'keys.json', text })
      await expectFigure(page, 'keys')
      await expectText(page, '… and 99,995 more')
    })
  })

  test('opens a table of 131,072 rows, and transposes it', async ({ open }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    await page.chooseFiles(
      keepFile({ name: 'tall.csv', bytes: Buffer.from(tallTable(131_072, 12)) }),
    )
    await expectFigure(page, 'tall')
    expect(await page.evaluate(elementCount)).toBeLessThan(5000)
    await clickControl(page, 'Transpose')
    await expectText(page, '131,072')
  })

  test('shows nothing of a message of 20,000 keys before it may', async ({ open }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    await page.evaluate(receive, { values: [[1, 2]], title: 'Rude', view: unknownKeys(20_000) })
    await expectText(page, 'asks to open a tensor here.')
    expect(await page.evaluate(textOfPage)).not.toMatch(/Rude|k0/)
    await clickControl(page, 'Refuse')
    await expectFigure(page, published)
  })
}

/** Runs in the page: what the page says of a file that it did not open; empty if it says nothing. */
function problemOf(fileName: string): string {
  const problems = Array.from(document.querySelectorAll('[role=alert] > *'))
  const found = problems.find(({ textContent }) => textContent.startsWith(`${fileName} was not`))
  return found?.textContent ?? ''
}

/** Runs in the page: a message as from a page of another origin. */
function receive({ view, ...tensor }: { readonly view: object }): void {
  const data = { simlens: { tensor, view } }
  window.dispatchEvent(new MessageEvent('message', { origin: 'https://sender.example', data }))
}

/** Runs in the page. */
function textOfPage(): string {
  return document.body.innerText
}

/** Runs in the page. */
function elementCount(): number {
  return document.querySelectorAll('*').length
}
