"""Converts the embeddings and networks of the natasha wheel into packs. Standard library and OpenBLAS only.

What is in the wheel (MIT licence): Navec embeddings, product-quantised, and three Slovnet networks over them (morphology, syntax,
names). Each network is: shape embedding (30) beside the word's (300); three convolutions over three words, 330 → 256 → 128 → 64, each
followed by ReLU and batch normalisation; a head.

What the packs hold is laid out for matrix products: a convolution is one matrix [in, 3 × out], what a row adds to its right neighbour's sum, its
own and its left neighbour's; the batch normalisation is one scale and one shift; what a word's shape adds to the first convolution is a table.
"""
import array
import ctypes
import gzip
import io
import json
import struct
import tarfile
import zipfile

from pack import lines, write_pack

EMBEDDING = "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar"
NETWORKS = {name: f"natasha/data/model/slovnet_{source}_news_v1.tar" for name, source in
            (("morphology", "morph"), ("syntax", "syntax"), ("names", "ner"))}
WORD = 300
FREQUENT = 5120


def convert(wheel_path, folder):
    """Write embedding.pack, frequent.pack, morphology.pack, syntax.pack and names.pack into `folder`."""
    with zipfile.ZipFile(wheel_path) as wheel:
        words, embedding = convert_embedding(wheel, f"{folder}/embedding.pack")
        firsts = [convert_network(wheel, inside, words, f"{folder}/{name}.pack") for name, inside in NETWORKS.items()]
        convert_frequent(embedding, firsts, f"{folder}/frequent.pack")


def open_tar(wheel, inside):
    tar = tarfile.open(fileobj=io.BytesIO(wheel.read(inside)))
    return {member.name: tar.extractfile(member).read() for member in tar.getmembers() if member.isfile()}


def floats(data):
    values = array.array("f")
    values.frombytes(data)
    return values


# embedding

