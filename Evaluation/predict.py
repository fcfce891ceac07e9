"""Reads every annotated article as its outlet published it: predict.py LETOPIS GOLD OUT

For each GOLD/NAME.txt writes OUT/NAME.json, the record. What is known of an article besides its text (outlet, published, lang, title) comes from
GOLD/NAME.json. Only what a reader would know before reading is taken from there; a day of publication that is only a month or a year is left out.
"""
import concurrent.futures
import glob
import json
import os
import shutil
import subprocess
import sys

KNOWN = ("outlet", "published", "title", "author", "url", "lang")


def predict(letopis, text, out):
    with open(text[:-4] + ".json", encoding="utf-8") as file:
        about = json.load(file).get("article", {})
    if len(about.get("published") or "") < len("2025-12-16"):
        about.pop("published", None)
    options = [word for name in KNOWN if about.get(name) for word in ("--" + name, about[name])]
    command = [letopis, "read", "--format", "json", "--jobs", "1", *options, text]
    done = subprocess.run(command, capture_output=True, timeout=120)
    name = os.path.basename(text)[:-4]
    if done.returncode:
        return f"{name}: status {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()}"
    with open(os.path.join(out, name + ".json"), "wb") as file:
        file.write(done.stdout)


def main(letopis, gold, out):
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    texts = [path for path in sorted(glob.glob(os.path.join(gold, "*.txt"))) if os.path.exists(path[:-4] + ".json")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        failures = [why for why in pool.map(lambda text: predict(letopis, text, out), texts) if why]
    for why in failures[:5]:
        print("predict:", why, file=sys.stderr)
    print(f"predict: {len(texts) - len(failures)} of {len(texts)} articles read", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
