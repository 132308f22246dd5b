import { Fragment, useRef, useState, type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { type Rect } from '../../layout/PlotGrid'
import { textPlaces, type OwnTextKey, type TextPlace } from '../../layout/textPlaces'
import { settings } from '../../tensor/settings/settings'

/** Replaces a text of the figure by the reader's own, or takes the own text back if it is undefined. */
export type OnText = (key: OwnTextKey, text: string | undefined) => void

interface TextEditorsProps {
  readonly model: FigureModel
  /** CSS pixels of the page per CSS pixel of the figure. */
  readonly scale: number
  readonly onText: OnText
  /** Called when an edit has ended, so that the focus can go back to the figure. */
  readonly onEnd: () => void
}

/**
 * Lets the reader choose a title of the figure and type another one. A title of the reader's own has a button that takes
 * it back.
 */
export function TextEditors({ model, scale, onText, onEnd }: TextEditorsProps): ReactNode {
  const [editedKey, setEditedKey] = useState<OwnTextKey>()
  const { view } = model.basis
  return textPlaces(model.layout).map((place) => {
    const { key, text, rect } = place
    const name = settings[key].name.toLowerCase()
    const own = view[key]
    if (key === editedKey) {
      return (
        <TextEditor
          key={key}
          place={{ ...place, text: own || text }}
          label={settings[key].name}
          scale={scale}
          figureWidth={model.layout.width * scale}
          onEnd={(typed) => {
            setEditedKey(undefined)
            if (typed !== undefined) onText(key, typed.trim() === '' ? undefined : typed)
            onEnd()
          }}
        />
      )
    }
    const at = scaled(rect, scale)
    return (
      <Fragment key={key}>
        <button
          type="button"
          className="text-place"
          aria-label={`Edit ${name}`}
          title="Click to edit"
          style={at}
          onClick={() => setEditedKey(key)}
        />
        {own === undefined ? null : (
          <button
            type="button"
            className="text-restore"
            aria-label={`Restore ${name}`}
            title="Back to the text without your change"
            style={restorePlace(at, model.layout.width * scale)}
            onClick={() => {
              onText(key, undefined)
              onEnd()
            }}
          >
            ↺
          </button>
        )}
      </Fragment>
    )
  })
}

/** Width and height of the button that restores a text, in CSS pixels. */
const RESTORE_SIZE = 22

/** Returns the place of that button: after the text, or before it at the edge of the figure. */
function restorePlace({ left, top, width, height }: Place, figureWidth: number): object {
  const isTurned = height > width
  const right = left + width + 4
  return isTurned
    ? { left: left + (width - RESTORE_SIZE) / 2, top: top - RESTORE_SIZE - 4 }
    : {
        left: right + RESTORE_SIZE > figureWidth ? left - RESTORE_SIZE - 4 : right,
        top: top + (height - RESTORE_SIZE) / 2,
      }
}

interface TextEditorProps {
  readonly place: TextPlace
  readonly label: string
  readonly scale: number
  /** In CSS pixels of the page. */
  readonly figureWidth: number
  /** Called with the new text, or undefined if nothing changes. */
  readonly onEnd: (typed: string | undefined) => void
}

/** Least width of the field in CSS pixels. */
const LEAST_WIDTH = 200

/** Edits one text. Enter and leaving the field take it over, Escape does not. */
function TextEditor({ place, label, scale, figureWidth, onEnd }: TextEditorProps): ReactNode {
  const { text, rect } = place
  const [typed, setTyped] = useState(text)
  // A field that is removed loses the focus, which must not end the edit a second time.
  const isEnded = useRef(false)
  const endWith = (result: string | undefined): void => {
    if (isEnded.current) return
    isEnded.current = true
    onEnd(result)
  }
  const end = (): void => endWith(typed === text ? undefined : typed)
  const { left, top, width, height } = scaled(rect, scale)
  const fieldWidth = Math.max(LEAST_WIDTH, width + 24)
  return (
    <input
      type="text"
      className="text-editor"
      aria-label={label}
      maxLength={2000}
      style={{
        left: Math.max(0, Math.min(left + (width - fieldWidth) / 2, figureWidth - fieldWidth)),
        top: top + height / 2,
        width: fieldWidth,
      }}
      value={typed}
      ref={selectAll}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={end}
      onKeyDown={(event) => {
        // The keys of the figure must not act on what is typed.
        event.stopPropagation()
        if (event.key === 'Enter') end()
        if (event.key === 'Escape') endWith(undefined)
      }}
    />
  )
}

function selectAll(field: HTMLInputElement | null): void {
  if (field === null || document.activeElement === field) return
  field.focus({ preventScroll: true })
  field.select()
}

type Place = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>

function scaled({ x, y, width, height }: Rect, scale: number): Place {
  return { left: x * scale, top: y * scale, width: width * scale, height: height * scale }
}
