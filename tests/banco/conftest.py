"""El banco vive en ``bench/``: se importa desde ahí, como cuando se corre."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
