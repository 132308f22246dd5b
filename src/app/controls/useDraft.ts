import { useState } from 'react'

/**
 * Returns the text of a field while it is typed, and what changes it. It is undefined when the field is left, and for
 * any other tensor than the one `of` which it was typed.
 */
export function useDraft(
  of: object,
): readonly [draft: string | undefined, setDraft: (text: string | undefined) => void] {
  const [draft, setDraft] = useState<{ readonly text: string | undefined; readonly of: object }>()
  return [draft?.of === of ? draft.text : undefined, (text) => setDraft({ text, of })]
}
