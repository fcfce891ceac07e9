"""Fits the weights by which descriptions are matched: describe.py LETOPIS GOLD... [--out FILE] [--report]

Each GOLD is a folder of annotated articles (NAME.txt, NAME.json). For every statement whose source is a common noun, `letopis explain` tells
which actors came into question and what spoke for and against each (the clues); the annotation tells which of them it is, or that it is none of
them. Weights are those of a choice among the actors and nobody (a softmax, nobody's score 0), with a penalty on large ones. How good they
are on articles they were not fitted on is measured by leaving one folder out at a time; the least score and the margin are set so that on
those folders few choices are wrong. With --out the weights of all folders are written, in hundredths, as the word list has them.
"""
import argparse
import collections
import glob
import json
import math
import os
import re
import subprocess
import sys

KNOWN = ("outlet", "published", "title", "author", "url", "lang")
# What the clues are taken to count before anything is measured, for every kind of description: what is not seen often stays near this.
PRIOR = {
    "comes into question": -2, "has the noun in a name or post": 3, "has this post": 2, "is also called so by a post": 1.5,
    "is the first of a body too": 1, "speaks for others too": 0.5, "has some post": 0.5, "has a post that the noun makes more precise": 0, "has other posts only": -3, "has no post": -0.5,
    "is of this class": 2, "is of another class": -3, "is of no known class": -1, "goes with the same complement": 1,
    "goes with another complement": -1.5, "is of this country": 1, "is of another country": -3, "the description has a new word": -1,
    "is a woman where the noun is a man's": -1, "spoke last": 1, "spoke before": 0.3, "is the only one of its kind who spoke": 0.5,
    "is named in the sentence": 0.3, "is named one sentence back": 0.5, "is named further back": -0.5, "is not named before": -1,
    "is the subject where last named": 0.5, "is named in the beginning": 0.3, "is the only one of its kind": 1, "is named most": 0.3,
    "has no name": -1, "the noun has a pronoun of pointing": 1, "the verb goes on": 1,
    "the noun has stood for somebody without a name": -1, "the noun needs no other word": -2,
}
# How much departing from the prior costs, and how much one kind of description departing from the others.
PENALTY = 0.3
APART = 0.6
# Of kinds of description that were met less often than FEW times, a choice must be surer by CAUTION.
FEW, CAUTION = 20, 1.0
SHARE_RIGHT = 0.95


def fold(name):
    return re.sub(r"\s+", " ", re.sub(r"[«»\"“”„'’.,]", "", (name or "").lower().replace("ё", "е"))).strip()


def same_name(a, b):
    a, b = fold(a), fold(b)
    if not a or not b or a == b:
        return a == b
    x, y = a.split(), b.split()
    if set(x) <= set(y) or set(y) <= set(x):
        return True
    stem = lambda w: w[: max(3, len(w) - 2)]
    return len(x) == len(y) and all(stem(p) == stem(q) for p, q in zip(x, y))


def output(letopis, command, text, about):
    options = [w for name in KNOWN if about.get(name) for w in ("--" + name, about[name])]
    done = subprocess.run([letopis, command, "--format", "json", *options, text], capture_output=True, timeout=120)
    return json.loads(done.stdout)


def words(spans):
    return {i for s in spans or [] for i in range(s["start"], s["end"])}


def alike(a, b):
    x, y = words(a.get("content")), words(b.get("content"))
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0


def items(letopis, folder):
    """A dictionary for each description: kind, candidates (name, clues), and the place of the right one, or None."""
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        gold = json.load(open(path[:-4] + ".json", encoding="utf-8"))
        about = {k: v for k, v in gold.get("article", {}).items()}
        if len(about.get("published") or "") < 10:
            about.pop("published", None)
        record, why = output(letopis, "read", path, about), output(letopis, "explain", path, about)
        reasons = {s["id"]: s["source"] for s in why["statements"]}
        names = {a["id"]: a["name"] for a in gold["actors"]}
        ours = {a["id"]: a["name"] for a in record["actors"]}
        text = open(path, encoding="utf-8").read()
        for statement in record["statements"]:
            description = reasons[statement["id"]].get("description")
            best = max(gold["statements"], key=lambda g: alike(g, statement), default=None)
            if not description or best is None or alike(best, statement) < 0.5:
                continue
            name = names.get(best["source"].get("actor"))
            span = statement["source"].get("span")
            own = text[span["start"]:span["end"]] if span else ""
            found = [i for i, c in enumerate(description["candidates"]) if name and same_name(c["name"], name)]
            exact = [i for i in found if fold(description["candidates"][i]["name"]) == fold(name)]
            yield {"set": os.path.basename(folder.rstrip("/")), "article": os.path.basename(path)[:-4], "kind": description["kind"],
                   "form": reasons[statement["id"]]["form"], "decision": reasons[statement["id"]]["decision"], "own": own, "gold": name, "ours": ours.get(statement["source"].get("actor")),
                   "candidates": description["candidates"], "right": (exact or found or [None])[0]}


