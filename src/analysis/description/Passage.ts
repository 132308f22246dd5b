/** One part of a description; each line is a paragraph, optionally with a name before it. */
export interface Passage {
  readonly heading: string
  readonly lines: readonly Line[]
}

/** One paragraph of a passage. */
export interface Line {
  /** Name such as `Highest` or `Neutral`; absent if the line needs none. */
  readonly name?: string
  readonly text: string
}

/** Returns the description as plain text, one line for each heading and paragraph. */
export function plainDescription(passages: readonly Passage[]): string {
  return passages
    .flatMap(({ heading, lines }) => [
      heading,
      ...lines.map(({ name, text }) => (name === undefined ? text : `${name}: ${text}`)),
    ])
    .join('\n')
}

/**
 * Returns the description as Markdown: the title as a heading of level 2, the parts as headings of level 3, lines as
 * lists.
 */
export function markdownDescription(passages: readonly Passage[]): string {
  return passages
    .map(({ heading, lines }, index) => {
      const items = lines.map(({ name, text }) => {
        return name === undefined ? `- ${text}` : `- **${name}:** ${text}`
      })
      return [`${index === 0 ? '##' : '###'} ${heading}`, ...items].join('\n')
    })
    .join('\n\n')
}
