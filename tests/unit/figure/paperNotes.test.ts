import { describe, expect, it } from 'vitest'
import fiveLists from '../../fixtures/canonical/five-lists.json?raw'
import published from '../../fixtures/canonical/meta-token-2.json?raw'
import { paperReport, type PaperReport } from '../../../src/figure/paperNotes'
import { textPlaces } from '../../../src/layout/textPlaces'
import { type ViewSettings } from '../../../src/tensor/View'
import { modelOfCase, picturesOf } from './drawCase'

async function reportOf(json: string, view: ViewSettings): Promise<PaperReport | undefined> {
  const model = await modelOfCase({ name: 'paper', json, view })
  return paperReport(model, picturesOf(model))
}

describe('paperReport', () => {
  it('is none for the screen', async () => {
    expect(await reportOf(published, {})).toBeUndefined()
  })

  it('says the size in the unit of the view, and nothing else if all fits', async () => {
    const report = await reportOf(published, { paper: 'column', paper_height: 70 })
    expect(report).toEqual({ size: '82.6 × 70 mm · 8 pt', notes: [] })
    const inches = await reportOf(published, { paper: 'column', paper_height: 63.5, unit: 'in' })
    expect(inches?.size).toBe('3.25 × 2.5 in · 8 pt')
  })

  it('names the least height and width', async () => {
    const low = await reportOf(published, { paper: 'column', paper_height: 20 })
    expect(low?.notes.join(' ')).toMatch(/^The least height of this figure is 3\d(?:\.\d)? mm\./u)
    const slim = await reportOf(published, { paper_width: 20, font_size: 10 })
    expect(slim?.notes.join(' ')).toMatch(/^The least width of this figure is \d+(?:\.\d)? mm\./u)
  })

  it('says which titles are shortened, wherever they stand', async () => {
    const long = 'cosine similarity of the residual streams after each layer'
    const beside = { paper: 'columns', paper_height: 40, color_title: long } as const
    expect((await reportOf(published, beside))?.notes).toContain(
      'Shortened to fit: color bar title.',
    )
    const all = { title: long, x_title: long, y_title: long, color_title: long }
    const slim = await reportOf(published, { paper: 'column', font_size: 20, ...all })
    expect(slim?.notes).toContain(
      'Shortened to fit: title, horizontal axis, vertical axis and color bar title.',
    )
    const slide = await reportOf(published, { paper: 'slide', caption: `${long} `.repeat(20) })
    expect(slide?.notes).toEqual(['Shortened to fit: caption.'])
    expect(
      (await reportOf(published, { paper: 'columns', title: long, x_title: long }))?.notes,
    ).toEqual([])
  })

  it('has room for the labels and titles of many queries, as rows and as panels', async () => {
    const isThinned = /^Every \d+th column has a label\.$/u
    const rows = await reportOf(fiveLists, { paper: 'column', rows: 'query' })
    expect(rows?.notes.join(' ')).toMatch(isThinned)
    const acl = await reportOf(fiveLists, { paper: 'acl', rows: 'query' })
    expect(acl?.notes.join(' ')).toMatch(isThinned)
    const slide = await reportOf(fiveLists, { paper: 'slide', panels: 'queries' })
    expect(slide).toEqual({
      size: '254 × 142.9 mm · 14 pt',
      notes: ['Every 5th column has a label.', 'Every 5th row has a label.'],
    })
    const view = { paper: 'column', panels: 'queries' } as const
    const { layout } = await modelOfCase({ name: 'panels', json: fiveLists, view })
    expect(layout.plots.at(-1)?.tokenTitle.map(({ title, note }) => title || note)).toEqual([
      'Token past',
      '(distance 1 … 43 →)',
    ])
  })

  it('has the whole of a shortened axis title for its editor, on the screen too', async () => {
    const long = 'a title that is much too long for the axis of a figure on a phone'
    const placesOf = async (view: ViewSettings): Promise<readonly string[]> => {
      const golden = {
        name: 'phone',
        json: fiveLists,
        width: 380,
        view: { ...view, x_title: long },
      }
      const { layout } = await modelOfCase(golden)
      return textPlaces(layout).flatMap(({ key, text }) => (key === 'x_title' ? [text] : []))
    }
    expect(await placesOf({})).toEqual([long])
    expect(await placesOf({ panels: 'queries' })).toEqual([long])
  })

  it('rather moves the title of the token axis than shortens it', async () => {
    const { layout } = await modelOfCase({ name: 'acl', json: published, view: { paper: 'acl' } })
    const [line] = layout.plots[0].tokenTitle
    expect(line?.note).toBe('(distance 1 … 15 →)')
    expect(line?.whole).toBeUndefined()
  })

  it('says what has no room: labels and values', async () => {
    const report = await reportOf(fiveLists, { paper: 'column', query: 5, digits: 2 })
    expect(report?.notes).toEqual([
      'Every 5th column has a label.',
      'The cells have no room for their values.',
    ])
    const low = await reportOf(published, { paper: 'column', paper_height: 38 })
    expect(low?.notes).toEqual(['Every 5th row has a label.'])
    const wide = await reportOf(fiveLists, { paper: 'columns', query: 0, digits: 2 })
    expect(wide?.notes).toEqual([])
  })
})
