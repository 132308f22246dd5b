import { useEffect } from 'react'
import { paperOf } from '../../layout/paper'
import { type View } from '../../tensor/View'

/** The part of a figure's layout on which a printed page depends: its size in CSS pixels. */
interface PrintedSize {
  readonly width: number
  readonly height: number
}

/**
 * Gives printed pages the size of the figure on its paper, without a margin. If the view has no paper, the reader
 * chooses the paper.
 */
export function usePaperSheet(view: View | undefined, size: PrintedSize | undefined): void {
  const rules = view && size && printRules(view, size)
  useEffect(() => {
    if (rules === undefined) return undefined
    // The page's policy refuses a style element that the build has not hashed.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [rules])
}

/** Returns the rules for print, or undefined if the view has no paper. */
export function printRules(view: View, size: PrintedSize): string | undefined {
  const paper = paperOf(view)
  if (paper === undefined) return undefined
  // Rounded up, so that the figure never needs a second page.
  const [width, height] = [size.width, size.height].map(
    (length) => Math.ceil(length * paper.mmPerPixel * 100) / 100,
  )
  return `@page { size: ${width}mm ${height}mm; margin: 0 }
@media print { .figure > svg { width: 100% !important } }`
}
