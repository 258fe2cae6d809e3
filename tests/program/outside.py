"""What the tests of this folder share: a data folder each, and the program as a command."""
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import desk  # noqa: E402


def ogniwo(*words, code=0):
    """Runs one verb to its end, which must be this exit code: (standard output, standard error)."""
    done = subprocess.run([str(word) for word in (desk.PROGRAM, *words)], text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != code:
        raise AssertionError(f"exit code {done.returncode}, not {code}: {words}\n"
                             f"{done.stdout}\n{done.stderr}")
    return done.stdout, done.stderr


class WithFolder(unittest.TestCase):
    def setUp(self):
        self.data = self.enterContext(desk.folder("program"))

    def other_folder(self):
        return self.enterContext(desk.folder("other"))
