"""All products by name."""

from __future__ import annotations

from . import products
from .jar import jar
from .kettle import kettle
from .perfume import perfume

BUILD = products.BUILD | {"perfume": perfume, "jar": jar, "kettle": kettle}
