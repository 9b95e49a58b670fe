"""What the stub's pictures and words are, for the tests that look for them."""

HOSTILE = "evil\x1b]0;owned\x07\x1b[31m\x9b2J\u202eback\r\nnext"
ROUGH, SHARP = (0, 0, 200), (0, 160, 0)
