import { useEffect, useRef, useState, type ReactNode } from 'react'
import { placeSettings } from '../../tensor/settings/layoutSettings'
import { parseView, type ParsedView, type View, type ViewSettings } from '../../tensor/View'
import { copyText } from '../base/copyText'

interface SettingsTransferProps {
  readonly view: View
  readonly onPaste: (parsed: ParsedView) => void
}

/**
 * Copies all settings as JSON to the clipboard, and reads them from a field: browsers often allow a page to write to
 * the clipboard, and rarely to read it.
 */
export function SettingsTransfer({ view, onPaste }: SettingsTransferProps): ReactNode {
  const [isPasting, setIsPasting] = useState(false)
  const [note, setNote] = useState('')
  return (
    <div className="settings-transfer">
      <button
        type="button"
        className="button"
        onClick={() => {
          void copySettings(view).then(setNote)
        }}
      >
        Copy settings
      </button>
      <button
        type="button"
        className="button"
        aria-expanded={isPasting}
        onClick={() => {
          setNote('')
          setIsPasting((was) => !was)
        }}
      >
        Paste settings
      </button>
      {isPasting ? (
        <PasteForm
          onText={(text) => {
            const parsed = settingsOfText(text)
            setNote(parsed === undefined ? 'The text is not JSON.' : '')
            if (parsed === undefined) return
            setIsPasting(false)
            onPaste(parsed)
          }}
        />
      ) : null}
      <p aria-live="polite">{note}</p>
    </div>
  )
}

/** Copies the settings of a view as JSON. Returns a promise of a sentence about the result. */
export async function copySettings(view: View): Promise<string> {
  const isCopied = await copyText(settingsText(view))
  return isCopied ? 'The settings were copied as JSON.' : 'The browser does not let this page copy.'
}

function PasteForm({ onText }: { readonly onText: (text: string) => void }): ReactNode {
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  // The reader opened the field by the button before it, so it gets the focus.
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onText(text)
      }}
    >
      <textarea
        ref={field}
        aria-label="Settings as JSON"
        placeholder={'{ "colormap": "magma" }'}
        rows={4}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="button is-primary">
        Apply
      </button>
    </form>
  )
}

/**
 * Returns the settings as JSON, to be pasted into another page. The query, the zoom and the cell are left out, since
 * they apply to one tensor only.
 */
function settingsText(view: View): string {
  return JSON.stringify(portable(view), null, 2)
}

/** Returns the settings of a text written by `settingsText`; undefined if the text is not JSON. */
export function settingsOfText(text: string): ParsedView | undefined {
  try {
    const input: unknown = JSON.parse(text)
    const { settings, problems } = parseView(input)
    return { settings: portable(settings), problems }
  } catch {
    return undefined
  }
}

function portable(settings: ViewSettings): ViewSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(([key]) => !Object.hasOwn(placeSettings, key)),
  )
}
