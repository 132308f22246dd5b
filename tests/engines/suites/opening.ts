import { describe, expect, inject } from 'vitest'
import { flushedMembers } from '../../browser/harness/flushedMembers'
import { keepFile } from '../../browser/harness/keepFile'
import { fixturePath } from '../../browser/harness/fixturePath'
import { cellsOf, expectFigure, expectCell } from '../harness/figure'
import { openSample } from '../harness/controls'
import { test, type EngineName } from '../harness/engineTest'
import { dropTensor, pasteText } from '../harness/opening'

const published = 'Meta Token #2 • Past Cosine-Sim (Padded)'
const listRecall = 'List recall, two lists • Past Cosine-Sim'

/** The text of a small file of this title. */
function small(title: string): string {
  return `{"title": "${title}", "tokens": ["a", "b"], "values": [[0.5, null], [-1, 1e-7]]}`
}

/** Tests what a reader opens: the page itself, samples and files. */
export function testOpening(engine: EngineName): void {
  describe.each(['file', 'served'] as const)('page %s', (from) => {
    const url = inject(`${from}Url`)

    test('shows the default figure, a cell for each value, and opens each sample', async ({
      open,
    }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      expect(await cellsOf(page)).toHaveLength(12 * 15)
      await expectCell(page, [0, 12], 'layer 0 · token 12 "level" (3 back) · 0.04')
      await openSample(page, 'list-recall')
      await expectFigure(page, listRecall)
      await openSample(page, 'five-lists')
      await expectFigure(page, 'List recall, five lists • Past Cosine-Sim')
      await openSample(page, 'stress 12 × 4,096')
      await expectFigure(page, 'Stress sample • 12 × 4096, hot cell at layer 7, token 2457')
    })

    test('opens a file that is chosen, one that is dropped, gzip and text that is pasted', async ({
      open,
    }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      await page.chooseFiles(fixturePath('canonical/list-recall.json'))
      await expectFigure(page, listRecall)
      await dropTensor(page, { name: 'small.json', text: small('dropped') })
      await expectFigure(page, 'dropped')
      await expectCell(page, [1, 1], 'layer 1 · token 1 "b" (1 back) · 1e-7')
      await expectCell(page, [0, 1], 'layer 0 · token 1 "b" (1 back) · missing')
      // With flush points and several members.
      const bytes = flushedMembers(small('packed'))
      await page.chooseFiles(keepFile({ name: 'small.json.gz', bytes }))
      await expectFigure(page, 'packed')
      await pasteText(page, small('pasted'))
      await expectFigure(page, 'pasted')
    })
  })
}
