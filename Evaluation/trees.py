#!/usr/bin/env python3
"""Where the trees differ from the peer's, and whose fault it is: trees.py PEER.jsonl OURS.jsonl TEXTS [--list]

The peer gives every word its favourite head, whether or not that makes a tree; letopis always gives a tree with one root. So the two are
compared on the sentences where the peer's heads do make a tree, and the others are counted by what is wrong with the peer's. With --list
every sentence that differs is printed, with the reason.
"""
import collections
import json
import sys


def load(path):
    return {document["id"]: document for document in map(json.loads, open(path, encoding="utf-8"))}


def fault(tokens, first, end):
    """What keeps the peer's heads of a sentence from being a tree, or None."""
    roots = [i for i in range(first, end) if tokens[i]["head"] < 0]
    # a word that is its own head is written as a root; it then bears another relation
    if any(tokens[i]["deprel"] != "root" for i in roots):
        return "a word is its own head"
    for i in range(first, end):
        seen, place = set(), i
        while place >= 0 and place not in seen:
            seen.add(place)
            place = tokens[place]["head"]
        if place >= 0:
            return "a cycle"
    return None if len(roots) == 1 else "no root" if not roots else "several roots"


def sentences(document):
    tokens, first = document["tokens"], 0
    for sentence in document["sentences"]:
        end = first
        while end < len(tokens) and tokens[end]["start"] < sentence["end"]:
            end += 1
        yield sentence, first, end
        first = end


def main(peer_path, our_path, texts, listed):
    peer, ours = load(peer_path), load(our_path)
    count, differing = collections.Counter(), []
    for name, document in peer.items():
        mine = ours[name]["tokens"]
        if len(mine) != len(document["tokens"]):
            sys.exit(f"{name}: the tokens differ; compare those first")
        text = open(f"{texts}/{name}.txt", encoding="utf-8").read()
        for sentence, first, end in sentences(document):
            reason = fault(document["tokens"], first, end) or "a tree"
            different = [i for i in range(first, end) if any(mine[i][key] != document["tokens"][i][key] for key in ("head", "deprel"))]
            count[reason, "sentences"] += 1
            count[reason, "words"] += end - first
            count[reason, "differ"] += len(different)
            if different:
                words = ", ".join(text[mine[i]["start"]:mine[i]["end"]] for i in different)
                differing.append(f"{name} ({reason}): {' '.join(text[sentence['start']:sentence['end']].split())}\n    differ: {words}")
    print(f"{'the peer gives':24}{'sentences':>10}{'words':>8}{'arcs that differ':>18}")
    for reason in sorted({reason for reason, _ in count}):
        print(f"{reason:24}{count[reason, 'sentences']:>10}{count[reason, 'words']:>8}{count[reason, 'differ']:>18}")
    agreeing = 1 - count["a tree", "differ"] / max(1, count["a tree", "words"])
    print(f"agreement of arcs where the peer gives a tree: {agreeing:.5f}")
    if listed:
        print("\n".join(differing))


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    if len(arguments) != 3:
        sys.exit(__doc__)
    main(*arguments, "--list" in sys.argv)
