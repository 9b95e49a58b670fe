"""The letters that stand for parts of pictures, by the definition of kitty's graphics protocol."""

import unicodedata

PLACEHOLDER = "\U0010eeee"

# Letters that melt into the one before when text is normalized.
MELTING = {*range(0x300, 0x305), *range(0x306, 0x30D), 0x30F, 0x311, 0x313, 0x314, 0x342, 0x653, 0x654}

# The marks that number rows and columns: letters above, of class 230, that are not made of others.
MARKS = [
    chr(code)
    for code in range(0x300, 0x82E)
    if unicodedata.combining(chr(code)) == 230
    and unicodedata.category(chr(code)) == "Mn"
    and not unicodedata.decomposition(chr(code))
    and code not in MELTING
]
