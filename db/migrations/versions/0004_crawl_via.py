"""Crawls of a web archive told apart from those of the portal"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    comment = "The web archive that was crawled for copies of the portal; NULL: the portal itself was crawled"
    op.add_column("crawl", sa.Column("via", sa.String(), nullable=True, comment=comment))
