import subprocess
import sys

HEAVY = {"pandas", "numpy", "openpyxl", "xlsxwriter", "weasyprint", "jinja2", "rich", "pydantic", "lxml"}


def test_help_imports_nothing_heavy():
    """`marktscan --help` must start at once: what is slow to load belongs in the steps that need it."""
    program = "import sys; from marktscan.cli import main; main(['--help']); print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(shown.stdout.split()) & HEAVY == set()


def test_scores_do_not_wait_for_pandas():
    """Only who asks for the score table needs it, and no step of a run does."""
    program = "import sys; import marktscan.scoring, marktscan.robustness; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pandas" not in shown.stdout.split()
