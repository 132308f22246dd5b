/** One known ending, with the compression after it. */
const EXTENSION =
  /(?:\.simlens)?\.(?:jsonl?|svg|png|html?|csv|tsv|txt|npy|npz|pt|pth|safetensors|parquet)(?:\.gz)?$/i

/** Forbidden on Windows (and `/` everywhere), invisible, or steering the direction of text. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u00AD\u200B\uFFFE\uFFFF/\\:*?"<>|]+/gu

/** Names of devices on Windows, with whatever extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i

/** In UTF-16 units: at most three bytes each, so that a name with its extension stays below 255 bytes. */
const LONGEST = 80

/**
 * A name for files made from a tensor's title or its file's name, without extension: safe on Windows,
 * macOS and Linux, letters of any script kept, never empty, at most 80 UTF-16 units.
 */
export function fileBaseName(titleOrFileName: string): string {
  const name = trimmed(
    titleOrFileName
      .trim()
      .replace(EXTENSION, '')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .replace(UNSAFE, '-')
      // What follows looks at every run of dots from each of its dots.
      .slice(0, 4 * LONGEST),
  )
  if (name === '') return 'simlens'
  return trimmed(cut(RESERVED.test(name) ? `_${name}` : name))
}

/** Windows drops dots and spaces at the end; a dot at the start hides the file elsewhere. */
function trimmed(name: string): string {
  return name.replace(/^[. ]+|[. ]+$/g, '')
}

/** Not between the halves of a surrogate pair. */
function cut(name: string): string {
  return name.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')
}
