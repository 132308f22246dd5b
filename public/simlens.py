"""Write tensors for SimLens, and show them in a notebook. One file, Python 3.9 or newer, standard library only.

    import simlens

    cos = simlens.cosine(hidden_states, positions)           # [query][layer][token]
    simlens.write("run.json", cos, tokens, positions=positions)
    simlens.show(simlens.tensor(cos, tokens, positions=positions))

`show` and `html` use SimLens' page, the built `index.html`: beside this file, or where `page` says.
"""

import base64
import hashlib
import html as _html
import json
import math
import re
import unicodedata
import zlib
from pathlib import Path

__all__ = ["cosine", "html", "show", "tensor", "write"]


def cosine(hidden_states, query_positions):
    """Cosine similarity of each query's state with the state of every token before it, layer by layer.

    `hidden_states`: one [token][width] array per layer (lists, NumPy, or torch as from `output_hidden_states=True`;
    a leading batch dimension of 1 is taken off). `query_positions`: index of each query in the sequence.
    Returns nested lists [query][layer][token], first token of the sequence first; NaN for a state that is all zero.
    """
    positions = [int(position) for position in query_positions]
    by_layer = [_layer_cosines(_matrix(states), positions) for states in hidden_states]
    return [[layer[k] for layer in by_layer] for k in range(len(positions))]


def tensor(values, tokens=None, *, positions=None, queries=None, layers=None, **metadata):
    """The canonical tensor as a dict.

    `values`: [query][layer][token], or [layer][token] for one query; lists, or arrays and frames of any library (the
    labels of a pandas frame name tokens and layers where these are not given); None and NaN are missing. `tokens`: the
    texts of the sequence, or one list per query. `positions`: index of each query in the sequence. `queries`: labels, or
    {"label", "position", "hidden_size", "model", "source", "difference"}. `metadata`: title, metric, model, source,
    hidden_size, first_index, special, align, view, companions ({name: array of the shape of `values`}, numbers or
    texts), and axes, the names of what are no meta tokens, layers or tokens: {"query": "Destination", "row": "Head",
    "column": "Key"}.
    Raises ValueError for what the page would refuse, in its words.
    """
    if hasattr(values, "columns") and hasattr(values, "to_numpy"):
        tokens = _labels(values.columns) if tokens is None else tokens
        layers = _labels(getattr(values, "index", None)) if layers is None else layers
    if positions is not None:
        queries = _placed(queries, _plain(positions), _noun(_plain(metadata.get("axes"))))
    entries = {"schema": "simlens/1", **metadata, "layers": layers, "queries": queries, "tokens": tokens}
    return _checked({**entries, "values": values})


def write(path, values, tokens=None, **options):
    """Writes canonical JSON, takes what `tensor` takes, or a dict that it made; returns the path."""
    if isinstance(values, dict) and (tokens is not None or options):
        raise ValueError("A dict is a whole tensor: give tokens and options to simlens.tensor, which makes one.")
    Path(path).write_text(_text(_document(values, tokens, **options)), encoding="utf-8")
    return path


def html(tensor, *, page=None, view=None, embed=False):  # pylint: disable=redefined-outer-name
    """SimLens' page with the tensor in it, as one HTML text. `embed` hides the controls; `view` is how it opens."""
    text = _page(Path(page) if page is not None else Path(__file__).with_name("index.html"))
    document = _document(tensor)
    body = _text(document)
    parts = ['{"simlens":1,"sha256":"', hashlib.sha256(body.encode()).hexdigest(), '","tensor":', body]
    parts += [',"view":', _json(view or document.get("view") or {}), "}"]
    packed = base64.b64encode(zlib.compress("".join(parts).encode("utf-8"), 9)).decode("ascii")
    element = f'<script type="application/json" id="simlens">"{packed}"</script>\n'
    # The last one: the page's script speaks of heads too.
    start, end = text.rsplit("</head>", 1)
    if embed:
        start = start.replace("<html", '<html data-hash="embed=1"', 1)
    return f"{start}{element}</head>{end}"


def show(tensor, *, height=480, page=None, view=None, embed=True):  # pylint: disable=redefined-outer-name
    """The figure in a notebook's output, `height` CSS pixels high."""
    return _Frame(html(tensor, page=page, view=view, embed=embed), height)


