"""Writes trained weights as a part of the encoder's graph: the matrices that differ from the shipped
file, int8, and the nodes of the heads. The program puts it in place of what the shipped file holds.

usage: export.py JARS WEIGHTS.pt CALIBRATION.json OUT [differences]
"""

import json
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import data
import model as models
from train import BASE, FROZEN

# Of 127: up to 64 the products of two such numbers stay within 16 bits where the processor adds in pairs. Who goes
# on from a file that shipped takes another range than that file's: on its own grid, rounding takes back what was
# learned, which is mostly less than half a step (64, then 61).
RANGE = 61


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


def head(state, calibration, differences):
    """Nodes that read the first row and the mean of the last layer; calibration is folded in."""
    weight = state["head.weight"].numpy().T / calibration["temperature"]
    bias = state["head.bias"].numpy() / calibration["temperature"] + np.array(calibration["shift"])
    tensors = [
        numpy_helper.from_array(weight.astype(np.float32), "compare.weight"),
        numpy_helper.from_array(bias.astype(np.float32), "compare.bias"),
        numpy_helper.from_array(np.array(0, dtype=np.int64), "compare.first_row"),
    ]
    for name in ("differs", "changed") if differences else ():
        tensors.append(numpy_helper.from_array(state[f"{name}.weight"].numpy().T.copy(), f"compare.{name}.weight"))
        tensors.append(numpy_helper.from_array(state[f"{name}.bias"].numpy(), f"compare.{name}.bias"))
    nodes = [
        helper.make_node("Gather", ["last_hidden_state", "compare.first_row"], ["compare.first"], axis=1),
        helper.make_node("ReduceMean", ["last_hidden_state"], ["compare.mean"], axes=[1], keepdims=0),
        helper.make_node("Concat", ["compare.first", "compare.mean"], ["compare.pooled"], axis=1),
        helper.make_node("Gemm", ["compare.pooled", "compare.weight", "compare.bias"], ["compare.logits"]),
        helper.make_node("Softmax", ["compare.logits"], ["relations"], axis=1),
    ]
    outputs = [helper.make_tensor_value_info("relations", TensorProto.FLOAT, ["batch_size", len(data.RELATIONS)])]
    if differences:
        nodes += [
            helper.make_node("Gemm", ["compare.pooled", "compare.differs.weight", "compare.differs.bias"],
                             ["compare.differs_logit"]),
            helper.make_node("Sigmoid", ["compare.differs_logit"], ["differs"]),
            helper.make_node("MatMul", ["last_hidden_state", "compare.changed.weight"], ["compare.changed_product"]),
            helper.make_node("Add", ["compare.changed_product", "compare.changed.bias"], ["compare.changed_logits"]),
            helper.make_node("Squeeze", ["compare.changed_logits"], ["compare.changed_rows"], axes=[2]),
            helper.make_node("Sigmoid", ["compare.changed_rows"], ["changed"]),
        ]
        outputs += [
            helper.make_tensor_value_info("differs", TensorProto.FLOAT, ["batch_size", 1]),
            helper.make_tensor_value_info("changed", TensorProto.FLOAT, ["batch_size", "pieces"]),
        ]
    return nodes, tensors, outputs


def main():
    jars, weights, calibration, out, *more = sys.argv[1:]
    state = torch.load(weights)
    names = models.matrix_names(f"{jars}/{BASE}-q.onnx")
    nodes, tensors, outputs = head(state, json.load(open(calibration)), "differences" in more)
    graph = onnx.GraphProto(node=nodes, initializer=initialisers(state, names) + tensors, output=outputs)
    with open(out, "wb") as file:
        file.write(onnx.ModelProto(graph=graph).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
