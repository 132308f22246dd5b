import { type TokenFile } from '../../formats/foreign/Format'
import { withTokens } from '../../formats/tokens/withTokens'
import { type OpenTensor } from './AppState'

/** The change of an open tensor by a file of tokens. */
interface NamedTokens {
  /** The changed tensor; absent if the tokens do not fit it. */
  readonly named?: Pick<OpenTensor, 'id' | 'tensor' | 'found' | 'naming'>
  /** Sentence about what was done, or why nothing was. */
  readonly notice: string
}

/** Returns the open tensor with the tokens of a file as its names. `open` is undefined if no tensor is open. */
export function namedTokens(
  open: OpenTensor | undefined,
  fileName: string,
  tokens: TokenFile,
): NamedTokens {
  if (open === undefined)
    return { notice: `“${fileName}” lists tokens. Open the tensor of these tokens first.` }
  const tensor = withTokens(open.tensor, open.view.query, tokens)
  if (typeof tensor === 'string') return { notice: `“${fileName}” was not used: ${tensor}.` }
  const { id, found } = open
  const lists = tokens.kind === 'texts' ? tokens.lists : []
  const tokenLists = [...new Set([...lists, ...(found?.file.tokenLists ?? [])])]
  return {
    // Later arrangements of the same file use these lists too.
    named: {
      id,
      tensor,
      naming: tokens,
      ...(found && { found: { ...found, file: { ...found.file, tokenLists } } }),
    },
    notice: `The token texts are those of “${fileName}”.`,
  }
}
