"""The network: a small residual encoder and a decoder that adds what it finds at each size.

In: red, green, blue as -1...1, strokes (1 product, -1 backdrop, 0 nothing), box (1 inside; 0 everywhere without one).
Out: how likely each 2 x 2 block is the product, as a logit.
"""

import torch
from torch import nn
from torch.nn import functional

WIDTHS = [16, 32, 64, 80, 96]
DEPTHS = [1, 1, 2, 2, 1]
DECODER = [16, 32, 48, 48, 48]


def conv(inputs, outputs, stride=1, kernel=3):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs))


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.first, self.second = conv(width, width), conv(width, width)

    def forward(self, x):
        return functional.relu(x + self.second(functional.relu(self.first(x))))


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        inputs = 5
        self.down, self.blocks = nn.ModuleList(), nn.ModuleList()
        for width, depth in zip(WIDTHS, DEPTHS):
            self.down.append(conv(inputs, width, 2))
            self.blocks.append(nn.Sequential(*[Block(width) for _ in range(depth)]))
            inputs = width
        self.context = nn.Linear(WIDTHS[-1], WIDTHS[-1])
        self.lateral = nn.ModuleList(conv(width, DECODER[k], 1, 1) for k, width in enumerate(WIDTHS))
        self.up = nn.ModuleList(conv(DECODER[k], DECODER[max(0, k - 1)]) for k in range(5))
        self.coarse = nn.Conv2d(DECODER[2], 1, 1)
        self.last = nn.Conv2d(DECODER[0], 1, 1)

    def forward(self, x):
        levels = []
        for down, blocks in zip(self.down, self.blocks):
            x = blocks(functional.relu(down(x)))
            levels.append(x)
        x = x + self.context(x.mean((2, 3)))[..., None, None]
        coarse = None
        for k in (4, 3, 2, 1, 0):
            side = self.lateral[k](levels[k] if k < 4 else x)
            if k < 4:
                side = side + functional.interpolate(feature, scale_factor=2, mode="nearest")
            if k == 2:
                coarse = self.coarse(functional.relu(side))
            feature = functional.relu(self.up[k](functional.relu(side)))
        return self.last(feature), coarse


if __name__ == "__main__":
    print(sum(p.numel() for p in Network().parameters()), "parameters")
