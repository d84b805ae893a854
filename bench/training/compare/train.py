"""Trains the comparison of two statements: general entailment first, then pairs of news.

usage: train.py BENCH JARS OUT [--general N] [--epochs N] [--seed N] [--start FILE]
"""

import argparse
import random
import time

import numpy as np
import torch

import data
import model as models
import scores
from pieces import WordPiece

FROZEN = 2  # layers that stay as shipped, with the embeddings
MAX_PIECES = 160
BATCH = 16


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("jars", help="folder with both .onnx files and the tokenizer.json")
    parser.add_argument("out")
    parser.add_argument("--general", type=int, default=20000)
    parser.add_argument("--general-rate", type=float, default=6e-5)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--written", type=float, default=1, help="share of the written pairs")
    parser.add_argument("--edits", help="pairs that differ in one place, made by SentenceEdits")
    parser.add_argument("--edit-weight", type=float, default=0.5)
    parser.add_argument("--edit-share", type=float, default=1, help="share of them that is learned from")
    parser.add_argument("--all", action="store_true", help="train on the stories for choosing too")
    return parser.parse_args()


class Cutter:
    """A pair's pieces: the longer side is cut until both fit."""

    def __init__(self, jars):
        self.words = WordPiece(f"{jars}/all-minilm-l6-v2-tokenizer.json")

    def pieces(self, a, b):
        a, b = self.words.pieces(a), self.words.pieces(b)
        room = MAX_PIECES - 3
        if len(a) + len(b) > room:
            half = room // 2
            keep = max(half, room - len(b)), max(half, room - len(a))
            a, b = a[: keep[0]], b[: keep[1]]
        ids = [self.words.first, *a, self.words.last, *b, self.words.last]
        return ids, [0] * (len(a) + 2) + [1] * (len(b) + 1)


def tensors(rows):
    length = max(len(ids) for ids, _ in rows)
    ids, types, mask = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(3))
    for at, (row, kinds) in enumerate(rows):
        ids[at, : len(row)] = torch.tensor(row)
        types[at, : len(row)] = torch.tensor(kinds)
        mask[at, : len(row)] = 1
    return ids, types, mask.float()


def logits(model, rows):
    ids, types, mask = tensors(rows)
    with torch.no_grad():
        lower = model.lower(ids, types, mask, FROZEN)
    return model.upper(lower, mask, FROZEN)


def predicted(model, cutter, pairs, turned=False):
    """Probabilities of the relations; turned: read as (b, a) and turned back."""
    model.eval()
    rows = [cutter.pieces(*((p.b, p.a) if turned else (p.a, p.b))) for p in pairs]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    result = np.zeros((len(rows), len(data.RELATIONS)), dtype=np.float32)
    with torch.no_grad():
        for at in range(0, len(order), 32):
            chosen = order[at : at + 32]
            result[chosen] = logits(model, [rows[i] for i in chosen]).numpy()
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
        block = sorted(order[at : at + BATCH * 24], key=lambda i: len(rows[i][0]))
        made.extend(block[i : i + BATCH] for i in range(0, len(block), BATCH))
    rng.shuffle(made)
    return made


def fit(model, cutter, pairs, epochs, rate, seed, after_epoch):
    rng = random.Random(seed)
    trained = [p for p in model.parameters() if p.requires_grad]
    head = set(model.head.parameters())
    optimiser = torch.optim.AdamW(
        [{"params": [p for p in trained if p not in head], "lr": rate},
         {"params": list(head), "lr": 10 * rate}], weight_decay=0.01)
    steps = epochs * ((len(pairs) + BATCH - 1) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps))))
    average = {k: v.clone() for k, v in model.state_dict().items()}
    step, clock = 0, time.process_time()
    for epoch in range(epochs):
        model.train()
        turned = [p.source != "general" and rng.random() < 0.5 for p in pairs]
        rows = [cutter.pieces(*((p.b, p.a) if t else (p.a, p.b))) for p, t in zip(pairs, turned)]
        loss_sum = 0.0
        for chosen in batches(rows, rng):
            possible = torch.zeros(len(chosen), len(data.RELATIONS))
            for at, i in enumerate(chosen):
                for relation in pairs[i].possible:
                    possible[at, data.TURNED[relation] if turned[i] else relation] = 1
            logs = logits(model, [rows[i] for i in chosen]).log_softmax(1)
            each = -(logs + (possible - 1) * 1e4).logsumexp(1)
            loss = (each * torch.tensor([pairs[i].weight for i in chosen])).mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            loss_sum += loss.item()
            with torch.no_grad():
                keep = min(0.98, step / (step + 10))
                for name, value in model.state_dict().items():
                    if value.is_floating_point():
                        average[name].mul_(keep).add_(value, alpha=1 - keep)
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {loss_sum / (step - epoch * steps // epochs):.3f} "
                      f"cpu {time.process_time() - clock:.0f} s", flush=True)
        after_epoch(epoch, average)
    model.load_state_dict(average)


def main():
    options = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    cutter = Cutter(options.jars)
    model = models.load(f"{options.jars}/all-minilm-l6-v2-q.onnx", f"{options.jars}/all-minilm-l6-v2.onnx",
                        len(data.RELATIONS), FROZEN)
    if options.start:
        model.load_state_dict(torch.load(options.start))
    elif options.general:
        fit(model, cutter, data.general_pairs(options.bench, options.general, options.seed), 1,
            options.general_rate, options.seed, lambda epoch, average: None)
        torch.save(model.state_dict(), f"{options.out}-general.pt")
    news = list(data.news_pairs(options.bench))
    parts = ("train", "choose") if options.all else ("train",)
    training = [p for p in news if data.part_of(p.story) in parts]
    written = [p for p in data.written_pairs(options.bench) if data.part_of(p.story) in parts]
    training += written[: int(options.written * len(written))]
    choosing = [p for p in news if data.part_of(p.story) == "choose"]
    changed = []
    if options.edits:
        edits = list(data.edited_pairs(options.edits, options.edit_weight))
        known = [p for p in edits if data.part_of(p.story) in parts and not p.test]
        random.Random(options.seed).shuffle(known)
        training += known[: int(options.edit_share * len(known))]
        changed = [p for p in edits if data.part_of(p.story) == "choose"]
        random.Random(options.seed).shuffle(changed)
        changed = changed[:800]
    print(len(training), "pairs to train,", len(choosing), "to choose", flush=True)
    shadow = models.Comparer(len(data.RELATIONS))

    def after_epoch(epoch, average):
        torch.save(average, f"{options.out}-{epoch + 1}.pt")
        if not options.all:
            shadow.load_state_dict(average)
            print("epoch", epoch + 1, flush=True)
            scores.table(choosing, softmax(predicted(shadow, cutter, choosing)), lambda s: print(s, flush=True))
            if changed:
                scores.of_edits(changed, softmax(predicted(shadow, cutter, changed)), lambda s: print(s, flush=True))

    fit(model, cutter, training, options.epochs, options.rate, options.seed, after_epoch)
    torch.save(model.state_dict(), f"{options.out}.pt")


if __name__ == "__main__":
    main()
