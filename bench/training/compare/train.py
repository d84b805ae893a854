"""Trains the comparison of two statements: general entailment first, then pairs of news, and with them
which words of a copy tell otherwise than its original.

usage: train.py BENCH JARS OUT [--general N] [--epochs N] [--seed N] [--start FILE] [--clauses FILE] [--copies] [--edits FILE]
"""

import argparse
import random
import time

import numpy as np
import torch
from torch import nn

import data
import model as models
import scores
from pieces import WordPiece

BASE = "bge-small-en-v1.5"
FROZEN = 4  # layers that stay as shipped, with the embeddings
MAX_PIECES = 160
MAX_SIDE = 90  # pieces of a side of a copy
BATCH = 16
TAG_WEIGHT = 3  # of the words that tell otherwise, beside the relation
AVERAGED = 5  # steps from one look at the weights to the next, for their mean
TAGGED = 2  # what a word that does counts against one that does not


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("jars", help="folder with both .onnx files and the tokenizer.json")
    parser.add_argument("out")
    parser.add_argument("--general", type=int, default=56000)
    parser.add_argument("--general-rate", type=float, default=6e-5)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", help="weights after general entailment, or a file that shipped")
    parser.add_argument("--clauses", help="sentences and statements out of longer ones, made by SentenceClauses")
    parser.add_argument("--copies", action="store_true", help="learn what a copy tells otherwise, too")
    parser.add_argument("--edits", help="sentences changed in one place, made by SentenceEdits")
    parser.add_argument("--edit-count", type=int, default=4000)
    return parser.parse_args()


class Example:
    """The pieces of a pair with what is known of it.

    possible: relations, or None; tags: 1, 0 or -1 (unknown) a piece, or None
    """

    def __init__(self, ids, types, weight, possible=None, tags=None, differs=False):
        self.ids, self.types, self.weight = ids, types, weight
        self.possible, self.tags, self.differs = possible, tags, differs
        self.relation_weight = weight


class Cutter:
    """A pair's pieces: the longer side is cut until both fit."""

    def __init__(self, jars):
        self.words = WordPiece(f"{jars}/{BASE}-q-tokenizer.json")

    def pieces(self, a, b):
        a, b = self.words.pieces(a), self.words.pieces(b)
        room = MAX_PIECES - 3
        if len(a) + len(b) > room:
            half = room // 2
            keep = max(half, room - len(b)), max(half, room - len(a))
            a, b = a[: keep[0]], b[: keep[1]]
        return self._joined(a, b)

    def _joined(self, a, b):
        ids = [self.words.first, *a, self.words.last, *b, self.words.last]
        return ids, [0] * (len(a) + 2) + [1] * (len(b) + 1)

    def copy(self, copy):
        a, places_a = (part[:MAX_SIDE] for part in self.words.placed(copy.a))
        b, places_b = (part[:MAX_SIDE] for part in self.words.placed(copy.b))

        def tags(places, marked):
            if marked is None:
                return [-1] * len(places)
            return [int(any(p[0] < m[1] and m[0] < p[1] for m in marked)) for p in places]

        ids, types = self._joined(a, b)
        tagged = [-1, *tags(places_a, copy.before), -1, *tags(places_b, copy.after), -1]
        example = Example(ids, types, copy.weight, copy.possible, tagged, copy.differs)
        example.relation_weight = 0.3  # an edit says less of the relation than a labelled pair
        return example


def tensors(rows):
    length = max(len(row.ids) for row in rows)
    ids, types, mask = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(3))
    for at, row in enumerate(rows):
        ids[at, : len(row.ids)] = torch.tensor(row.ids)
        types[at, : len(row.ids)] = torch.tensor(row.types)
        mask[at, : len(row.ids)] = 1
    return ids, types, mask.float()