def convert_embedding(wheel, out):
    files = open_tar(wheel, EMBEDDING)
    raw = gzip.decompress(files["vocab.bin"])
    count, = struct.unpack_from("<I", raw)
    words = raw[4 + 4 * count:].decode("utf-8").splitlines()
    vectors, dim, parts, centroids = struct.unpack_from("<4I", files["pq.bin"])
    if (len(words), dim, centroids) != (vectors, WORD, 256):
        raise ValueError("the embedding is not the one this converter knows")
    codes = 16 + vectors * parts
    write_pack(out, vocabulary(words) + [
        ("indexes", "B", (vectors, parts), files["pq.bin"][16:codes]),
        ("centroids", "f", (parts, centroids, dim // parts), files["pq.bin"][codes:]),
    ])
    counts = struct.unpack_from(f"<{count}I", raw, 4)
    return words, (counts, files["pq.bin"][16:codes], floats(files["pq.bin"][codes:]), parts)


def vocabulary(words):
    """Sections of a hash table from words to their places: FNV-1a over the UTF-8, linear probing, 0 for an empty slot."""
    encoded = [word.encode("utf-8") for word in words]
    offsets = array.array("I", [0])
    for word in encoded:
        offsets.append(offsets[-1] + len(word))
    size = 1
    while size < 2 * len(words):
        size *= 2
    slots = array.array("I", bytes(4 * size))
    for place, word in enumerate(encoded):
        slot = fnv1a(word) & (size - 1)
        while slots[slot]:
            slot = (slot + 1) & (size - 1)
        slots[slot] = place + 1
    text = b"".join(encoded)
    unknown = array.array("I", [words.index("<unk>")])
    return [("word.bytes", "B", (len(text),), text), ("word.offsets", "I", (len(offsets),), offsets.tobytes()),
            ("word.slots", "I", (size,), slots.tobytes()), ("word.unknown", "I", (1,), unknown.tobytes())]


def fnv1a(data):
    value = 0x811C9DC5
    for byte in data:
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


# frequent words

def convert_frequent(embedding, firsts, out):
    """What the most frequent words add to the first convolution of each network, in the order of NETWORKS, worked out once and for all."""
    counts, indexes, centroids, parts = embedding
    width = WORD // parts
    frequent = sorted(range(len(counts)), key=lambda word: (-counts[word], word))[:FREQUENT]
    vectors = array.array("f")
    for word in frequent:
        for part in range(parts):
            place = (part * 256 + indexes[word * parts + part]) * width
            vectors.extend(centroids[place:place + width])
    blocks = [product(vectors, floats(first), len(frequent), WORD) for first in firsts]
    columns = [len(block) // len(frequent) for block in blocks]
    rows = array.array("f")
    for i in range(len(frequent)):
        for block, width in zip(blocks, columns):
            rows.extend(block[i * width:(i + 1) * width])
    places = array.array("H", bytes(2 * len(counts)))
    for place, word in enumerate(frequent, 1):
        places[word] = place
    write_pack(out, [("places", "H", (len(places),), places.tobytes()), ("rows", "f", (len(frequent), sum(columns)), rows.tobytes())])


def product(a, b, rows, inner):
    """The matrix product of row-major `a` [rows, inner] and `b`, by OpenBLAS."""
    blas = ctypes.CDLL("libopenblas.so.0")
    columns = len(b) // inner
    out = array.array("f", bytes(4 * rows * columns))
    pointer = lambda numbers: (ctypes.c_float * len(numbers)).from_buffer(numbers)
    row_major, as_it_is = 101, 111
    blas.cblas_sgemm(row_major, as_it_is, as_it_is, rows, columns, inner, ctypes.c_float(1), pointer(a), inner, pointer(b), columns,
                     ctypes.c_float(0), pointer(out), columns)
    return out


# networks

def convert_network(wheel, inside, words, out):
    files = open_tar(wheel, inside)
    model = json.loads(files["model.json"])
    weights = lambda node: (node["shape"], floats(files[f"arrays/{node['array']}.bin"]))
    vocab = lambda name: gzip.decompress(files[f"vocabs/{name}.gz"]).decode("utf-8").splitlines()
    if vocab("word") != words:
        raise ValueError(f"{inside} is not trained over this embedding")
    sections = [text_section("shapes", vocab("shape"))]
    shapes = weights(model["emb"]["shape"]["weight"])
    for number, layer in enumerate(model["encoder"]["layers"], 1):
        sections += convolution(number, layer, weights, shapes if number == 1 else None)
    head = {"morphology": tag_head, "names": tag_head, "syntax": tree_head}
    kind = next(name for name, path in NETWORKS.items() if path == inside)
    sections += head[kind](model, weights)
    sections.append(text_section("labels", vocab("rel" if kind == "syntax" else "tag")))
    write_pack(out, sections)
    return next(data for name, _, _, data in sections if name == "conv1.word")


def text_section(name, items):
    data = lines(items)
    return (name, "B", (len(data),), data)


def float_section(name, shape, values):
    return (name, "f", shape, array.array("f", values).tobytes())


def convolution(number, layer, weights, shapes):
    (filters, inputs, taps), kernel = weights(layer["conv"]["weight"])
    at = lambda f, i, t: kernel[(f * inputs + i) * taps + t]
    name = f"conv{number}"
    if shapes:  # the first: one matrix [word, tap × filter], and the shapes' contributions worked out
        words = [at(f, i, t) for i in range(WORD) for t in range(taps) for f in range(filters)]
        (count, size), embedding = shapes
        table = []
        for s in range(count):
            vector = embedding[s * size:(s + 1) * size]
            table += [sum(vector[i] * kernel[(f * inputs + WORD + i) * taps + t] for i in range(size)) for t in range(taps) for f in range(filters)]
        sections = [float_section(f"{name}.word", (WORD, taps * filters), words), float_section(f"{name}.shape", (count, taps * filters), table)]
    else:
        sections = [float_section(f"{name}.weight", (inputs, taps * filters), [at(f, i, t) for i in range(inputs) for t in range(taps) for f in range(filters)])]
    weight, bias, mean, std = (weights(layer["norm"][key])[1] for key in ("weight", "bias", "mean", "std"))
    scale = [w / s for w, s in zip(weight, std)]
    shift = [b - m * k for b, m, k in zip(bias, mean, scale)]
    return sections + [float_section(f"{name}.bias", (filters,), weights(layer["conv"]["bias"])[1]),
                       float_section(f"{name}.scale", (filters,), scale), float_section(f"{name}.shift", (filters,), shift)]


def linear(name, node, weights):
    return [float_section(f"{name}.weight", *weights(node["weight"])), float_section(f"{name}.bias", *weights(node["bias"]))]


def tag_head(model, weights):
    sections = linear("head", model["head"]["proj"], weights)
    if "crf" in model["head"]:
        sections.append(float_section("transitions", *weights(model["head"]["crf"]["transitions"])))
    return sections


def tree_head(model, weights):
    sections = []
    for name, node in (("head", model["head"]), ("relation", model["rel"])):
        # natasha calls the side that looks for its head "head" among the scores of heads, and the head's side "head" among those of relations
        sections += linear(f"{name}.a", node["head"]["proj"], weights) + linear(f"{name}.b", node["tail"]["proj"], weights)
        sections += [float_section(f"{name}.root", *weights(node["root"])), float_section(f"{name}.kernel", *weights(node["kernel"]))]
    return sections
