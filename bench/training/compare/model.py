"""The encoder read out of its ONNX files, with a head for two statements."""

import math

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

WIDTH, HEADS, LAYERS = 384, 12, 12
PARTS = ("query", "key", "value", "attended", "wide", "narrow")


def initialisers(path):
    return {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}


def matrix_names(path):
    """Names of the weight matrices in graph order: six a layer, as PARTS."""
    nodes = onnx.load(path).graph.node
    return [n.input[1].removesuffix("_quantized") for n in nodes
            if n.op_type == "MatMulInteger" or (n.op_type == "MatMul" and n.input[1].startswith("onnx::"))]


class Dropout(nn.Module):
    """Leaves out 26 of 256 values, by bytes of a generator that costs a fifth of the built-in one."""

    random = np.random.Generator(np.random.SFC64(1))

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.from_numpy(np.frombuffer(self.random.bytes(x.numel()), dtype=np.uint8) >= 26)
        return x * kept.view(x.shape).to(x.dtype).mul_(256 / 230)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout()

    def forward(self, x, mask):
        def split(y):
            return y.view(y.shape[0], y.shape[1], HEADS, -1).transpose(1, 2)

        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) / math.sqrt(WIDTH // HEADS)
        weights = self.dropout((scores + mask).softmax(-1))
        joined = (weights @ split(self.value(x))).transpose(1, 2).reshape(x.shape)
        x = self.attended_norm(x + self.dropout(self.attended(joined)))
        return self.norm(x + self.dropout(self.narrow(nn.functional.gelu(self.wide(x)))))


class Comparer(nn.Module):
    """Relations of two statements, from the first row and the mean of the last layer; whether the
    second tells something otherwise; and of each piece whether the other text tells it otherwise."""

    def __init__(self, relations):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = Dropout()
        self.head = nn.Linear(2 * WIDTH, relations)
        self.differs = nn.Linear(2 * WIDTH, 1)
        self.changed = nn.Linear(WIDTH, 1)
        for head in self.heads():
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def heads(self):
        return self.head, self.differs, self.changed

    def lower(self, ids, types, mask, layers):
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1]))[None] + self.types(types)
        x = self.norm(x)
        for layer in self.layers[:layers]:
            x = layer(x, added(mask))
        return x

    def upper(self, x, mask, layers):
        for layer in self.layers[layers:]:
            x = layer(x, added(mask))
        mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        both = self.dropout(torch.cat([x[:, 0], mean], 1))
        return self.head(both), self.differs(both)[:, 0], self.changed(self.dropout(x))[:, :, 0]


def added(mask):
    return (1 - mask)[:, None, None, :] * -1e4


def load(quantised, exact, relations, frozen):
    """What stays as shipped is read from the int8 file, what is trained from the exact one."""
    model = Comparer(relations)
    small, full = initialisers(quantised), initialisers(exact)
    small_names, full_names = matrix_names(quantised), matrix_names(exact)

    def dequantised(name):
        zero = small[name + "_zero_point"].astype(np.float32)
        return (small[name + "_quantized"].astype(np.float32) - zero) * small[name + "_scale"]

    def put(parameter, array):
        parameter.data = torch.tensor(np.ascontiguousarray(array), dtype=torch.float32)

    for module, name in ((model.words, "word"), (model.positions, "position"), (model.types, "token_type")):
        put(module.weight, dequantised(f"embeddings.{name}_embeddings.weight"))
    put(model.norm.weight, small["embeddings.LayerNorm.weight"])
    put(model.norm.bias, small["embeddings.LayerNorm.bias"])
    for number, layer in enumerate(model.layers):
        prefix = f"encoder.layer.{number}."
        biases = ("attention.self.query", "attention.self.key", "attention.self.value",
                  "attention.output.dense", "intermediate.dense", "output.dense")
        for at, (part, bias) in enumerate(zip(PARTS, biases)):
            linear = getattr(layer, part)
            index = 6 * number + at
            matrix = dequantised(small_names[index]) if number < frozen else full[full_names[index]]
            put(linear.weight, matrix.T)
            put(linear.bias, full[prefix + bias + ".bias"])
        for norm, name in ((layer.attended_norm, "attention.output"), (layer.norm, "output")):
            put(norm.weight, full[prefix + name + ".LayerNorm.weight"])
            put(norm.bias, full[prefix + name + ".LayerNorm.bias"])
    for parameter in [*model.words.parameters(), *model.positions.parameters(), *model.types.parameters(),
                      *model.norm.parameters(), *model.layers[:frozen].parameters()]:
        parameter.requires_grad = False
    return model


def put_shipped(model, path, names, frozen):
    """Goes on from weights that shipped (export.py): int8, with the calibration in the head."""
    held = initialisers(path)

    def put(parameter, array):
        parameter.data = torch.tensor(np.ascontiguousarray(array), dtype=torch.float32)

    biases = ("attention.self.query", "attention.self.key", "attention.self.value",
              "attention.output.dense", "intermediate.dense", "output.dense")
    for number, layer in list(enumerate(model.layers))[frozen:]:
        prefix = f"encoder.layer.{number}."
        for at, (part, bias) in enumerate(zip(PARTS, biases)):
            name = names[6 * number + at]
            put(getattr(layer, part).weight, (held[name + "_quantized"].astype(np.float32) * held[name + "_scale"]).T)
            put(getattr(layer, part).bias, held[prefix + bias + ".bias"])
        for norm, name in (("attended_norm", "attention.output"), ("norm", "output")):
            put(getattr(layer, norm).weight, held[prefix + name + ".LayerNorm.weight"])
            put(getattr(layer, norm).bias, held[prefix + name + ".LayerNorm.bias"])
    put(model.head.weight, held["compare.weight"].T)
    put(model.head.bias, held["compare.bias"])