def answers(model, rows):
    """Logits: of the relations, that the second differs, that a piece is told otherwise."""
    ids, types, mask = tensors(rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):  # five times as fast where the processor has it
        with torch.no_grad():
            lower = model.lower(ids, types, mask, FROZEN)
        return tuple(answer.float() for answer in model.upper(lower, mask, FROZEN))


def predicted(model, cutter, pairs, turned=False):
    """Logits of the relations; turned: read as (b, a) and turned back."""
    model.eval()
    rows = [Example(*cutter.pieces(*((p.b, p.a) if turned else (p.a, p.b))), 1) for p in pairs]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    result = np.zeros((len(rows), len(data.RELATIONS)), dtype=np.float32)
    with torch.no_grad():
        for at in range(0, len(order), 32):
            chosen = order[at : at + 32]
            result[chosen] = answers(model, [rows[i] for i in chosen])[0].numpy()
    return result[:, data.TURNED] if turned else result


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def batches(rows, rng):
    """Of like length within shuffled blocks."""
    order = list(range(len(rows)))
    rng.shuffle(order)
    made = []
    for at in range(0, len(order), BATCH * 24):
        block = sorted(order[at : at + BATCH * 24], key=lambda i: len(rows[i].ids))
        made.extend(block[i : i + BATCH] for i in range(0, len(block), BATCH))
    rng.shuffle(made)
    return made


def loss_of(model, rows):
    relations, differs, changed = answers(model, rows)
    loss = relations.sum() * 0
    weight = torch.tensor([row.relation_weight if row.possible else 0.0 for row in rows])
    possible = torch.tensor([[float(not row.possible or r in row.possible) for r in range(len(data.RELATIONS))]
                             for row in rows])
    each = -(relations.log_softmax(1) + (possible - 1) * 1e4).logsumexp(1)
    loss = loss + (each * weight).sum() / BATCH
    tags = torch.full(changed.shape, -1.0)
    for at, row in enumerate(rows):
        if row.tags:
            tags[at, : len(row.tags)] = torch.tensor(row.tags, dtype=torch.float)
    known = (tags >= 0).float()
    weight = torch.tensor([row.weight if row.tags else 0.0 for row in rows])
    if known.sum() > 0:
        told = nn.functional.binary_cross_entropy_with_logits(
            changed, tags.clamp(min=0), reduction="none", pos_weight=torch.tensor(float(TAGGED)))
        loss = loss + TAG_WEIGHT * ((told * known).sum(1) / known.sum(1).clamp(min=1) * weight).sum() / BATCH
        whole = nn.functional.binary_cross_entropy_with_logits(
            differs, torch.tensor([float(row.differs) for row in rows]), reduction="none")
        loss = loss + (whole * weight).sum() / BATCH
    return loss


def fit(model, examples, epochs, rate, seed, after_epoch):
    """examples: a function that gives the examples of an epoch, from a source of chance."""
    rng = random.Random(seed)
    trained = [p for p in model.parameters() if p.requires_grad]
    heads = {p for head in model.heads() for p in head.parameters()}
    optimiser = torch.optim.AdamW(
        [{"params": [p for p in trained if p not in heads], "lr": rate},
         {"params": list(heads), "lr": 10 * rate}], weight_decay=0.01, fused=True)
    steps = epochs * ((len(examples(random.Random(seed))) + BATCH - 1) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.08 * steps), max(0.0, (steps - s) / (0.92 * steps))))
    average = {name: value.clone() for name, value in model.state_dict().items()}
    step, clock = 0, time.process_time()
    for epoch in range(epochs):
        model.train()
        rows = examples(rng)
        loss_sum, count = 0.0, 0
        for chosen in batches(rows, rng):
            loss = loss_of(model, [rows[i] for i in chosen])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            schedule.step()
            step, count, loss_sum = step + 1, count + 1, loss_sum + loss.item()
            if step % AVERAGED == 0:
                with torch.no_grad():
                    keep = min(0.98 ** AVERAGED, step / (step + 10))
                    for name, value in model.named_parameters():
                        if value.requires_grad:
                            average[name].lerp_(value, 1 - keep)
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {loss_sum / count:.3f} "
                      f"cpu {time.process_time() - clock:.0f} s", flush=True)
        after_epoch(epoch, average)
    model.load_state_dict(average)


