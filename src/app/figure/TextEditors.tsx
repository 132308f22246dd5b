import { useRef, useState, type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { type Rect } from '../../layout/PlotGrid'
import { textPlaces, type OwnTextKey, type TextPlace } from '../../layout/textPlaces'
import { settings } from '../../tensor/settings/settings'
import { type ViewSettings } from '../../tensor/View'

interface TextEditorsProps {
  readonly model: FigureModel
  /** CSS pixels of the page per CSS pixel of the figure. */
  readonly scale: number
  readonly onText: (texts: ViewSettings) => void
  /** Called when an edit has ended, so that the focus can go back to the figure. */
  readonly onEnd: () => void
}

/**
 * Lets the reader click a title of the figure and type another one. The settings panel has the same texts, for readers
 * without a pointer.
 */
export function TextEditors({ model, scale, onText, onEnd }: TextEditorsProps): ReactNode {
  const [editedKey, setEditedKey] = useState<OwnTextKey>()
  const { view } = model.basis
  return textPlaces(model.layout).map((place) => {
    const { key, text, rect } = place
    const name = settings[key].name.toLowerCase()
    if (key !== editedKey) {
      return (
        <button
          key={key}
          type="button"
          className="text-place"
          tabIndex={-1}
          aria-label={`Edit ${name}`}
          title="Click to edit"
          style={scaled(rect, scale)}
          onClick={() => setEditedKey(key)}
        />
      )
    }
    const own = view[key]
    return (
      <TextEditor
        key={key}
        place={{ ...place, text: typeof own === 'string' ? own : text }}
        label={settings[key].name}
        scale={scale}
        figureWidth={model.layout.width * scale}
        onEnd={(typed) => {
          setEditedKey(undefined)
          if (typed !== undefined) onText({ [key]: typed })
          onEnd()
        }}
      />
    )
  })
}

interface TextEditorProps {
  readonly place: TextPlace
  readonly label: string
  readonly scale: number
  /** In CSS pixels of the page. */
  readonly figureWidth: number
  /** Called with the new text, false for none, or undefined if nothing changes. */
  readonly onEnd: (typed: string | false | undefined) => void
}

/** Least width of the field in CSS pixels. */
const LEAST_WIDTH = 200

/** Edits one text. Enter and leaving the field take it over, Escape does not; an empty text is left out. */
function TextEditor({ place, label, scale, figureWidth, onEnd }: TextEditorProps): ReactNode {
  const { text, rect } = place
  const [typed, setTyped] = useState(text)
  // A field that is removed loses the focus, which must not end the edit a second time.
  const isEnded = useRef(false)
  const endWith = (result: string | false | undefined): void => {
    if (isEnded.current) return
    isEnded.current = true
    onEnd(result)
  }
  const end = (): void => endWith(typed.trim() === '' ? false : typed === text ? undefined : typed)
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
