#!/usr/bin/env python3
"""Checks what no compiler checks: who may include whom, who may name which table, and size.

The map below is the architecture. docs/ARCHITECTURE.md draws it; this file enforces it, as a test.
Usage: tools/tidy.py [SOURCE_FOLDER]
"""
import pathlib
import re
import sys

# A folder may include itself and what is listed here. There is no transitive permission.
FOUNDATION = {
    "base": set(),
    "storage": {"base"},
    "conditions": {"base", "storage"},
    "operations": {"base", "storage", "conditions"},
    "http": {"base", "storage", "operations"},
}
SLICES = {
    "people": set(),
    "backups": {"people"},
    "assets": {"people"},
    "calendars": {"people"},
    "sla": {"people", "calendars"},
    "notices": {"people"},
    "tiers": {"people"},
    "tickets": {"people", "notices", "calendars", "tiers", "sla", "assets"},
    "figures": {"people", "calendars", "tiers", "sla", "tickets"},
    "moving": {"people", "assets", "tickets"},
    # Invented data: a customer of every slice that it fills, known by none.
    "demo": {"people", "notices", "calendars", "tiers", "sla", "assets", "tickets"},
}
# The first word of a table's name says whose it is. A storage table belongs to storage.
TABLES = {"people": {"person", "customer", "company"}}
STORAGE_TABLES_OPEN = {"people": {"installation", "erasure", "idempotency", "outbox",
                                  "journal", "journal_text"}}
BANNED = {
    r"(system|steady)_clock::now|\btime\((NULL|nullptr|0|&)": "View::now, or base/clock.hpp in an outermost loop",
    r"SELECT \*": "the columns you need",
    r"\b(FIXME|TODO|HACK)\b": "fixing it before the merge",
    r"#include <ranges>": "algorithms; clang-tidy 14 cannot read libstdc++ 12 views",
    r"\bstd::system\(|::system\([A-Za-z]|\bpopen\(": "a library; nothing here starts a shell",
    r"std::regex\b": "a linear-time parser",
}
ALLOWED = {("base/clock.cpp", r"(system|steady)_clock::now|\btime\((NULL|nullptr|0|&)")}
LINE_MAX = 100
FILE_MAX = 600


def is_public(file: str) -> bool:
    """What a slice shows to the slices above it: types.hpp, service.hpp and their parts by noun."""
    return re.fullmatch(r"(\w+_)?(types|service)\.hpp", file) is not None


def allowed(here: str, there: str, file: str) -> bool:
    if here == there or here in {"app", "testing"}:
        return True
    if there in FOUNDATION:
        return here in SLICES or there in FOUNDATION[here]
    return here in SLICES and there in SLICES.get(here, set()) and is_public(file)


def check_include(path, here, line, where):
    include = re.match(r'#include "(\w+)/([\w./]+)"', line)
    if not include or include[1] == "testing":
        return
    there, file = include.groups()
    if there not in FOUNDATION and there not in SLICES and there not in {"app"}:
        yield f"{where}: unknown folder {there}"
    elif not path.name.endswith("_test.cpp") and not allowed(here, there, file):
        yield f"{where}: {here} must not include {there}/{file}"
    own_types = file.endswith("types.hpp") or file == path.with_suffix(".hpp").name
    is_rules = re.search(r"(^|_)rules\.[ch]pp$", path.name)
    if is_rules and there != "base" and not (there == here and (own_types or "rules" in file)):
        yield f"{where}: rules are pure and see only base and their own types"


def check_file(root: pathlib.Path, path: pathlib.Path):
    here = path.relative_to(root).parts[0]
    name = str(path.relative_to(root))
    text = path.read_text()
    lines = text.splitlines()
    if len(lines) > FILE_MAX:
        yield f"{path}: {len(lines)} lines; does it still have one subject?"
    if path.suffix == ".hpp" and "#pragma once" not in lines[:3]:
        yield f"{path}: a header starts with #pragma once"
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}"
        yield from check_include(path, here, line, where)
        for banned, instead in BANNED.items():
            if re.search(banned, line) and (name, banned) not in ALLOWED:
                yield f"{where}: {banned!r} is banned, use {instead}"
        if len(line) > LINE_MAX:
            yield f"{where}: longer than {LINE_MAX} columns"
    yield from check_tables(path, here, text)


def check_tables(path: pathlib.Path, here: str, text: str):
    if here not in SLICES or path.name.endswith("_test.cpp"):
        return
    owned = TABLES.get(here, {here.rstrip("s")})
    for sql in re.findall(r'R"sql\((.*?)\)sql"', text, re.S):
        if not path.name.endswith("store.cpp"):
            yield f"{path}: SQL belongs into a store.cpp"
        ctes = set(re.findall(r"\b(\w+)(?:\s*\([\w, ]*\))? AS (?:MATERIALIZED )?\(", sql, re.I))
        for table in re.findall(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", sql, re.I):
            open_here = STORAGE_TABLES_OPEN.get(here, set())
            if table.lower() in {"set", "json_each", "unnest", "select"} or table in ctes:
                continue
            if table not in open_here and table.split("_")[0] not in owned:
                yield f"{path}: table {table} does not belong to {here}"


def main() -> int:
    here = pathlib.Path(__file__).resolve().parent.parent
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "src"
    files = sorted(path for path in root.rglob("*.?pp"))
    errors = [error for path in files for error in check_file(root, path)]
    print("\n".join(errors) or f"{len(files)} files are tidy")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
