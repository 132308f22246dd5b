import { Fragment, useState, type CSSProperties, type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { type Rect } from '../../layout/PlotGrid'
import { textPlaces, type OwnTextKey } from '../../layout/textPlaces'
import { settings } from '../../tensor/settings/settings'
import { TextField } from '../controls/TextField'
import { type AskedPlace } from '../settings/PlaceSettings'

/** Replaces a text of the figure by the reader's own, or takes the own text back if it is undefined. */
export type OnText = (key: OwnTextKey, text: string | undefined) => void

interface TextEditorsProps {
  readonly model: FigureModel
  /** CSS pixels of the page per CSS pixel of the figure. */
  readonly scale: number
  /** Differs from tensor to tensor. */
  readonly onText: OnText
  /** Asks for the settings of an axis or of the color bar, which lie beside it. */
  readonly onPlace: (asked: AskedPlace) => void
  /** Called when an edit has ended, so that the focus can go back to the figure. */
  readonly onEnd: () => void
}

/**
 * Lets the reader choose a title of the figure and type another one, and opens the settings of the axes and the color
 * bar. A title of the reader's own has a button that takes it back.
 */
export function TextEditors(props: TextEditorsProps): ReactNode {
  const { model, scale, onText, onPlace, onEnd } = props
  const [edited, setEdited] = useState<{ readonly key: OwnTextKey; readonly onText: OnText }>()
  // An edit ends when the figure of another tensor comes.
  const editedKey = edited?.onText === onText ? edited.key : undefined
  const { view } = model.basis
  const texts = textPlaces(model.layout).map(({ key, text, rect }) => {
    const name = settings[key].name.toLowerCase()
    const own = view[key]
    const at = scaled(rect, scale)
    const figureWidth = model.layout.width * scale
    const current = own || text
    if (key === editedKey) {
      return (
        <TextField
          key={key}
          text={current}
          label={settings[key].name}
          className="text-editor"
          style={fieldPlace(at, figureWidth)}
          onEnd={(typed) => {
            setEdited(undefined)
            if (typed !== undefined) onText(key, typed.trim() === '' ? undefined : typed)
            onEnd()
          }}
        />
      )
    }
    return (
      <Fragment key={key}>
        <button
          type="button"
          className="text-place"
          aria-label={`Edit ${name}`}
          title="Click to edit"
          style={at}
          onClick={({ currentTarget: opener }) => {
            if (key === 'x_title' || key === 'y_title') onPlace({ key, opener, text: current })
            else setEdited({ key, onText })
          }}
        />
        {own === undefined ? null : (
          <RestoreButton
            name={name}
            style={restorePlace(at, figureWidth)}
            onRestore={() => {
              onText(key, undefined)
              onEnd()
            }}
          />
        )}
      </Fragment>
    )
  })
  return (
    <>
      {texts}
      <BarButton {...{ model, scale, onPlace }} />
    </>
  )
}

interface RestoreButtonProps {
  /** Name of the text in lower case. */
  readonly name: string
  readonly style: CSSProperties
  readonly onRestore: () => void
}

function RestoreButton({ name, style, onRestore }: RestoreButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="text-restore"
      aria-label={`Restore ${name}`}
      title="Back to the text without your change"
      style={style}
      onClick={onRestore}
    >
      ↺
    </button>
  )
}

/** Distance in CSS pixels by which the button of the color bar is wider than the bar, at each side. */
const BAR_MARGIN = 6

/** Shows the button over the color bar that opens its settings. */
function BarButton(props: Pick<TextEditorsProps, 'model' | 'scale' | 'onPlace'>): ReactNode {
  const { model, scale, onPlace } = props
  const bar = model.layout.colorBar?.rect
  if (bar === undefined) return null
  const wide = { ...bar, x: bar.x - BAR_MARGIN, width: bar.width + 2 * BAR_MARGIN }
  return (
    <button
      type="button"
      className="text-place bar-place"
      aria-label="Edit colors"
      title="Click to choose range, colormap and transform"
      style={scaled(wide, scale)}
      onClick={({ currentTarget: opener }) => onPlace({ key: 'color_bar', opener })}
    />
  )
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

/** Least width of the field in CSS pixels. */
const LEAST_WIDTH = 200

/** Returns the place of the field, which is wider than the text, in the figure. */
function fieldPlace({ left, top, width, height }: Place, figureWidth: number): CSSProperties {
  const fieldWidth = Math.max(LEAST_WIDTH, width + 24)
  return {
    left: Math.max(0, Math.min(left + (width - fieldWidth) / 2, figureWidth - fieldWidth)),
    top: top + height / 2,
    width: fieldWidth,
  }
}

type Place = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>

function scaled({ x, y, width, height }: Rect, scale: number): Place {
  return { left: x * scale, top: y * scale, width: width * scale, height: height * scale }
}
