"""The mean of weights of one training.

usage: average.py OUT.pt WEIGHTS.pt...
"""

import sys

import torch

out, *files = sys.argv[1:]
states = [torch.load(file) for file in files]
torch.save({name: sum(state[name] / len(states) for state in states) for name in states[0]}, out)
