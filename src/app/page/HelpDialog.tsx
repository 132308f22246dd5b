import { useEffect, type ReactNode } from 'react'
import { inOwnWords } from '../../tensor/Axes'
import { type OpenTensor } from '../state/AppState'
import { keyList } from '../commands/keyList'
import { Dialog } from '../controls/Dialog'
import { isOnFigure } from '../base/isOnFigure'
import { TensorHelp } from './TensorHelp'

interface HelpDialogProps {
  readonly isOpen: boolean
  /** The open tensor, whose axes the text names; undefined if there is none. */
  readonly open?: OpenTensor | undefined
  readonly onClose: () => void
}

/** Describes the keys, the pointer, and how the page treats files. */
export function HelpDialog({ isOpen, open, onClose }: HelpDialogProps): ReactNode {
  const own = (text: string): string => (open ? inOwnWords(text, open.tensor) : text)
  return (
    <Dialog title="Reading the figure" className="help" isHidden={!isOpen} onClose={onClose}>
      <table>
        <tbody>
          {keyList.map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{own(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {own(
          'The wheel zooms the tokens, dragging moves them, dragging with Shift zooms to a box, and a double click shows all of them.',
        )}{' '}
        A click or a tap pins a cell; a tap elsewhere unpins it. The line at the bottom shows the
        cell and its exact value, and a click on this line copies the value.
      </p>
      <p>
        If states have the width d, the cosines of random directions spread around 0 with σ = 1/√d:
        (1 + cos)/2 has the distribution Beta((d − 1)/2, (d − 1)/2) (Muirhead, Aspects of
        Multivariate Statistical Theory, 1982). The color bar brackets ±1.96 σ. The readout gives
        the distance of a cell from 0 in σ and its two-sided chance. The caption compares the number
        of cells outside the bracket with the 5 % expected. This null model assumes isotropic
        directions; it ignores the component that all states of a transformer share. A figure has
        many cells, so some lie outside by chance: the stated chance applies to a single cell that
        was chosen in advance. The difference of two such cosines has σ = √(1/d₁ + 1/d₂) if they are
        independent, which those of one model or one text need not be.
      </p>
      <p>
        Drop a file anywhere, choose it with <b>Open tensor</b>, or paste its text. The page reads
        the file in the browser and uploads nothing.
      </p>
      <TensorHelp />
      <p className="version">SimLens {__SIMLENS_VERSION__}</p>
    </Dialog>
  )
}

/** Opens the help when `?` is pressed on the figure. A key of one character must not act elsewhere (WCAG 2.1.4). */
export function useHelpKey(setIsOpen: (isOpen: boolean) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isOnFigure(event.target)) setIsOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [setIsOpen])
}
