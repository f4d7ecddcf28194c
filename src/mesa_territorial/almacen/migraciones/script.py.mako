"""${message}"""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Sube el esquema."""
    ${upgrades if upgrades else "raise NotImplementedError"}
