"""Makes a dictionary pack from a pymorphy3-dicts wheel: python3 Training/dictionary.py WHEEL OUT

The wheel holds OpenCorpora's dictionary as pymorphy3 compiles it: automata (dawgdic) from word forms to paradigms, from word endings
to likely paradigms, and from word and tag to a probability; paradigms, suffixes, prefixes and tags. They go into the pack as they are,
beside what the reader would otherwise work out at every start: bit sets of grammemes, the tags as Universal Dependencies writes them,
and the lists of the language (particles, prefixes, initials) that pymorphy3 keeps in its program.

The same wheel gives the same pack, byte for byte. `Sources/LetopisText/Morphology` reads it.
"""
import json
import struct
import sys
import zipfile

from pack import lines, write_pack

# What pymorphy3 (MIT) knows of a language beside its dictionary. A line of `units` is tried where those above found nothing; the units
# in one line are tried together.
LANGUAGES = {
    "ru": {
        "units": [
            "dictionary initial.name initial.patronymic",
            "number",
            "punctuation",
            "roman latin",
            "particle",
            "adverb",
            "compound",
            "prefix",
            "guess.prefix guess.ending",
            "unknown",
        ],
        "initials": list("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
        # After a hyphen: «смотри-ка».
        "particles": "-то -ка -таки -де -тко -тка -с -ста".split(),
        # Before a form of an adjective: «по-западному».
        "adverbs": ["по- ADJF sing datv"],
        # The letter a text may have in place of the dictionary's.
        "substitutes": ["е ё"],
        # How lemmas are written: the dictionary's letter, the lemma's.
        "folds": ["ё е"],
        # Prefixes that leave the inflection as it is: «псевдонаука».
        "prefixes": (
            "авиа авто аква анти анти- антропо архи арт арт- астро аудио аэро без бес био вело взаимо вне внутри видео вице- вперед "
            "впереди гекто гелио гео гетеро гига гигро гипер гипо гомо дву двух де дез дека деци дис до евро за зоо интер инфра "
            "квази квази- кило кино контр контр- космо космо- крипто лейб- лже лже- макро макси макси- мало меж медиа медиа- мега "
            "мета мета- метео метро микро милли мини мини- моно мото много мульти нано нарко не небез недо нейро нео низко обер- "
            "обще одно около орто палео пан пара пента пере пиро поли полу после пост пост- порно пра пра- пред пресс- противо "
            "противо- прото псевдо псевдо- радио разно ре ретро ретро- само санти сверх сверх- спец суб супер супер- супра теле "
            "тетра топ- транс транс- ультра унтер- штаб- экзо эко эндо эконом- экс экс- экстра экстра- электро энерго этно"
        ).split(),
    },
}

CASES = "nomn gent datv accs ablt loct".split()
# Tags that no word of the dictionary has, in the order in which the reader asks for them.
EXTRA_TAGS = ["NUMB,intg", "NUMB,real", "PNCT", "ROMN", "LATN", "ADVB", "UNKN"] + [
    f"NOUN,anim,{gender},Sgtm,{kind},Fixd,Abbr,Init sing,{case}"
    for kind in ("Name", "Patr") for gender in ("masc", "femn") for case in CASES
]
EXTRA_GRAMMEMES = "NUMB intg real PNCT LATN ROMN UNKN Init".split()

NOT_PRODUCTIVE = set("NUMR NPRO PRED PREP CONJ PRCL INTJ Apro".split())
# Two halves of a compound agree where they agree in these.
AGREEMENT = set(
    "NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ sing plur nomn gent datv accs ablt loct voct "
    "gen1 gen2 acc2 loc1 loc2 1per 2per 3per pres past futr".split()
)
AGREE_AS = {"gen1": "gent", "loc1": "loct"}
# Two forms of the halves of a compound belong together where they differ least, these not counted as different.
ALIKE = ["V-oy V-ey", "gen1 gent", "loc1 loct"]
RARE_CASES = ["gen1 gent", "gen2 gent", "acc1 accs", "acc2 accs", "loc1 loct", "loc2 loct", "voct nomn"]

# OpenCorpora's grammemes in Universal Dependencies, as russian-tagsets and natasha (MIT) read them.
UD_PARTS = dict(pair.split("=") for pair in (
    "ADJF=ADJ ADJS=ADJ ADVB=ADV COMP=ADV VERB=VERB GRND=VERB INFN=VERB PRTF=VERB PRTS=VERB NOUN=NOUN NPRO=PRON NUMR=NUM NUMB=NUM "
    "CONJ=CCONJ INTJ=INTJ PNCT=PUNCT PRCL=PART PREP=ADP"
).split())
UD_FEATURES = dict(pair.split(":") for pair in (
    "anim:Animacy=Anim inan:Animacy=Inan impf:Aspect=Imp perf:Aspect=Perf ablt:Case=Ins accs:Case=Acc datv:Case=Dat gent:Case=Gen "
    "gen1:Case=Gen gen2:Case=Gen loct:Case=Loc loc2:Case=Loc nomn:Case=Nom voct:Case=Nom COMP:Degree=Cmp Supr:Degree=Sup "
    "femn:Gender=Fem masc:Gender=Masc neut:Gender=Neut impr:Mood=Imp indc:Mood=Ind plur:Number=Plur sing:Number=Sing "
    "NUMB:NumForm=Digit 1per:Person=1 2per:Person=2 3per:Person=3 excl:Person=2 incl:Person=1 futr:Tense=Fut past:Tense=Past "
    "pres:Tense=Pres ADJS:Variant=Short GRND:VerbForm=Conv INFN:VerbForm=Inf PRTF:VerbForm=Part PRTS:VerbForm=Part "
    "VERB:VerbForm=Fin actv:Voice=Act pssv:Voice=Pass Abbr:Abbr=Yes"
).split())


def convert(wheel_path, out_path):
    """Write the pack `out_path` from the wheel at `wheel_path`."""
    with zipfile.ZipFile(wheel_path) as wheel:
        folder = next(name for name in wheel.namelist() if name.endswith("/meta.json"))[: -len("meta.json")]
        write_pack(out_path, sections(lambda name: wheel.read(folder + name)))


def sections(read):
    """The sections of a pack, from the dictionary's files that `read` gives by name."""
    meta = dict(json.loads(read("meta.json")))
    language = LANGUAGES[meta["language_code"]]
    options = meta.get("compile_options") or meta["prediction_options"]
    paradigm_prefixes = options["paradigm_prefixes"]
    tags = json.loads(read("gramtab-opencorpora-int.json"))
    tags += [tag for tag in EXTRA_TAGS if tag not in tags]
    found = [*automaton("words", read("words.dawg"))]
    for i in range(len(paradigm_prefixes)):
        found += automaton(f"endings.{i}", read(f"prediction-suffixes-{i}.dawg"))
    found += automaton("probabilities", read("p_t_given_w.intdawg"))[:1]
    found += paradigms(read("paradigms.array"))
    found += texts("suffixes", json.loads(read("suffixes.json"))) + texts("tags", tags)
    found += tag_columns(tags, json.loads(read("grammemes.json")))
    found += [
        numbers("tags.extra", "H", [tags.index(tag) for tag in EXTRA_TAGS]),
        numbers("endings.longest", "I", [options["max_suffix_length"]]),
        listed("paradigms.prefixes", paradigm_prefixes),
        listed("cases.rare", RARE_CASES),
        listed("grammemes.alike", ALIKE),
    ]
    return found + [listed(name, items) for name, items in language.items()]


def automaton(name, data):
    """A dawgdic file: its units, then the guide to completing keys, two bytes a unit."""
    count = struct.unpack_from("<I", data)[0]
    units = data[4:4 + 4 * count]
    guide = data[8 + 4 * count:]
    if len(guide) != 2 * count:
        raise ValueError(f"{name}: a guide of {len(guide)} bytes for {count} units")
    return [(f"{name}.units", "I", [count], units), (f"{name}.guide", "B", [2 * count], guide)]


def paradigms(data):
    """Every paradigm is three columns one after the other: suffixes, tags, prefixes of its forms."""
    count = struct.unpack_from("<H", data)[0]
    position, body, offsets = 2, [], [0]
    for _ in range(count):
        length = struct.unpack_from("<H", data, position)[0]
        body.append(data[position + 2:position + 2 + 2 * length])
        position += 2 + 2 * length
        offsets.append(offsets[-1] + length)
    return [("paradigms", "H", [offsets[-1]], b"".join(body)), numbers("paradigms.offsets", "I", offsets)]


def texts(name, items):
    """Texts one after the other, and where each begins."""
    encoded = [item.encode("utf-8") for item in items]
    offsets = [0]
    for item in encoded:
        offsets.append(offsets[-1] + len(item))
    return [(name, "B", [offsets[-1]], b"".join(encoded)), numbers(f"{name}.offsets", "I", offsets)]


def tag_columns(tags, dictionary_grammemes):
    """What the reader asks of a tag: its grammemes as bits, its reading in UD, what it agrees in, whether new words can have it."""
    names = [entry[0] for entry in dictionary_grammemes]
    names += [name for name in EXTRA_GRAMMEMES if name not in names]
    if len(names) > 128:
        raise ValueError(f"{len(names)} grammemes do not fit into 128 bits")
    split = [tuple(tag.replace(" ", ",").split(",")) for tag in tags]
    readings, agreements, same = {}, {}, {}
    columns = {"tags.reading": [], "tags.agreement": [], "tags.canonical": []}
    for i, grammemes in enumerate(split):
        columns["tags.reading"].append(readings.setdefault(reading(grammemes), len(readings)))
        agreement = frozenset(AGREE_AS.get(g, g) for g in grammemes if g in AGREEMENT)
        columns["tags.agreement"].append(agreements.setdefault(agreement, len(agreements)))
        columns["tags.canonical"].append(same.setdefault(grammemes, i))
    productive = [0 if NOT_PRODUCTIVE & set(grammemes) else 1 for grammemes in split]
    return [
        listed("grammemes", names),
        bit_sets("grammemes.incompatible", names, incompatible(dictionary_grammemes, names)),
        bit_sets("tags.grammemes", names, split),
        numbers("tags.productive", "B", productive),
        *reading_columns(list(readings)),
        *(numbers(name, "H", column) for name, column in columns.items()),
    ]


def reading(grammemes):
    """Part of speech and features (`Case=Nom`) as UD has them; of two values of a feature the later counts."""
    features = dict(UD_FEATURES[g].split("=") for g in grammemes if g in UD_FEATURES)
    return (UD_PARTS.get(grammemes[0], "X"), *(f"{name}={value}" for name, value in sorted(features.items())))


def reading_columns(readings, most=16):
    """Readings as numbers: the place of the part of speech, and of each feature counted from 1 (0: no more)."""
    parts, features = sorted(set(UD_PARTS.values()) | {"X"}), sorted(set(UD_FEATURES.values()))
    rows = [[features.index(feature) + 1 for feature in one[1:]] for one in readings]
    data = b"".join(bytes(row).ljust(most, b"\0") for row in rows)
    return [
        listed("parts", parts),
        listed("features", features),
        numbers("readings.part", "B", [parts.index(one[0]) for one in readings]),
        ("readings.features", "B", [len(readings), most], data),
    ]


def incompatible(dictionary_grammemes, names):
    """For each grammeme those that a form loses when it takes it: its siblings, and what stands below them."""
    parents = {entry[0]: entry[1] for entry in dictionary_grammemes}
    children = {}
    for name, parent in parents.items():
        for above in (parent, parents.get(parent) if parent else None):
            if above:
                children.setdefault(above, set()).add(name)
    # A plural form has no gender.
    extra = {"plur": {"GNdr"} & set(names) | children.get("GNdr", set())}
    # Grammemes at the top have no siblings.
    return [(extra.get(name, set()) | children.get(parents.get(name), set())) - {name} for name in names]


def bit_sets(name, names, sets):
    """Sets of grammemes, 128 bits each."""
    place = {grammeme: i for i, grammeme in enumerate(names)}
    data = b"".join(sum(1 << place[grammeme] for grammeme in set(one)).to_bytes(16, "little") for one in sets)
    return (name, "I", [len(sets), 4], data)


def numbers(name, code, items):
    """A column of numbers."""
    return (name, code, [len(items)], struct.pack(f"<{len(items)}{code}", *items))


def listed(name, items):
    """A section of lines."""
    data = lines(items)
    return (name, "B", [len(data)], data)


if __name__ == "__main__":
    convert(sys.argv[1], sys.argv[2])
