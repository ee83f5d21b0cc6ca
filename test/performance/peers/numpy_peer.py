"""Counts the columns of a folder with numpy, one task a line: answers with its own milliseconds and what it has counted."""
import json
import sys
import time

import numpy as np

folder, persons = sys.argv[1], int(sys.argv[2])
columns = np.fromfile(f"{folder}/codes.bin", dtype=np.uint8).reshape(-1, persons)
marks = np.fromfile(f"{folder}/marks.bin", dtype=np.uint8).reshape(-1, persons)
banner = np.fromfile(f"{folder}/banner.bin", dtype=np.uint8)
wide = banner.astype(np.int64) * 256


def frequencies():
    return [np.bincount(column, minlength=256) for column in columns]


def crosstab():
    return [np.bincount(wide + columns[0], minlength=65536)]


def tabbook():
    return [np.bincount(wide + column, minlength=65536) for column in columns]


def several():
    return [np.bincount(banner[mark == 1], minlength=256) for mark in marks]


def check(counts):
    """A number that two tables share only when they are the same: every count by a weight of its place."""
    total = 0
    for at, each in enumerate(counts):
        places = np.nonzero(each)[0]
        total += int(sum(int(each[place]) * ((int(place) * 31 + at * 17) % 9973) for place in places))
    return total


tasks = {"frequencies": frequencies, "crosstab": crosstab, "tabbook": tabbook, "several": several}
print("ready", flush=True)
for line in sys.stdin:
    begun = time.perf_counter()
    counts = tasks[line.strip()]()
    spent = (time.perf_counter() - begun) * 1000
    print(json.dumps({"ms": spent, "check": check(counts)}), flush=True)
