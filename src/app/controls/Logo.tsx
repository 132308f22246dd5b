import { type ReactNode } from 'react'

/** Three by three cells of viridis, row by row. */
const COLORS = [
  ['#440154', '#21918c', '#5ec962'],
  ['#3b528b', '#fde725', '#21918c'],
  ['#5ec962', '#3b528b', '#440154'],
]
const CELL = 7

export function Logo(): ReactNode {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      {COLORS.flatMap((row, y) =>
        row.map((color, x) => (
          <rect key={`${x} ${y}`} x={x * CELL} y={y * CELL} width="6" height="6" fill={color} />
        )),
      )}
    </svg>
  )
}
