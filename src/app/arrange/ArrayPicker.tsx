import { memo, useMemo, useState, type ReactNode } from 'react'
import { colorScale } from '../../color/ColorScale'
import { resolveDomain } from '../../color/Domain'
import { rampOf } from '../../color/colormaps'
import { rasterUrl } from '../../color/rasterUrl'
import { stepOf } from '../../color/Palette'
import { figureThemes } from '../../figure/FigureTheme'
import { cellWalk } from '../../formats/foreign/arrangedValues'
import { type FoundArray } from '../../formats/foreign/FoundFile'
import { visibleProse } from '../../text/visibleText'

interface ArrayPickerProps {
  readonly arrays: readonly FoundArray[]
  readonly arrayIndex: number
  readonly onChange: (arrayIndex: number) => void
}

/** Most arrays that are listed at once. The others can be found by search. */
const MAX_SHOWN = 40

/** Largest size of a thumbnail in pixels. */
const THUMBNAIL = { width: 48, height: 32 } as const

/** Lists the arrays of a file, each with its shape and a thumbnail. */
export function ArrayPicker({ arrays, arrayIndex, onChange }: ArrayPickerProps): ReactNode {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const found = arrays.flatMap((array, index) =>
    nameOf(array).toLowerCase().includes(wanted) ? [{ array, index }] : [],
  )
  return (
    <div className="array-picker">
      <input
        type="search"
        aria-label="Search matrices"
        placeholder={`Search ${arrays.length} matrices`}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="array-list" role="group" aria-label="Matrices">
        {found.slice(0, MAX_SHOWN).map(({ array, index }) => (
          <button
            key={index}
            type="button"
            aria-pressed={index === arrayIndex}
            onClick={() => onChange(index)}
          >
            <Thumbnail array={array} />
            <span>{visibleProse(nameOf(array))}</span>{' '}
            <span className="axis-size">
              {array.dimensions.map(({ size }) => size).join(' × ')}
            </span>
          </button>
        ))}
        {found.length > MAX_SHOWN ? <span>{`${found.length - MAX_SHOWN} more`}</span> : null}
      </div>
    </div>
  )
}

function nameOf({ title, name }: FoundArray): string {
  return title ?? name
}

const Thumbnail = memo(function Thumbnail({ array }: { readonly array: FoundArray }): ReactNode {
  const url = useMemo(() => thumbnailUrl(array), [array])
  return <img src={url} alt="" {...THUMBNAIL} />
})

/** Returns the URL of a small picture of an array's first matrix. Cells are picked at equal steps, not averaged. */
function thumbnailUrl(array: FoundArray): string {
  const roles = ['token', 'layer'] as const
  const arrangement = array.dimensions.map((_, i, { length }) => roles[length - 1 - i] ?? 0)
  const walk = cellWalk(array, arrangement, false)
  const rowCount = Math.min(THUMBNAIL.height, walk.layerCount)
  const tokenCount = array.dimensions.at(-1)?.size ?? 1
  const columnCount = Math.min(THUMBNAIL.width, tokenCount)
  const cells = Array.from({ length: rowCount * columnCount }, (_, k) => {
    const row = Math.floor((Math.floor(k / columnCount) * walk.layerCount) / rowCount)
    return array.values[
      walk.offsetOf(row, Math.floor(((k % columnCount) * tokenCount) / columnCount))
    ]
  })
  const finite = cells.filter((cell) => cell !== undefined).filter(Number.isFinite)
  const low = Math.min(...finite)
  const high = Math.max(...finite)
  const domain = resolveDomain('extent', { min: low, max: high })
  const scale = domain && colorScale(domain, { scale: 'linear' })
  return rasterUrl({
    steps: Uint8Array.from(cells, (cell) => stepOf(cell, scale)),
    columnEdges: edges(columnCount, THUMBNAIL.width),
    rowEdges: edges(rowCount, THUMBNAIL.height),
    ...THUMBNAIL,
    ramp: rampOf('viridis'),
    absent: figureThemes.light.absent,
    isCompressed: false,
  })
}

function edges(count: number, length: number): Uint32Array {
  return Uint32Array.from({ length: count + 1 }, (_, k) => Math.round((k * length) / count))
}
