import { useEffect, useRef, type ReactNode } from 'react'
import { isTextField } from '../base/isTextField'
import { TensorHelp } from './TensorHelp'

interface HelpDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['Tab', 'to the figure'],
  ['← → ↑ ↓', 'move by one cell'],
  ['Ctrl + arrow', 'to the edge that way'],
  ['Home, End', 'first, last column'],
  ['PageUp, PageDown', 'five layers up, down'],
  ['Ctrl + Home, End', 'top left, bottom right cell'],
  ['Enter', 'pin the cell, or let it go'],
  ['Shift + Enter', 'draw its token in the profiles; with Ctrl, its layer'],
  ['Escape', 'let go'],
  ['+, −', 'zoom in, out about the cell'],
  ['0', 'show all columns'],
  ['Shift + ← →', 'move the view'],
  ['Delete', 'close the tensor of the tab that has the focus'],
  ['?', 'this list'],
]

/** Describes the keys, the pointer, and how the page treats files. */
export function HelpDialog({ isOpen, onClose }: HelpDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  // A dialog is modal only if it is opened by its method, not by its attribute.
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal()
    if (!isOpen && dialog.current?.open === true) dialog.current.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={onClose}>
      <div className="help-head">
        <h2 id="help-title">Reading the figure</h2>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
      <table>
        <tbody>
          {KEYS.map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        The wheel zooms the tokens, dragging moves them, a double click shows all. A click or a tap
        pins a cell; a tap elsewhere lets go. The line at the bottom says the cell and its exact
        value, and copies the value on a click.
      </p>
      <p>
        With states of width d, the cosines of random directions spread around 0 with σ = 1/√d: (1 +
        cos)/2 has the distribution Beta((d − 1)/2, (d − 1)/2) (Muirhead, Aspects of Multivariate
        Statistical Theory, 1982). The color bar brackets ±1.96 σ, a cell gives its σ and its
        two-sided chance, and the caption counts the cells outside against the 5 % expected. This
        null knows isotropic directions only, not the component that all states of a transformer
        share. Many cells are looked at, so some lie outside by chance: the chance is that of one
        cell chosen before looking.
      </p>
      <p>
        Drop a file anywhere, choose it with <b>Open tensor</b>, or paste its text. It is read in
        this page and never leaves it.
      </p>
      <TensorHelp />
      <p className="version">SimLens {__SIMLENS_VERSION__}</p>
    </dialog>
  )
}

/** Opens the help when `?` is pressed anywhere outside a text field. */
export function useHelpKey(setIsOpen: (isOpen: boolean) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTextField(event.target)) return
      setIsOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [setIsOpen])
}