def relation_example(cutter, pair, turned=False):
    ids, types = cutter.pieces(*((pair.b, pair.a) if turned else (pair.a, pair.b)))
    possible = tuple(data.TURNED[r] for r in pair.possible) if turned else pair.possible
    return Example(ids, types, pair.weight, possible)


def show_copies(model, cutter, held):
    """Of copies of events left to the judge: how well words that tell otherwise are ranked."""
    model.eval()
    told, truth, whole, differ = [], [], [], []
    for copy in held:
        row = cutter.copy(copy)
        with torch.no_grad():
            _, differs, changed = answers(model, [row])
        known = [at for at, tag in enumerate(row.tags) if tag >= 0]
        told += [float(changed[0, at]) for at in known]
        truth += [row.tags[at] == 1 for at in known]
        whole.append(float(differs[0]))
        differ.append(copy.differs)
    print(f"  words that tell otherwise: AP {scores.average_precision(np.array(told), np.array(truth)):.3f} "
          f"base {np.mean(truth):.3f}; copies that do: area {scores.area(np.array(whole), np.array(differ)):.3f}",
          flush=True)


def main():
    options = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    models.Dropout.random = np.random.Generator(np.random.SFC64(options.seed))
    cutter = Cutter(options.jars)
    model = models.load(f"{options.jars}/{BASE}-q.onnx", f"{options.jars}/{BASE}.onnx",
                        len(data.RELATIONS), FROZEN)
    if options.start and options.start.endswith(".onnx-part"):
        models.put_shipped(model, options.start, models.matrix_names(f"{options.jars}/{BASE}-q.onnx"), FROZEN)
    elif options.start:
        model.load_state_dict(torch.load(options.start))
    elif options.general:
        general = [relation_example(cutter, p)
                   for p in data.general_pairs(options.bench, options.general, options.seed)]
        fit(model, lambda rng: general, 1, options.general_rate, options.seed, lambda epoch, average: None)
        torch.save(model.state_dict(), f"{options.out}-general.pt")
    news = list(data.news_pairs(options.bench))
    known = [p for p in [*news, *data.written_pairs(options.bench)] if p.part == "train"]
    choosing = [p for p in news if p.part == "choose"]
    if options.clauses:
        known += data.clauses(options.bench, options.clauses, options.seed)
    copies = list(data.copies(options.bench))
    held = [c for c in copies if data.is_unread(c.event)]
    told = []
    if options.copies:
        told += 2 * [cutter.copy(c) for c in copies if not data.is_unread(c.event)]
        told += [cutter.copy(c) for c in data.paraphrases(options.bench, 600, 4)]
    if options.edits:
        told += [cutter.copy(c) for c in data.edits(options.edits, options.edit_count, 3)]
    print(len(known), "relations,", len(told), "copies to train;", len(choosing), "to choose,", len(held), "copies held",
          flush=True)

    def examples(rng):
        return [relation_example(cutter, p, rng.random() < 0.5) for p in known] + told

    shadow = models.Comparer(len(data.RELATIONS))

    def after_epoch(epoch, average):
        torch.save(average, f"{options.out}-{epoch + 1}.pt")
        shadow.load_state_dict(average)
        print("epoch", epoch + 1, flush=True)
        scores.table(choosing, softmax(predicted(shadow, cutter, choosing)), lambda s: print(s, flush=True))
        if options.copies:
            show_copies(shadow, cutter, held)

    fit(model, examples, options.epochs, options.rate, options.seed, after_epoch)
    torch.save(model.state_dict(), f"{options.out}.pt")


if __name__ == "__main__":
    main()
