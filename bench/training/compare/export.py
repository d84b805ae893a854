"""Writes trained weights as a part of the encoder's graph: the matrices that differ from the shipped
file, int8, and the nodes of the head. The program puts it in place of what the shipped file holds.

usage: export.py JARS WEIGHTS.pt CALIBRATION.json OUT
"""

import json
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import data
import model as models
from train import FROZEN

# Of 127: the products of two such numbers stay within 16 bits where the processor adds in pairs.
RANGE = 64


def quantised(matrix):
    """Whole numbers and one scale a column."""
    scale = np.abs(matrix).max(0) / RANGE
    scale[scale == 0] = 1
    return np.clip(np.rint(matrix / scale), -RANGE, RANGE).astype(np.int8), scale.astype(np.float32)


def initialisers(state, names):
    tensors = []

    def add(name, array):
        tensors.append(numpy_helper.from_array(np.ascontiguousarray(array), name))

    biases = ("attention.self.query", "attention.self.key", "attention.self.value",
              "attention.output.dense", "intermediate.dense", "output.dense")
    for number in range(FROZEN, models.LAYERS):
        prefix = f"encoder.layer.{number}."
        for at, (part, bias) in enumerate(zip(models.PARTS, biases)):
            whole, scale = quantised(state[f"layers.{number}.{part}.weight"].numpy().T)
            add(names[6 * number + at] + "_quantized", whole)
            add(names[6 * number + at] + "_scale", scale)
            add(prefix + bias + ".bias", state[f"layers.{number}.{part}.bias"].numpy())
        for norm, name in (("attended_norm", "attention.output"), ("norm", "output")):
            add(prefix + name + ".LayerNorm.weight", state[f"layers.{number}.{norm}.weight"].numpy())
            add(prefix + name + ".LayerNorm.bias", state[f"layers.{number}.{norm}.bias"].numpy())
    return tensors


def head(state, calibration):
    """Nodes that read the first row and the mean of the last layer; calibration is folded in."""
    weight = state["head.weight"].numpy().T / calibration["temperature"]
    bias = state["head.bias"].numpy() / calibration["temperature"] + np.array(calibration["shift"])
    tensors = [
        numpy_helper.from_array(weight.astype(np.float32), "compare.weight"),
        numpy_helper.from_array(bias.astype(np.float32), "compare.bias"),
        numpy_helper.from_array(np.array(0, dtype=np.int64), "compare.first_row"),
    ]
    nodes = [
        helper.make_node("Gather", ["last_hidden_state", "compare.first_row"], ["compare.first"], axis=1),
        helper.make_node("ReduceMean", ["last_hidden_state"], ["compare.mean"], axes=[1], keepdims=0),
        helper.make_node("Concat", ["compare.first", "compare.mean"], ["compare.pooled"], axis=1),
        helper.make_node("Gemm", ["compare.pooled", "compare.weight", "compare.bias"], ["compare.logits"]),
        helper.make_node("Softmax", ["compare.logits"], ["relations"], axis=1),
    ]
    output = helper.make_tensor_value_info("relations", TensorProto.FLOAT, ["batch_size", len(data.RELATIONS)])
    return nodes, tensors, output


def main():
    jars, weights, calibration, out = sys.argv[1:5]
    state = torch.load(weights)
    names = models.matrix_names(f"{jars}/all-minilm-l6-v2-q.onnx")
    nodes, tensors, output = head(state, json.load(open(calibration)))
    graph = onnx.GraphProto(node=nodes, initializer=initialisers(state, names) + tensors, output=[output])
    with open(out, "wb") as file:
        file.write(onnx.ModelProto(graph=graph).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
