"""Turns krafd's weights back into a network that can go on learning.

Normalisation is folded into the stored weights; it is unfolded again by what each layer gives on some pictures.
"""

import argparse
import struct

import numpy as np
import torch

from model import Network


def layers(path):
    """The stored layers, in order: weights and bias."""
    with open(path, "rb") as file:
        while head := file.read(6):
            kernel, _, inputs, outputs = struct.unpack("<BBHH", head)
            scales = np.frombuffer(file.read(4 * outputs), "<f4")
            bias = np.frombuffer(file.read(4 * outputs), "<f4").copy()
            stored = np.frombuffer(file.read(outputs * kernel * kernel * inputs), np.int8)
            weights = stored.reshape(outputs, kernel, kernel, inputs).transpose(0, 3, 1, 2) * scales[:, None, None, None]
            yield torch.from_numpy(weights.astype(np.float32)), torch.from_numpy(bias)


def unfold(pair, weights, bias):
    pair[0].weight.data = weights
    pair[1].bias.data = bias
    pair[1].running_var.fill_(1 - pair[1].eps)


def restored(path, pictures):
    """A network as stored in `path`; `pictures` is a batch of inputs."""
    network, stored = Network(), layers(path)
    for down, blocks in zip(network.down, network.blocks):
        unfold(down, *next(stored))
        for block in blocks:
            unfold(block.first, *next(stored))
            unfold(block.second, *next(stored))
    weights, network.context.bias.data = next(stored)
    network.context.weight.data = weights[:, :, 0, 0]
    for pair in list(network.lateral) + list(network.up):
        unfold(pair, *next(stored))
    network.last.weight.data, network.last.bias.data = next(stored)
    network.eval()

    def normalise(norm, inputs, output):
        values = inputs[0].transpose(0, 1).flatten(1)
        mean, variance = values.mean(1), values.var(1).clamp(min=1e-4)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.data = torch.sqrt(variance + norm.eps)
        norm.bias.data += mean

    hooks = [m.register_forward_hook(normalise) for m in network.modules() if isinstance(m, torch.nn.BatchNorm2d)]
    with torch.no_grad():
        network(pictures)
    for hook in hooks:
        hook.remove()
    return network


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("stored")
    options.add_argument("pictures", help="an .npy file that make_pictures.py wrote")
    options.add_argument("weights")
    given = options.parse_args()
    planes = torch.from_numpy(np.load(given.pictures)[:64, :3]).float() / 127.5 - 1
    inputs = torch.cat([planes, torch.zeros(len(planes), 2, *planes.shape[2:])], 1)
    torch.save(restored(given.stored, inputs).state_dict(), given.weights)
