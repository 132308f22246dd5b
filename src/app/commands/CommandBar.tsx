import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { type Command } from './Command'
import { type CommandContext } from './CommandContext'
import { useFound } from './useFound'

/** Time in milliseconds for which the result of a command is shown. */
const SHOWN_MS = 2400

/** Systems whose shortcuts use ⌘. There, Ctrl + K deletes to the end of a line. */
const IS_APPLE = /Mac|iPhone|iPad/u.test(navigator.userAgent)

/** Shows a button for the command bar, which Ctrl + K opens too, and the result of a command that has no other. */
export function CommandBar({ context }: { readonly context: CommandContext }): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  const [result, setResult] = useState('')
  // The key works wherever the focus is, except in another dialog.
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const isHeld = IS_APPLE ? event.metaKey : event.ctrlKey
      if (!isHeld || event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (document.querySelector('dialog[open]:not(.command-bar)') === null) setIsOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  // The result disappears after its time.
  useEffect(() => {
    if (result === '') return undefined
    const timer = setTimeout(() => setResult(''), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [result])
  const keys = IS_APPLE ? '⌘K' : 'Ctrl K'
  return (
    <>
      <button
        type="button"
        className="button is-quiet"
        aria-label="Commands"
        aria-keyshortcuts={IS_APPLE ? 'Meta+K' : 'Control+K'}
        title={`Commands (${keys})`}
        onClick={() => setIsOpen(true)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" className="command-icon" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" />
          <path d="M10.5 10.5 14.5 14.5" />
        </svg>
      </button>
      {isOpen ? (
        <CommandDialog context={context} onClose={() => setIsOpen(false)} onResult={setResult} />
      ) : null}
      <p role="status" className="command-result">
        {result}
      </p>
    </>
  )
}

interface CommandDialogProps {
  readonly context: CommandContext
  readonly onClose: () => void
  /** Shows a sentence about what a command did. */
  readonly onResult: (sentence: string) => void
}

/** Finds a command by words. Enter does it, arrow keys choose another one, and Escape leaves. */
function CommandDialog({ context, onClose, onResult }: CommandDialogProps): ReactNode {
  const [text, setText] = useState('')
  const [activeIndex, setActiveIndex] = useState(0)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { found, isPending } = useFound(text, context)
  const active = Math.min(activeIndex, found.length - 1)
  // A dialog is modal only if it is opened by its method.
  useEffect(() => dialog.current?.showModal(), [])
  const activeId = found.length > 0 ? `${id}-${active}` : undefined
  // The list scrolls with the choice.
  useEffect(() => {
    if (activeId !== undefined)
      document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  // Enter may be pressed before the tokens that match are found.
  const isEntered = useRef(false)
  const write = (next: string): void => {
    setText(next)
    setActiveIndex(0)
    isEntered.current = false
  }
  // The event of the closed dialog comes later. If it removed the bar, it could remove one that was opened meanwhile.
  const leave = (): void => {
    dialog.current?.close()
    onClose()
  }
  const choose = (command: Command | undefined): void => {
    if (command === undefined) return
    if (command.completion !== undefined) {
      write(command.completion)
      return
    }
    // The dialog gives the focus back first, so that the command may move it.
    leave()
    void command.run()?.then(onResult)
  }
  useEffect(() => {
    if (isPending || !isEntered.current) return
    isEntered.current = false
    choose(found[active])
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step === undefined && event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') leave()
    else if (step === undefined && isPending && activeIndex === 0) isEntered.current = true
    else if (step === undefined) choose(found[active])
    else if (found.length > 0) setActiveIndex((active + step + found.length) % found.length)
  }
  return (
    <dialog
      ref={dialog}
      className="command-bar"
      aria-label="Commands"
      onClose={onClose}
      // Only the backdrop is the dialog itself.
      onPointerDown={({ target }) => target === dialog.current && leave()}
    >
      <CommandField {...{ id, text, activeId, onKeyDown }} onText={write} />
      <CommandList {...{ id, found, active, choose }} onActive={setActiveIndex} />
      <p role="status">{found.length > 0 || isPending ? '' : 'Nothing has these words.'}</p>
    </dialog>
  )
}

interface CommandFieldProps {
  /** Id of the list. */
  readonly id: string
  readonly text: string
  /** Id of the command that Enter chooses; undefined if none is found. */
  readonly activeId: string | undefined
  readonly onText: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function CommandField(props: CommandFieldProps): ReactNode {
  const { id, text, activeId, onText, onKeyDown } = props
  return (
    <input
      type="text"
      role="combobox"
      aria-label="Command"
      aria-expanded={activeId !== undefined}
      aria-controls={id}
      aria-autocomplete="list"
      aria-activedescendant={activeId}
      placeholder="Command, setting, token, layer…"
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={({ target }) => onText(target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

/** Steps in the list, by key. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

interface CommandListProps {
  readonly id: string
  readonly found: readonly Command[]
  /** 0-based index of the command that Enter chooses. */
  readonly active: number
  readonly choose: (command: Command | undefined) => void
  readonly onActive: (index: number) => void
}

function CommandList({ id, found, active, choose, onActive }: CommandListProps): ReactNode {
  return (
    <div
      role="presentation"
      onClick={({ target }) => choose(found[indexOf(target)])}
      onPointerMove={({ target }) => {
        const index = indexOf(target)
        if (index >= 0) onActive(index)
      }}
    >
      <div id={id} role="listbox" className="command-list" aria-label="Commands" tabIndex={-1}>
        {found.map(({ name, keys, isChosen = false }, index) => (
          <div
            key={`${index} ${name}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            data-index={index}
          >
            <span>{name}</span>
            {isChosen ? <span className="command-note">now</span> : null}
            {keys === undefined ? null : <kbd>{keys}</kbd>}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Returns the 0-based index of the option that contains an element; −1 if none does. */
function indexOf(target: EventTarget): number {
  const option = target instanceof Element ? target.closest('[data-index]') : null
  return Number(option?.getAttribute('data-index') ?? -1)
}
