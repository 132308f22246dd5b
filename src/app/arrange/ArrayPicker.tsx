import { memo, useMemo, useState, type ReactNode } from 'react'
import { type FoundArray } from '../../formats/foreign/FoundFile'
import { visibleProse } from '../../text/visibleText'
import { thumbnailUrl, THUMBNAIL } from './thumbnailUrl'

interface ArrayPickerProps {
  readonly arrays: readonly FoundArray[]
  readonly arrayIndex: number
  readonly onChange: (arrayIndex: number) => void
}

/** Most arrays that are listed at once. The others can be found by search. */
const MAX_SHOWN = 40

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
