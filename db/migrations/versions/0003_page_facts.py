"""What each place says of a page; where a web archive replays a capture"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    comment = "Where a web archive replays it, which fetched it at that moment; NULL: we fetched it from the portal"
    op.add_column("capture", sa.Column("via", sa.String(), nullable=True, comment=comment))
    op.create_table(
        "page_fact",
        sa.Column("reading_id", sa.String(), nullable=False, comment="The reading"),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="Its place among the page's facts, from 0; those of a kind in the order they are trusted in",
        ),
        sa.Column("kind", sa.String(), nullable=False, comment="title, issuer, published, written (成文日期), or updated (更新时间)"),
        sa.Column(
            "source",
            sa.String(),
            nullable=False,
            comment="meta: tags and <title>; head: what the page shows of itself; list: the row that led to it; text; address",
        ),
        sa.Column("name", sa.String(), nullable=False, comment="The tag or label there, such as pubdate or 发布日期"),
        sa.Column("raw", sa.String(), nullable=False, comment="What is written"),
        sa.Column(
            "value",
            sa.String(),
            nullable=True,
            comment="What it means: a day as YYYY-MM-DD, an issuer in full, a title without spaces; NULL: nothing",
        ),
        sa.CheckConstraint("kind IN ('title', 'issuer', 'published', 'written', 'updated')", name=op.f("ck_page_fact_kind")),
        sa.CheckConstraint("source IN ('meta', 'head', 'list', 'text', 'address')", name=op.f("ck_page_fact_source")),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_page_fact_reading_id_reading")),
        sa.PrimaryKeyConstraint("reading_id", "position", name=op.f("pk_page_fact")),
        comment="What one place says of a page: tag, page head, list, text or address; they often disagree, and all are kept",
    )
