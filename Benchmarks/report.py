#!/usr/bin/env python3
"""Turns the figures of one benchmark run into Benchmarks/results.json and Benchmarks/RESULTS.md.

    report.py --results DIR --out DIR

DIR holds own.json and memory.json (krafd alone), studio.json and cycles.json when what judges the studio was there, and
codec.json, cutout.json, boxed.json, large.json and edges.json when the peers were there.
"""
import argparse
import json
import os
import platform
import statistics
import time


def load(folder: str, name: str):
    """The parsed file, or None when that part did not run."""
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores"


def own_table(rows: list[dict]) -> list[str]:
    lines = ["| what | measured | must reach |", "| --- | ---: | ---: |"]
    for row in rows:
        target = f"≤ {row['target']:g} {row['unit']}" if "target" in row else ""
        target = f"≥ {row['least']:g} {row['unit']}" if "least" in row else target
        lines.append(f"| {row['name']} | {row['value']:.3g} {row['unit']} | {target} |")
    return lines


def codec_table(rows: list[dict]) -> list[str]:
    """One line an operation: krafd beside every peer, CPU and wall of the default threads, and the ratio to OpenCV."""
    operations = [row["op"] for row in rows if row["lib"] == "krafd"]
    lines = ["| operation | krafd ms | fastest OpenCV ms | krafd / OpenCV | fastest Pillow ms | fastest libvips ms |",
             "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for operation in dict.fromkeys(operations):
        def best(library: str):
            times = [row["ms"] for row in rows if row["op"] == operation and row["lib"].startswith(library)]
            return min(times) if times else None
        krafd, opencv, pillow, vips = (best(name) for name in ("krafd", "OpenCV", "Pillow", "pyvips"))
        cell = lambda value: "" if value is None else f"{value:.1f}"
        ratio = f"{krafd / opencv:.2f}" if opencv else ""
        lines.append(f"| {operation} | {cell(krafd)} | {cell(opencv)} | {ratio} | {cell(pillow)} | {cell(vips)} |")
    return lines


def cutout_table(rows: list[dict]) -> list[str]:
    lines = ["| group | method | photos | mean IoU | share > 0.9 | MAE | boundary F | median wall s |",
             "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for group in sorted({row["group"] for row in rows}):
        for method in dict.fromkeys(row["method"] for row in rows):
            part = [row for row in rows if row["group"] == group and row["method"] == method]
            if not part:
                continue
            good = sum(row["iou"] > 0.9 for row in part) / len(part)
            lines.append(
                f"| {group} | {method} | {len(part)} | {statistics.mean(row['iou'] for row in part):.3f} | {good:.0%} | "
                f"{statistics.mean(row['mae'] for row in part):.3f} | {statistics.mean(row['bf'] for row in part):.3f} | {statistics.median(row['wall'] for row in part):.2f} |")
    sure = [row for row in rows if row.get("confidence", 0) >= 0.7]
    if sure:
        share = sum(row["iou"] > 0.9 for row in sure) / len(sure)
        lines += ["", f"Of {len(sure)} cut-outs that krafd reported with confidence 0.7 or more, {share:.0%} have IoU > 0.9."]
    return lines


def studio_rows(judged, cycles) -> list[dict]:
    """Rows of krafd's table: how near a finished picture is to its reference, and the time beside Cycles."""
    rows = []
    if judged:
        rows.append({"name": "studio picture at 512 px against 4,096 samples, outside the product", "value": judged["psnr"],
                     "unit": "dB", "least": 38})
        rows.append({"name": "the same, structural similarity", "value": judged["ssim"], "unit": "", "least": 0.97})
    if cycles:
        rows.append({"name": f"time to equal error beside Cycles {cycles['cycles']} with its denoiser", "value": cycles["ratio"],
                     "unit": "×", "target": 0.2})
    return rows


def cycles_table(cycles: dict) -> list[str]:
    """What Cycles takes for which error; krafd's picture in the last line."""
    lines = ["| renderer | samples a px | denoiser | s | PSNR dB |", "| --- | ---: | --- | ---: | ---: |"]
    for row in cycles["rows"]:
        lines.append(f"| Cycles | {row['samples']} | {row['denoiser'].lower()} | {row['seconds']:.2f} | {row['psnr']:.1f} |")
    own = cycles["own"]
    lines.append(f"| krafd | 16 |  | {own['seconds']:.2f} | {own['psnr']:.1f} |")
    agreement = cycles["agreement"]["toned"]
    lines += ["", f"Outside the product both pictures differ by {agreement:.1f} levels in the mean, after one tone curve: krafd's "
              "paper falls off less than light does, as a retoucher would have it."]
    return lines


def edges_table(rows: list[dict]) -> list[str]:
    """Colors at the edge: krafd's error beside that of a cut which keeps the photo's own."""
    lines = ["| background | krafd | photo's own colors | ratio |", "| --- | ---: | ---: | ---: |"]
    everywhere = {"background": "mean", **{key: statistics.mean(row[key] for row in rows) for key in ("krafd", "photo")}}
    for row in rows + [everywhere]:
        lines.append(f"| {row['background']} | {row['krafd']:.1f} | {row['photo']:.1f} | {row['krafd'] / row['photo']:.2f} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    own, memory, judged, cycles, codec, cutout, boxed, large, edges = (
        load(arguments.results, f"{name}.json")
        for name in ("own", "memory", "studio", "cycles", "codec", "cutout", "boxed", "large", "edges"))
    own["rows"] += memory["rows"] + studio_rows(judged, cycles)
    text = ["# Measured", "",
            f"One run of `make bench` on {time.strftime('%Y-%m-%d', time.gmtime())}, {processor()}. "
            "Medians; the machine is shared, so ratios say more than milliseconds.", "", "## krafd", ""]
    text += own_table(own["rows"])
    text += ["", "## The studio's light, beside Cycles on the same set at 512 px", ""]
    text += cycles_table(cycles) if cycles else ["Blender was not there: Cycles was not measured."]
    text += ["", "## Codecs and resize, beside the peers in the same run", ""]
    text += codec_table(codec) if codec else ["The scoring kit was not there: no peer was measured."]
    for title, rows in [("at 1024 px, without a hint", cutout), ("at 1024 px, with a box", boxed), ("at 2048 px", large)]:
        text += ["", f"## Cut-out {title}, beside GrabCut at 512 px in the same run", ""]
        text += cutout_table(rows) if rows else ["The scoring kit was not there: nothing was scored."]
    if edges:
        text += ["", "## Colors along the edge of cut-outs: mean error in levels of 255, ten products on each background", ""]
        text += edges_table(edges)
    table = "\n".join(text) + "\n"
    with open(os.path.join(arguments.out, "RESULTS.md"), "w", encoding="utf-8") as file:
        file.write(table)
    with open(os.path.join(arguments.out, "results.json"), "w", encoding="utf-8") as file:
        json.dump({"own": own["rows"], "cycles": cycles, "codec": codec, "cutout": cutout, "boxed": boxed, "large": large, "edges": edges}, file, indent=1)
    print(table)


if __name__ == "__main__":
    main()
