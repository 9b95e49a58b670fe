"""Lamps and the world around a set."""

from __future__ import annotations

from typing import Any

import bpy
import mathutils

from .shapes import rgb


def softbox(name: str, size: tuple[float, float], at: tuple, aim: tuple, power: float,
            tint: str = "#FFFFFF", edge: float = 0.16, camera: bool = False) -> Any:
    """A rectangular lamp, a little hotter in the middle, soft at its border."""
    lamp = bpy.data.lights.new(name, "AREA")
    lamp.shape, lamp.size, lamp.size_y, lamp.energy = "RECTANGLE", size[0], size[1], power
    lamp.color = rgb(tint)[:3]
    lamp.use_nodes = True
    tree = lamp.node_tree
    emit = next(n for n in tree.nodes if n.type == "EMISSION")
    geo = tree.nodes.new("ShaderNodeNewGeometry")
    split = tree.nodes.new("ShaderNodeSeparateXYZ")
    tree.links.new(geo.outputs["Parametric"], split.inputs[0])
    falls = []
    for axis in (0, 1):
        tri = math_node(tree, "PINGPONG", split.outputs[axis], 0.5)
        soft = math_node(tree, "SMOOTH_MIN", math_node(tree, "DIVIDE", tri, edge), 1.0)
        falls.append(math_node(tree, "ADD", math_node(tree, "MULTIPLY", soft, 0.75),
                               math_node(tree, "MULTIPLY", tri, 0.6)))
    tree.links.new(math_node(tree, "MULTIPLY", *falls), emit.inputs["Strength"])
    made = bpy.data.objects.new(name, lamp)
    bpy.context.scene.collection.objects.link(made)
    made.location = at
    aim_at(made, aim)
    made.visible_camera = camera
    return made


def math_node(tree: Any, op: str, first: Any, second: Any) -> Any:
    made = tree.nodes.new("ShaderNodeMath")
    made.operation = op
    for socket, value in zip(made.inputs, (first, second)):
        if isinstance(value, bpy.types.NodeSocket):
            tree.links.new(value, socket)
        else:
            socket.default_value = value
    if op == "SMOOTH_MIN":
        made.inputs[2].default_value = 0.25
    return made.outputs[0]


def aim_at(thing: Any, target: tuple) -> None:
    way = mathutils.Vector(target) - thing.location
    thing.rotation_euler = way.to_track_quat("-Z", "Y").to_euler()


def world(color: str, strength: float) -> None:
    sky = bpy.data.worlds.new("world")
    bpy.context.scene.world = sky
    if sky.node_tree is None:
        sky.use_nodes = True
    back = sky.node_tree.nodes["Background"]
    back.inputs[0].default_value = rgb(color)
    back.inputs[1].default_value = strength
