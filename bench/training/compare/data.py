"""The labelled pairs, split by story, and the general entailment pairs."""

import gzip
import hashlib
import json
import os
import random

# How two statements stand to each other. The first four share a statement, the first two say that
# a entails b, the first and third that b entails a.
RELATIONS = ("same", "a>b", "b>a", "part", "other", "none")
TURNED = [0, 2, 1, 3, 4, 5]
RELATION_OF = {
    "same": 0, "a>b": 1, "b>a": 2, "part": 3, "contra": 4, "update": 4,
    "related": 5, "none": 5, "bad": 5,
}
# What a three-way label leaves possible: entailment may be mutual, "neutral" says nothing of part.
POSSIBLE_OF = {"E": (0, 1), "C": (4,), "N": (2, 3, 5)}


class Pair:
    def __init__(self, a, b, possible, weight, story, source):
        self.a, self.b = a, b
        self.possible = possible  # indexes of RELATIONS
        self.weight = weight
        self.story, self.source = story, source


def part_of(story):
    """train, choose or last: three, one and one fifth of the stories, by a fixed hash."""
    fifth = int(hashlib.sha1(("compare " + story).encode()).hexdigest()[:8], 16) % 5
    return {0: "last", 1: "choose"}.get(fifth, "train")


def news_pairs(bench):
    for line in open(os.path.join(bench, "claims/pairs/pairs.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        pair = Pair(row["a"]["text"], row["b"]["text"], (RELATION_OF[row["rel"]],),
                    1.0 if row["sure"] == 2 else 0.6, row["story"], "pairs")
        pair.id, pair.sure = row["id"], row["sure"]
        pair.hard = row["origin"].startswith("joined")
        pair.rel = row["rel"]
        pair.own = row["informant"] == "own"
        yield pair


def written_pairs(bench):
    for line in open(os.path.join(bench, "claims/written/stories.jsonl"), encoding="utf-8"):
        story = json.loads(line)
        for row in story["pairs"]:
            pair = Pair(row["a"][1], row["b"][1], (RELATION_OF[row["rel"]],), 0.7,
                        story["story"], "written")
            pair.rel = row["rel"]
            yield pair


def edited_pairs(file, weight):
    """Sentences changed in one place (SentenceEdits): a word turns one statement into another."""
    for line in open(file, encoding="utf-8"):
        row = json.loads(line)
        pair = Pair(row["a"], row["b"], (RELATIONS.index(row["rel"]),), weight, row["story"], "edits")
        pair.kind, pair.test = row["kind"], row["test"]
        yield pair


def general_pairs(bench, count, seed):
    """Balanced three-way pairs of the sets whose licence lets weights ship."""
    pairs = []
    for name in ("taxinli", "cad-nli"):
        with gzip.open(os.path.join(bench, "nli", name, "pairs.tsv.gz"), "rt", encoding="utf-8") as rows:
            next(rows)
            for row in rows:
                _, label, premise, hypothesis = row.rstrip("\n").split("\t")[:4]
                if label in POSSIBLE_OF and len(premise.split()) < 60:
                    pairs.append(Pair(premise, hypothesis, POSSIBLE_OF[label], 1.0, name, "general"))
    random.Random(seed).shuffle(pairs)
    return pairs[:count]