def _document(values, *tokens, **options):
    """The values themselves where they are a tensor's dict."""
    return _checked(values) if isinstance(values, dict) else tensor(values, *tokens, **options)


def _page(path):
    """The text of SimLens' page, without a tensor that it was saved with."""
    if not path.is_file():
        raise FileNotFoundError(
            f"SimLens' page is not at {path}. Save the page that simlens.py comes from there as index.html (in a browser: "
            "Save page as, HTML only), or take dist/index.html from `npm run build`; elsewhere, say page=\"its path\"."
        )
    text = path.read_text(encoding="utf-8")
    if not re.search(r"<meta name=\"?generator\"? content=\"?SimLens\b", text) or "</head>" not in text:
        raise ValueError(f"{path} is not SimLens' page: say page=\"its path\".")
    return re.sub(r"<script type=\"application/json\" id=\"simlens\">\"[\w+/=]+\"</script>\n?", "", text)


class _Frame:
    def __init__(self, document, height):
        self.document = document
        self.height = int(height)

    def _repr_html_(self):
        source = _html.escape(self.document, quote=True)
        return (
            f'<iframe srcdoc="{source}" width="100%" height="{self.height}" '
            'style="border:0" allow="clipboard-write"></iframe>'
        )


def _matrix(states):
    """One layer as [token][width], without its batch."""
    if hasattr(states, "detach"):
        states = states.detach().cpu().double()
    if hasattr(states, "shape"):
        while len(states.shape) > 2 and states.shape[0] == 1:
            states = states[0]
        if len(states.shape) != 2:
            raise ValueError(f"a layer has shape {tuple(states.shape)}, not [token][width]")
        return states if hasattr(states, "detach") else states.astype("float64")
    states = _plain(states)
    return states[0] if len(states) == 1 and isinstance(states[0][0], list) else states


def _layer_cosines(states, positions):
    for position in positions:
        if not 0 <= position < len(states):
            raise ValueError(f"query position {position} in a sequence of {len(states)} tokens")
    if hasattr(states, "tolist"):
        # Alike in NumPy and torch.
        norms = (states * states).sum(-1) ** 0.5
        rows = []
        for position in positions:
            products = states[:position] @ states[position]
            scale = norms[:position] * norms[position]
            pairs = zip(products.tolist(), scale.tolist())
            rows.append([dot / size if size > 0 else math.nan for dot, size in pairs])
        return rows
    norms = [math.sqrt(math.fsum(x * x for x in state)) for state in states]
    return [
        [_cosine(states[k], states[position], norms[k] * norms[position]) for k in range(position)]
        for position in positions
    ]


def _cosine(a, b, size):
    return math.fsum(x * y for x, y in zip(a, b)) / size if size > 0 else math.nan


def _labels(labels):
    """Those of a pandas axis; None where they are 0, 1, 2 …"""
    plain = None if labels is None else list(labels)
    return None if plain is None or plain == list(range(len(plain))) else [str(label) for label in plain]


def _noun(axes):
    """What the labels of queries without a label begin with."""
    name = axes.get("query") if isinstance(axes, dict) else None
    name = name.strip() if isinstance(name, str) else ""
    return "Meta Token" if name.lower() in ("", "meta token") else name


def _placed(queries, positions, noun):
    """The queries with their positions."""
    if queries is None:
        queries = [f"{noun} #{k + 1}" for k in range(len(positions))]
    queries = _plain(queries)
    if len(queries) != len(positions):
        raise ValueError(f"queries has {_counted(len(queries), 'meta token')}, but positions has {len(positions)}.")
    return [
        {"position": position, **query} if isinstance(query, dict) else {"label": query, "position": position}
        for query, position in zip(queries, positions)
    ]


_NUMBERS = {int, float, type(None)}
_PLAIN = {*_NUMBERS, bool, str}


