#!/usr/bin/env python3
"""Makes Share/models from the wheels: models.py WHEELS MODELS

WHEELS is the folder with the natasha and pymorphy3-dicts-ru wheels, MODELS the folder to fill. Writes the packs and, last of all,
manifest.json: what each pack is, its bytes, digest, protocol, licence and source. Does nothing where the manifest names the same wheels
and converters and every pack is there with its size; says what it does otherwise.
"""
import glob
import hashlib
import json
import os
import sys

import dictionary
import networks
from pack import PROTOCOL

NATASHA = {"licence": "MIT", "source": "natasha 1.6.0"}
OPENCORPORA = {"licence": "CC BY-SA 3.0", "source": "pymorphy3-dicts-ru 2.4.417150.4580142 (OpenCorpora)"}
PACKS = {"ru/embedding.pack": NATASHA, "ru/frequent.pack": NATASHA, "ru/morphology.pack": NATASHA, "ru/syntax.pack": NATASHA, "ru/names.pack": NATASHA,
         "ru/dictionary.pack": OPENCORPORA}


def digest(*paths):
    value = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                value.update(block)
    return value.hexdigest()


def wheel(folder, name):
    found = glob.glob(os.path.join(folder, name + "-*.whl"))
    if len(found) != 1:
        sys.exit(f"models: {folder} should hold one {name} wheel, has {len(found)}. Run `make models`.")
    return found[0]


def up_to_date(models, made_from):
    try:
        with open(os.path.join(models, "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        sizes = {pack["name"]: pack["bytes"] for pack in manifest["packs"]}
        return manifest["madeFrom"] == made_from and set(sizes) == set(PACKS) and all(
            os.path.getsize(os.path.join(models, name)) == size for name, size in sizes.items())
    except (OSError, ValueError, KeyError, TypeError):
        return False


def main(wheels, models):
    here = os.path.dirname(os.path.abspath(__file__))
    sources = [wheel(wheels, "natasha"), wheel(wheels, "pymorphy3_dicts_ru")]
    made_from = digest(*sources, *sorted(glob.glob(os.path.join(here, "*.py"))))
    if up_to_date(models, made_from):
        return print(f"models: {models} is up to date")
    os.makedirs(os.path.join(models, "ru"), exist_ok=True)
    print("models: converting the embedding and the networks")
    networks.convert(sources[0], os.path.join(models, "ru"))
    print("models: converting the dictionary")
    dictionary.convert(sources[1], os.path.join(models, "ru", "dictionary.pack"))
    packs = [{"name": name, "bytes": os.path.getsize(os.path.join(models, name)), "sha256": digest(os.path.join(models, name)),
              "protocol": PROTOCOL, **about} for name, about in PACKS.items()]
    path = os.path.join(models, "manifest.json")
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump({"protocol": PROTOCOL, "madeFrom": made_from, "packs": packs}, file, indent=1)
    os.replace(path + ".part", path)
    print(f"models: {len(packs)} packs, {sum(pack['bytes'] for pack in packs) >> 20} MiB in {models}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
