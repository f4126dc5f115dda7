"""Writes src/Claque/Text/unicode-folds.txt: how code points fold, sort and compose.

    python3 tools/unicode_folds.py > src/Claque/Text/unicode-folds.txt

The platform's own normalisation is switched off together with its culture data, and would differ between versions of
that data; a table of our own gives the same keys everywhere. Needs Python's unicodedata only.
"""
import sys
import unicodedata as u


def fold(text):
    """NFKC and full case folding, repeated until nothing changes."""
    while True:
        folded = u.normalize("NFKC", u.normalize("NFKC", text).casefold())
        if folded == text:
            return text
        text = folded


def runs(items):
    """Joins neighbours (first, last, value) that have one value."""
    run = None
    for code, value in items:
        if run and run[1] == code - 1 and run[2] == value:
            run[1] = code
            continue
        if run:
            yield run
        run = [code, code, value]
    if run:
        yield run


def fold_lines():
    """Single folds as runs of code points, step 1 or 2, moved by one distance; the others spelled out."""
    singles, others = [], []
    for code in range(sys.maxunicode + 1):
        if 0xD800 <= code < 0xE000:
            continue
        folded = fold(chr(code))
        if folded == chr(code):
            continue
        if len(folded) == 1:
            singles.append((code, ord(folded)))
        else:
            others.append((code, folded))
    # Unicode 16 adds outlined letters and digits; assigned characters never change, so they are simply added here.
    singles += [(0x1CCD6 + i, ord("a") + i) for i in range(26)] + [(0x1CCF0 + i, ord("0") + i) for i in range(10)]
    singles.sort()
    i = 0
    while i < len(singles):
        code, target = singles[i]
        best = (1, 1)
        for step in (1, 2):
            n = 1
            while i + n < len(singles) and singles[i + n] == (code + n * step, target + n * step):
                n += 1
            if n > best[0]:
                best = (n, step)
        n, step = best
        last = code + (n - 1) * step
        yield f"{code:04X}-{last:04X}/{step} {target:04X}" if n > 1 else f"{code:04X} {target:04X}"
        i += n
    for code, folded in others:
        yield f"{code:04X} " + " ".join(f"{ord(c):04X}" for c in folded)


def order_lines():
    marks = [(c, u.combining(chr(c))) for c in range(sys.maxunicode + 1) if u.combining(chr(c))]
    for first, last, value in runs(marks):
        yield f"{first:04X}-{last:04X} {value}"


def pair_lines():
    for code in range(sys.maxunicode + 1):
        if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code < 0xE000:
            continue
        parts = u.decomposition(chr(code)).split()
        if len(parts) != 2 or parts[0].startswith("<"):
            continue
        if u.normalize("NFC", chr(int(parts[0], 16)) + chr(int(parts[1], 16))) == chr(code):
            yield f"{parts[0]} {parts[1]} {code:04X}"


print(f"# Made by tools/unicode_folds.py from the Unicode Character Database {u.unidata_version} (Unicode licence).")
print("# folds: code point, or first-last/step, and what it becomes; of a run, what the first one becomes.")
print("[folds]")
print("\n".join(fold_lines()))
print("# order: canonical combining class of marks.")
print("[order]")
print("\n".join(order_lines()))
print("# pairs: two code points that compose to a third.")
print("[pairs]")
print("\n".join(pair_lines()))