def _plain(value):
    """Lists, dicts and scalars of what may be arrays of any library; what is none of these stays as it is."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, dict):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple, range)):
        return list(value) if set(map(type, value)) <= _PLAIN else [_plain(entry) for entry in value]
    value = _array(value)
    if hasattr(value, "tolist"):
        value = _listed(value)
        return _plain(value) if isinstance(value, (list, dict)) else _scalar(value)
    if hasattr(value, "__iter__") and not isinstance(value, (str, bytes, set, frozenset)):
        return [_plain(entry) for entry in value]
    return _scalar(value)


def _scalar(value):
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return value if isinstance(value, bool) else int(value)
    is_complex = isinstance(value, complex) or getattr(getattr(value, "dtype", None), "kind", "") == "c"
    return float(value) if hasattr(value, "__float__") and not is_complex else value


def _array(value):
    """An array that has `tolist`, of torch, TensorFlow, pandas, xarray or SciPy."""
    if hasattr(value, "detach"):
        value = value.detach().cpu()
        if "strided" not in str(getattr(value, "layout", "strided")):
            value = value.to_dense()
        if getattr(value, "is_quantized", False):
            value = value.dequantize()
        # What NumPy has no type for: bfloat16, float8.
        return value.float() if value.is_floating_point() and value.element_size() < 4 else value
    for method in () if hasattr(value, "tolist") else ("to_numpy", "toarray", "numpy"):
        if hasattr(value, method):
            return getattr(value, method)()
    return value


def _listed(array):
    """As lists of Python's own numbers and texts: a date is a text, a record a dict of its fields."""
    dtype = getattr(array, "dtype", None)
    kind = getattr(dtype, "kind", "")
    if getattr(dtype, "names", None):
        return {name: array[name] for name in dtype.names}
    if kind in ("m", "M"):
        array = array.astype(str)
    # NumPy leaves long doubles as they are.
    return (array.astype(float) if kind == "f" and dtype.itemsize > 8 else array).tolist()


def _checked(document):
    """The document of plain lists. Raises ValueError where the page would refuse it, in its words."""
    if "values" not in document:
        keys = ", ".join(json.dumps(str(key)) for key in list(document)[:8])
        more = " and more" if len(document) > 8 else ""
        found = f"Its keys are {keys}{more}." if keys else "It has no keys."
        raise ValueError(
            f'The JSON object has no key "values". {found} Put the similarities into "values", nested [query][layer][token].'
        )
    plain = {str(key): _plain(entry) for key, entry in document.items()}
    values = _numbered(plain.pop("values"))
    plain = {key: entry for key, entry in _nulled(plain).items() if entry is not None}
    if isinstance(plain.get("companions"), dict):
        plain["companions"] = {name: _companion(entry) for name, entry in plain["companions"].items()}
    _check_metadata(plain)
    plain["values"] = values
    for queries in list(_slices(plain["values"])):
        _check_shape(plain, queries)
    if plain.get("companions") is not None:
        _check_companions(plain["companions"], plain["values"])
    return plain


def _check_companions(companions, values):
    """Whether each companion has the shape of the values, all in numbers or all in texts."""
    if not isinstance(companions, dict):
        raise _wrong_companion("companions", companions, "an object of named arrays was expected")
    for name, entry in companions.items():
        path = f"companions.{name}" if re.fullmatch(r"[A-Za-z_$][\w$]*", name, re.A) else f"companions[{json.dumps(name, ensure_ascii=False)}]"
        rows = []
        if isinstance(entry, dict):
            _check_companion(entry.get("values"), values, (f"{path}.values", "values"), rows)
            if entry.get("dtype") not in (None, "float32", "float64"):
                raise _wrong_companion(f"{path}.dtype", entry["dtype"], '"float32" or "float64" was expected')
        else:
            _check_companion(entry, values, (path, "values"), rows)
        texts = next((at for at, row in rows if any(isinstance(item, str) for item in row)), None)
        numbers = next((at for at, row in rows if not all(item is None or isinstance(item, str) for item in row)), None)
        if texts and numbers:
            raise ValueError(
                f"{numbers} is an array of numbers, but {texts} has texts. "
                "Write a companion all in numbers or all in texts, and what is missing as null."
            )


