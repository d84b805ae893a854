"""The mean of trained weights: usage: mean.py OUT.pt WEIGHTS.pt..."""

import sys

import torch


def main():
    out, *files = sys.argv[1:]
    states = [torch.load(file) for file in files]
    torch.save({name: sum(state[name] for state in states) / len(states) for name in states[0]}, out)


if __name__ == "__main__":
    main()
