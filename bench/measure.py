#!/usr/bin/env python3
"""Wall-clock seconds, seconds of processor and peak memory of a command, as `WALL CPU MiB`.

    bench/measure.py [--once] [--fresh PATH] COMMAND…

The median of three runs by wall-clock time where the first took under ten seconds, else that one. --fresh removes PATH
before each run. What the command prints is dropped; with --once it runs once and goes to standard error."""
import os
import pathlib
import shutil
import subprocess
import sys
import time


def remove(path):
    if path is None or not path.exists():
        return
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def run(command, fresh, output):
    remove(fresh)
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=output, stderr=output)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    if status != 0:
        print(f"measure: {command[0]} ended with {os.waitstatus_to_exitcode(status)}", file=sys.stderr)
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def main(arguments):
    once = arguments[:1] == ["--once"]
    arguments = arguments[once:]
    fresh = None
    if arguments[:1] == ["--fresh"]:
        fresh, arguments = pathlib.Path(arguments[1]), arguments[2:]
    output = sys.stderr if once else subprocess.DEVNULL
    runs = [run(arguments, fresh, output)]
    if not once and runs[0][0] < 10:
        runs += [run(arguments, fresh, output) for _ in range(2)]
    print("%.2f %.2f %d" % sorted(runs)[len(runs) // 2])


main(sys.argv[1:])
