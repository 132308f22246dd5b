import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { decodePng, type DecodedPng } from '../browser/harness/decodePng'

const MAX_BYTES = 1 << 28
const POINTS_PER_INCH = 72

export type Renderer = 'poppler' | 'ghostscript' | 'pdf.js'

/** Runs a program on a PDF, which stands for `PDF` among its arguments; returns what it writes, error stream last. */
export function onPdf(pdf: Uint8Array, program: string, ...args: readonly string[]): string {
  return withFile(pdf, (path) => {
    const { status, stdout, stderr } = spawnSync(
      program,
      args.map((arg) => (arg === 'PDF' ? path : arg)),
      { encoding: 'utf8', maxBuffer: MAX_BYTES },
    )
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}${stdout}`)
    return `${stdout}${stderr}`.replaceAll(path, 'PDF')
  })
}

/** The PDF as qpdf writes it again with these options. */
export function rewritten(pdf: Uint8Array, ...options: readonly string[]): Uint8Array<ArrayBuffer> {
  return withFile(pdf, (path) => {
    run('qpdf', ...options, path, `${path}.pdf`)
    return Uint8Array.from(readFileSync(`${path}.pdf`))
  })
}

/** The picture that a program makes of the page. */
export async function renderPdf(
  pdf: Uint8Array,
  dpi: number,
  renderer: Renderer = 'poppler',
): Promise<DecodedPng> {
  if (renderer === 'pdf.js') return decodePng(await drawnByPdfJs(pdf, dpi))
  return withFile(pdf, (path) => {
    if (renderer === 'poppler') {
      run('pdftoppm', '-r', String(dpi), '-png', '-singlefile', path, path)
    } else {
      const smooth = ['-dTextAlphaBits=4', '-dGraphicsAlphaBits=4']
      const device = ['-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=png16m', ...smooth]
      run('gs', ...device, `-r${dpi}`, '-o', `${path}.png`, path)
    }
    return decodePng(readFileSync(`${path}.png`))
  })
}

/** The page as pdf.js, Firefox's viewer, draws it on a canvas, as a PNG. */
async function drawnByPdfJs(pdf: Uint8Array, dpi: number): Promise<Buffer> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const page = await document.getPage(1)
  const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const { canvas } = document.canvasFactory.create(width, height)
  await page.render({ canvas, viewport }).promise
  await task.destroy()
  return canvas.toBuffer('image/png')
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0 || stderr !== '') throw new Error(`${program} ended with ${status}: ${stderr}`)
}

function withFile<T>(pdf: Uint8Array, work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'simlens-pdf-'))
  try {
    const path = join(folder, 'figure')
    writeFileSync(path, pdf)
    return work(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
