import { describe, expect } from 'vitest'
import { figureFonts } from '../../src/figure/FigureTheme'
import { textWidth, type Face } from '../../src/layout/TextStyle'
import { visibleText } from '../../src/text/visibleText'
import { test } from './harness/pageTest'

const texts: readonly string[] = [
  'the quick brown fox jumps over the lazy dog',
  'SPHINX OF BLACK QUARTZ, JUDGE MY VOW',
  '0123456789',
  '−0.0283 +1e-7 ±∞ × • … ␣ ↵ ⇥ ∅',
  ...Array.from({ length: 94 }, (_character, k) => String.fromCharCode(33 + k)),
  ...Array.from('©®¼½¾ƕƢǄǼȸɱΜϠѨѼҖԔաص‰₧Ⅷ⋘⌨☎⟶⨌ᙱ'),
  'WWWWWWWW',
  'mmmmmmmm',
  '@@@@%%%%',
  'Größe, Übermaß, naïve façade, señor, Łódź, Žižek, Ångström, œuvre',
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß',
  ...Array.from('ÆæŒœŴŸĲĦŊ'),
  'Съешь же ещё этих мягких французских булок',
  ...Array.from('ЖМФШЩЫЮЉЊжфшщыюљњ'),
  'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία',
  'Աբգդ եզէ ընթ',
  'שלום עולם',
  'بسم الله الرحمن الرحيم',
  '﷽',
  'ﷺ',
  'नमस्ते दुनिया क्षत्रिय',
  'வணக்கம் உலகம்',
  'ನಮಸ್ಕಾರ ಪ್ರಪಂಚ',
  'ഹലോ ലോകം',
  'สวัสดีชาวโลก',
  'ສະບາຍດີ',
  'བཀྲ་ཤིས་བདེ་ལེགས',
  'မင်္ဂလာပါ',
  'សួស្តី​ពិភពលោក',
  'გამარჯობა მსოფლიო',
  'ሰላም ልዑል',
  'ᐊᐃᐅ ᓄᓇᕗᑦ',
  'ᠮᠣᠩᠭᠣᠯ',
  '你好，世界',
  'こんにちは世界',
  'ｶﾀｶﾅ ＦＵＬＬ',
  '안녕하세요 세계',
  '🙂🎉🚀',
  '👩‍👩‍👧‍👦',
  '🇩🇪🇯🇵',
  '☃ ★ ♞ ☎ ✈ ⚠',
  '─│┌┐└┘█▓▒░',
  '∀∂∈ℝ∧∪≡∞∫∑√',
  '←↑→↓⇒⇔⟶',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  '𒀀𒁀𒐫',
  '𓀀𓂀',
  '𝄞𝄢',
  'e\u0301o\u0308u\u030a',
  'Z\u0351\u036b\u0343a\u0353l\u034ego\u0356',
  'ĠtheĊ▁token##ing',
  '<|endoftext|>',
  '\\ud83d',
]

const faces: readonly (readonly [name: string, face: Face, family: string, isBold: boolean])[] = [
  ['words', 'sans', figureFonts.screen.words, false],
  ['bold words', 'sans', figureFonts.screen.words, true],
  ['tokens', 'mono', figureFonts.screen.tokens, false],
  ['bold tokens', 'mono', figureFonts.screen.tokens, true],
  ['words of a system that has only DejaVu', 'sans', '"DejaVu Sans"', false],
  ['bold words of such a system', 'sans', '"DejaVu Sans"', true],
  ['tokens of such a system', 'mono', '"DejaVu Sans Mono"', false],
]

describe('the table of text widths', () => {
  test.for(faces)(
    'is an upper bound of what is drawn: %s',
    async ([, face, family, isBold], { browser }) => {
      const page = await browser.newPage()
      const shown = texts.map(visibleText)
      await page.setContent('<meta charset="utf-8"><svg width="2000" height="100"><text/></svg>')
      const drawn = await page.evaluate(measure, { texts: shown, family, isBold })
      const tooNarrow = shown.flatMap((text, k) => {
        const bound = textWidth(text, 100, face, isBold)
        const width = drawn[k] ?? Infinity
        return width <= bound ? [] : [`${text}: ${width.toFixed(0)} > ${bound.toFixed(0)}`]
      })
      expect(tooNarrow).toEqual([])
      await page.context().close()
    },
  )
})

interface Measured {
  readonly texts: readonly string[]
  readonly family: string
  readonly isBold: boolean
}

/** Runs in the page: widths at 100 px. */
function measure({ texts: shown, family, isBold }: Measured): number[] {
  const element = document.querySelector('text')
  if (element === null) throw new Error('no text')
  element.setAttribute('font-family', family)
  element.setAttribute('font-size', '100')
  element.setAttribute('font-weight', isBold ? '700' : '400')
  return shown.map((text) => {
    element.textContent = text
    return element.getComputedTextLength()
  })
}
