"""Clear materials.  Shadows and scattered light go straight through them: the
renderer's real caustics would need hours to lose their noise."""

from __future__ import annotations

from .shapes import Mat


def clear(name: str, ior: float, absorbs: tuple[float, float, float] | None = None) -> Mat:
    """The boundary of a clear thing; `ior` is that behind the face over that before it,
    `absorbs` the share of red, green, blue light taken per 20 mm behind the face."""
    m = Mat(name)
    bend = m.node("BsdfGlass", {"IOR": ior, "Roughness": 0.0, "Color": (1, 1, 1, 1)})
    ray = m.node("LightPath")
    soft = m.math("MAXIMUM", ray.outputs["Is Shadow Ray"], ray.outputs["Is Diffuse Ray"])
    through = m.node("BsdfTransparent", {"Color": (0.86, 0.86, 0.86, 1)})
    both = m.node("MixShader", {0: soft, 1: bend.outputs[0], 2: through.outputs[0]})
    out = next(n for n in m.tree.nodes if n.type == "OUTPUT_MATERIAL")
    m.tree.links.new(both.outputs[0], out.inputs["Surface"])
    if absorbs is not None:
        keep = tuple(1 - a for a in absorbs) + (1,)
        body = m.node("VolumeAbsorption", {"Color": keep, "Density": 1 / 0.020})
        m.tree.links.new(body.outputs[0], out.inputs["Volume"])
    return m
