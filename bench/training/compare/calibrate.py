"""Fits temperature and class shifts on the stories for choosing, weighted as stories have their pairs,
and prints the threshold for a precision.

usage: calibrate.py BENCH JARS WEIGHTS.pt OUT.json
"""

import collections
import itertools
import json
import math
import os
import random
import re
import sys

import numpy as np
import torch

import data
import model as models
import scores
from train import Cutter, predicted, softmax

STRATA = (0.12, 0.2, 0.3, 0.4, 0.55, 0.75, 1.01)


class Overlap:
    """Share of the rarer words of the shorter statement that the other has too."""

    def __init__(self, texts):
        counts = collections.Counter(w for t in texts for w in set(words(t)))
        self.rarity = {w: math.log(len(texts) / n) for w, n in counts.items()}
        self.most = math.log(len(texts))

    def of(self, a, b):
        a, b = set(words(a)), set(words(b))
        weight = lambda some: sum(self.rarity.get(w, self.most) for w in some)
        return weight(a & b) / max(1e-9, min(weight(a), weight(b)))


def words(text):
    return re.findall(r"\w+", text.lower())


def stratum(overlap):
    return sum(overlap >= edge for edge in STRATA) - 1


def natural_counts(bench, overlap, seed=1):
    """How many pairs of sentences of two reports of one story lie in each stratum."""
    stories = collections.defaultdict(list)
    for line in open(os.path.join(bench, "stories/news_cluster.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        stories[row["story"]].append(row["text"])
    rng, counts = random.Random(seed), collections.Counter()
    for texts in stories.values():
        divided = [[s for s in re.split(r"(?<=[.!?])\s+", t) if 4 <= len(s.split()) <= 60] for t in texts]
        for left, right in itertools.combinations(divided, 2):
            if left and right:
                for _ in range(60):
                    counts[stratum(overlap.of(rng.choice(left), rng.choice(right)))] += 1
    return counts


def weights(pairs, bench, overlap):
    """One a joined pair: the program had asked of them all. The others as stories have them."""
    natural = natural_counts(bench, overlap)
    strata = [stratum(overlap.of(p.a, p.b)) for p in pairs]
    labelled = collections.Counter(s for s, p in zip(strata, pairs) if not p.hard)
    raw = np.array([1.0 if p.hard else natural[s] / labelled[s] for s, p in zip(strata, pairs)])
    sampled = np.array([not p.hard for p in pairs])
    raw[sampled] *= sampled.sum() / raw[sampled].sum()
    return raw


def fit(logits, relation, weight):
    t = torch.zeros(1, requires_grad=True)
    shift = torch.zeros(logits.shape[1], requires_grad=True)
    x, y, w = torch.tensor(logits), torch.tensor(relation), torch.tensor(weight, dtype=torch.float32)
    optimiser = torch.optim.LBFGS([t, shift], max_iter=200)

    def loss():
        optimiser.zero_grad()
        logs = (x * torch.exp(-t) + shift).log_softmax(1)
        value = -(logs[range(len(y)), y] * w).sum() / w.sum() + 0.02 * (shift ** 2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    return float(torch.exp(t)), shift.detach().numpy()


def threshold(score, positive, weight, precision):
    """The least score from which on all that score higher are right so often, by weight."""
    order = np.argsort(-score, kind="stable")
    right = np.cumsum((positive * weight)[order])
    all_ = np.cumsum(weight[order])
    good = np.flatnonzero(right / all_ >= precision)
    return (float(score[order[good[-1]]]), float(right[good[-1]] / right[-1])) if len(good) else (1.0, 0.0)


def main():
    bench, jars, file, out = sys.argv[1:5]
    torch.set_num_threads(1)
    pairs = list(data.news_pairs(bench))
    overlap = Overlap([t for p in pairs for t in (p.a, p.b)])
    choosing = [p for p in pairs if p.part == "choose"]
    model = models.Comparer(len(data.RELATIONS))
    model.load_state_dict(torch.load(file))
    cutter = Cutter(jars)
    logits = predicted(model, cutter, choosing)
    relation = np.array([p.possible[0] for p in choosing])
    weight = weights(choosing, bench, overlap)
    temperature, shift = fit(logits, relation, weight)
    print("temperature", round(temperature, 3), "shift", shift.round(2))
    probabilities = softmax(logits / temperature + shift)
    for name, last in (("entailing", 3), ("sharing", 4)):
        score, positive = probabilities[:, :last].sum(1), relation < last
        for precision in (0.90, 0.93, 0.95):
            for kind, w in (("natural", weight), ("plain", np.ones(len(weight)))):
                print(name, kind, precision, threshold(score, positive, w, precision))
        edges = np.linspace(0, 1, 6)
        for low, high in zip(edges, edges[1:]):
            inside = (score >= low) & (score <= high)
            if inside.any():
                print(f"  {name} {low:.1f}-{high:.1f} said {np.average(score[inside], weights=weight[inside]):.2f} "
                      f"is {np.average(positive[inside], weights=weight[inside]):.2f} n {inside.sum()}")
    json.dump({"temperature": temperature, "shift": [float(s) for s in shift]}, open(out, "w"))
    scores.table(choosing, probabilities)


if __name__ == "__main__":
    main()
