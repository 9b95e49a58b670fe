"""Trains the network on drawn pictures for a given time. Keeps a running mean of its weights, which is what is used."""

import argparse
import copy
import glob
import os
import time

import cv2
import numpy as np
import torch
from torch.nn import functional

from hints import hints
from model import Network


def batch(rng, files, count):
    """A batch of one size: inputs and alpha as tensors. Colors, contrast, direction and hints are drawn anew."""
    file = np.load(files[rng.integers(len(files))], mmap_mode="r")
    chosen = np.sort(rng.choice(len(file), count, replace=False))
    planes = np.array(file[chosen])
    if rng.random() < 0.5:
        planes = planes[..., ::-1]
    if rng.random() < 0.5:
        planes[:, :3] = planes[:, rng.permutation(3)]
    said = [hints(rng, alpha.astype(np.float32) / 255) for alpha in planes[:, 3]]
    said = torch.from_numpy(np.stack([np.stack(pair) for pair in said]))
    colors = torch.from_numpy(np.ascontiguousarray(planes[:, :3])).float() / 127.5 - 1
    gain = torch.from_numpy(rng.uniform(0.8, 1.2, (count, 1, 1, 1)).astype(np.float32))
    lift = torch.from_numpy(rng.normal(0, 0.05, (count, 3, 1, 1)).astype(np.float32))
    colors = (colors * gain + lift).clamp(-1, 1)
    alpha = torch.from_numpy(np.ascontiguousarray(planes[:, 3:])).float() / 255
    return torch.cat([colors, said], 1), alpha


def resized(rng, inputs, alpha, spent):
    """The batch in another size: small while much is to be learned, then as krafd looks at photos, or near it."""
    factor = rng.choice([5, 6, 7]) if spent < 0.45 else rng.choice([6, 7, 8])
    height, width = (max(1, round(side / 32 * factor / 7)) * 32 for side in inputs.shape[2:])
    if (height, width) != tuple(inputs.shape[2:]):
        inputs, alpha = (functional.interpolate(planes, (height, width), mode="bilinear", antialias=True, align_corners=False)
                         for planes in (inputs, alpha))
        inputs[:, 3:] = inputs[:, 3:].round()
    return inputs.contiguous(memory_format=torch.channels_last), alpha


def loss_of(fine, coarse, alpha):
    fine = functional.interpolate(fine.float(), size=alpha.shape[2:], mode="bilinear", align_corners=False)
    likely = torch.sigmoid(fine)
    shared = (likely * alpha).sum((1, 2, 3))
    union = (likely + alpha - likely * alpha).sum((1, 2, 3))
    overlap = 1 - ((shared + 20) / (union + 20)).mean()
    small = functional.adaptive_avg_pool2d(alpha, coarse.shape[2:])
    cross = functional.binary_cross_entropy_with_logits
    return cross(fine, alpha) + 0.7 * overlap + 0.3 * cross(coarse.float(), small), 1 - overlap


def main():
    options = argparse.ArgumentParser()
    options.add_argument("pictures")
    options.add_argument("weights")
    options.add_argument("--minutes", type=float, default=120)
    options.add_argument("--batch", type=int, default=16)
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--start", help="weights to go on from")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=os.cpu_count())
    given = options.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    rng = np.random.default_rng(given.seed)
    network = Network().to(memory_format=torch.channels_last)
    if given.start:
        network.load_state_dict(torch.load(given.start))
    mean = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=given.rate, weight_decay=0.02)
    begun, spent, step, seen, kept, marked = time.time(), 0.0, 0, 0.0, 0.0, time.time()
    while spent < 1:
        spent = (time.time() - begun) / (given.minutes * 60)
        rate = given.rate * min(1, (step + 1) / 200) * 0.5 * (1 + np.cos(np.pi * min(1, spent)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        files = sorted(glob.glob(os.path.join(given.pictures, "??????.npy")))
        inputs, alpha = resized(rng, *batch(rng, files, given.batch), spent)
        fine, coarse = network(inputs)
        loss, overlap = loss_of(fine, coarse, alpha)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        step += 1
        decay = min(0.998, step / (step + 50))
        with torch.no_grad():
            for own, new in zip(mean.state_dict().values(), network.state_dict().values()):
                if own.is_floating_point():
                    own.lerp_(new, 1 - decay)
        seen, kept = seen + float(loss.detach()), kept + float(overlap.detach())
        if step % 100 == 0:
            print(f"{step} steps, {spent:.1%}, {len(files)} files, loss {seen / 100:.4f}, soft IoU {kept / 100:.4f}, "
                  f"{100 * given.batch / (time.time() - marked):.1f} pictures/s", flush=True)
            seen, kept, marked = 0.0, 0.0, time.time()
            torch.save(mean.state_dict(), given.weights + ".part")
            os.replace(given.weights + ".part", given.weights)


if __name__ == "__main__":
    main()
