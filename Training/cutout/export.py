"""Writes trained weights as krafd reads them: normalisation folded in, a byte a weight, a scale for each output."""

import argparse
import struct

import numpy as np
import torch

from model import Network


def folded(pair):
    """Weights and bias of a convolution with its normalisation."""
    weights, norm = pair[0].weight.detach(), pair[1]
    scale = norm.weight.detach() / torch.sqrt(norm.running_var + norm.eps)
    return weights * scale[:, None, None, None], norm.bias.detach() - norm.running_mean * scale


def write(file, weights, bias, step=1):
    outputs, inputs, kernel, _ = weights.shape
    scales = (weights.abs().amax((1, 2, 3)) / 127).clamp(min=1e-12)
    stored = torch.round(weights / scales[:, None, None, None]).clamp(-127, 127).permute(0, 2, 3, 1)
    file.write(struct.pack("<BBHH", kernel, step, inputs, outputs))
    file.write(scales.numpy().astype("<f4").tobytes() + bias.numpy().astype("<f4").tobytes())
    file.write(stored.numpy().astype(np.int8).tobytes())


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("weights")
    options.add_argument("out")
    given = options.parse_args()
    network = Network().eval()
    network.load_state_dict(torch.load(given.weights))
    with open(given.out, "wb") as file:
        for down, blocks in zip(network.down, network.blocks):
            write(file, *folded(down), step=2)
            for block in blocks:
                write(file, *folded(block.first))
                write(file, *folded(block.second))
        write(file, network.context.weight.detach()[..., None, None], network.context.bias.detach())
        for pair in list(network.lateral) + list(network.up):
            write(file, *folded(pair))
        write(file, network.last.weight.detach(), network.last.bias.detach())
