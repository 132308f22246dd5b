import { type Finding } from '../analysis/findings/Finding'
import { type FindingInput, type FindingParameters } from '../analysis/findings/FindingInput'
import { type Sliced } from '../analysis/Sliced'
import { type FigureBasis, type ShownTensor } from '../figure/figureBasis'
import { type Carried } from './ExportOptions'
import { type PictureLabel } from './pdf/Label'

/** Operations of an export that differ between the page and other programs that run it. */
export interface ExportHost {
  /** Name and version of the program that writes the files. */
  readonly software: string
  readonly basisOf: (shown: ShownTensor) => Promise<FigureBasis>
  /** Returns the findings in the displayed values of a figure, which may be there already. */
  readonly findings: (
    found: FindingInput,
    parameters: FindingParameters,
  ) => Promise<readonly Finding[]>
  /** Returns the tensor that a figure carries (`carriedTensor`) as an envelope in base64; empty if it carries none. */
  readonly packed: (shown: ShownTensor, carried: Carried) => Promise<string>
  /** Returns the result of sliced work. Rejects with the signal's reason if it is aborted meanwhile. */
  readonly inSlices: <T>(work: Sliced<T>) => Promise<T>
  /** Draws the text of an SVG file as a PNG, which is transparent where the SVG draws nothing. */
  readonly rasterized: (svg: string, size: PictureSize) => Promise<Uint8Array>
  /** Draws a label with the platform's fonts, for a PDF whose fonts lack its characters. Absent if the host cannot. */
  readonly picture?: PictureLabel
  /** Aborting it ends the work on a file, which then rejects with its reason. Absent if the work cannot be ended. */
  readonly signal?: AbortSignal
  /** Shows a sentence about a file that was made. */
  readonly notice: (sentence: string) => void
  /** Returns the elements of the page that opens in a saved HTML file. */
  readonly pageElements: () => PageElements
}

/** The size of a picture in pixels. */
export interface PictureSize {
  /** Width and height in CSS pixels. */
  readonly width: number
  readonly height: number
  /** Pixels of the picture per CSS pixel. */
  readonly scale: number
}

/** The parts of a saved page: elements of the page that saves it, as HTML. */
export interface PageElements {
  /**
   * The elements of the head: first the policy, which holds for all that follows, then script and style, whose hashes
   * it lists.
   */
  readonly head: readonly string[]
  readonly licenses: string
}
