"""Computes every number of every sentence again, from an exported tensor and its description alone.

Reads a list of {exported, description, sentences, transform} from stdin, prints a list of texts: what is wrong of each.
Nothing here is translated from the page's code: the definitions are those of src/analysis/README.md and of the sentences.
"""

import itertools
import re
from collections import Counter

import numpy as np
from scipy import stats

N = r"[−-]?\d+(?:\.\d+)?(?:e[+−-]\d+)?"
I = r"\d[\d,]*"
L = r'layer (?:\d+|"[^"]*" \(index \d+\))'
K = r'(?:"[^"]*" \(\d+\)|token \d+)'
C = r'token \d+(?: "[^"]*")? \(\d+ back\)'
P = r"p (?:=|<|>) [\d.e−-]+"

EPS = 2.0**-47


class Wrong(Exception):
    pass


def check(condition, what):
    if not condition:
        raise Wrong(what)


def number(text):
    return float(text.replace("−", "-").replace(",", ""))


def unit(text):
    """The unit of the last digit of a number."""
    mantissa, _, exponent = text.replace("−", "-").partition("e")
    return 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2]))


def rounded(text, value, scale=None):
    """Whether a text is a value, rounded to its last digit. `scale` bounds the values it was computed from."""
    slack = 0.5 * unit(text) * (1 + 1e-9) + EPS * max(abs(value), scale or 0)
    return abs(number(text) - value) <= slack


def brief(text, value, digits=2):
    """Whether a text has the first digits of a value."""
    if abs(value) < 1e-13:
        return abs(number(text)) < 1e-12
    last = 10.0 ** (np.floor(np.log10(abs(value))) + 1 - digits)
    return abs(number(text) - value) <= 0.5 * last * (1 + 1e-6)


class Tensor:
    def __init__(self, document, query, transform):
        document.setdefault("queries", [{"label": f"Meta Token #{k + 1}"} for k in range(len(document["values"]))])
        self.document = document
        self.query = query
        self.first = document.get("first_index", 0)
        rows = document["values"][query]
        self.rows = rows
        lists = document.get("tokens")
        shared = lists is not None and len(lists) > 0 and not isinstance(lists[0], list)
        own = None if lists is None else (lists if shared else lists[query])
        longest = max([len(row) for row in rows], default=0)
        position = document["queries"][query].get("position")
        if own is None:
            self.count = longest
        elif shared:
            self.count = position - self.first if position is not None else longest
        else:
            self.count = len(own)
        self.texts = own
        self.position = position if position is not None else self.first + self.count
        self.stored = np.zeros((len(rows), self.count), bool)
        self.raw = np.full((len(rows), self.count), np.nan)
        for layer, row in enumerate(rows):
            start = self.count - len(row) if document.get("align") == "end" else 0
            for k, value in enumerate(row):
                self.stored[layer, start + k] = True
                self.raw[layer, start + k] = np.nan if value is None else value
        self.values = transformed(self.raw, transform)
        self.isTransformed = transform != "raw"
        self.finite = np.isfinite(self.values)
        flat = self.values[self.finite]
        self.flat = flat
        self.scale = float(np.max(np.abs(flat))) if flat.size else 0.0
        before = np.abs(self.raw[np.isfinite(self.raw)]) if transform.endswith("change") else []
        self.tie = max(self.scale, np.max(before, initial=0)) * 2.0**-48
        self.tolerance = self.tie if self.isTransformed else 0.0
        self.labels = document.get("layers")
        self.size = document.get("hidden_size") if not self.isTransformed else None

    def layer(self, text):
        text = text[0].lower() + text[1:]
        match = re.fullmatch(r'layer (?:(\d+)|"([^"]*)" \(index (\d+)\))', text)
        index = int(match[1] or match[3])
        label = str(index) if self.labels is None else str(self.labels[index])
        check(label == (match[2] if match[3] else match[1]), f"{text} has another label")
        check(index < len(self.rows), f"there is no {text}")
        return index

    def token(self, text):
        match = re.fullmatch(r'"([^"]*)" \((\d+)\)|[Tt]oken (\d+)', text)
        index = int(match[2] or match[3]) - self.first
        check(0 <= index < self.count, f"there is no {text}")
        if match[2]:
            check(self.texts[index].replace(" ", "␣") == match[1], f"{text} has another text")
        return index

    def tokenPhrase(self, text):
        match = re.fullmatch(r'token (\d+)(?: "([^"]*)")? \((\d+) back\)', text)
        index = int(match[1]) - self.first
        check(0 <= index < self.count, f"there is no {text}")
        check(self.position - int(match[1]) == int(match[3]), f"{text} is another distance back")
        if match[2] is not None:
            check(self.texts[index].replace(" ", "␣") == match[2], f"{text} has another text")
        return index

    def means(self):
        """Tokens with a finite value, and the means of these values; those that rounding parts are equal."""
        tokens = [t for t in range(self.count) if self.finite[:, t].any()]
        means = np.array([np.sum(self.values[self.finite[:, t], t]) / self.finite[:, t].sum() for t in tokens])
        order = np.argsort(means, kind="stable")
        least = None
        for k in order:
            if least is None or means[k] - least > self.tie:
                least = means[k]
            means[k] = least
        return tokens, means


