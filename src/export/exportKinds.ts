import { canonicalPieces } from '../formats/canonical/canonicalJson'
import { wordsOf } from '../tensor/Axes'
import { panelPage } from '../tensor/panels'
import { layerLabel } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { captionFile, descriptionFile } from './captionFile'
import { csvText } from './csvText'
import { type ExportedFigure } from './ExportedFigure'
import { type ExportHost } from './ExportHost'
import { type ExportOptions } from './ExportOptions'
import { fileName } from './fileName'
import { htmlFile } from './htmlFile'
import { pdfFile } from './pdfFile'
import { pngFile } from './pngFile'
import { svgFile } from './svgFile'
import { tableOf, profileRows } from './tableOf'

/** The content of a file: text in pieces, to be stored as UTF-8, or bytes. */
export type ExportContent = Iterable<string> | Uint8Array<ArrayBuffer>

/** A kind of file that can be saved. */
export interface ExportKind<Option extends keyof ExportOptions = keyof ExportOptions> {
  /** Text of its entry in the menu. */
  readonly label: string
  readonly about: string
  /** Ending of the file name, with its dot. */
  readonly ending: string
  /** MIME type of the file. */
  readonly type: string
  /** The options that affect the file. */
  readonly options: readonly Option[]
  /** Returns true if the file can be made in a view; default true. */
  readonly isOffered?: (view: View) => boolean
  /** Returns true if the file contains all queries and not only the shown one; default false. */
  readonly isWhole?: (options: Pick<ExportOptions, Option>) => boolean
  /** Returns the content of the file. Rejects with an error whose message can be shown. */
  readonly make: (
    figure: ExportedFigure,
    options: Pick<ExportOptions, Option>,
    host: ExportHost,
  ) => Promise<ExportContent>
}

/** Returns the kind; its type allows no options other than those listed. */
function exportKind<Option extends keyof ExportOptions = never>(
  kind: ExportKind<Option>,
): ExportKind<Option> {
  return kind
}

/** All kinds of files, in the order of the menu. Add a new kind here. */
export const exportKinds = {
  svg: exportKind({
    label: 'SVG',
    about: 'Vector picture',
    ending: '.svg',
    type: 'image/svg+xml',
    options: ['background', 'part', 'carried', 'hasMark', 'hasDataNote'],
    make: svgFile,
  }),
  png: exportKind({
    label: 'PNG',
    about: 'Picture in pixels',
    ending: '.png',
    type: 'image/png',
    options: ['background', 'scale', 'part', 'carried', 'hasMark', 'hasDataNote'],
    make: pngFile,
  }),
  pdf: exportKind({
    label: 'PDF',
    about: 'For LaTeX, which leaves the data out',
    ending: '.pdf',
    type: 'application/pdf',
    options: ['background', 'part', 'carried', 'hasMark', 'hasDataNote'],
    make: pdfFile,
  }),
  html: exportKind({
    label: 'HTML',
    about: 'Page with the tensor in it',
    ending: '.html',
    type: 'text/html',
    options: ['part', 'carried'],
    make: htmlFile,
  }),
  json: exportKind({
    label: 'JSON',
    about: 'The whole tensor, exact',
    ending: '.simlens.json',
    type: 'application/json',
    options: [],
    isWhole: () => true,
    make: ({ tensor }) => Promise.resolve(canonicalPieces(tensor)),
  }),
  csv: exportKind({
    label: 'CSV',
    about: 'Table of the values, exact',
    ending: '.csv',
    type: 'text/csv',
    options: ['table', 'rows'],
    isWhole: ({ rows }) => rows === 'all',
    make: async (figure, options, host) =>
      csvText(tableOf(await host.basisOf(figure), figure.windows, options)),
  }),
  profiles: exportKind({
    label: 'Profiles',
    about: 'Table of what stands beside the cells',
    ending: '.profiles.csv',
    type: 'text/csv',
    options: [],
    isOffered: ({ profiles }) => profiles,
    make: async (figure, _options, host) => {
      const { matrix, profiles } = await host.basisOf(figure)
      return profiles ? csvText(profileRows(matrix, profiles)) : []
    },
  }),
  caption: exportKind({
    label: 'Caption',
    about: 'For LaTeX, with label and alternative text',
    ending: '.caption.tex',
    type: 'application/x-tex',
    options: ['part', 'hasMark'],
    make: captionFile,
  }),
  description: exportKind({
    label: 'Save description',
    about: 'The figure in words',
    ending: '.md',
    type: 'text/markdown',
    options: ['part', 'hasMark'],
    make: descriptionFile,
  }),
}

/** Returns the kinds of files that can be made in a view. */
export function offeredKinds(view: View): readonly ExportKind[] {
  const kinds: readonly ExportKind[] = Object.values(exportKinds)
  return kinds.filter(({ isOffered }) => isOffered?.(view) !== false)
}

/** Returns the name of a file of a kind. */
export function exportName(
  kind: ExportKind,
  figure: ExportedFigure,
  options: ExportOptions,
): string {
  return `${figure.saveName ?? usualName(kind, figure, options)}${kind.ending}`
}

/** Returns the usual name of a file of a kind, without its ending. */
export function usualName(
  { isWhole }: ExportKind,
  { fileName: tab, tensor, view }: ExportedFigure,
  options: ExportOptions,
): string {
  const isOfOne = isWhole?.(options) !== true && panelPage(tensor, view).panelCount === 1
  if (isOfOne && view.rows === 'query') {
    const label = `${wordsOf(tensor).row.name} ${layerLabel(tensor, view.layer)}`
    const layer = { queries: [{ label, position: 0 }], hasQueries: true }
    return fileName('', { tab, tensor: layer, queryIndex: 0 })
  }
  const content = { tab, tensor, ...(isOfOne && { queryIndex: view.query }) }
  return fileName('', content)
}

/** Returns the paper of a figure in letters that a name may have; undefined for a kind that has none. */
export function paperInName({ options }: ExportKind, { view }: ExportedFigure): string | undefined {
  if (!options.includes('hasMark')) return undefined
  const size = [view.paper_width, view.paper_height].flatMap((length) =>
    length === undefined ? [] : [Math.round(length)],
  )
  const name = view.paper === 'screen' ? '' : view.paper
  return [name, size.length === 0 ? '' : `${size.join('x')}mm`].filter(Boolean).join('-')
}
