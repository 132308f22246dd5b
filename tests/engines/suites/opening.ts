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
const small = '{"title": "small", "tokens": ["a", "b"], "values": [[0.5, null], [-1, 1e-7]]}'

/** Tests what a reader opens: the page itself, samples and files. */
export function testOpening(engine: EngineName): void {
  describe.each(['file', 'served'] as const)('page %s', (from) => {
    const url = inject(`${from}Url`)

    test('shows the default figure, a cell for each value, and reads them', async ({ open }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      expect(await cellsOf(page)).toHaveLength(12 * 15)
      await expectCell(page, [0, 12], 'layer 0 · token 12 "level" (3 back) · 0.04')
    })

    test('opens each sample', async ({ open }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      await openSample(page, 'list-recall')
      await expectFigure(page, listRecall)
      await openSample(page, 'five-lists')
      await expectFigure(page, 'List recall, five lists • Past Cosine-Sim')
      await openSample(page, 'stress 12 × 4,096')
      await expectFigure(page, 'Stress sample • 12 × 4096, hot cell at layer 7, token 2457')
    })

    test('opens a file that is chosen, and one that is dropped', async ({ open }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      await page.chooseFiles(fixturePath('canonical/list-recall.json'))
      await expectFigure(page, listRecall)
      await dropTensor(page, { name: 'small.json', text: small })
      await expectFigure(page, 'small')
      await expectCell(page, [1, 1], 'layer 1 · token 1 "b" (1 back) · 1e-7')
      await expectCell(page, [0, 1], 'layer 0 · token 1 "b" (1 back) · missing')
    })

    test('opens a gzip file with flush points and several members', async ({ open }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      await page.chooseFiles(keepFile({ name: 'small.json.gz', bytes: flushedMembers(small) }))
      await expectFigure(page, 'small')
    })

    test('opens text that is pasted', async ({ open }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      await pasteText(page, small)
      await expectFigure(page, 'small')
    })
  })
}