def transformed(raw, transform):
    values = raw.copy()
    if transform == "raw":
        return values
    group, kind = transform.split("-")
    axis = 1 if group == "layer" else 0
    finite = np.isfinite(raw)
    if kind == "change":
        before = np.full(raw.shape, np.nan)
        if group == "layer":
            before[1:] = raw[:-1]
        else:
            before[:, 1:] = raw[:, :-1]
        with np.errstate(invalid="ignore"):
            return raw - before
    some = np.where(finite, raw, np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.nanmean(some, axis=axis, keepdims=True)
        residual = some - mean
        # What the rounding of a large mean leaves over.
        residual -= np.nanmean(residual, axis=axis, keepdims=True)
        if kind == "z":
            deviation = np.sqrt(np.nanmean(residual**2, axis=axis, keepdims=True))
            residual = np.where(deviation > 1e-15 * np.nanmax(np.abs(some)), residual / deviation, 0 * residual)
    return np.where(finite, residual, raw)


# Statistics


def score(values, tolerance):
    total = np.zeros(values.shape[0])
    for k in range(1, values.shape[1]):
        difference = values[:, k : k + 1] - values[:, :k]
        total += (difference > tolerance).sum(1) - (difference < -tolerance).sum(1)
    return total


def walk(values, tolerance, draws=4000, seed=1):
    """p against a walk without drift, with a lower and an upper bound: equal if all patterns are tried."""
    n = len(values)
    observed = abs(score(values[None, :], tolerance)[0])
    if n < 2 or observed == 0:
        return 1.0, 1.0, 1.0
    steps = np.diff(values)
    if n <= 13:
        signs = np.array(list(itertools.product([1, -1], repeat=n - 1)))
    else:
        signs = np.random.default_rng(seed).choice([1, -1], (draws, n - 1))
    walks = np.concatenate([np.zeros((len(signs), 1)), np.cumsum(signs * steps, 1)], 1)
    hits = int((np.abs(score(walks, tolerance)) >= observed).sum())
    if n <= 13:
        return (hits / len(signs),) * 3
    low = stats.beta.ppf(0.0001, hits, draws - hits + 1) if hits else 0.0
    high = stats.beta.ppf(0.9999, hits + 1, draws - hits) if hits < draws else 1.0
    return hits / draws, low, high


def thinned(values, most):
    n = len(values)
    if n <= most:
        return values
    return np.array([values[int(np.floor(k * (n - 1) / (most - 1) + 0.5))] for k in range(most)])


def discovery(ps):
    order = np.argsort(ps)
    corrected = np.empty(len(ps))
    least = 1.0
    for rank in range(len(ps), 0, -1):
        least = min(least, ps[order[rank - 1]] * len(ps) / rank)
        corrected[order[rank - 1]] = least
    return corrected


def saysP(text, low, high):
    """Whether `p = 0.012` may be a p-value between two bounds, to two digits and the error of drawn walks."""
    sign, value = re.fullmatch(r"p (=|<|>) (.+)", text).groups()
    value = number(value)
    if sign == "<":
        return value == 0.001 and low < value
    if sign == ">":
        return value == 0.25 and high > value * 0.7
    if low == high:
        return brief(f"{value}", low)
    return low * 0.5 - 0.002 <= value <= high * 1.8 + 0.002


def tau(values, tolerance=0.0):
    tied = values.copy()
    order = np.argsort(values, kind="stable")
    least = values[order[0]]
    for k in order:
        if values[k] - least > tolerance:
            least = values[k]
        tied[k] = least
    result = stats.kendalltau(np.arange(len(tied)), tied)[0]
    return 0.0 if np.isnan(result) else result


def rho(x, y):
    return stats.spearmanr(x, y)[0]


# Sentences: each takes a match and the tensor, and raises Wrong.


def heatmap(m, t):
    check(number(m[1]) == len(t.rows) and number(m[2]) == t.count, "another shape")


def noCells(m, t):
    check(len(t.rows) * t.count == 0, "there are cells")


def noFinite(m, t):
    check(not t.finite.any(), "there are finite values")


def run(m, t):
    check(bool(m[1] == "Finite values") == bool(np.isinf(t.values).any()), "infinite values")
    for text, value in zip(m.groups()[1:], [t.flat.min(), t.flat.max(), np.median(t.flat)]):
        check(rounded(text, value, t.scale), f"{text} is not {value}")
    onePrecision(m.groups()[1:])


def allAre(m, t):
    check(np.ptp(t.flat) <= t.tolerance and rounded(m[2], t.flat[0], t.scale), "they differ")
    check(bool(m[1]) == bool(np.isinf(t.values).any()), "infinite values")


def onlyIs(m, t):
    check(t.flat.size == 1 and rounded(m[2], t.flat[0], t.scale), "there are others")


def columns(m, t):
    def index(text):
        match = re.fullmatch(r"token (\d+)|the token (\d+) back", text)
        return int(match[1]) - t.first if match[1] else t.position - int(match[2]) - t.first

    ends = [index(m[2]), index(m[3])]
    check(sorted(ends) == [0, t.count - 1], "other ends")
    check((ends[0] == 0) == ("sequence" in m[1]), "another direction")


def onlyColumn(m, t):
    check(t.count == 1, "there are more columns")


def rows(m, t):
    check([t.layer(m[1]), t.layer(m[3])] == [0, len(t.rows) - 1], "other rows")
    check((m[2], m[4]) in [("bottom", "top"), ("top", "bottom")], "no direction")


def colors(m, t):
    low, high = t.flat.min(), t.flat.max()
    ends = [(low, high)]
    p1, p99 = np.percentile(t.flat, [1, 99])
    if 0 < p99 - p1 < (high - low) / 3:
        width = p99 - p1
        reach = width if t.flat.size > 8000 or t.stored.sum() > 8000 else 0
        inside = t.flat[(t.flat >= p1 - reach) & (t.flat <= p99 + reach)]
        ends = [(min(p1, inside.min()), max(p99, inside.max())) if reach else (p1, p99)]
    if low == high:
        half = abs(low) / 2 or 1
        ends = [(low - half, high + half)]
    if t.transform != "raw":
        ends = [symmetric(a, b) for a, b in ends]
    check(any(rounded(m[1], a, t.scale) and rounded(m[2], b, t.scale) for a, b in ends), f"not of {ends}")
    onePrecision(m.groups())


def symmetric(low, high):
    """The colors of transformed values are even about 0, unless 0 is farther from them than they are apart."""
    reach = max(abs(low), abs(high))
    return (low, high) if max(low, -high) > high - low else (-reach, reach)


def onePrecision(texts):
    kinds = {re.sub(r"\d+", "", t.lstrip("−-").partition(".")[2].partition("e")[2]) for t in texts}
    decimals = {len(t.partition("e")[0].partition(".")[2]) for t in texts if number(t) != 0}
    exact = all(len(re.sub(r"\D", "", t.partition("e")[0]).lstrip("0")) > 14 for t in texts if number(t) != 0)
    check(len(decimals) <= 1 or exact or len(kinds) > 1 or anyLong(texts), f"several precisions: {texts}")
    byText = {}
    for text in texts:
        check(byText.setdefault(number(text), text) == text, f"one number in two ways: {texts}")


def anyLong(texts):
    """Whether numbers are written whole, since no number of digits tells them apart."""
    return any(len(re.sub(r"\D", "", t.partition("e")[0]).lstrip("0")) > 14 or "e" in t for t in texts)


def ranking(t, sign):
    """The finite values times a sign, highest first, and which cells reach the last of the three that are wanted."""
    values = np.where(t.finite, sign * t.values, -np.inf)
    ranked = np.sort(values[t.finite])[::-1]
    return values, ranked, t.finite & (values >= ranked[min(3, len(ranked)) - 1] - t.tolerance)


def extremes(m, t):
    values, ranked, reaching = ranking(t, 1 if m[1] == "highest" else -1)
    parts = m[3].split("; ")
    cells, texts = [], []
    while parts and not re.match(rf"(?:then )?{I} cells? of ", parts[0]):
        part = parts.pop(0)
        check(part.startswith("then ") == (len(cells) == 1 and m[2] == "cell is"), f"first or not: {part}")
        match = re.fullmatch(rf"({L}), ({C if len(cells) == 0 else K}), ({N})", re.sub("^then ", "", part))
        check(match, f"no cell: {part}")
        token = t.tokenPhrase(match[2]) if len(cells) == 0 else t.token(match[2])
        cells.append((t.layer(match[1]), token))
        texts.append(match[3])
    check(len(cells) == len(set(cells)) and all(reaching[cell] for cell in cells), "a cell twice, or none of the highest")
    written = [values[c] for c in cells]
    for place, (cell, text) in enumerate(zip(cells, texts)):
        check(abs(values[cell] - ranked[place]) <= t.tolerance, f"{text} is not the {place}th")
        check(rounded(text, t.values[cell], t.scale), f"{text} is not {t.values[cell]}")
    for a, b in itertools.combinations(range(len(cells)), 2):
        check((texts[a] == texts[b]) == (abs(written[a] - written[b]) <= t.tolerance), "equal texts of unequal cells")
    shared = len(cells) > 1 and abs(written[0] - written[1]) <= t.tolerance
    check((m[2] == "cells are") == shared, "one or several")
    if parts:
        check(parts[0].startswith("then ") == (len(cells) == 1 and not shared), f"first or not: {parts[0]}")
        group = re.fullmatch(rf"({I}) cells? of ({N}): (.*)", re.sub("^then ", "", parts[0]))
        check(group, f"no cells: {parts[0]}")
        check(group[2] not in texts, "a cell of the shared value apart from it")
        sharing(t, (values, ranked, reaching), len(cells), (group[1], group[2], [group[3], *parts[1:]]))
        texts.append(group[2])
    else:
        check(len(cells) == reaching.sum(), f"{reaching.sum()} cells reach the last, not {len(cells)}")
    check((len(parts) > 0) == (reaching.sum() > 8), "each cell with its value, or not")
    onePrecision(texts)


def sharing(t, ranking, before, said):
    """Checks the number of the cells that share a value, behind others that are beyond it, and the five that are named."""
    values, ranked, reaching = ranking
    count, text, parts = said
    check(number(count) == reaching.sum() - before, f"{reaching.sum() - before} cells share it")
    check(ranked[before] - ranked[reaching.sum() - 1] <= 2 * t.tolerance, "they do not share it")
    check(before == 0 or ranked[before - 1] - ranked[before] > t.tolerance, "others share it")
    more = re.fullmatch(rf"and ({I}) more", parts[-1])
    found = []
    for part in parts[:-1] if more else parts:
        match = re.fullmatch(rf"({L}), ({K})", part)
        check(match, f"no cell: {part}")
        found.append((t.layer(match[1]), t.token(match[2])))
    check(len(found) + (number(more[1]) if more else 0) == number(count), "another number of cells")
    check(len(found) == min(5, number(count)), "not five cells")
    places = np.argwhere(reaching & (values <= ranked[before]))
    # In the order of layers and tokens; among the first ones, values that rounding parts are sorted.
    wanted = [tuple(int(k) for k in place) for place in places[: 8 if t.isTransformed else len(found)]]
    check(len(set(found)) == len(found) and set(found) <= set(wanted), f"not {found} but {wanted}")
    check(t.isTransformed or found == wanted, "another order")
    check(all(rounded(text, t.values[cell], t.scale) for cell in found), f"{text} is not their value")


def sharedExtreme(m, t):
    found = ranking(t, 1 if m[2] == "highest" else -1)
    check(found[2].sum() > 8, "each cell has its own value")
    sharing(t, found, 0, (m[1], m[3], m[4].split("; ")))
    onePrecision([m[3]])


def names(text):
    return re.findall(K, text)


def neutral(m, t):
    count, total = number(m[1]), number(m[2])
    if m["floor"]:
        limit = 1.96 / np.sqrt(t.size)
        check(int(m["size"]) == t.size and rounded(m["floor"], limit), "another floor")
        center, low, high = 0.0, -limit, limit
        texts = [m["floor"]]
    else:
        check(t.size is None, "the floor is known")
        low, high = number(m["low"]), number(m["high"])
        center = 0.0 if m["about"] == "0" else float(np.median(t.flat))
        check(m["share"] == "50", "another share")
        check(abs((low + high) / 2 - center) <= unit(m["low"]) + EPS * t.scale, "another center")
        texts = [m["low"], m["high"]]
    band = [k for k in range(t.count) if (t.finite[:, k] | np.isinf(t.values[:, k])).any()]
    check(total == len(band), "another total")
    slack = 0 if m["floor"] else unit(m["low"])

    def isIn(k, by):
        column = t.values[~np.isnan(t.values[:, k]), k]
        return bool((column >= low - by).all() and (column <= high + by).all())

    surely = sum(isIn(k, -slack) for k in band)
    perhaps = sum(isIn(k, slack) for k in band)
    check(surely <= count <= perhaps, f"{surely} to {perhaps}, not {count}")
    def far(k):
        return max(t.values[t.finite[:, k], k].max() - center, center - t.values[t.finite[:, k], k].min())

    within = sorted((k for k in band if not np.isinf(t.values[:, k]).any()), key=lambda k: (far(k), k))
    wanted = {}
    for k in within[: min(int(count), 100)]:
        column = t.values[t.finite[:, k], k]
        wanted.setdefault("up" if (column >= center).all() else "down" if (column <= center).all() else "both", []).append(k)
    parts = m["parts"].split("; ") if m["parts"] else []
    more = re.fullmatch(rf"and ({I}) more, farther from ({N})", parts[-1]) if parts else None
    check((number(more[1]) if more else 0) == max(0, count - 100), "another number of tokens farther away")
    if more:
        parts.pop()
        check(rounded(more[2], center, t.scale), "another center")
        texts.append(more[2])
    sides = []
    for part in parts:
        match = re.fullmatch(rf"(?:between ({N}) and ({N})|crossing ({N}):) (.*)", part)
        check(match, f"no side: {part}")
        if match[3]:
            side = "both"
            check(rounded(match[3], center, t.scale), f"another center: {part}")
        else:
            isUp = rounded(match[1], center, t.scale) and rounded(match[2], high, t.scale if slack else 0)
            isDown = rounded(match[1], low, t.scale if slack else 0) and rounded(match[2], center, t.scale)
            check(isUp != isDown, f"neither half: {part}")
            side = "up" if isUp else "down"
        texts += [text for text in match.groups()[:3] if text]
        sides.append(side)
        found = [t.token(name) for name in names(match[4])]
        inside = wanted.get(side, [])
        check(len(found) + hasMore(match[4]) == len(inside), f"{len(inside)} tokens: {part}")
        # The nearest first, five of them.
        check(found == inside[:5], f"not {found} but {inside[:5]}: {part}")
        for k in found:
            check(isIn(k, slack), "a token outside")
    check(sides == [side for side in ("up", "down", "both") if side in wanted], f"not {sides} but {list(wanted)}")
    onePrecision(texts)


def enough(t):
    return [k for k in range(t.count) if t.finite[:, k].sum() >= 4]


def judged(t):
    """Of each tested token: bounds of p, and the direction of S and of its ends."""
    if hasattr(t, "trends"):
        return t.trends
    tested = enough(t)
    t.trends = {}
    for k in tested:
        values = t.values[t.finite[:, k], k]
        check(len(values) <= 128, "too many layers for this oracle")
        s = score(values[None, :], max(t.tie, t.tolerance))[0]
        t.trends[k] = (*walk(values, max(t.tie, t.tolerance)), s, values[-1] - values[0])
    return t.trends


def trends(m, t):
    total, falling, rising = number(m["total"]), number(m["fall"] or "0"), number(m["rise"] or "0")
    check((falling + rising == 0) == bool(m["none"]) == (m["fall"] is None), "none, or some")
    tokens = enough(t)
    check(total == len(tokens), f"{len(tokens)} tokens")
    check(bool(m["some"]) == (len(tokens) < t.count), "tokens with fewer values")
    check(m["rate"] == "5", "another rate")
    tested = number(m["tests"])
    if m["only"]:
        check(number(m["only"]) == tested, "another number of tests")
        return checkMany(t, tokens, int(tested), rising, falling)
    check(tested == len(tokens), "another number of tests")
    results = judged(t)
    low = discovery([results[k][1] for k in tokens])
    high = discovery([results[k][2] for k in tokens])
    for name, sign, count in [("rise", 1, rising), ("fall", -1, falling)]:
        def counted(ps):
            return sum(p <= 0.05 and sign * results[k][3] > 0 and sign * results[k][4] > 0 for p, k in zip(ps, tokens))
        check(counted(high) <= count <= counted(low), f"{counted(high)} to {counted(low)} {name}")


def checkMany(t, tokens, tested, rising, falling):
    path = np.nansum(np.abs(np.diff(t.values, axis=0)), axis=0)
    chosen = np.argsort(-path[tokens], kind="stable")[:tested]
    values = t.values[:, np.array(tokens)[chosen]].T
    n = values.shape[1]
    observed = np.abs(score(values, t.tie))
    steps = np.diff(values, axis=1)
    hits = np.zeros(len(values))
    for signs in itertools.product([1, -1], repeat=n - 1):
        walks = np.concatenate([np.zeros((len(values), 1)), np.cumsum(np.array(signs) * steps, 1)], 1)
        hits += np.abs(score(walks, t.tie)) >= observed
    corrected = discovery(hits / 2 ** (n - 1))
    ends = values[:, -1] - values[:, 0]
    s = score(values, t.tie)
    check(rising == ((corrected <= 0.05) & (s > 0) & (ends > 0)).sum(), "others rise")
    check(falling == ((corrected <= 0.05) & (s < 0) & (ends < 0)).sum(), "others fall")


def strict(m, t):
    pass


def trend(m, t):
    k = t.token(m["token"])
    finite = np.flatnonzero(t.finite[:, k])
    values = t.values[finite, k]
    places = re.findall(rf"({N}) \(({L})\)", m["ways"])
    layers = [t.layer(layer) for _, layer in places]
    for (text, _), layer in zip(places, layers):
        check(rounded(text, t.values[layer, k], t.scale), f"{text} is not {t.values[layer, k]}")
    check(layers[0] == finite[0] and layers[-1] == finite[-1], "other ends")
    if len(layers) == 3:
        turn = t.values[layers[1], k]
        check(turn in (values.max(), values.min()) and not values[0] <= turn <= values[-1], "no turn")
    steps = np.diff(values)
    tolerance = max(t.tie, t.tolerance)
    check(number(m["up"]) == (steps > tolerance).sum() and number(m["steps"]) == len(steps), "other steps")
    slopes = [(values[j] - values[i]) / (finite[j] - finite[i]) for i in range(len(values)) for j in range(i + 1, len(values))]
    none = EPS * t.scale
    isNone = max(abs(np.median(slopes)), abs(number(m["slope"]))) < none
    check(brief(m["slope"], np.median(slopes)) or isNone, f"slope {np.median(slopes)}")
    onePrecision([text for text, _ in places])
    if m["tau"]:
        check(brief(m["tau"], tau(values, tolerance)), f"τ is {tau(values, tolerance)}")
        check((m["verb"] == "rises") == (values[-1] > values[0]), "the other direction")
        results = judged(t) if t.count <= 2000 else None
        if results:
            tokens = list(results)
            low = discovery([results[key][1] for key in tokens])[tokens.index(k)]
            high = discovery([results[key][2] for key in tokens])[tokens.index(k)]
            check(saysP(m["p"], low, high), f"p is {low} to {high}")
            check(low <= 0.05, "no trend")


def listed(text):
    return re.findall(L, text)


def layerNumbers(t):
    with np.errstate(invalid="ignore"):
        magnitude = np.where(t.finite, np.abs(t.values), np.nan)
    return [row[~np.isnan(row)] for row in magnitude]


def hasMore(text):
    match = re.search(rf"and ({I}) more$", text)
    return int(number(match[1])) if match else 0


def sameLayers(text, t, wanted):
    found = [t.layer(one) for one in listed(text)]
    check(len(found) + hasMore(text) == len(wanted) and found == wanted[:5], f"not {text} but {wanted}")


def sumToOne(t):
    """Whether the values of each layer are probabilities, but for their rounding."""
    rows = [row[finite] for row, finite in zip(t.values, t.finite) if finite.any()]
    return all(row.min() >= 0 and abs(row.sum() - 1) <= 0.01 for row in rows)


def largestText(m, t):
    check(sumToOne(t), "the layers have other sums")
    filled = [(k, row) for k, row in enumerate(layerNumbers(t)) if len(row)]
    top = max(row.max() for _, row in filled)
    sameLayers(m[2], t, [k for k, row in filled if row.max() >= top - t.tolerance])
    check(rounded(m[1], top, t.scale), f"{m[1]} is not {top}")


def layersText(m, t):
    check(not sumToOne(t), "the layers have the same sum")
    filled = [(k, row) for k, row in enumerate(layerNumbers(t)) if len(row)]
    means = {k: row.mean() for k, row in filled}
    most, least = max(means.values()), min(means.values())
    top = max(row.max() for _, row in filled)
    sameLayers(m[1], t, [k for k, v in means.items() if v >= most - 2 * t.tie])
    sameLayers(m[3], t, [k for k, v in means.items() if v <= least + 2 * t.tie])
    sameLayers(m[6], t, [k for k, row in filled if row.max() >= top - t.tolerance])
    for text, value in [(m[2], most), (m[4], least), (m[5], top)]:
        check(rounded(text, value, t.scale), f"{text} is not {value}")
    onePrecision([m[2], m[4], m[5]])


def changeText(m, t):
    changes = {}
    for layer in range(1, len(t.rows)):
        both = t.finite[layer] & t.finite[layer - 1]
        if both.any():
            changes[layer] = np.abs(t.values[layer, both] - t.values[layer - 1, both]).mean()
    most = max(changes.values())
    check(rounded(m[2], most, t.scale), f"{m[2]} is not {most}")
    pairs = re.findall(rf"from ({L}) to ({L})", m[1])
    wanted = [k for k, v in changes.items() if v >= most - 4 * t.tie]
    check(len(pairs) + hasMore(m[1]) == len(wanted), f"not {m[1]} but {wanted}")
    check([t.layer(after) for _, after in pairs] == wanted[:5], f"not {m[1]} but {wanted}")
    for before, after in pairs:
        check(t.layer(before) == t.layer(after) - 1, m[1])


def leader(m, t):
    sign = 1 if m[2] == "highest" else -1
    values = np.where(t.finite, sign * t.values, -np.inf)
    if m[1].lower().startswith("layer"):
        index, lines = t.layer(m[1]), [(values[:, k], k) for k in range(t.count)]
        rivals = int(t.finite.any(1).sum())
    else:
        index, lines = t.token(m[1]), [(values[k], k) for k in range(len(t.rows))]
        rivals = int(t.finite.any(0).sum())
    lines = [line for line, _ in lines if np.isfinite(line).any()]
    held = sum(line[index] == line.max() and (line == line.max()).sum() == 1 for line in lines)
    check(number(m[3]) == held and number(m[4]) == len(lines), f"{held} of {len(lines)}")
    check(("layer" in m[5]) != m[1].lower().startswith("layer"), "of the other kind")
    stays = np.concatenate([[1.0], np.cumprod([(2 * k - 1) / (2 * k) for k in range(1, rivals)])])
    shares = [max(1 / rivals, stays[k] * stays[rivals - 1 - k]) for k in range(rivals)]
    p = sum(stats.binom.sf(held - 1, len(lines), share) for share in shares)
    check(saysP(m[6], p, p) and p <= 0.0101, f"p is {p}")


def group(m, t):
    tokens, means = t.means()
    name = m[1]
    repeated = re.fullmatch(rf'"([^"]*)" occurs (twice|{I} times), at (.*)', name)
    if repeated:
        places = [k for k, token in enumerate(tokens) if t.texts[token].replace(" ", "␣") == repeated[1]]
        times = 2 if repeated[2] == "twice" else number(repeated[2].split(" ")[0])
        check(times == len(places), "another number of times")
        found = [int(x) - t.first for x in re.findall(r"\d+", re.sub(rf" and {I} more$", "", repeated[3]))]
        check(found == [tokens[k] for k in places[:5]], "other places")
        check(len(found) + hasMore(name) == len(places), "another number of places")
    else:
        kind, _, rest = name.partition(", ")
        if kind.lower() == "special tokens":
            places = [k for k, token in enumerate(tokens) if isSpecial(t, t.texts[token])]
        else:
            places = [k for k, token in enumerate(tokens) if isPunctuation(t.texts[token]) and not isSpecial(t, t.texts[token])]
        found = [t.token(one) for one in names(rest)]
        check(found == [tokens[k] for k in places[:5]] and len(found) + hasMore(name) == len(places), "other tokens")
    inside = np.isin(np.arange(len(tokens)), places)
    for text, value in [(m[2], means[inside].mean()), (m[3], means[~inside].mean())]:
        check(rounded(text, value, t.scale), f"{text} is not {value}")
    onePrecision([m[2], m[3]])
    verdict(m[4], t, means, inside)


def isSpecial(t, text):
    return text in t.document.get("special", []) or re.fullmatch(r"<[^<>]*>|\[[A-Z]+\]|_?PAUSE_", text) is not None


def isPunctuation(text):
    return re.fullmatch(r"[\sĠĊ]?[^\w\s]+", text) is not None


def existing(count, size):
    """Number of groups of a size."""
    return float(np.exp(np.sum(np.log(np.arange(count - size + 1, count + 1))) - np.sum(np.log(np.arange(1, size + 1)))))


def testedGroups(t):
    """The special tokens, punctuation, and the three most frequent texts, each once, if enough such groups exist.

    One token alone is not tested, nor are all but one.
    """
    tokens, means = t.means()
    texts = [t.texts[token] for token in tokens]
    # Counts keep the order of the first occurrence, and so does sorting by them.
    repeated = [text for text, count in Counter(texts).most_common(3) if count > 1]
    groups = {tuple(k for k, other in enumerate(texts) if other == text) for text in repeated}
    groups.add(tuple(k for k, text in enumerate(texts) if isSpecial(t, text)))
    groups.add(tuple(k for k, text in enumerate(texts) if isPunctuation(text) and not isSpecial(t, text)))
    return [group for group in groups if 1 < len(group) < len(texts) - 1 and existing(len(texts), len(group)) > 19.5]


def verdict(text, t, means, inside):
    few = re.fullmatch(rf"only ({I}) groups? of this size exists?, too few for a test", text)
    n, size = len(means), int(inside.sum())
    exist = existing(n, size)
    check((text == "one alone is not tested") == (size == 1), f"{size} tokens")
    if size == 1:
        return
    if few:
        check(round(exist) == number(few[1]) and exist < 19.5, "there are others")
        return
    check(exist > 19.5 and size < n - 1, "too few exist, or only one other")
    match = re.fullmatch(rf"(a difference that chance hardly gives|not distinguishable from chance) \(({P})(?:, corrected for ({I}) groups)?, against a walk without drift\)", text)
    check(match, f"no verdict: {text}")
    steps = np.diff(means)
    weight = np.where(inside, 1 / size, -1 / (n - size))
    terms = steps * np.cumsum(weight[::-1])[::-1][1:]
    observed = abs(terms.sum())
    if n <= 13:
        signs = np.array(list(itertools.product([1, -1], repeat=n - 1)))
    else:
        signs = np.random.default_rng(2).choice([1, -1], (8000 if n < 2000 else 300, n - 1))
    hits = int((np.abs(signs @ terms) >= observed - max(4 * t.tie, 1e-12 * np.abs(terms).sum())).sum())
    p = hits / len(signs)
    low, high = (p, p) if n <= 13 else (
        stats.beta.ppf(0.0001, hits, len(signs) - hits + 1) if hits else 0.0,
        stats.beta.ppf(0.9999, hits + 1, len(signs) - hits) if hits < len(signs) else 1.0,
    )
    tests = int(number(match[3] or "1"))
    check(tests == len(testedGroups(t)), f"{len(testedGroups(t))} groups are tested")
    check(saysP(match[2], min(1, low * tests), min(1, high * tests)), f"p is {low * tests} to {high * tests}")
    value = number(re.search(r"[\d.e−-]+$", match[2])[0])
    check((match[1].endswith("hardly gives")) == (value <= 0.05), "the other verdict")


def distance(m, t):
    tokens, means = t.means()
    tested = thinned(means[::-1], 512)
    check(brief(m["tau"], tau(tested)), f"τ is {tau(tested)}")
    _, low, high = walk(tested, t.tie, 1000 if len(tested) > 100 else 4000)
    check(saysP(m["p"], low, high), f"p is {low} to {high}")
    count = re.fullmatch(rf"(?:({I}) of )?({I}) tokens?(?:, evenly spaced)?", m["tokens"])
    check(number(count[2]) == len(tokens) and number(count[1] or count[2]) == len(tested), "other tokens")
    size = max(1, int(np.floor(len(tokens) / 8 + 0.5)))
    for text, name, some in [(m["near"], m["nearest"], range(len(tokens) - size, len(tokens))), (m["far"], m["farthest"], range(size))]:
        found = [t.token(one) for one in names(name)]
        check(found == sorted({tokens[some[0]], tokens[some[-1]]}), f"not {name}")
        check(rounded(text, means[list(some)].mean(), t.scale), f"{text} is not {means[list(some)].mean()}")
    value = number(re.search(r"[\d.e−-]+$", m["p"])[0])
    plain = (number(m["tau"]) < 0) == (number(m["far"]) < number(m["near"]))
    check(("no trend" in m["what"]) == (m["p"].startswith("p >") or value > 0.05 or not plain), "the other verdict")
    if "no trend" not in m["what"]:
        check(m["what"].startswith("falls") == (number(m["tau"]) < 0), "the other direction")
    onePrecision([m["near"], m["far"]])


def noise(m, t):
    limit = 1.96 / np.sqrt(t.size)
    check(rounded(m[3], limit) and int(m[4]) == t.size, "another limit")
    check(number(m[1]) == (np.abs(t.flat) > limit).sum() and number(m[2]) == t.flat.size, "other cells")
    a = (t.size - 1) / 2
    expected = 2 * stats.beta.cdf((1 - min(1, limit)) / 2, a, a) * t.flat.size
    check(brief(m[5], expected, 3) if expected < 99.95 else rounded(m[5], expected), f"{expected} are expected")


def queries(m, t):
    written = []
    count = len(t.document["queries"])
    others = [Tensor(t.document, q, "raw") for q in range(count)]
    for other in others:
        other.values = transformed(other.raw, t.transform)
        other.finite = np.isfinite(other.values)
    found = re.findall(rf"({K})(?: \(and ({I}) others?\))? for (.*?) \(({N})\)", m[1])
    labels = [query["label"] for query in t.document["queries"]]
    check(len(found) > 0, "no query")
    for token, tied, label, text in found:
        other = others[labels.index(label)]
        tokens, means = other.means()
        best = [tokens[k] for k in range(len(tokens)) if means[k] == means.max()]
        check(other.token(token) == best[0], f"{token} is not the strongest of {label}")
        check(number(tied or "0") == len(best) - 1, f"{len(best) - 1} others")
        check(rounded(text, means.max(), t.scale), f"{text} is not {means.max()}")
        written.append(text)
    onePrecision(written)
    t.others = others


def shared(a, b):
    (x, mx), (y, my) = a.means(), b.means()
    both = [k for k in x if k in y and (a.texts is None or a.texts[k] == b.texts[k])]
    return np.array([mx[x.index(k)] for k in both]), np.array([my[y.index(k)] for k in both])


def pairs(t):
    found = []
    for b in range(len(t.others)):
        for a in range(b):
            x, y = shared(t.others[a], t.others[b])
            if len(x) >= 5 and np.ptp(x) > 0 and np.ptp(y) > 0:
                found.append((rho(x, y), len(x)))
    return found


def agreementOfTwo(m, t):
    [(r, n)] = pairs(t)
    check(number(m[1]) == n and brief(m[2], r), f"ρ = {r} of {n}")


def agreement(m, t):
    found = pairs(t)
    sizes = [n for _, n in found]
    rhos = [r for r, _ in found]
    check(number(m[1]) == min(sizes) and number(m[2] or m[1]) == max(sizes), "other numbers of tokens")
    count = len(t.others) * (len(t.others) - 1) // 2
    check((number(m[4]) if m[4] else count) == len(found) and (not m[5] or number(m[5]) == count), "other pairs")
    check(brief(m[6], np.mean(rhos)) or abs(np.mean(rhos)) < 1e-3, f"ρ is {np.mean(rhos)}")
    if m[7]:
        check(brief(m[7], min(rhos)) and brief(m[8], max(rhos)), f"ρ is {min(rhos)} to {max(rhos)}")


def absent(m, t):
    counts = {
        "missing": int((np.isnan(t.values) & t.stored).sum()),
        "+Infinity": int(np.isposinf(t.values).sum()),
        "−Infinity": int(np.isneginf(t.values).sum()),
        "padding": int((~t.stored).sum()),
    }
    check(number(m[1]) == t.stored.size, "other cells")
    said = {name: int(number(count)) for count, name in re.findall(rf"({I}) (?:is|are) (missing|[+−]Infinity|padding)", m[2])}
    check(said == {name: count for name, count in counts.items() if count}, f"not {said} but {counts}")


def allAbsent(m, t):
    check(not t.finite.any() and number(m[1]) == t.stored.size, "there are values")


def shortRows(m, t):
    check(m[1] == ("last" if t.document.get("align") == "end" else "first"), "the other tokens")


def further(m, t):
    check((number(m[1]) == 1) == (m[2] == "finding is") and number(m[1]) > 0, "not in concord")


def says(m, t):
    pass


RULES = [
    (rf"Heatmap of .*?: ({I}) layers? by ({I}) past tokens?\.", heatmap),
    (r"It has no cells\.", noCells),
    (r"No cell has a finite value\.", noFinite),
    (rf"(Values|Finite values) run from ({N}) to ({N}); the median is ({N})\.", run),
    (rf"All (finite )?values are ({N})\.", allAre),
    (rf"The only (finite )?value is ({N})\.", onlyIs),
    (r"Columns run (in the order of the sequence|by distance, nearest first), from ((?:the )?token \d+(?: back)?) at the left to ((?:the )?token \d+(?: back)?) at the right\.", columns),
    (r"Its only column is (?:the )?token \d+(?: back)?\.", onlyColumn),
    (rf"Rows run from ({L}) at the (bottom|top) to ({L}) at the (bottom|top)\.", rows),
    (rf"Colors run from ({N}) to ({N})\.", colors),
    (rf"({I}) cells share the (highest|lowest) value, ({N}): (layer .*?)\.(?= |$)(?! \d)", sharedExtreme),
    (rf"The (highest|lowest) (cells are|cell is) (layer .*?{N}(?:; .*?)?)\.(?= |$)(?! \d)", extremes),
    (rf"({I}) of ({I}) tokens? stays? (?:within the noise floor of ±(?P<floor>{N}) \(1\.96/√(?P<size>\d+)\)|between (?P<low>{N}) and (?P<high>{N}), (?P<share>\d+) % of the color range about (?P<about>0|the median),) in every layer(?:: (?P<parts>.*?))?\.(?= |$)", neutral),
    (rf"(?:Of|(?P<none>No token changes consistently with depth: of)) (?P<total>{I}) tokens?(?P<some> with at least 4 values)?, (?:none falls or rises|(?P<fall>{I}) falls? and (?P<rise>{I}) rises? with depth) more than a walk without drift \(Kendall’s S, signs of the steps flipped; p corrected for (?P<tests>{I}) tests?, false discovery rate (?P<rate>\d+) %\)\. The test is strict: it assumes only that by chance a step up is as likely as a step down\.(?: Only the (?P<only>{I}) tokens? that moves? most from layer to layer (?:was|were) tested\.)?", trends),
    (rf"(?P<token>{K}|Token \d+) (?P<verb>goes|rises|falls) (?P<ways>from {N} \({L}\) to {N} \({L}\)(?:, then to {N} \({L}\))?); (?P<up>{I}) of (?P<steps>{I}) steps? (?:goes|go) up; (?:τ = (?P<tau>{N}), corrected (?P<p>{P}); )?the median slope is (?P<slope>{N}) a layer\.", trend),
    (rf"The mean magnitude is largest in (.*?) \(({N})\) and smallest in (.*?) \(({N})\); the largest magnitude, ({N}), is in (.*?)\.(?= |$)", layersText),
    (rf"The values of each layer sum to 1, so their means are not compared; the largest magnitude, ({N}), is in (.*?)\.(?= |$)", largestText),
    (rf"The profile changes most (.*?), by ({N}) on average\.", changeText),
    (rf"({K}|[Tt]oken \d+|[Ll]ayer \d+|[Ll]ayer \"[^\"]*\" \(index \d+\)) holds the (highest|lowest) value of ({I}) of ({I}) (layers|tokens), more often than by chance \(({P})\)\.", leader),
    (rf"([Ss]pecial tokens, .*?|[Pp]unctuation, .*?|\"[^\"]*\" occurs .*?): mean ({N}), others ({N}); ((?:one alone|only|a difference|not distinguishable) [^;]*?)\.(?= |$)", group),
    (rf"A token’s mean (?P<what>(?:falls|rises) with distance beyond chance|has no trend with distance beyond chance) \(Kendall’s τ = (?P<tau>{N}), (?P<p>{P}) against a walk without drift, (?P<tokens>[^)]*)\): nearest (?P<near>{N}) for (?P<nearest>.*?); farthest (?P<far>{N}) for (?P<farthest>.*?)\.(?= |$)", distance),
    (rf"({I}) of ({I}) cells? lies? outside ±({N}) \(1\.96/√(\d+)\); random directions would put ({N}|{I}) there\.", noise),
    (rf"The token with the highest mean is (.*?\({N}\))\.(?= |$)", queries),
    (rf"Over the ({I}) tokens that both have, the means of the two correlate with Spearman’s ρ = ({N})\.", agreementOfTwo),
    (rf"Over the ({I})(?: to ({I}))? tokens that two queries share, (the means of any two correlate|the means of ({I}) of ({I}) pairs correlates?) with Spearman’s ρ = ({N})(?: on average \(({N}) to ({N})\))?\.", agreement),
    (rf"Of ({I}) cells?, ({I} (?:is|are) .*?)\.(?= |$)", absent),
    (rf"All ({I}) cells are (?:missing|[+−]Infinity|padding)\.", allAbsent),
    (r"Its only cell is (?:missing|[+−]Infinity|padding)\.", says),
    (rf"({I}) further (finding is|findings are) in the panel\.", further),
    (r"No finding counts (?:it|them)\.", says),
    (r"Short rows cover the (first|last) tokens\.", shortRows),
    (r"(?:A layer’s cosine says little about its importance \(arXiv 2605\.14075\)|Large values need not be important ones)\.", says),
    (r"Why a similarity is high or low, or groups differ\.", says),
    (r"Whether a token without a trend has none: the test is strict\.", says),
    (r"Which values chance alone gives: these have no noise floor\.", says),
]


def problems(case):
    document = json.loads(case["exported"])
    t = Tensor(document, 0, case["transform"])
    t.transform = case["transform"]
    found = []
    lines = case["description"].split("\n")[1:] + case["sentences"]
    for line in lines:
        rest = re.sub(r"^(?:Highest|Lowest|Neutral|Gradients): ", "", line)
        if rest in ("Overview", "Axes", "Detailed analysis", "Key observations", "What the data does not show"):
            continue
        while rest:
            match, rule = next(((m, r) for p, r in RULES if (m := re.match(p, rest))), (None, None))
            if match is None:
                found.append(f"no rule for: {rest}")
                break
            try:
                rule(match, t)
            except Exception as wrong:
                found.append(f"{wrong!r}: {match[0]}")
            rest = rest[match.end():].lstrip()
    return "\n".join(found)


def main():
    cases = json.loads(sys.stdin.read())
    with np.errstate(all="ignore"):
        print(json.dumps([problems(case) for case in cases]))


main()