def _check_companion(node, values, paths, rows):
    path, values_path = paths
    if not isinstance(node, list):
        raise _wrong_companion(path, node, "an array was expected")
    if len(node) != len(values):
        raise ValueError(
            f"{path} has {_counted(len(node), 'entry', 'entries')}, but {values_path} has {len(values)}. "
            "A companion has an entry for each value: the same shape as values."
        )
    if values and not _is_row(values):
        if _is_row(node):
            raise _wrong_companion(path, node, "an array of arrays was expected")
        for k, entry in enumerate(node):
            _check_companion(entry, values[k], (f"{path}[{k}]", f"{values_path}[{k}]"), rows)
    elif values:
        first = next((item for item in node if item is not None), None)
        kinds = _NUMBERS if type(first) in _NUMBERS and first is not None else {str, type(None)}
        for k, item in enumerate(node):
            if type(item) not in kinds:
                raise _wrong_companion(f"{path}[{k}]", item, f"a {'number' if int in kinds else 'text'} was expected")
        rows.append((path, node))


def _wrong_companion(path, node, expected):
    what = "an array of numbers" if _is_row(node) else _described(node)
    return ValueError(
        f"{path} is {what} where {expected}. "
        "A companion has a number, a text or null for each value: the same shape as values."
    )


def _companion(entry):
    return {**entry, "values": _numbered(entry.get("values"))} if isinstance(entry, dict) else _numbered(entry)


def _numbered(values):
    """True and False as 1 and 0, as arrays of them are read."""
    if not isinstance(values, list):
        return values
    if set(map(type, values)) <= {*_NUMBERS, bool}:
        return [int(value) if isinstance(value, bool) else value for value in values]
    return [_numbered(entry) for entry in values]


