import { ENVELOPE_FILE } from '../../codec/envelope'
import { pdfEmbeddedFile } from '../../codec/pdf/pdfEmbeddedFile'
import { TensorError } from '../../tensor/TensorError'
import { grouped } from '../../text/counted'
import { type Format } from '../foreign/Format'
import { Budget } from '../source/Budget'
import { bytesOf } from '../source/ByteSource'
import { damagedTensor, readCarried, withoutTensor } from './readCarried'

/** Bytes at the end of a file that contain the mark of its end (Adobe, PDF Reference 1.7, appendix H.3). */
const TAIL = 1024

/** The format of PDF files that carry their tensor, also after a program such as qpdf has written them again. */
export const pdfFormat: Format = {
  name: 'a PDF document',
  recognizes: (head) => latin1Of(head.subarray(0, 5)) === '%PDF-',
  async read(source, options) {
    const bytes = await bytesOf(source, options)
    const { budget = new Budget(source.size, options.maxCellCount) } = options
    const found = pdfEmbeddedFile(bytes, ENVELOPE_FILE, budget.byteLimit)
    switch (found.kind) {
      case 'found':
        return readCarried(found.bytes, source.name, options)
      case 'encrypted':
        throw new TensorError({
          tag: 'unsupported',
          message: `“${source.name}” is an encrypted PDF document.`,
          advice: 'Save it without a password, for instance with qpdf --decrypt.',
        })
      case 'filter':
        throw new TensorError({
          tag: 'unsupported',
          message: `The tensor in “${source.name}” is packed as ${found.filter}, which this page does not read.`,
          advice: 'Open the file that SimLens saved, or write it again with qpdf.',
        })
      case 'large':
        throw budget.exceeded(found.byteCount, 'it unpacks to', found.limit)
      case 'crowded':
        throw new TensorError({
          tag: 'too-large',
          message: `“${source.name}” has more objects than the ${grouped(found.limit)} that are searched for a tensor.`,
          advice: 'Save the page with the figure as a PDF document of its own.',
        })
      case 'damaged':
        throw damagedTensor(source.name)
      case 'none': {
        const isWhole = latin1Of(bytes.subarray(-TAIL)).includes('%%EOF')
        throw withoutTensor(source.name, pdfFormat.name, isWhole, INCLUDED)
      }
    }
  },
}

const INCLUDED = 'LaTeX leaves the tensor out of a paper that includes a figure.'

function latin1Of(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
