"""Materials that more than one thing on a table has."""

from __future__ import annotations

from .shapes import Mat


def wood(name: str, light: str, mid: str, dark: str, plank: float = 0.12,
         rough: float = 0.38) -> Mat:
    """Boards along x with figure, pores, seams and a worn oil finish."""
    m = Mat(name)
    p = m.coord()
    split = m.node("SeparateXYZ", {0: p})
    board = m.math("DIVIDE", split.outputs[1], plank)
    index = m.math("FLOOR", board)
    random = m.node("TexWhiteNoise", {"W": index}, noise_dimensions="1D").outputs["Value"]
    shift = m.node("CombineXYZ", {0: m.math("MULTIPLY", random, 7.0),
                                  2: m.math("MULTIPLY", random, 3.0)}).outputs[0]
    moved = m.node("VectorMath", {0: p, 1: shift}, operation="ADD").outputs[0]
    figure = m.noise(m.scaled(moved, (1.6, 17, 17)), 1.0, 5, 0.55, 1.1)
    rings = m.node("TexWave", {"Vector": m.scaled(moved, (0.5, 9, 9)), "Scale": 1.5,
                               "Distortion": 7.0, "Detail": 3.0, "Detail Scale": 1.2},
                   bands_direction="Y").outputs["Fac"]
    pores = m.noise(m.scaled(moved, (22, 900, 900)), 1.0, 3, 0.6)
    tone = m.ramp(figure, [(0.25, dark), (0.5, mid), (0.75, light)])
    tone = m.mix(m.math("MULTIPLY", rings, 0.32), tone, dark)
    tone = m.mix(m.span(pores, 0.34, 0.48, 0.55, 0.0), tone, dark, "MULTIPLY")
    tint = m.mix(random, "#FFFFFF", "#D8CBBE")
    tone = m.mix(1.0, tone, tint, "MULTIPLY")
    near = m.math("ABSOLUTE", m.math("SUBTRACT", m.math("FRACT", board), 0.5))
    seam = m.span(near, 0.488, 0.497, 0.0, 1.0)
    m.set("Base Color", m.mix(m.math("MULTIPLY", seam, 0.8), tone, "#23160D"))
    wear = m.noise(p, 9, 5, 0.62)
    m.set("Roughness", m.math("ADD", m.span(wear, 0.3, 0.7, rough - 0.08, rough + 0.12),
                              m.span(pores, 0.34, 0.48, 0.15, 0.0)))
    relief = m.math("SUBTRACT", m.math("MULTIPLY", pores, 0.25), seam)
    m.bump(relief, 0.0006, 0.55)
    return m


def paint(name: str, color: str, rough: float = 0.5, grain: float = 0.0) -> Mat:
    m = Mat(name, color, roughness=rough)
    if grain:
        m.bump(m.noise(m.coord(), 260, 4), grain, 0.4)
    return m