def _nulled(value):
    """NaN as null, as it is written."""
    if isinstance(value, dict):
        return {key: _nulled(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_nulled(entry) for entry in value]
    return None if value != value else value


def _check_metadata(document):
    """Each key as the page's schema has it."""
    for key, check in _KEYS.items():
        fault = None if document.get(key) is None else check(document[key], key)
        if fault:
            path, value, expected = fault
            raise ValueError(
                f"{path} is {_described(value)} where {expected} was expected. "
                "Correct it, or leave the key out: all keys but values are optional."
            )


def _text_fault(value, path):
    return None if isinstance(value, str) else (path, value, "text")


def _list_fault(value, path, expected, fault_of):
    if not isinstance(value, list):
        return path, value, expected
    return next(filter(None, (fault_of(entry, f"{path}[{k}]") for k, entry in enumerate(value))), None)


def _texts_fault(value, path):
    return _list_fault(value, path, "an array of texts", _text_fault)


def _tokens_fault(value, path):
    expected = "an array of texts, or one for each query"
    one = _list_fault(value, path, expected, _text_fault)
    each = _list_fault(value, path, expected, _texts_fault)
    # Of the two forms, the one that fits longer is meant.
    return one and each and max((one, each), key=lambda fault: (fault[0].count("["), *map(int, re.findall(r"\d+", fault[0])[-1:])))


def _whole_fault(least, most=2**53 - 1):
    def fault_of(value, path):
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        if not is_number or value != int(value) or not least <= value < 2**53:
            return path, value, f"a whole number from {least}"
        return (path, value, f"a whole number up to {most}") if value > most else None

    return fault_of


_index_fault = _whole_fault(0, 2**31 - 1)


def _label_fault(value, path):
    is_label = isinstance(value, (str, int, float)) and not isinstance(value, bool)
    return None if is_label else (path, value, "a label (text or number)")


def _query_fault(value, path):
    if isinstance(value, str):
        return None
    if not isinstance(value, dict):
        return path, value, "a label or an object"
    checks = {"label": _text_fault, "position": _index_fault, **_KEYS}
    known = ("label", "position", "hidden_size", "model", "source", "difference")
    keys = [key for key in known if value.get(key) is not None]
    return next(filter(None, (checks[key](value[key], f"{path}.{key}") for key in keys)), None)


def _axis_fault(value, path):
    expected = "a name of 1 to 60 characters on one line"
    is_name = isinstance(value, str) and re.search(r"[^\s\ufeff]", value)
    is_long = is_name and len(value.encode("utf-16-le", "surrogatepass")) > 120
    is_hidden = is_name and any(unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in _BIDI for c in value)
    return None if is_name and not is_long and not is_hidden else (path, value, expected)


# What changes the direction of the text around it.
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _axes_fault(value, path):
    if not isinstance(value, dict):
        return path, value, "an object with query, row or column"
    names = [(value.get(key), f"{path}.{key}") for key in ("query", "row", "column")]
    return next(filter(None, (_axis_fault(*name) for name in names if name[0] is not None)), None)


def _difference_fault(value, path):
    if not isinstance(value, dict):
        return path, value, "an object with A, B and matched"
    for side in ("A", "B"):
        if not isinstance(value.get(side), dict):
            return f"{path}.{side}", value.get(side), "an object with label, hidden_size, model and source"
        fault = _query_fault({**value[side], "position": None, "difference": None}, f"{path}.{side}")
        if fault:
            return fault
    if not isinstance(value.get("distance"), (bool, type(None))):
        return f"{path}.distance", value["distance"], "true or false"
    is_known = value.get("matched") in ("sequence", "pieces", "text", "position", "distance")
    return None if is_known else (f"{path}.matched", value.get("matched"), '"sequence", "pieces", "text", "position" or "distance"')


_KEYS = {
    **dict.fromkeys(["schema", "title", "metric", "model", "source"], _text_fault),
    "hidden_size": _whole_fault(1),
    "layers": lambda value, path: _list_fault(value, path, "an array of labels", _label_fault),
    "queries": lambda value, path: _list_fault(value, path, "an array of meta tokens", _query_fault),
    "tokens": _tokens_fault,
    "first_index": _index_fault,
    "special": _texts_fault,
    "axes": _axes_fault,
    "difference": _difference_fault,
    "align": lambda value, path: None if value in ("start", "end") else (path, value, '"start" or "end"'),
}

_NESTING = "Values are nested [query][layer][token], or [layer][token] for one query."


def _is_row(node):
    return isinstance(node, list) and bool(node) and set(map(type, node)) <= _NUMBERS


def _slices(values):
    """For each tensor in the values its queries, each its path and its rows. The page has the same checks."""
    if not isinstance(values, list):
        raise _wrong("values", values, "nested arrays of numbers were expected")
    if _is_row(values):
        raise ValueError(f"The array is a single row of {len(values)} numbers, without layers. {_NESTING}")
    depth = _row_depth(values)
    if depth is None:
        raise ValueError(f"The array holds no values at all. {_NESTING}")
    if depth == 0:
        raise _item_of_row(values, "values")
    level = [("values", values)]
    for _ in range(depth - 2):
        level = [_nested(parent, path, k, "an array of arrays") for path, parent in level for k in range(len(parent))]
    for path, node in level:
        queries = [(path, node)]
        if depth > 1:
            queries = [_nested(node, path, k, "an array of layers") for k in range(len(node))]
        for query_path, rows in queries:
            for layer, row in enumerate(rows):
                _check_row(row, f"{query_path}[{layer}]")
        if any(map(len, (row for _, rows in queries for row in rows))):
            yield queries


def _row_depth(root):
    """How many arrays deep the rows are; where there is none, the first array of anything but arrays. None: all is empty."""
    mixed = None
    ahead = [(root, 0)]
    while ahead:
        node, depth = ahead.pop()
        if _is_row(node):
            return depth
        if isinstance(node, list):
            ahead += [(entry, depth + 1) for entry in reversed(node)]
        elif mixed is None:
            mixed = depth - 1
    return mixed


def _nested(parent, path, index, expected):
    node, path = parent[index], f"{path}[{index}]"
    if not isinstance(node, list) or _is_row(node):
        raise _wrong(path, node, f"{expected} was expected")
    return path, node


def _check_row(row, path):
    if not isinstance(row, list):
        raise _wrong(path, row, "a row of numbers was expected")
    if row and not _is_row(row):
        raise _item_of_row(row, path)


def _item_of_row(row, path):
    index = next(k for k, entry in enumerate(row) if type(entry) not in _NUMBERS)
    return _wrong(f"{path}[{index}]", row[index], "a number was expected")


def _wrong(path, node, expected):
    advice = "Write numbers without quotes, and a missing one as null." if isinstance(node, str) else _NESTING
    what = "an array of numbers" if _is_row(node) else _described(node)
    return ValueError(f"{path} is {what} where {expected}. {advice}")


def _check_shape(document, queries):
    """Whether tokens, queries and layers are as many as the values of one tensor."""
    lists, texts = _token_lists(document.get("tokens"), len(queries))
    given = document.get("queries")
    noun = _noun(document.get("axes"))
    if given is not None and len(given) != len(queries):
        raise ValueError(
            f"queries has {_counted(len(given), 'meta token')}, but values has "
            f"{_counted(len(queries), 'matrix', 'matrices')}. "
            "Give one entry for each meta token of values, or leave queries out."
        )
    for k, (path, rows) in enumerate(queries):
        entry = given[k] if given is not None else None
        entry = entry if isinstance(entry, dict) else {"label": entry}
        position = entry.get("position")
        before = math.inf if position is None else max(position - (document.get("first_index") or 0), 0)
        past = len(lists[k]) if lists is not None else math.inf if texts is None else min(before, len(texts))
        for layer, row in enumerate(rows):
            if len(row) > past:
                label = entry.get("label")
                raise ValueError(
                    f"{path}[{layer}] has {_counted(len(row), 'value')}, but "
                    f"“{f'{noun} #{k + 1}' if label is None else label}” has {_counted(past, 'past token')}. "
                    "A row has one value for each token before the meta token: "
                    "shorten it, or correct tokens, position or first_index."
                )
    layers, count = document.get("layers"), max(len(rows) for _, rows in queries)
    if layers is not None and len(layers) != count:
        raise ValueError(
            f"layers has {_counted(len(layers), 'label')}, but values has {_counted(count, 'layer')}. "
            "Give one label for each layer, or leave layers out."
        )


def _token_lists(tokens, query_count):
    """A list for each query, or one that all share; None for the other."""
    if tokens is None:
        return None, None
    if not tokens or isinstance(tokens[0], str):
        return None, tokens
    if len(tokens) == 1 and query_count > 1:
        return None, tokens[0]
    if len(tokens) != query_count:
        raise ValueError(
            f"tokens has {_counted(len(tokens), 'list')}, but values has {_counted(query_count, 'meta token')}. "
            "Give one list for each meta token, or one list for all of them."
        )
    return tokens, None


def _counted(count, noun, plural=None):
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def _cut(text):
    """The first 40 UTF-16 units, as the page counts them, without half of a pair at the end."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 80:
        return text
    return re.sub("[\ud800-\udbff]$", "", units[:80].decode("utf-16-le", "surrogatepass")) + "…"


def _described(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"text ({json.dumps(_cut(value), ensure_ascii=False)})"
    if isinstance(value, (int, float)):
        is_short = abs(value) < 1e21 and value == int(value)
        return f"a number ({int(value) if is_short else str(value).replace('inf', 'Infinity').replace('nan', 'NaN')})"
    if isinstance(value, (list, dict)):
        return "an array" if isinstance(value, list) else "an object"
    return f"a Python {type(value).__name__}"


def _text(document):
    """Canonical JSON: a line for each key, and for each row of values."""
    lines = [f"  {_json(key)}: {_json(entry)}" for key, entry in document.items() if key not in ("companions", "values")]
    if document.get("companions"):
        named = [f"{_json(name)}: {_companion_text(entry)}" for name, entry in document["companions"].items()]
        lines.append('  "companions": {\n    ' + ",\n    ".join(named) + "\n  }")
    lines.append(f'  "values": {_rows(document["values"], "  ")}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _companion_text(entry):
    if isinstance(entry, dict):
        dtype = f'"dtype": {_json(entry["dtype"])}, ' if entry.get("dtype") else ""
        return f'{{ {dtype}"values": {_rows(entry["values"], "    ")} }}'
    return _rows(entry, "    ")


def _rows(values, indent):
    if any(isinstance(entry, list) for entry in values):
        inner = f",\n{indent}  ".join(_rows(entry, indent + "  ") for entry in values)
        return f"[\n{indent}  {inner}\n{indent}]"
    return _json(values)


def _json(value):
    """JSON with missing as null and infinite as 1e999, which reads back as infinite."""
    if isinstance(value, float):
        if math.isnan(value):
            return "null"
        return repr(value) if math.isfinite(value) else "1e999" if value > 0 else "-1e999"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_json(str(key))}: {_json(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_json, value)) + "]"
    return json.dumps(value)
