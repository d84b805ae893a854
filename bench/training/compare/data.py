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


def parts(bench):
    """Story name to train, choose or last. The set of labelled pairs names one story more than once: what
    shares a report is one story, and it is trained on if one of its names is, else chosen on."""
    first = {}

    def find(key):
        while first.setdefault(key, key) != key:
            key = first[key]
        return key

    names = set()
    for row in rows_of(bench, "claims/pairs/pairs.jsonl"):
        names.add(row["story"])
        for side in "ab":
            first[find(row[side]["report"])] = find("story " + row["story"])
    of = {}
    for name in names:
        of.setdefault(find("story " + name), set()).add(part_of(name))
    order = ("train", "choose", "last")
    return {name: min(of[find("story " + name)], key=order.index) for name in names}


def rows_of(bench, file):
    with open(os.path.join(bench, file), encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def part_of(story):
    """train, choose or last of a name: three, one and one fifth of them, by a fixed hash."""
    fifth = int(hashlib.sha1(("compare " + story).encode()).hexdigest()[:8], 16) % 5
    return {0: "last", 1: "choose"}.get(fifth, "train")


def news_pairs(bench):
    part = parts(bench)
    for row in rows_of(bench, "claims/pairs/pairs.jsonl"):
        pair = Pair(row["a"]["text"], row["b"]["text"], (RELATION_OF[row["rel"]],),
                    1.0 if row["sure"] == 2 else 0.6, row["story"], "pairs")
        pair.id, pair.sure, pair.part = row["id"], row["sure"], part[row["story"]]
        pair.hard = row["origin"].startswith("joined")
        pair.rel = row["rel"]
        pair.own = row["informant"] == "own"
        yield pair


def written_pairs(bench):
    for story in rows_of(bench, "claims/written/stories.jsonl"):
        for row in story["pairs"]:
            pair = Pair(row["a"][1], row["b"][1], (RELATION_OF[row["rel"]],), 0.7,
                        story["story"], "written")
            pair.rel, pair.part = row["rel"], part_of(story["story"])
            yield pair


# How much a pair of a sentence and a statement out of a longer one counts, and how many of each kind are read.
CLAUSES = {"own": (0.4, 900), "partner": (0.6, 500), "stranger": (0.4, 900)}


def clauses(bench, file, seed):
    """Pairs of a sentence and a statement out of a longer one (SentenceClauses), of stories to train on."""
    part, pairs = parts(bench), []
    with open(file, encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if part[row["story"]] == "train"]
    random.Random(seed).shuffle(rows)
    for kind, (weight, most) in CLAUSES.items():
        some = [row for row in rows if row["kind"] == kind][:most]
        pairs += [Pair(row["a"], row["b"], (RELATION_OF[row["rel"]],), weight, row["story"], "clauses") for row in some]
    return pairs


class Copy:
    """A sentence and a copy of it, with the places that tell otherwise.

    before, after: character spans; None where nobody marked them
    """

    def __init__(self, a, b, before, after, weight, event, differs, possible=None):
        self.a, self.b, self.before, self.after = a, b, before, after
        self.weight, self.event, self.differs, self.possible = weight, event, differs, possible


def eighth_of(event):
    return int(hashlib.md5(event.encode()).hexdigest(), 16) % 8


def is_unread(event):
    """Whether an event is left to the judge of changes, which learns what the reader's answers mean."""
    return eighth_of(event) < 2


def copies(bench):
    """The written and the older pairs of a sentence and a copy."""
    for name in ("written", "pairs"):
        for line in open(os.path.join(bench, f"distortion/{name}.jsonl"), encoding="utf-8"):
            row = json.loads(line)
            a, b = row["from"]["text"], row["to"]["text"]
            before, after = [], []
            for change in row["changes"] if row["label"] == "distorted" else []:
                if name == "written":
                    for words, text, spans in ((change.get("before"), a, before), (change.get("after"), b, after)):
                        if words and words in text:
                            spans.append((text.find(words), text.find(words) + len(words)))
                else:
                    for side, key, spans in (("from", "beforeSpan", before), ("to", "afterSpan", after)):
                        if change.get(key):
                            start = row[side]["start"]
                            spans.append((change[key][0] - start, change[key][1] - start))
            yield Copy(a, b, before, after, 1.0, row.get("event") or row.get("story"), row["label"] == "distorted")


def edits(file, count, seed):
    """Sentences changed in one place (SentenceEdits); words for testing are left out."""
    pairs = []
    for line in open(file, encoding="utf-8"):
        row = json.loads(line)
        if part_of(row["story"]) != "train" or row["test"]:
            continue
        differs = row["rel"] == "other"
        place = [(row["from"], row["to"])] if differs else []
        pairs.append(Copy(row["a"], row["b"], None if differs else [], place, 0.5, row["story"], differs,
                          (RELATIONS.index(row["rel"]),)))
    random.Random(seed).shuffle(pairs)
    return pairs[:count]


def paraphrases(bench, count, seed):
    """Sentences of news marked as paraphrases: most tell nothing otherwise."""
    pairs = []
    for line in open(os.path.join(bench, "similarity/mrpc/train.txt"), encoding="utf-8-sig"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 5 and cells[0] == "1":
            pairs.append(Copy(cells[3], cells[4], [], [], 0.3, "mrpc", False))
    random.Random(seed).shuffle(pairs)
    return pairs[:count]


# Sets of general entailment whose licence lets weights ship, and how many of each are read: those of
# one edit a pair teach a form each and are cut, so that they do not outweigh sentences of two authors.
GENERAL = {"taxinli": None, "cad-nli": None, "oie-nli": None, "fever-symmetric": None, "breaking-nli": 2000,
           "conjnli_train": 6000}


def general_rows(bench, name):
    """Label, premise and hypothesis of each pair of a set."""
    path = os.path.join(bench, "nli", name)
    if os.path.exists(path + ".tsv"):
        with open(path + ".tsv", encoding="utf-8-sig") as rows:
            next(rows)
            for row in rows:
                premise, hypothesis, label = row.rstrip("\n").split("\t")[:3]
                yield label[0].upper(), premise, hypothesis
    else:
        with gzip.open(os.path.join(path, "pairs.tsv.gz"), "rt", encoding="utf-8") as rows:
            next(rows)
            for row in rows:
                yield row.rstrip("\n").split("\t")[1:4]


def general_pairs(bench, count, seed):
    """Three-way pairs of the general sets."""
    pairs = []
    for name, most in GENERAL.items():
        some = [Pair(premise, hypothesis, POSSIBLE_OF[label], 1.0, name, "general")
                for label, premise, hypothesis in general_rows(bench, name)
                if label in POSSIBLE_OF and len(premise.split()) < 60]
        random.Random(seed).shuffle(some)
        pairs += some[:most]
    random.Random(seed).shuffle(pairs)
    return pairs[:count]