def weight(weights, kind, clue):
    return PRIOR.get(clue, 0) + weights[clue] + weights[kind, clue]


def scores(item, weights):
    return [sum(weight(weights, item["kind"], clue) for clue in c["clues"]) for c in item["candidates"]]


def fit(train, steps=300, rate=0.3):
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-6)
    for _ in range(steps):
        slope = collections.defaultdict(float)
        for item in train:
            all_scores = scores(item, weights)
            top = max([0.0] + all_scores)
            bottom = math.exp(-top) + sum(math.exp(s - top) for s in all_scores)
            for i, candidate in enumerate(item["candidates"]):
                miss = math.exp(all_scores[i] - top) / bottom - (item["right"] == i)
                for clue in candidate["clues"]:
                    slope[clue] += miss
                    slope[item["kind"], clue] += miss
        for key, value in slope.items():
            value += (PENALTY if isinstance(key, str) else APART) * weights[key]
            squares[key] += value * value
            weights[key] -= rate * value / math.sqrt(squares[key])
    return weights


def chosen(item, weights, least, margin):
    all_scores = scores(item, weights)
    order = sorted(range(len(all_scores)), key=lambda i: -all_scores[i])
    if not order or all_scores[order[0]] < least:
        return None
    second = max([all_scores[i] for i in order[1:]] + [0.0])
    return order[0] if all_scores[order[0]] - second >= margin else None


def thresholds(pairs):
    """The least score and margin at which most are chosen while few choices are wrong."""
    best = (-1, 9.0, 9.0)
    for least in [x / 4 for x in range(6, 25)]:
        for margin in [1.5, 2.0]:
            picks = [(item["right"], chosen(item, w, least, margin)) for item, w in pairs]
            made = [(right, got) for right, got in picks if got is not None]
            good = sum(right == got for right, got in made)
            if made and good / len(made) >= SHARE_RIGHT and good > best[0]:
                best = (good, least, margin)
    return best[1:]


def report(pairs, limits):
    for i, w in pairs:
        got, order = chosen(i, w, *limits), sorted(zip(scores(i, w), [c["name"] for c in i["candidates"]]), reverse=True)[:2]
        best = ", ".join(f"{name} {score:.1f}" for score, name in order)
        if got is not None and got != i["right"]:
            print("   wrong:", i["article"], i["own"], "for", i["gold"], "|", best, "|", i["candidates"][got]["clues"])
        if got is None and i["right"] is not None:
            print("   open:", i["article"], i["own"], "for", i["gold"], "|", best, "|", i["candidates"][i["right"]]["clues"])


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("letopis")
    cli.add_argument("gold", nargs="+")
    cli.add_argument("--out")
    cli.add_argument("--dump")
    cli.add_argument("--report", action="store_true")
    args = cli.parse_args()
    every = [item for folder in args.gold for item in items(args.letopis, folder)]
    if args.dump:
        json.dump(every, open(args.dump, "w"), ensure_ascii=False)
    sets = sorted({item["set"] for item in every})
    kinds = sorted({item["kind"] for item in every})
    print(f"{len(every)} descriptions, {sum(i['right'] is not None for i in every)} of an actor named elsewhere")
    without = {name: fit([i for i in every if i["set"] != name]) for name in sets}
    pairs = [(i, without[i["set"]]) for i in every]
    counts = collections.Counter(i["kind"] for i in every)
    limits = thresholds(pairs)
    print("least score and margin:", *limits)
    for kind in kinds:
        own = [(i, w) for i, w in pairs if i["kind"] == kind]
        mine = (limits[0] + (CAUTION if counts[kind] < FEW else 0), limits[1] * (2 if kind == "body" else 1))
        made = [(i, g) for i, w in own for g in [chosen(i, w, *mine)] if g is not None]
        named = sum(i["right"] is not None for i, _ in own)
        print(f"{kind:8} {len(own):4} of them {named:4} named; left out, chosen {len(made):4}, right {sum(i['right'] == g for i, g in made):4}")
        if args.report:
            report(own, mine)
    if args.out:
        weights = fit(every)
        clues = sorted({clue for i in every for c in i["candidates"] for clue in c["clues"]} | set(PRIOR))
        lines = [f"{kind}: {clue} | {round(100 * weight(weights, kind, clue))}" for kind in kinds for clue in clues]
        for kind in kinds:
            lines += [f"{kind}: least | {round(100 * (limits[0] + (CAUTION if counts[kind] < FEW else 0)))}", f"{kind}: margin | {round(100 * limits[1] * (2 if kind == 'body' else 1))}"]
        with open(args.out, "w", encoding="utf-8") as file:
            file.write("# What each clue counts when a description is matched against an article's actors: kind of description and clue | hundredths.\n"
                       "# Nobody's score is 0; `least` is what the best must reach, `margin` how far it must be before the next. Fitted by\n"
                       "# Evaluation/describe.py; not to be edited by hand.\n")
            file.write("\n".join(sorted(lines, key=lambda line: line.split(" |")[0].encode())) + "\n")


if __name__ == "__main__":
    sys.exit(main())
