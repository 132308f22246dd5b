import { TensorError, type ProblemTag } from '../../tensor/TensorError'
import { pathText, type JsonPath } from './JsonPath'

/** Well-formed JSON that says something wrong at `path`. The byte of it is looked up when it is shown. */
export class PathError extends TensorError {
  readonly path: JsonPath

  constructor(tag: ProblemTag, path: JsonPath, message: string, advice: string) {
    const place = path.length === 0 ? {} : { place: { path: pathText(path) } }
    super({ tag, message, advice, ...place })
    this.name = 'PathError'
    this.path = path
  }
}
