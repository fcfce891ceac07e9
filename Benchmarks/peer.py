"""The peer: natasha over a folder of .txt files, one thread, stage by stage.

    peer.py FOLDER [--analyses OUT]

Prints one JSON object: documents, tokens, and processor seconds of loading and of each stage. With --analyses writes each document's
analysis as a JSON line, in the form of `letopis analyse --format json`.
"""
import argparse
import json
import pathlib
import time
import warnings

warnings.filterwarnings("ignore")


def main():
    command_line = argparse.ArgumentParser()
    command_line.add_argument("folder", type=pathlib.Path)
    command_line.add_argument("--analyses")
    options = command_line.parse_args()
    start = time.process_time()
    import natasha
    segmenter, vocabulary, embedding = natasha.Segmenter(), natasha.MorphVocab(), natasha.NewsEmbedding()
    morphology, syntax, names = natasha.NewsMorphTagger(embedding), natasha.NewsSyntaxParser(embedding), natasha.NewsNERTagger(embedding)
    seconds = {"load": time.process_time() - start}
    stages = [
        ("segmentation", lambda doc: doc.segment(segmenter)),
        ("morphology", lambda doc: doc.tag_morph(morphology)),
        ("syntax", lambda doc: doc.parse_syntax(syntax)),
        ("names", lambda doc: doc.tag_ner(names)),
        ("lemmas", lambda doc: [token.lemmatize(vocabulary) for token in doc.tokens]),
    ]
    docs = {path.stem: natasha.Doc(path.read_text(encoding="utf-8")) for path in sorted(options.folder.glob("*.txt"))}
    for doc in docs.values():
        for name, work in stages:
            begun = time.process_time()
            work(doc)
            seconds[name] = seconds.get(name, 0.0) + time.process_time() - begun
    if options.analyses:
        with open(options.analyses, "w", encoding="utf-8") as out:
            out.writelines(json.dumps(analysis(name, doc), ensure_ascii=False) + "\n" for name, doc in docs.items())
    print(json.dumps({"documents": len(docs), "tokens": sum(len(doc.tokens) for doc in docs.values()), "seconds": seconds}))


def analysis(name, doc):
    place = {token.id: index for index, token in enumerate(doc.tokens)}

    def token(token):
        features = "|".join(f"{key}={value}" for key, value in sorted((token.feats or {}).items()))
        head = -1 if token.head_id == token.id else place.get(token.head_id, -1)
        return {"start": token.start, "end": token.stop, "upos": token.pos, "feats": features, "head": head, "deprel": token.rel,
                "lemma": token.lemma}

    return {"id": name, "sentences": [{"start": s.start, "end": s.stop} for s in doc.sents],
            "names": [{"start": s.start, "end": s.stop, "type": s.type} for s in doc.spans], "tokens": [token(t) for t in doc.tokens]}


if __name__ == "__main__":
    main()
