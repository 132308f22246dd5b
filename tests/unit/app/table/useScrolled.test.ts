import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  contentLength,
  linesInView,
  offsetOf,
  scrollFor,
} from '../../../../src/app/table/useScrolled'

/** From none to more than can be scrolled pixel by pixel. */
const anyLines = fc.record({
  count: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 20_000_000 })),
  size: fc.integer({ min: 24, max: 200 }),
  head: fc.integer({ min: 24, max: 120 }),
})

it('shows any line that it is scrolled to, and the last one at the end', () => {
  fc.assert(
    fc.property(
      anyLines.filter(({ count }) => count > 0),
      fc.integer({ min: 330, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (lines, view, from, to) => {
        const last = Math.max(0, contentLength(lines) - view)
        const line = Math.min(lines.count - 1, Math.floor(to * lines.count))
        const wanted = scrollFor(lines, { scroll: from * last, view }, line)
        // As browsers do, in whole pixels and within the content.
        const scroll = Math.max(0, Math.min(last, Math.round(wanted)))
        const [first, end] = linesInView(lines, { scroll, view })
        expect(first).toBeLessThanOrEqual(line)
        expect(end).toBeGreaterThan(line)
        expect(end - first).toBeLessThanOrEqual(view / lines.size + 2)
        expect(linesInView(lines, { scroll: last, view })[1]).toBe(lines.count)
      },
    ),
  )
})

it('moves pixel by pixel unless the lines are very many, and stays where the line is in view', () => {
  const few = { count: 131_072, size: 60, head: 40 }
  expect(contentLength(few)).toBe(131_072 * 60 + 40)
  expect(offsetOf(few, { scroll: 777, view: 500 })).toBeCloseTo(777)
  expect(scrollFor(few, { scroll: 777, view: 500 }, 14)).toBe(777)
  expect(scrollFor(few, { scroll: 777, view: 500 }, 3)).toBe(180)
  expect(linesInView({ count: 0, size: 24, head: 24 }, { scroll: 0, view: 400 })).toEqual([0, 0])
})
