import { type LayoutStyle } from './LayoutStyle'
import { type ProfilePanel } from './ProfilePanel'
import { ticksOf } from './ticksOf'
import { widthOf, type TextStyle } from './TextStyle'

/** A tick's text on the axis of values, in CSS pixels of the figure. */
export interface ProfileTick {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'end'
}

/** Least and greatest value of an axis of values. */
interface ValueEnds {
  readonly low: number
  readonly high: number
}

/** Distance of a text from what it labels, in CSS pixels. */
export const LABEL_GAP = 6

/** Least distance of two ticks' texts side by side. */
const TICK_GAP = 4

/** Returns the ticks of a panel whose values increase to the right: those whose texts fit side by side below it. */
export function ticksBelow(
  panel: ProfilePanel,
  { caption, tokenBaseline }: LayoutStyle,
): readonly ProfileTick[] {
  const { x: left, y, width, height } = panel.rect
  const right = left + width
  const ticks = tickTexts(panel)
    .map(({ text, share }, k) => {
      const room = widthOf(text, caption)
      const [x] = panel.pointOf(0, share)
      return k === 0
        ? { anchor: 'start' as const, x: Math.min(x, right - room), room, text }
        : { anchor: 'end' as const, x: Math.max(x, left + room), room, text }
    })
    .filter(({ room }) => room <= width)
  const [first, last] = ticks
  const isApart = !first || !last || first.x + first.room + TICK_GAP <= last.x - last.room
  return (isApart ? ticks : ticks.slice(1)).map(({ x, text, anchor }) => {
    return { x, y: y + height + tokenBaseline - 1, text, anchor }
  })
}

/** Least distance of a profile's tick from the edge of the figure, in CSS pixels. */
const EDGE_GAP = 3

/** Returns the width that the ticks of a profile above a plot need at its left, with the gap to the figure's edge, in CSS
 * pixels. */
export function profileTickWidth(ends: ValueEnds, text: TextStyle): number {
  return (
    EDGE_GAP + LABEL_GAP + Math.max(0, ...tickTexts(ends).map((tick) => widthOf(tick.text, text)))
  )
}

/** Returns the first and the last tick of the panel, with their places on its axis of values. */
export function tickTexts({ low, high }: ValueEnds): readonly {
  readonly text: string
  readonly share: number
}[] {
  const ticks = ticksOf(low, high)
  const [first, last] = [ticks[0], ticks.at(-1)]
  return [first, ...(last === first ? [] : [last])].flatMap((tick) => {
    return tick === undefined
      ? []
      : [{ text: tick.text, share: (tick.value - low) / (high - low || 1) }]
  })
}
