import { type Sliced } from '../../analysis/Sliced'
import { type Label, type PicturedLabel, type PictureLabel } from './Label'
import { type PaperFonts } from './PaperFonts'
import { type PdfFile } from './PdfFile'
import { setImage } from './pdfImages'

/** The picture of a label in a file. */
export interface SheetPicture extends PicturedLabel {
  readonly reference: string
}

/** The content of a page while it is drawn. */
export class PdfSheet {
  readonly file: PdfFile
  readonly fonts: PaperFonts
  /** Texts that were drawn as pictures or in boxes, since the bundled faces lack characters of them. */
  readonly lacking: string[] = []
  readonly #picture: PictureLabel | undefined
  /** The pictures of labels, which are drawn once each. */
  readonly #pictures = new Map<string, SheetPicture | undefined>()
  readonly #operators: string[] = []
  readonly #resources = new Map<string, string[]>()

  constructor(file: PdfFile, fonts: PaperFonts, picture?: PictureLabel) {
    this.file = file
    this.fonts = fonts
    this.#picture = picture
  }

  draw(...operators: readonly string[]): void {
    for (const each of operators) this.#operators.push(each)
  }

  /** Returns all operators, each on a line. */
  content(): string {
    return this.#operators.join('\n')
  }

  /** Adds an object to the page's resources and returns its name. */
  resource(kind: 'XObject' | 'Shading' | 'ExtGState', object: string): string {
    const known = this.#resources.get(kind) ?? []
    this.#resources.set(kind, known)
    const index = known.indexOf(object)
    return `/${kind}${index < 0 ? known.push(object) - 1 : index}`
  }

  /** Returns the picture of a label, which `drawPictures` draws, or undefined if there can be none. */
  pictureOf(label: Label): SheetPicture | undefined {
    const key = JSON.stringify(label)
    const known = this.#pictures.get(key)
    if (known !== undefined) return known
    const picture = this.#picture?.(label)
    const added = picture && { ...picture, reference: this.file.reserve() }
    this.#pictures.set(key, added)
    return added
  }

  /** Adds the pixels of all pictures to the file. */
  *drawPictures(): Sliced<void> {
    for (const picture of this.#pictures.values()) {
      if (picture !== undefined) yield* setImage(this.file, picture.reference, picture)
      yield
    }
  }

  /** Adds the fonts to the file and returns the page's resource dictionary. */
  resources(): string {
    const kinds = Array.from(this.#resources, ([kind, objects]) => {
      return `/${kind} << ${objects.map((each, k) => `/${kind}${k} ${each}`).join(' ')} >>`
    })
    return `<< /Font << ${this.fonts.write(this.file)} >> ${kinds.join(' ')} >>`
  }
}
