import { useMemo } from 'react'
import { type FigureBasis } from '../../figure/figureBasis'
import { type SearchInput } from '../derive/tokenHits'
import { useTokenHits } from '../derive/useTokenHits'
import { type Command } from './Command'
import { type CommandContext } from './CommandContext'
import { commandsFor, commandsOf } from './commandsOf'
import { soughtToken, type SoughtToken } from './placeCommands'
import { travelOf } from './stepping'

/** Most commands that are listed. */
const MOST = 60

interface Found {
  readonly found: readonly Command[]
  /** True while tokens are searched for that come first in the list. */
  readonly isPending: boolean
}

/** Returns the commands for a text. Among very many tokens, those that match arrive later. */
export function useFound(text: string, context: CommandContext): Found {
  const all = useMemo(() => commandsOf(context), [context])
  const basis = travelOf(context)?.model.current.basis
  const sought = basis && soughtToken(text, basis.matrix)
  const hits = useTokenHits(basis && sought && searchOf(sought, basis))
  const isNamed = sought?.isNamed === true
  const found = commandsFor(text, all, context, { hits: hits ?? [], isNamed }).slice(0, MOST)
  const isPending = sought !== undefined && hits === undefined && (isNamed || found.length === 0)
  return { found, isPending }
}

/** Returns the search for a token. A single letter that is not named as a token is not searched for. */
function searchOf({ text, isNamed }: SoughtToken, { tensor, matrix }: FigureBasis): SearchInput {
  // Columns by the distance from several queries have no token of their own.
  const isSought = (isNamed || text.length > 1) && tensor.atLayer?.hasDistance !== true
  const search = isSought ? text : ''
  return { tensor, queryIndex: matrix.queryIndex, search, labels: matrix.labels }
}
