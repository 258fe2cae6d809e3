"""Runs the unittest cases of a script and ends with one line: N passed, N failed."""
import sys
import unittest


def run(module="__main__", tests=()):
    """The exit code of the process."""
    program = unittest.main(module=module, exit=False, verbosity=2, argv=[sys.argv[0], *tests])
    result = program.result
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    return 1 if failed else 0
